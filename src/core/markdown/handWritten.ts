// Equations named by a number written by hand: 式(15), 公式$(1)$, （3）式, Eq. (3).
import type { InlineScan } from './inlineScan.js';
import { hiddenTokens, isLink, tokenOver } from './tokenLookup.js';

/** `start` to `end` is the number with its parentheses, and with the dollars that hold nothing else. */
export interface InlineNumber {
  readonly number: string;
  readonly start: number;
  readonly end: number;
  readonly numberStart: number;
}

const digits = '\\d+(?:[.\\-–]\\d+)*[a-z]?';
/** `(3)`, `（3）`, `$(2.4)$`, `(3a)`. */
export const bracketed = `(?:\\$\\s*[(（]\\s*${digits}\\s*[)）]\\s*\\$|[(（]\\s*${digits}\\s*[)）])`;
/** 形式(1), 方式(2), 模式（7.4.2）, 程式, … name no equation, but 方程式 does. */
export const nouns = '(?:公式|方程[组式]?|(?<![形方模样格款范仪程版各招])式子?)';
export const english = '\\b(?:[Ee]qn?s?\\.?|[Ee]quations?|[Ff]ormula)[\\s~]*';
const pattern = new RegExp(`(?:${nouns}\\s*|${english})(${bracketed})|(${bracketed})\\s*式`, 'g');

/** Quick looks before the slow one. */
const mayName = /式|方程|[Ee]q|ormula/;
const mayBeNumber = /\d\s*[)）]/;

function mayHoldNumber(text: string): boolean {
  if (!text.includes(')') && !text.includes('）')) return false;
  return mayBeNumber.test(text) && mayName.test(text);
}

const none: readonly InlineNumber[] = [];

export function findHandWritten(text: string, scan: InlineScan): readonly InlineNumber[] {
  if (!mayHoldNumber(text)) return none;
  const numbers: InlineNumber[] = [];
  const hidden = hiddenTokens(scan.tokens);
  const links = scan.tokens.filter(isLink);
  for (const match of text.matchAll(pattern)) {
    const part = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].indexOf(part);
    const inAddress = start >= (tokenOver(links, start)?.labelEnd ?? Infinity);
    if (inAddress || tokenOver(hidden, start) !== null) continue;
    const number = part.replace(/[$()（）\s]/g, '');
    const numberStart = start + part.search(/\d/);
    numbers.push({ number, start, end: start + part.length, numberStart });
  }
  return numbers;
}
