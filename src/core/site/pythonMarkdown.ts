// Python-Markdown, the engine of MkDocs, without and with its extension for math, arithmatex.
import type { EngineRules } from './engine.js';

export const pythonMarkdown: EngineRules = {
  protects: [],
  readsOnlyProtected: false,
  escapes: '\\`*_{}[]()>#+-.!|',
  breaksAtBackslash: 'never',
  escapesAll: false,
  displaysHoldLines: false,
  quotesHoldLines: false,
  emphasis: 'commonmark',
  typography: null,
  underlines: 'line',
  lists: 'commonmark',
  fences: 'python',
  hashes: 'python',
  listsEndParagraphs: false,
  needsBlankLines: false,
  breaksEndParagraphs: true,
  indentEndsParagraphs: false,
  indentedCode: 'indented',
  constructs: 'python',
  code: 'run',
  tags: 'commonmark',
  tables: {
    dashes: /\|/,
    endParagraphs: false,
    rows: 'python',
    escapesPipes: true,
    takesEscapes: true,
    others: 'none',
  },
  commentsEndParagraphs: true,
  htmlBlocks: 'python',
};

/**
 * With no extension that finds code but MkDocs's own: the data that the engine is held to. Sites that
 * name arithmatex have superfences of the same package, by which code stands in items, too.
 */
export const plainArithmatex: EngineRules = {
  ...pythonMarkdown,
  readsOnlyProtected: true,
  escapes: `${pythonMarkdown.escapes}$`,
  protects: [
    { open: '$$', close: '$$', where: 'inline', written: 'element' },
    { open: '$', close: '$', where: 'inline', written: 'element' },
    { open: '\\(', close: '\\)', where: 'inline', written: 'element' },
    { open: '$$', close: '$$', where: 'chunk', written: 'element' },
    { open: '\\[', close: '\\]', where: 'chunk', written: 'element' },
    { open: '\\begin', close: '\\end', where: 'chunk', written: 'element' },
  ],
};

export const arithmatex: EngineRules = { ...plainArithmatex, fences: 'open' };
