// Equations named by a number written by hand: 式(15), 公式$(1)$, （3）式, Eq. (3).
import type { InlineScan } from './inline.js';

export interface InlineNumber {
  readonly number: string;
  readonly start: number;
  readonly end: number;
}

/** `(3)`, `（3）`, `$(3)$`, `(2.4)`, `(3a)`. */
const bracketed = '\\$?\\s?[(（]\\s*(\\d+(?:[.\\-–]\\d+)*[a-z]?)\\s*[)）]\\s?\\$?';
const pattern = new RegExp(
  [
    `(?:式子?|公式|方程组?)\\s*(${bracketed})`,
    `(${bracketed})\\s*式`,
    `\\b(?:[Ee]qs?\\.|[Ee]quations?|[Ff]ormula)[\\s~]*(${bracketed})`,
  ].join('|'),
  'g',
);

/** 形式(1), 方式(2), 模式（7.4.2）, 程式, … name no equation. */
const otherWords = /[形方模样格款范仪程版各招]$/;

export function findHandWritten(text: string, scan: InlineScan): InlineNumber[] {
  if (!/[式程Ee]q?|[Ff]ormula/.test(text) || !/\d\s*[)）]/.test(text)) return [];
  const numbers: InlineNumber[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const part = match[1] ?? match[3] ?? match[5] ?? '';
    const number = match[2] ?? match[4] ?? match[6] ?? '';
    const start = match.index + match[0].indexOf(part);
    if (
      match[1] !== undefined &&
      match[0].startsWith('式') &&
      otherWords.test(text.slice(0, match.index))
    )
      continue;
    if (!isHidden(scan, start)) numbers.push({ number, start, end: start + part.trimEnd().length });
  }
  return numbers;
}

/** In code, a comment or an address; a formula that holds nothing but the number is none of them. */
function isHidden(scan: InlineScan, at: number): boolean {
  return scan.tokens.some(
    (token) =>
      token.start <= at &&
      at < token.end &&
      (token.kind === 'code' ||
        token.kind === 'comment' ||
        token.kind === 'html' ||
        token.kind === 'autolink' ||
        (token.kind === 'link' && at >= token.labelEnd)),
  );
}
