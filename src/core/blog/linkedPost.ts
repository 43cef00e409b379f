// The post that a link leads to, by its path or by the address that the post states for its page.
import { normalizeAddress } from '../post/publication.js';
import type { BlogView } from './blogIndex.js';
import { resolveLink } from './links.js';

/** `null` where that is no post of the blog, or not certain. */
export function postOfLink(from: string, target: string, blog: BlogView): string | null {
  const address = normalizeAddress(target);
  const [post, ...others] = address === null ? [] : blog.postsAt(address);
  if (post !== undefined && others.length === 0) return post;
  const path = resolveLink(from, target)?.path;
  return path !== undefined && blog.facts(path) ? path : null;
}
