// Finds what counts inside `\text{…}`: formulas between dollars or `\(…\)`, and references.
import type { Span } from '../text/span.js';
import { closingBrace, type Origin } from './texInput.js';

export type FoundInText =
  | { readonly kind: 'formula'; readonly origin: Origin }
  | {
      readonly kind: 'reference';
      readonly command: 'ref' | 'eqref';
      readonly key: string;
      readonly span: Span;
      readonly keySpan: Span;
    };

const referenceAt = /\\(ref|eqref)\s*\{/y;

/** In order. A formula that is never closed ends the search, as it ends MathJax's. */
export function findInText(origin: Origin): readonly FoundInText[] {
  const { text, end } = origin;
  const found: FoundInText[] = [];
  for (let at = origin.start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) {
      const reference = referenceIn(origin, at);
      if (reference !== null) {
        found.push(reference.found);
        at = reference.last;
      } else if (text.charCodeAt(at + 1) === 40) {
        const close = closing(text, at + 2, end, '\\)');
        if (close < 0) break;
        found.push({ kind: 'formula', origin: { ...origin, start: at + 2, end: close } });
        at = close + 1;
      } else at++;
    } else if (code === 36) {
      const close = closing(text, at + 1, end, '$');
      if (close < 0) break;
      found.push({ kind: 'formula', origin: { ...origin, start: at + 1, end: close } });
      at = close;
    }
  }
  return found;
}

function referenceIn(origin: Origin, at: number): { found: FoundInText; last: number } | null {
  referenceAt.lastIndex = at;
  const match = referenceAt.exec(origin.text);
  if (match === null) return null;
  const start = at + match[0].length;
  const last = closingBrace(origin.text, start, origin.end);
  if (last < 0) return null;
  const command = match[1] === 'eqref' ? 'eqref' : 'ref';
  const key = origin.text.slice(start, last);
  const span = spanOf(origin, at, last + 1);
  const keySpan = spanOf(origin, start, last);
  return { found: { kind: 'reference', command, key, span, keySpan }, last };
}

function spanOf({ macro, offset }: Origin, start: number, end: number): Span {
  return macro ?? { start: offset + start, end: offset + end };
}

function closing(text: string, from: number, end: number, mark: string): number {
  let depth = 0;
  for (let at = from; at < end; at++) {
    if (depth === 0 && text.startsWith(mark, at)) return at;
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 123) depth++;
    else if (code === 125 && depth > 0) depth--;
  }
  return -1;
}
