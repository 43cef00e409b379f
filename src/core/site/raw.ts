// A site whose Markdown never touches math: a CMS with raw text, an engine that knows every delimiter.
import type { EngineRules } from './engine.js';

export const raw: EngineRules = {
  protects: 'all',
  readsOnlyProtected: false,
  escapes: '',
  breaksAtBackslash: 'never',
  escapesAll: true,
  displaysHoldLines: true,
  emphasis: 'commonmark',
  typography: null,
  underlines: 'paragraph',
  listsEndParagraphs: true,
  breaksEndParagraphs: true,
  indentEndsParagraphs: false,
  code: 'run',
  tags: 'commonmark',
  leavesReferences: false,
  tables: { dashes: /^/, endParagraphs: true, escapesPipes: true, others: 'none' },
  commentsEndParagraphs: true,
  htmlBlocks: 'commonmark',
};
