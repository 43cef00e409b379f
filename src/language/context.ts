// What every editor feature sees: one post and the blog around it.
import type { BlogView } from '../core/blog/blogIndex.js';
import type { PostFacts, Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';

export interface LanguageContext {
  readonly post: Snapshot;
  readonly blog: BlogView;
}

/** Those of the post are as new as its text, and the index may not have it at all. */
export function factsOf(
  { post, blog }: { readonly post: Pick<Snapshot, 'path' | 'facts'>; readonly blog: BlogView },
  path: string,
): PostFacts | undefined {
  return path === post.path ? post.facts : blog.facts(path);
}

/** A place in a post of the blog. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}
