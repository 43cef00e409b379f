// A heading, and the links that lead to it.
import type { BlogView } from '../../core/blog/blogIndex.js';
import { fragmentLinks, postsAround, type FragmentLink } from '../../core/blog/fragmentLinks.js';
import type { HeadingFacts, Snapshot } from '../../core/post/facts.js';
import { headingId } from '../../core/post/headingId.js';
import { reaches, type Span } from '../../core/text/span.js';
import { findAnchor } from '../anchor.js';
import { factsOf } from '../../core/blog/factsOf.js';
import type { LanguageContext } from '../context.js';
import { fragmentSpan, writtenFragments } from './fragments.js';
import type { Occurrence } from './occurrence.js';

export interface HeadingSymbol {
  readonly kind: 'heading' | 'heading-link';
  readonly id: string;
  /** The post that has it. */
  readonly path: string;
  readonly span: Span;
  readonly keySpan: Span;
  readonly byEditor: boolean;
}

export function headingAt(context: LanguageContext, offset: number): HeadingSymbol | null {
  const { post, blog } = context;
  const { path, facts } = post;
  const heading = facts.headings.find(({ span }) => reaches(span, offset));
  if (heading) {
    const id = headingId(heading.text);
    const anchor = findAnchor(facts, id);
    // Of several with the same words, links mean the first.
    if (anchor?.kind !== 'heading' || anchor.heading !== heading) return null;
    const { span } = heading;
    return { kind: 'heading', id, path, span, keySpan: span, byEditor: true };
  }
  const link = writtenFragments(post, blog).find(({ span }) => reaches(span, offset));
  const linked = link && factsOf(context, link.path);
  if (!linked || findAnchor(linked, link.fragment)?.kind !== 'heading') return null;
  const { fragment: id, span, targetSpan: keySpan, isFile: byEditor } = link;
  return { kind: 'heading-link', id, path: link.path, span, keySpan, byEditor };
}

export function headingOccurrences(
  post: Snapshot,
  symbol: HeadingSymbol,
  blog: BlogView,
): readonly Occurrence[] {
  const anchor = post.path === symbol.path ? findAnchor(post.facts, symbol.id) : null;
  const own: readonly Occurrence[] =
    anchor?.kind === 'heading'
      ? [{ role: 'definition', ...spansOf(anchor.heading), byEditor: true }]
      : [];
  const links = writtenFragments(post, blog)
    .filter((link) => isTo(link, symbol))
    .map((link): Occurrence => {
      const nameSpan = fragmentSpan(post, link);
      return { role: 'use', span: link.span, nameSpan, byEditor: link.isFile };
    });
  return [...own, ...links];
}

export function postsNamingHeading(symbol: HeadingSymbol, blog: BlogView): readonly string[] {
  return postsAround(symbol.path, blog).filter((path) => {
    const facts = blog.facts(path);
    const links = facts ? fragmentLinks(path, facts, blog) : [];
    return path === symbol.path || links.some((link) => isTo(link, symbol));
  });
}

function spansOf({ span }: HeadingFacts): Pick<Occurrence, 'span' | 'nameSpan'> {
  return { span, nameSpan: span };
}

function isTo({ path, fragment }: FragmentLink, symbol: HeadingSymbol): boolean {
  return path === symbol.path && fragment === symbol.id;
}
