// CommonMark engines that know nothing of math; markdown-it is the one that others are told from.
import type { EngineRules } from './engine.js';

export const commonmark: EngineRules = {
  protects: [],
  readsOnlyProtected: false,
  escapes: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  breaksAtBackslash: 'always',
  escapesAll: true,
  displaysHoldLines: false,
  emphasis: 'commonmark',
  typography: null,
  underlines: 'paragraph',
  listMarks: 'commonmark',
  fences: 'open',
  listsEndParagraphs: true,
  needsBlankLines: false,
  breaksEndParagraphs: true,
  indentEndsParagraphs: false,
  indentedCode: 'indented',
  code: 'run',
  tags: 'commonmark',
  leavesReferences: false,
  tables: { dashes: /^/, endParagraphs: true, escapesPipes: true, others: 'none' },
  commentsEndParagraphs: true,
  htmlBlocks: 'commonmark',
};
