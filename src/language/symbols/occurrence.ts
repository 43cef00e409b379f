// A place of a post that holds a symbol.
import type { Span } from '../../core/text/span.js';

export interface Occurrence {
  readonly role: 'definition' | 'use';
  /** What the cursor may be on: the command with its braces, the whole link. */
  readonly span: Span;
  /** Its name alone. */
  readonly nameSpan: Span;
}

/** A cursor just behind the last character is still on it. */
export function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
