// The post that holds the equation a link leads to, open or not.
import { resolveLink } from '../core/blog/links.js';
import type { Snapshot } from '../core/post/facts.js';
import { findAnchor } from '../language/anchor.js';
import type { Blogs } from './blogs.js';
import type { PostStore } from './store.js';

export interface LinkedSnapshot {
  readonly uri: string;
  readonly snapshot: Snapshot;
  /** What the link names in it. */
  readonly fragment: string;
}

/** `null` where the link leads to no equation of the blog: then no file is read. */
export async function linkedSnapshot(
  { store, blogs }: { readonly store: PostStore; readonly blogs: Blogs },
  uri: string,
  target: string,
): Promise<LinkedSnapshot | null> {
  await blogs.loaded();
  const post = store.get(uri)?.snapshot;
  const link = post && resolveLink(post.path, target);
  if (!link) return null;
  const { path, fragment } = link;
  if (path === post.path) return { uri, snapshot: post, fragment };
  const blog = blogs.blogOf(uri);
  const facts = blog.index.facts(path);
  if (!facts || findAnchor(facts, fragment)?.kind !== 'label') return null;
  const snapshot = await blogs.snapshotOf(blog, path);
  return snapshot && { uri: blog.uriOf(path), snapshot, fragment };
}
