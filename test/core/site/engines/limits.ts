// Where the scanner does not follow an engine, by what in a post it is about, and how often that is so
// among the generated posts. There it mostly finds no formula where the engine leaves one.
import type { AnsweredEngine } from './answers.js';

interface Limit {
  readonly reason: string;
  readonly pattern: RegExp;
}

const htmlBlock: Limit = {
  reason: 'an HTML block or a comment on a line of its own ends elsewhere',
  pattern: /^(?:> |- |\s*)?(?:<div>|<!--)/m,
};
const table: Limit = { reason: 'a row of a table is cut into cells elsewhere', pattern: /^\|/m };
const tag: Limit = {
  reason:
    'what begins like a tag in a formula and ends behind it hides text in a browser, unlike in the page that was asked',
  pattern: /<\/?[a-z!]/i,
};
const dollars: Limit = {
  reason: 'three dollars in a row, or one that is escaped or alone',
  pattern: /\$\$\$|\\\$|\d\$/,
};
const otherLines: Limit = {
  reason: 'lines that look like a list, a heading, a quote or a rule end a paragraph elsewhere',
  pattern: /^(?:> ?)*\s*(?:[-+*]|\d+\.|#+|>|===|---|=)(?:\s|$)/m,
};
const backslashes: Limit = { reason: 'a run of three or more backslashes', pattern: /\\{3}/ };
const quotes: Limit = { reason: 'quotes that may open or close', pattern: /['"]/ };
const code: Limit = { reason: 'code that overlaps a formula', pattern: /`/ };
const pipes: Limit = { reason: 'pipes outside of tables', pattern: /\|/ };
const returns: Limit = { reason: 'lines that end with a carriage return, too', pattern: /\r/ };
const touching: Limit = {
  reason: 'two displays on lines that touch are one block, and blanks are a display',
  pattern: /\$\$\r?\n/,
};
const blanks: Limit = { reason: 'blanks before the first line of a post', pattern: /^\s/ };
const openFence: Limit = {
  reason: 'two dollars alone on a line that do not begin and end the same block',
  pattern: /^(?:> ?|- )*\s*\$\$\s*$/m,
};
const footnote: Limit = { reason: 'a bracket before a circumflex is a footnote', pattern: /\[\^/ };
const mark: Limit = {
  reason: 'a line of one circumflex ends a block of kramdown',
  pattern: /^\^\s*$/m,
};
const quotedRows: Limit = {
  reason: 'what is passed through a quote keeps the marks of the quote',
  pattern: /^>/m,
};

/** The first limit that a post falls under explains it. */
export const limits: Readonly<Record<AnsweredEngine, readonly Limit[]>> = {
  'markdown-it': [htmlBlock, pipes, dollars],
  marked: [table, htmlBlock, dollars, otherLines, quotes],
  goldmark: [table, htmlBlock, returns, tag, backslashes, otherLines],
  'goldmark-passthrough': [tag, quotedRows, table, dollars, backslashes, otherLines],
  kramdown: [dollars, table, htmlBlock, mark, otherLines, backslashes, quotes, openFence, tag],
  hyperdown: [
    ...[table, openFence, footnote, htmlBlock, dollars, otherLines, code, tag, mark, quotes],
  ],
  'python-markdown': [otherLines, htmlBlock, table, quotes, tag, pipes, dollars],
  arithmatex: [table, htmlBlock, otherLines, dollars, code, backslashes, touching, blanks, tag],
};
