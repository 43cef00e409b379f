// What the emphasis of an engine reads: one text, or the label of a link, without what others took.
import { isAsciiPunctuation } from '../characters.js';
import type { InlineToken } from '../inlineToken.js';

export interface EmphasisScope {
  /** The text itself. */
  readonly text: string;
  /**
   * The text, in which other constructs are letters between brackets, and escapes are plus signs:
   * what `*`, `_` and `~` are left may pair. Offsets are those of the source.
   */
  readonly mask: string;
  readonly from: number;
  readonly to: number;
  /** Where each construct that is no text begins, and where it ends. */
  readonly taken: ReadonlyMap<number, number>;
}

/** Adds to `marks` the offsets of the characters that become tags. */
export type Emphasis = (scope: EmphasisScope, marks: Set<number>) => void;

export function scopeOf(
  text: string,
  from: number,
  to: number,
  tokens: readonly InlineToken[],
): EmphasisScope {
  const parts: string[] = [];
  const taken = new Map<number, number>();
  let at = 0;
  for (const { kind, start, end } of tokens) {
    if (kind === 'delimiters' || kind === 'entity') continue;
    if (kind === 'escape' && !isAsciiPunctuation(text.charCodeAt(end - 1))) continue;
    parts.push(
      text.slice(at, start),
      kind === 'escape' ? plus(text, start, end) : letters(end - start),
    );
    taken.set(start, end);
    at = end;
  }
  parts.push(text.slice(at));
  return { text, mask: parts.join(''), from, to, taken };
}

/** A line's end stays one. */
function plus(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/[^\n]/g, '+');
}

function letters(length: number): string {
  return length < 2 ? 'a'.repeat(length) : `[${'a'.repeat(length - 2)}]`;
}
