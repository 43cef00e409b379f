// A formula of a post with its places in the source.
import type { Formula } from '../core/markdown/block.js';
import type { MappedText } from '../core/text/mapped.js';
import { shiftSpan, type Span } from '../core/text/span.js';

export interface FormulaText {
  readonly tex: MappedText;
  readonly display: boolean;
  readonly span: Span;
}

/** With the places of the post, from those of its block. */
export function formulaText({ tex, display, span }: Formula, offset: number): FormulaText {
  return { tex: shiftMapped(tex, offset), display, span: shiftSpan(span, offset) };
}

export function shiftMapped({ text, pieces }: MappedText, by: number): MappedText {
  return { text, pieces: pieces.map(({ at, source }) => ({ at, source: source + by })) };
}
