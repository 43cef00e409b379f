// What is known of a post, where one post of the blog is newer than the blog knows.
import type { PostFacts, Snapshot } from '../post/facts.js';
import type { BlogView } from './blogIndex.js';

/** Those of the post are as new as its text, and the index may not have it at all. */
export function factsOf(
  { post, blog }: { readonly post: Pick<Snapshot, 'path' | 'facts'>; readonly blog: BlogView },
  path: string,
): PostFacts | undefined {
  return path === post.path ? post.facts : blog.facts(path);
}
