// What every editor feature sees: one post and the blog around it.
import type { BlogView } from '../core/blog/blogIndex.js';
import type { Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';

export interface LanguageContext {
  readonly post: Snapshot;
  readonly blog: BlogView;
}

/** A place in a post of the blog. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}
