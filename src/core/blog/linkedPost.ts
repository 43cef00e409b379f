// The post that a link, a tag of a generator or a citation leads to.
import type { CitationFacts } from '../post/citationFacts.js';
import type { PageReferenceFacts } from '../post/pageReferences.js';
import { normalizeAddress } from '../post/publication.js';
import type { BlogView } from './blogIndex.js';
import { resolveLink } from './links.js';
import { isFiledUnder, referredName } from './postPaths.js';

/** By its path or by the address that it states; `null` where that is no post of the blog, or not certain. */
export function postOfLink(from: string, target: string, blog: BlogView): string | null {
  const address = normalizeAddress(target);
  const [post, ...others] = address === null ? [] : blog.postsAt(address);
  if (post !== undefined && others.length === 0) return post;
  const path = resolveLink(from, target)?.path;
  return path !== undefined && blog.facts(path) ? path : null;
}

/** The one post with the file name that the tag names, in the folder that it names. */
export function postOfReference(
  from: string,
  { target }: PageReferenceFacts,
  blog: BlogView,
): string | null {
  if (target === '') return from;
  const [post, ...others] = blog.postsFiled(referredName(target));
  return post !== undefined && others.length === 0 && isFiledUnder(post, target) ? post : null;
}

export function postOfCitation(
  from: string,
  { link, reference }: CitationFacts,
  blog: BlogView,
): string | null {
  if (reference) return postOfReference(from, reference, blog);
  return link === null ? null : postOfLink(from, link, blog);
}
