// The newest state of posts of a blog, one after another, until nobody asks for them any more.
import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import type { Blog } from './blog.js';
import type { Blogs } from './blogs.js';

export interface PostsRead {
  readonly posts: readonly Snapshot[];
  /** The paths of those that are gone, or cannot be read. */
  readonly lost: readonly string[];
}

export async function readPosts(
  { blogs }: { readonly blogs: Blogs },
  blog: Blog,
  paths: readonly string[],
  token: CancellationToken,
): Promise<PostsRead> {
  const posts: Snapshot[] = [];
  const lost: string[] = [];
  for (const path of paths) {
    if (token.isCancellationRequested) return { posts: [], lost: [] };
    const snapshot = await blogs.snapshotOf(blog, path);
    if (snapshot) posts.push(snapshot);
    else lost.push(path);
  }
  return { posts, lost };
}
