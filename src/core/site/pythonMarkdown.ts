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
  listMarks: 'commonmark',
  fences: 'open',
  listsEndParagraphs: false,
  needsBlankLines: false,
  breaksEndParagraphs: true,
  indentEndsParagraphs: false,
  indentedCode: 'indented',
  code: 'run',
  tags: 'loose',
  leavesReferences: false,
  tables: { dashes: /\|/, endParagraphs: false, escapesPipes: true, others: 'none' },
  commentsEndParagraphs: true,
  htmlBlocks: 'elements',
};

export const arithmatex: EngineRules = {
  ...pythonMarkdown,
  readsOnlyProtected: true,
  // Math comes before tags.
  tags: 'commonmark',
  protects: [
    { open: '$$', close: '$$', where: 'inline', written: 'element' },
    { open: '$', close: '$', where: 'inline', written: 'element' },
    { open: '\\(', close: '\\)', where: 'inline', written: 'element' },
    { open: '$$', close: '$$', where: 'chunk', written: 'element' },
    { open: '\\[', close: '\\]', where: 'chunk', written: 'element' },
    { open: '\\begin', close: '\\end', where: 'chunk', written: 'element' },
  ],
};
