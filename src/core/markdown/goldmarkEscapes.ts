// Backslashes that Goldmark takes for escaped. A line that ends with one that is not alone there has the
// first character of the next line for escaped; and what Goldmark splits the text at, it unescapes apart.
import { isAsciiPunctuation, isSpace } from './characters.js';

/** Where inline constructs may begin; with a passthrough also at `$` and backslashes. */
const starts = /['"\-.,<>[\]!~ (`]/;
const startsPassing = /['"\-.,<>[\]!~ (`$\\]/;

/**
 * Where the line's end and the backslashes behind it end that are escaped, by the one at `at` and by
 * each other. The last of an even number escapes what comes next.
 */
export function behindLeftBackslash(text: string, at: number): number {
  const first = lineStartBehind(text, at);
  const count = runLength(text, first);
  return count === 0 ? first : first + count - (count % 2 === 0 ? 1 : 0);
}

/** How many of those backslashes stand in the page; `isConstruct` tells what begins no text. */
export function leftBackslashes(
  text: string,
  at: number,
  passes: boolean,
  isConstruct: (at: number) => boolean,
): number {
  const first = lineStartBehind(text, at);
  const end = behindLeftBackslash(text, at);
  const runEnd = first + runLength(text, first);
  const split = splitOf(text, first, passes ? startsPassing : starts, isConstruct);
  const left =
    keptOf(text, first, Math.min(split, runEnd), split) + keptOf(text, split, runEnd, Infinity);
  // What the last one escapes is no concern of those before it.
  const isTaken = runEnd > end && isAsciiPunctuation(text.charCodeAt(runEnd));
  return runEnd > end && !isTaken ? left - 1 : left;
}

/** Behind a backslash at the end of a line, and the blanks before what comes next. */
export function lineStartBehind(text: string, at: number): number {
  let first = at + 2;
  while (isSpace(text.charCodeAt(first))) first++;
  return first;
}

function runLength(text: string, from: number): number {
  let end = from;
  while (text.charCodeAt(end) === 92) end++;
  return end - from;
}

/** The first construct of the line, or the last character where one might begin. */
function splitOf(
  text: string,
  first: number,
  mayStart: RegExp,
  isConstruct: (at: number) => boolean,
): number {
  let last = Infinity;
  for (let at = first + 1; at < text.length && text.charCodeAt(at) !== 10; at++) {
    if (isConstruct(at)) return at;
    // Stars and underscores that begin nothing go with the text before them.
    if (/[*_]/.test(text.charAt(at))) last = at + 1;
    else if (mayStart.test(text.charAt(at))) last = at;
    if (text.charCodeAt(at) === 92 && text.charCodeAt(at + 1) !== 10) at++;
  }
  return last;
}

/** How many backslashes from `from` to `to` stand in the page, if the text ends at `textEnd`. */
function keptOf(text: string, from: number, to: number, textEnd: number): number {
  if (to <= from) return 0;
  const count = to - from;
  const escapes = count % 2 === 1 && to < textEnd && isAsciiPunctuation(text.charCodeAt(to));
  return escapes ? (count - 1) / 2 : Math.ceil(count / 2);
}
