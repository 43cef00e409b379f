// Find all references of a label: in its own post, and links of other posts to it.
import { addressOfFragment, labelAddress, resolveLink } from '../core/blog/links.js';
import type { PostFacts } from '../core/post/facts.js';
import type { LanguageContext, Place } from './context.js';
import { symbolAt } from './symbol.js';

export function references(
  context: LanguageContext,
  offset: number,
  includeDeclaration: boolean,
): readonly Place[] {
  const symbol = symbolAt(context, offset);
  if (!symbol) return [];
  const { path, key } = symbol;
  const factsOf = (at: string): PostFacts | undefined =>
    at === context.post.path ? context.post.facts : context.blog.facts(at);
  const places: Place[] = [];
  const own = factsOf(path);
  for (const label of includeDeclaration ? (own?.labels ?? []) : []) {
    if (label.key === key) places.push({ path, span: label.keySpan });
  }
  for (const reference of [...(own?.references ?? []), ...(own?.worksheetReferences ?? [])]) {
    if (reference.key === key) places.push({ path, span: reference.keySpan });
  }
  const linking = context.blog.postsLinkingTo(path).filter((at) => at !== path);
  for (const at of [path, ...linking]) {
    places.push(...linksTo(at, factsOf(at), path, key));
  }
  return places;
}

function linksTo(
  from: string,
  facts: PostFacts | undefined,
  path: string,
  key: string,
): readonly Place[] {
  return (facts?.links ?? [])
    .filter((link) => {
      const target = resolveLink(from, link.target);
      return target?.path === path && addressOfFragment(target.fragment) === labelAddress(key);
    })
    .map((link) => ({ path: from, span: link.targetSpan }));
}
