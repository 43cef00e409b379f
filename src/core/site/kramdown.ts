// kramdown, the engine of Jekyll: `$$…$$` is math, in a paragraph inline and alone a display.
import type { EngineRules } from './engine.js';

export const kramdown: EngineRules = {
  protects: [
    { open: '$$', close: '$$', where: 'inline', written: 'round' },
    { open: '$$', close: '$$', where: 'block', written: 'round' },
  ],
  readsOnlyProtected: false,
  escapes: '\\.*_+`<>()[]{}#!:|"\'$=-~',
  breaksAtBackslash: 'decoded',
  escapesAll: false,
  displaysHoldLines: false,
  emphasis: 'kramdown',
  typography: 'kramdown',
  underlines: 'line',
  listMarks: 'spaced',
  fences: 'closed',
  listsEndParagraphs: true,
  needsBlankLines: true,
  breaksEndParagraphs: false,
  indentEndsParagraphs: false,
  indentedCode: 'lazy',
  code: 'first',
  tags: 'xml',
  leavesReferences: false,
  tables: { dashes: /^/, endParagraphs: false, escapesPipes: true, others: 'pipes' },
  commentsEndParagraphs: false,
  htmlBlocks: 'xml',
};
