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
const pipes: Limit = {
  reason:
    'lines with pipes in an item, in HTML, or before what is no blank line are a table, or are none',
  pattern: /^.*\|.*$/m,
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
const openTag: Limit = { reason: 'a tag that does not end', pattern: /<\/?[a-z]/i };
const quotedList: Limit = {
  reason: 'in a quote or an item a mark of a list begins no list',
  pattern: /^(?:>|[-*+] |1\. |\s*$)/,
};
const bracketsInLabel: Limit = { reason: 'brackets in the label of a link', pattern: /\[.*\]\(/s };
const emptyItem: Limit = { reason: 'an item of a list without text', pattern: /^ *[-*+] *\r?$/m };
const indentedCode: Limit = {
  reason: 'a line in an item that is indented by four columns more',
  pattern: /^(?:[-*+]|1\.) [^]*\n {6}/,
};
const hash: Limit = { reason: 'a hash before what is no heading', pattern: /^#/m };
const brackets: Limit = { reason: 'angle brackets', pattern: /[<>]/ };
const boundary: Limit = {
  reason: 'a display of kramdown before what is no blank line',
  pattern: /\$\$[^\S\n]*\r?\n|\n[^\S\n]*\$\$/,
};
const circumflex: Limit = { reason: 'a line of one circumflex ends a block', pattern: /^\^\s*$/m };
const quotes: Limit = { reason: 'a quote behind a wave', pattern: /~["']/ };
const mathBehindItem: Limit = {
  reason: 'two dollars alone on a line behind one that looks like an item of a list',
  pattern: /^ *(?:[-*+]|1\.) [^]*\$\$\s*$/m,
};

const quoteInItem: Limit = {
  reason: 'a line that begins like a quote in an item, and is not indented',
  pattern: /^1\. .*\n>/m,
};
const gapInItem: Limit = {
  reason: 'what is behind a blank line in an item, and indented by less than four columns',
  pattern: /^- [^]*\n[^\S\n]*\n {1,3}\S/m,
};
const blankStart: Limit = {
  reason: 'a post begins with a line of blanks, which belongs to the lines behind it',
  pattern: /^ +\r?\n\S/,
};
const breakInItem: Limit = {
  reason: 'a thematic break in an item ends its list',
  pattern: /^\+ [^]*\n {1,3}---/m,
};
const tagAroundMath: Limit = {
  reason: 'what begins like a tag takes the tag of a formula in, and shows what is stashed',
  pattern: /a<b/,
};
const readAgain: Limit = {
  reason: 'a delimiter that the engine has written is read with the text behind it once more',
  pattern: / \$\\\$\n/,
};

/** The first limit that the place falls under explains it. */
export const limits: Readonly<Record<AnsweredEngine, readonly Limit[]>> = {
  'markdown-it': [commentInItem],
  marked: [table, declaration, waveTick, angles, emptyItem, bracketsInLabel, looseItem],
  goldmark: [table, declaration, carriageReturn, leftBackslash, quotedList],
  'goldmark-passthrough': [
    ...[table, declaration, carriageReturn, leftBackslash, displayInItem, openTag],
  ],
  kramdown: [
    ...[table, declaration, openFence, boundary, circumflex, quotes, openTag, pipes, hash],
  ],
  hyperdown: [table, longComment, bracketsInLabel, emptyItem, indentedCode, mathBehindItem],
  'python-markdown': [quoteInItem, gapInItem, blankStart],
  arithmatex: [blankStart, breakInItem, tagAroundMath, readAgain],
};
