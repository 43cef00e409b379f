// Where the scanner does not follow an engine, by what stands at the first formula that differs, and how
// often that is so among the generated posts.
import type { AnsweredEngine } from './answers.js';

interface Limit {
  readonly reason: string;
  /** What the lines look like in which the formula stands. */
  readonly pattern: RegExp;
}

const table: Limit = {
  reason:
    'a table has more cells in a row than in its head, or no head, or no blank line before it',
  pattern: /^[ >]*(?:[-*+] +|1\. +)?(?:\|[ :]*-|-+[ :]*\|)[ :|-]*\r?$/m,
};
const declaration: Limit = {
  reason: 'what begins like a comment or a declaration, and does not end like one',
  pattern: /<!(?!--[^>])|<!--(?:(?!-->)[^])*$/,
};
const commentInItem: Limit = {
  reason: 'a comment in an item of a list',
  pattern: /^ *(?:[-*+]|1\.) [^]*<!--/m,
};
const looseItem: Limit = {
  reason: 'a blank line in an item of a list',
  pattern: /^(?:[-*+]|1\.) [^]*\n\r?\n/m,
};
const longComment: Limit = {
  reason: 'a comment of several lines is text',
  pattern: /<!--(?:(?!-->).)*\r?\n/,
};
const carriageReturn: Limit = {
  reason: 'a quote at the end of a line that ends with a carriage return, too',
  pattern: /['"]\r/,
};
const displayInItem: Limit = {
  reason: 'a display in an item of a list stands in a paragraph if the list is loose',
  pattern: /^(?:[-*+]|1\.) /m,
};
const openFence: Limit = {
  reason: 'code that is fenced has no end',
  pattern: /^[ >]*(?:```|~~~)/m,
};
const waveTick: Limit = { reason: 'a wave before a backtick', pattern: /~`/ };
const leftBackslash: Limit = {
  reason: 'three backslashes at the end of a line',
  pattern: /\\{3}\r?\n/,
};
const angles: Limit = {
  reason: 'emphasis and angle brackets overlap',
  pattern: /<[^<>]*[*_]|[*_][^<>]*>/,
};
const strayTag: Limit = {
  reason: 'a tag with what stands in no tag',
  pattern: /<\/?[a-z][^<>]*[^a-z0-9\s<>/"'=-]/i,
};
const openTag: Limit = { reason: 'a tag that does not end', pattern: /<\/?[a-z]/i };
const restarted: Limit = {
  reason: 'two stars before text that one star ends',
  pattern: /\*\*[^*]+\*(?!\*)/,
};
const quotedList: Limit = {
  reason: 'in a quote or an item a mark of a list begins no list',
  pattern: /^(?:>|[-*+] |1\. |\s*$)/,
};
const quotedItem: Limit = {
  reason: 'a quote takes the items of a list that touch it',
  pattern: /^>[^]*\n[-*+] /m,
};
const bracketsInLabel: Limit = { reason: 'brackets in the label of a link', pattern: /\[.*\]\(/s };
const emptyItem: Limit = { reason: 'an item of a list without text', pattern: /^ *[-*+] *\r?$/m };
const indentedCode: Limit = {
  reason: 'a line in an item that is indented by four columns more',
  pattern: /^(?:[-*+]|1\.) [^]*\n {6}/,
};
const nested: Limit = {
  reason: 'a formula that the engine puts into another one',
  pattern: /\$[^]*(?:\$|\\\(|\\\[|`)[^]*\$/,
};
const roundEnds: Limit = { reason: 'an end delimiter in a display', pattern: /\\[\])]/ };
const hash: Limit = { reason: 'a hash before what is no heading', pattern: /^#/m };
const brackets: Limit = { reason: 'angle brackets', pattern: /[<>]/ };
const touching: Limit = {
  reason: 'a display touches a line of blanks at the beginning of a post, or a quote',
  pattern: /^\s*\\begin/,
};
const mathBehindItem: Limit = {
  reason: 'two dollars alone on a line behind one that looks like an item of a list',
  pattern: /^ *(?:[-*+]|1\.) [^]*\$\$\s*$/m,
};

/** The first limit that the place falls under explains it. */
export const limits: Readonly<Record<AnsweredEngine, readonly Limit[]>> = {
  'markdown-it': [commentInItem],
  marked: [table, declaration, waveTick, angles, emptyItem, bracketsInLabel, looseItem],
  goldmark: [table, declaration, carriageReturn, leftBackslash, quotedList],
  'goldmark-passthrough': [
    ...[table, declaration, carriageReturn, leftBackslash, displayInItem, openTag],
  ],
  kramdown: [quotedItem],
  hyperdown: [table, longComment, bracketsInLabel, emptyItem, indentedCode, mathBehindItem],
  'python-markdown': [...[table, openFence, restarted, strayTag, quotedList, openTag, brackets]],
  arithmatex: [table, openFence, hash, quotedList, openTag, nested, roundEnds, touching],
};
