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
  quotesHoldLines: true,
  emphasis: 'kramdown',
  typography: 'kramdown',
  underlines: 'line',
  lists: 'spaced',
  fences: 'closed',
  hashes: 'commonmark',
  listsEndParagraphs: true,
  needsBlankLines: true,
  breaksEndParagraphs: false,
  indentEndsParagraphs: false,
  indentedCode: 'lazy',
  constructs: 'first',
  code: 'first',
  tags: 'xml',
  tables: {
    dashes: /^/,
    endParagraphs: false,
    rows: 'commonmark',
    escapesPipes: true,
    takesEscapes: true,
    others: 'pipes',
  },
  commentsEndParagraphs: false,
  htmlBlocks: 'xml',
};
