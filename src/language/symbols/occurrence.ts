// A place of a post that holds a symbol.
import type { Span } from '../../core/text/span.js';
import type { WrittenText } from '../change.js';

export interface Occurrence {
  readonly role: 'definition' | 'use';
  /** What the cursor may be on: the command with its braces, the whole link. */
  readonly span: Span;
  /** Its name alone. */
  readonly nameSpan: Span;
  /** The Markdown features of editors tell of it, where they are asked about such a place. */
  readonly byEditor?: boolean;
}

/** A worksheet in a file of its own. */
export interface WorksheetText extends WrittenText {
  /** The path of the post beside it. */
  readonly post: string;
}
