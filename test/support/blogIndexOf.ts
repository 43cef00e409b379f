// The index of a blog whose posts are all read.
import { BlogIndex } from '../../src/core/blog/blogIndex.js';
import type { Snapshot } from '../../src/core/post/facts.js';

/** The posts by their paths. */
export function indexOf(posts: ReadonlyMap<string, Snapshot>): BlogIndex {
  const blog = new BlogIndex();
  for (const [path, { facts }] of posts) blog.updatePost(path, facts);
  blog.isComplete = true;
  return blog;
}
