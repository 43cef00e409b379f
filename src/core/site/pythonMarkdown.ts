// Python-Markdown, the engine of MkDocs, without and with its extension for math, arithmatex.
import type { EngineRules } from './engine.js';

export const pythonMarkdown: EngineRules = {
  protects: [],
  readsOnlyProtected: false,
  escapes: '\\`*_{}[]()>#+-.!|',
  breaksAtBackslash: 'never',
  escapesAll: false,
  displaysHoldLines: false,
  emphasis: 'python',
  typography: null,
  underlines: 'line',
  listsEndParagraphs: false,
  breaksEndParagraphs: true,
  indentEndsParagraphs: false,
  code: 'run',
  leavesReferences: false,
  fences: 'python',
  hashes: 'python',
  tables: {
    dashes: /\|/,
    endParagraphs: false,
    escapesPipes: true,
    rows: 'python',
    others: 'none',
  },
  commentsEndParagraphs: true,
  htmlBlocks: 'python',
};

export const arithmatex: EngineRules = {
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
