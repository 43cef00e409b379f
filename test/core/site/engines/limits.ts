// Where the scanner does not follow an engine, by what stands at the first formula that differs, and how
// often that is so among the generated posts.
import type { AnsweredEngine } from './answers.js';

interface Limit {
  readonly reason: string;
  /** What the lines look like in which the formula stands. */
  readonly pattern: RegExp;
}

/** `- \\begin{a}\n  <!-- c -->\n  \\end{a}`: a list without blank lines has no paragraphs, and its texts join. */
const commentInItem: Limit = {
  reason: 'a comment in an item of a list: `- $a`, `  <!-- c -->`, `  b$` is one formula',
  pattern: /^ *(?:[-*+]|1\.) [^]*<!--/m,
};
const openQuote: Limit = {
  reason:
    "a quote at a line's end closes one that another block has left open: `'a`, ``, `$f'`, `$`",
  pattern: /['"](?:\\|\$|\r?\n)/,
};
const leftBackslash: Limit = {
  reason:
    'three backslashes at the end of a line before a delimiter without an end: `x\\\\\\`, `$$`, `\\\\(b\\\\)`',
  pattern: /\\{3}\n\s*\$\$/,
};
const acrossBlocks: Limit = {
  reason:
    'a display alone, or a tag that it begins, goes on in the next block: `$$a<b$$`, ``, `$$c$$`',
  pattern: /(?:\$\$|\\\]|\\end\{[a-z]+\})\r?\n\r?\n(?:\$\$|\\\[|\\begin)/,
};
const eatenTag: Limit = {
  reason:
    'what is passed through begins a tag that takes the one of emphasis in: `$a<b$ *x \\\\(y* z\\\\)`',
  pattern: /<[a-z][^>]*\*/,
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
  marked: [commentInItem],
  goldmark: [commentInItem, openQuote],
  'goldmark-passthrough': [acrossBlocks, commentInItem, leftBackslash, eatenTag],
  kramdown: [],
  hyperdown: [],
  'python-markdown': [quoteInItem, gapInItem, blankStart],
  arithmatex: [blankStart, breakInItem, tagAroundMath, readAgain],
};
