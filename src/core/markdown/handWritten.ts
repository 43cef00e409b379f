// Equations named by a number written by hand: 式(15), 公式$(1)$, （3）式, Eq. (3), 式(1)、(2)和(3), Eqs. (1)–(3).
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
/** Joins two numbers of a list; a comma alone may begin something else: 由式(1)，(2) 成立. */
const joint = '(?:[~～–—-]|\\$\\\\sim\\$|[和与及或到至]|以及|(?:and|or|to)\\b|&)';
const comma = '\\s*[,，、]\\s*';
const listed = `${bracketed}(?:(?:${comma}${bracketed}){0,8}[,，]?\\s*${joint}\\s*${bracketed}|\\s*、\\s*${bracketed}){0,8}`;
const pattern = new RegExp(
  `(?:${nouns}\\s*|${english})(${listed})|(${listed})\\s*[两二三四几]?式`,
  'g',
);
const each = new RegExp(bracketed, 'g');
/** All that stands between two numbers of one list. */
export const betweenListed = new RegExp(`^(?:${comma}|[,，]?\\s*${joint}\\s*)$`);

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
    const listStart = match.index + match[0].indexOf(part);
    for (const [one, at] of numbersIn(part)) {
      const start = listStart + at;
      const inAddress = start >= (tokenOver(links, start)?.labelEnd ?? Infinity);
      if (inAddress || tokenOver(hidden, start) !== null) continue;
      const number = one.replace(/[$()（）\s]/g, '');
      const numberStart = start + one.search(/\d/);
      numbers.push({ number, start, end: start + one.length, numberStart });
    }
  }
  return numbers;
}

function numbersIn(list: string): readonly (readonly [text: string, at: number])[] {
  return [...list.matchAll(each)].map(({ 0: text, index }) => [text, index]);
}
