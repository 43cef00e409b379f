// References that LaTeX has and MathJax lacks: \cref{eq:a}, \autoref{eq:a}, \hyperref[eq:a]{…}, …
import type { InlineScan } from './inlineScan.js';
import { hiddenTokens, tokenOver } from './tokenLookup.js';

export interface InlineLatexReference {
  readonly command: string;
  readonly keys: string;
  readonly start: number;
  readonly end: number;
}

const pattern =
  /(?<!\\)\\(?:([cC]ref|autoref|pageref|nameref|vref)\*?\s*\{([^{}]*)\}|(hyperref)\s*\[([^[\]]*)\])/g;

/** A quick look before the slow one. */
const mayRefer = /\\(?:[cC]|auto|page|name|v|hyper)ref/;

const none: readonly InlineLatexReference[] = [];

export function findLatexReferences(
  text: string,
  scan: InlineScan,
): readonly InlineLatexReference[] {
  if (!mayRefer.test(text)) return none;
  const hidden = hiddenTokens(scan.tokens);
  return [...text.matchAll(pattern)]
    .filter(({ index }) => tokenOver(hidden, index) === null)
    .map(({ index, 0: whole, 1: command, 2: keys, 3: other = '', 4: otherKey = '' }) => ({
      command: command ?? other,
      keys: keys ?? otherKey,
      start: index,
      end: index + whole.length,
    }));
}
