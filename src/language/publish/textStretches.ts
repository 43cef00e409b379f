// Where the TeX of a formula is text: the arguments of `\text` and its like.
import { closingBrace } from '../../core/numbering/texInput.js';
import type { Span } from '../../core/text/span.js';

export const textStyles: readonly string[] = [
  ...['text', 'textrm', 'textit', 'textbf', 'textsf', 'texttt', 'textnormal', 'textup'],
  ...['mbox', 'hbox', 'fbox', 'intertext'],
];

const textCommand = new RegExp(`\\\\(?:${textStyles.join('|')})\\s*\\{`, 'g');

/** The outermost, in order. */
export function textStretches(tex: string): readonly Span[] {
  const stretches: Span[] = [];
  for (const { 0: head, index } of tex.matchAll(textCommand)) {
    const start = index + head.length;
    if (start < (stretches.at(-1)?.end ?? 0)) continue;
    const end = closingBrace(tex, start, tex.length);
    if (end < 0) break;
    stretches.push({ start, end });
  }
  return stretches;
}

export function isWithin(spans: readonly Span[], place: number): boolean {
  return spans.some(({ start, end }) => start <= place && place < end);
}
