// Where a post names an equation or a heading by a fragment: in links, in tags of generators, in worksheets.
import { resolveLink } from './links.js';
import { postOfLink, postOfReference } from './linkedPost.js';
import { factsOf } from './factsOf.js';
import { sortedPaths } from './multimap.js';
import type { PostFacts, Snapshot } from '../post/facts.js';
import type { Span } from '../text/span.js';
import type { BlogView } from './blogIndex.js';

/** What leads to a place of a post, its own or another. */
export interface FragmentLink {
  readonly path: string;
  /** Behind `#`, percent codes undone. */
  readonly fragment: string;
  readonly span: Span;
  /** Of the target as it is written; of a link by label, of that label. */
  readonly targetSpan: Span;
  /** The target is written elsewhere, in a definition. */
  readonly byLabel: boolean;
  /** It names the file of the post, or is in it: Markdown features of editors follow it, too. */
  readonly isFile: boolean;
}

/** A post and those that may lead to places of it, in the order of their paths: of a large blog they are few. */
export function postsAround(path: string, blog: BlogView): readonly string[] {
  return sortedPaths(new Set([path, ...blog.postsNamingPlacesOf(path)]));
}

/** In no order; definitions of links are not among them. */
export function fragmentLinks(
  from: string,
  facts: PostFacts,
  blog: BlogView,
): readonly FragmentLink[] {
  const links: FragmentLink[] = [];
  for (const { kind, target, span, targetSpan, byLabel = false } of facts.links) {
    const place = kind === 'image' ? null : linkedFragment(from, target, blog);
    if (!place) continue;
    const isFile = !byLabel && namesFile(from, target, place.path);
    links.push({ ...place, span, targetSpan, byLabel, isFile });
  }
  for (const { key, span, keySpan } of facts.worksheetReferences) {
    const place = linkedFragment(from, key, blog);
    if (place) links.push({ ...place, span, targetSpan: keySpan, byLabel: false, isFile: false });
  }
  for (const reference of facts.pageReferences) {
    const { span: before, fragment: written } = reference;
    const path = postOfReference(from, reference, blog);
    if (written === null || path === null) continue;
    const span = { start: Math.min(before.start, written.span.start), end: written.span.end };
    const { fragment } = resolveLink(from, `#${written.text}`) ?? { fragment: written.text };
    links.push({ path, fragment, span, targetSpan: written.span, byLabel: false, isFile: false });
  }
  return links;
}

/** By what fragments links, tags and worksheets of the blog, the post's own among them, name places of a post. */
export function fragmentsTo(
  post: Pick<Snapshot, 'path' | 'facts'>,
  blog: BlogView,
): readonly string[] {
  return postsAround(post.path, blog).flatMap((from) => {
    const facts = factsOf({ post, blog }, from);
    const links = facts ? fragmentLinks(from, facts, blog) : [];
    return links.flatMap(({ path, fragment }) => (path === post.path ? [fragment] : []));
  });
}

/** Where a target leads; `null` where it names no place of a post of the blog. */
export function linkedFragment(
  from: string,
  target: string,
  blog: BlogView,
): Pick<FragmentLink, 'path' | 'fragment'> | null {
  const hash = target.indexOf('#');
  if (hash < 0) return null;
  const path = hash === 0 ? from : postOfLink(from, target, blog);
  const { fragment } = resolveLink(from, target.slice(hash)) ?? { fragment: '' };
  return path === null || fragment === '' ? null : { path, fragment };
}

export function namesFile(from: string, target: string, path: string): boolean {
  const address = target.replace(/#.*$/s, '');
  return address === '' || (/\.md$/i.test(address) && resolveLink(from, address)?.path === path);
}
