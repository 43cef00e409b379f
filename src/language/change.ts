// What a command would write into posts, or why it writes nothing.
import type { Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';

export interface Change {
  readonly span: Span;
  readonly text: string;
}

/** What it would write into one post of a blog; a post comes once. */
export interface PostChanges {
  readonly post: Snapshot;
  readonly changes: readonly Change[];
}

/** A text of a blog that changes are made for: a post, or a worksheet beside one. */
export type WrittenText = Pick<Snapshot, 'path' | 'version' | 'lines'>;

export interface TextChanges {
  readonly post: WrittenText;
  readonly changes: readonly Change[];
}

export type ChangeAnswer<Refusal extends string> =
  { readonly kind: 'changes'; readonly changes: readonly Change[] } | Refused<Refusal>;

export interface Refused<Refusal extends string> {
  readonly kind: 'refused';
  readonly why: Refusal;
  /** What the refusal is about: a delimiter, an environment. */
  readonly subject: string;
}

export function refused<Refusal extends string>(why: Refusal, subject = ''): Refused<Refusal> {
  return { kind: 'refused', why, subject };
}
