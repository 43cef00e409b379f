// Where a post names an equation or a heading by a fragment: in links and their definitions, in tags of
// generators, in worksheets.
import type { BlogView } from '../../core/blog/blogIndex.js';
import { sortedPaths } from '../../core/blog/multimap.js';
import { postOfLink, postOfReference } from '../../core/blog/linkedPost.js';
import { resolveLink } from '../../core/blog/links.js';
import type { PostFacts, Snapshot } from '../../core/post/facts.js';
import { shiftSpan, type Span } from '../../core/text/span.js';
import { factsOf } from '../context.js';
import { definedTargets } from '../definedTargets.js';
import { sourceText } from '../sourceText.js';

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

/** A post and those that may lead to it, in the order of their paths: of a large blog they are few. */
export function postsAround(path: string, blog: BlogView): readonly string[] {
  return sortedPaths(new Set([path, ...blog.postsLeadingTo(path)]));
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

/** What leads from a post, with the definitions of its links, as `[label]: post.md#eq:a`. */
export function writtenFragments(post: Snapshot, blog: BlogView): readonly FragmentLink[] {
  const definitions = definedTargets(post).flatMap(({ target, targetSpan, span }) => {
    const place = linkedFragment(post.path, target, blog);
    if (!place) return [];
    const isFile = namesFile(post.path, target, place.path);
    return [{ ...place, span, targetSpan, byLabel: false, isFile }];
  });
  return [...fragmentLinks(post.path, post.facts, blog), ...definitions];
}

/** Of the fragment as it is written, without its sign and the prefix of MathJax. */
export function fragmentSpan(post: Snapshot, { targetSpan, byLabel }: FragmentLink): Span {
  const written = byLabel ? null : fragmentOf(sourceText(post, targetSpan));
  return written ? shiftSpan(written, targetSpan.start) : targetSpan;
}

/** In a target as it is written; `null` where it has none. */
export function fragmentOf(target: string): Span | null {
  // `&#` begins the number of a character.
  const sign = /(?<!&)#(?:mjx-eqn(?:[:-]|%3[aA]))?/.exec(target);
  if (sign === null) return null;
  const start = sign.index + sign[0].length;
  return { start, end: target.length - (target.endsWith('>') ? 1 : 0) };
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

function namesFile(from: string, target: string, path: string): boolean {
  const address = target.replace(/#.*$/s, '');
  return address === '' || (/\.md$/i.test(address) && resolveLink(from, address)?.path === path);
}
