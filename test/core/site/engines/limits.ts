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
const openFence: Limit = {
  reason: 'code that is fenced has no end',
  pattern: /^[ >]*(?:```|~~~)/m,
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

/** The first limit that the place falls under explains it. */
export const limits: Readonly<Record<AnsweredEngine, readonly Limit[]>> = {
  'markdown-it': [commentInItem],
  marked: [commentInItem],
  goldmark: [commentInItem, openQuote],
  'goldmark-passthrough': [acrossBlocks, commentInItem, leftBackslash, eatenTag],
  kramdown: [quotedItem],
  hyperdown: [],
  'python-markdown': [...[table, openFence, restarted, strayTag, quotedList, openTag, brackets]],
  arithmatex: [table, openFence, hash, quotedList, openTag, nested, roundEnds, touching],
};
