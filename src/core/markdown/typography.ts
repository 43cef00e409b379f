// Straight quotes, dashes and dots as Markdown engines make typographic ones of them, in formulas too.
import type { Typography } from '../site/engine.js';
import type { OpenQuotes, TextPlace } from './textPlace.js';
import { isPunctuation, isUnicodeSpace } from './characters.js';

/** What a character and those behind it become; the text goes on at `end`. */
export interface Typeset {
  readonly text: string;
  readonly end: number;
}

/** Where the text begins that an engine looks at around a mark. */
export interface Reading {
  /** Behind the last construct that is no text. */
  readonly part: number;
  /** Behind what was read last, be it a mark or a delimiter. */
  readonly read: number;
}

/** Asked for the marks of one text in order. */
export type Typesetter = (text: string, at: number, reading: Reading) => Typeset | null;

/** The characters that may become others. */
export const typographicMarks = /['"\-.<>]| (?=>>)/g;

export function typesetterOf(typography: Typography, { returns, quotes }: TextPlace): Typesetter {
  switch (typography) {
    case 'smartypants':
      return smartypants;
    case 'goldmark':
      return new GoldmarkQuotes(returns, quotes ?? { single: 0, double: 0 }).typeset;
    case 'kramdown':
      return kramdownMarks;
  }
}

const dashes: readonly (readonly [string, string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['...', '…'],
];

function dashAt(text: string, at: number): Typeset | null {
  for (const [mark, typographic] of dashes)
    if (text.startsWith(mark, at)) return { text: typographic, end: at + mark.length };
  return null;
}

/** marked reads each line for itself. */
function smartypants(text: string, at: number, { part: start, read }: Reading): Typeset | null {
  const dash = dashAt(text, at);
  const mark = text.charAt(at);
  if (dash !== null || !/['"]/.test(mark)) return dash;
  const before = text.charAt(at - 1);
  const isFirst = at === start || before === '\n';
  const isBehindDash = text.slice(start, at).endsWith('---');
  const opens = isFirst || isBehindDash || (/[-/([{\s]/.test(before) && !isEnDash(text, at, start));
  if (mark === "'") return { text: opens || before === '"' ? '‘' : '’', end: at + 1 };
  const isBehindOpening =
    before === "'" && smartypants(text, at - 1, { part: start, read })?.text === '‘';
  return { text: opens || isBehindOpening ? '“' : '”', end: at + 1 };
}

/** Whether the dash before `at` is the end of `--`, which becomes one of its own. */
function isEnDash(text: string, at: number, start: number): boolean {
  let from = at;
  while (from > start && text.charCodeAt(from - 1) === 45) from--;
  return (at - from) % 3 === 2;
}

/** Goldmark counts the quotes that are open. */
class GoldmarkQuotes {
  readonly #lineEnd: string;
  readonly #open: OpenQuotes;
  /** Behind the run of quotes that was asked about last. */
  #runEnd = 0;

  /** A carriage return at the end of a line is a character of it. */
  constructor(returns: boolean, open: OpenQuotes) {
    this.#open = open;
    this.#lineEnd = returns ? '\r\n' : '\n';
  }

  readonly typeset: Typesetter = (text, at) => {
    const mark = text.charAt(at);
    if (mark === '-' || mark === '.') return dashAt(text, at);
    if (mark === '<' || mark === '>') {
      if (text.charAt(at + 1) !== mark) return null;
      return { text: mark === '<' ? '«' : '»', end: at + 2 };
    }
    const quote = mark === "'" ? this.#singleQuote(text, at) : this.#doubleQuote(text, at);
    return quote === null ? null : { text: quote, end: at + 1 };
  };

  #behindRun(text: string, at: number): number {
    if (at >= this.#runEnd)
      for (this.#runEnd = at + 1; text.charAt(this.#runEnd) === text.charAt(at);) this.#runEnd++;
    return this.#runEnd;
  }

  #singleQuote(text: string, at: number): string | null {
    const { before, open, close } = sides(text, at, this.#behindRun(text, at));
    const line = restOfLine(text, at, this.#lineEnd);
    const opens = open && !close;
    if (opens && (isDecade(line) || isContraction(line))) return '’';
    if (isApostrophe(before, line)) return '’';
    if (opens) {
      this.#open.single++;
      return '‘';
    }
    if (line.length > 2 && !/\p{Nd}/u.test(codePointAt(line, 1))) return '’';
    if (this.#open.single === 0 || !closes(line, open, close)) return null;
    this.#open.single--;
    return '’';
  }

  #doubleQuote(text: string, at: number): string | null {
    const { before, open, close } = sides(text, at, this.#behindRun(text, at));
    const line = restOfLine(text, at, this.#lineEnd);
    if (open && !close) {
      this.#open.double++;
      return '“';
    }
    if (this.#open.double === 0 || !closes(line, open, close)) return null;
    if (line.charAt(1) === '"' && /\p{Nd}/u.test(before)) return null;
    this.#open.double--;
    return '”';
  }
}

/** What the rules look at of the line from `at` on, with its end unless it is the last one. */
function restOfLine(text: string, at: number, lineEnd: string): string {
  const near = text.slice(at, at + 8);
  const end = near.indexOf('\n');
  return end < 0 ? near : near.slice(0, end) + lineEnd;
}

/** 'twas, 'em; between two letters. */
function isApostrophe(before: string, line: string): boolean {
  if ((isMark(before) || isBlank(before)) && /[tenl]/.test(line.charAt(1))) return true;
  return /[\p{L}\p{Nd}]/u.test(before) && /\p{L}/u.test(codePointAt(line, 1));
}

function isDecade(line: string): boolean {
  return /^'\d\ds/.test(line) && (isBlank(codePointAt(line, 4)) || isMark(codePointAt(line, 4)));
}

/** Alice's, I'm, don't, you'd; I've, I'll, you're. */
function isContraction(line: string): boolean {
  const match = /^'(?:[smtd]|ve|ll|re)/.exec(line);
  const next = match === null ? '' : line.charAt(match[0].length);
  return match !== null && (next === '' || /[\s!-/:-@[-`{-~]/.test(next));
}

/** Whether a quote ends what is quoted; one that may begin it, too, only before two marks. */
function closes(line: string, open: boolean, close: boolean): boolean {
  if (!close || !open) return close;
  const [, after = '', next = ''] = line;
  return isMark(after) && (next === '' || /[\s!-/:-@[-`{-~]/.test(next));
}

/** Of a run of quotes, Goldmark looks behind all of it. */
function sides(
  text: string,
  at: number,
  end: number,
): { readonly before: string; readonly open: boolean; readonly close: boolean } {
  const before = at === 0 ? '\n' : codePointBefore(text, at);
  const after = end >= text.length ? ' ' : codePointAt(text, end);
  const open = !isBlank(after) && (!isMark(after) || isBlank(before) || isMark(before));
  const close = !isBlank(before) && (!isMark(before) || isBlank(after) || isMark(after));
  return { before, open, close };
}

function codePointAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function codePointBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.charAt(at - 1);
}

function isMark(character: string): boolean {
  const code = character.codePointAt(0);
  if (code === undefined) return false;
  return code < 128 ? isPunctuation(code) : /\p{P}/u.test(character);
}

function isBlank(character: string): boolean {
  const code = character.codePointAt(0);
  return code !== undefined && isUnicodeSpace(code);
}

function kramdownMarks(text: string, at: number, { read }: Reading): Typeset | null {
  switch (text.charAt(at)) {
    case '<':
    case '>':
      return text.charAt(at + 1) === text.charAt(at) ? guillemet(text, at) : null;
    case ' ':
      return text.startsWith('>>', at + 1) ? { text: '\u00a0»', end: at + 3 } : null;
    case '-':
    case '.':
      return dashAt(text, at);
    default:
      return kramdownQuote(text, at, leftOf(text, at, read));
  }
}

/**
 * kramdown reads a quote together with the character before it, unless that was read before: a bracket
 * as the start of a link, a backtick as that of code.
 */
function leftOf(text: string, at: number, read: number): string {
  const left = text.charAt(at - 1);
  return (at > read || /\s/.test(left)) && !/[[`]/.test(left) ? left : '';
}

function kramdownQuote(text: string, at: number, before: string): Typeset {
  const mark = text.charAt(at);
  const behind = text.slice(at + 1, at + 5);
  const double = before === '' || /\s/.test(before) ? quoteInQuote(mark, behind) : null;
  if (double !== null) return { text: double, end: at + 2 };
  const closes = before === '' ? closesAlone(mark, behind) : closesBehind(before, mark, behind);
  // The first of two quotes is read with the second, as what stands before it.
  if (before === '' && !closes && /^["']/.test(behind))
    return { text: mark + (behind.startsWith("'") ? '’' : '”'), end: at + 2 };
  const [opening, closing] = mark === "'" ? '‘’' : '“”';
  return { text: (closes ? closing : opening) ?? mark, end: at + 1 };
}

function quoteInQuote(mark: string, behind: string): string | null {
  const other = mark === "'" ? '"' : "'";
  if (!behind.startsWith(other) || !isWord(behind.charAt(1))) return null;
  return mark === "'" ? '‘“' : '“‘';
}

/** Where nothing was left before the quote to be read with it. */
function closesAlone(mark: string, behind: string): boolean {
  if (/^[_*]{1,2}\S/.test(behind)) return false;
  if (/^[!-%'-/:-@[-`{-~](?!\.\.)/.test(behind) && isBoundaryless(behind)) return true;
  if (mark === "'" && /^\d\ds/.test(behind)) return true;
  return /^(?:$|\s|s(?![\p{L}\p{M}\p{N}\p{Pc}]))/u.test(behind);
}

function closesBehind(before: string, mark: string, behind: string): boolean {
  if (/\s/.test(before)) return mark === "'" && /^\d\ds/.test(behind);
  return !/[\\[{(-]/.test(before);
}

/** Whether no word begins or ends behind the first character, which is a mark. */
function isBoundaryless(behind: string): boolean {
  return isUnicodeWord(codePointAt(behind, 1)) === isUnicodeWord(behind.charAt(0));
}

function isWord(character: string): boolean {
  return /\w/.test(character);
}

function isUnicodeWord(character: string): boolean {
  return /[\p{L}\p{M}\p{N}\p{Pc}]/u.test(character);
}

function guillemet(text: string, at: number): Typeset {
  return text.charAt(at) === '<' ? openingGuillemet(text, at) : { text: '»', end: at + 2 };
}

/** A blank inside is one that does not break. */
function openingGuillemet(text: string, at: number): Typeset {
  return text.charAt(at + 2) === ' '
    ? { text: '«\u00a0', end: at + 3 }
    : { text: '«', end: at + 2 };
}
