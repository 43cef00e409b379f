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
  listsEndParagraphs: true,
  breaksEndParagraphs: true,
  indentEndsParagraphs: false,
  code: 'run',
  leavesReferences: false,
  fences: 'commonmark',
  hashes: 'commonmark',
  tables: {
    dashes: /^/,
    endParagraphs: true,
    escapesPipes: true,
    rows: 'commonmark',
    others: 'none',
  },
  commentsEndParagraphs: true,
  htmlBlocks: 'commonmark',
};
