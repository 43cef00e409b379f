// Where a link of a post leads within its blog.
import { resolveLink } from '../core/blog/links.js';
import type { PostFacts } from '../core/post/facts.js';
import { findAnchor } from './anchor.js';
import { factsOf } from '../core/blog/factsOf.js';
import type { LanguageContext } from './context.js';

export interface LinkedPlace {
  readonly path: string;
  /** Where the equation or heading begins that the link names; `null` where it names none. */
  readonly line: number | null;
}

/** `null` where the link does not lead to a post of the blog. */
export function linkedPlace(context: LanguageContext, target: string): LinkedPlace | null {
  const link = resolveLink(context.post.path, target);
  if (!link) return null;
  const facts = factsOf(context, link.path);
  return facts ? { path: link.path, line: lineOfAnchor(facts, link.fragment) } : null;
}

/** Where the equation or heading begins that a fragment names; `null` where it names none. */
export function lineOfAnchor(facts: PostFacts, fragment: string): number | null {
  const anchor = findAnchor(facts, fragment);
  switch (anchor?.kind) {
    case 'label':
      return facts.displays[anchor.label.display]?.line ?? null;
    case 'heading':
      return anchor.heading.line;
    case undefined:
      return null;
  }
}
