// How often the equations of a post are referred to: in the post, in its worksheets, and by links of any post.
import { addressOfFragment, labelAddress, resolveLink } from '../core/blog/links.js';
import type { PostFacts } from '../core/post/facts.js';
import type { LanguageContext } from './context.js';

export interface ReferenceLens {
  readonly key: string;
  /** Where the label stands, for a search of its references. */
  readonly offset: number;
  /** Of the display, above which it is shown. */
  readonly line: number;
  readonly count: number;
  /** Other labels stand in the same display. */
  readonly isOneOfMany: boolean;
}

export function referenceLenses({ post, blog }: LanguageContext): readonly ReferenceLens[] {
  const { facts, path } = post;
  const counts = new Map<string, number>();
  const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { key } of facts.references) count(labelAddress(key));
  for (const { key } of facts.worksheetReferences) {
    if (!key.includes('#')) count(labelAddress(key));
  }
  const linking = blog.postsLinkingTo(path).filter((other) => other !== path);
  for (const from of [path, ...linking]) {
    const linked = from === path ? facts : blog.facts(from);
    for (const address of linked ? addressesIn(from, linked, path) : []) count(address);
  }
  return facts.labels.map(({ key, keySpan, display }) => ({
    key,
    offset: keySpan.start,
    line: facts.displays[display]?.line ?? 0,
    count: counts.get(labelAddress(key)) ?? 0,
    isOneOfMany: facts.labels.filter((other) => other.display === display).length > 1,
  }));
}

/** Of equations of the post at `path`. */
function addressesIn(
  from: string,
  { links, worksheetReferences }: PostFacts,
  path: string,
): readonly string[] {
  const targets = [
    ...links.map(({ target }) => target),
    ...worksheetReferences.flatMap(({ key }) => (key.includes('#') ? [key] : [])),
  ];
  return targets.flatMap((target) => {
    const link = resolveLink(from, target);
    return link?.path === path ? [addressOfFragment(link.fragment)] : [];
  });
}
