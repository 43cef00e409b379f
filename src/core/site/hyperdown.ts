// HyperDown, the engine of Typecho: dollars on one line are math, or a block whose `$$` stand alone.
import type { EngineRules } from './engine.js';

export const hyperdown: EngineRules = {
  protects: [
    { open: '$', close: '$', where: 'line', written: 'text' },
    { open: '$$', close: '$$', where: 'fences', written: 'text' },
  ],
  readsOnlyProtected: false,
  escapes: '-[]/{}()*+?.\\^$|',
  breaksAtBackslash: 'never',
  escapesAll: true,
  displaysHoldLines: false,
  emphasis: 'hyperdown',
  typography: null,
  underlines: 'last',
  listsEndParagraphs: true,
  breaksEndParagraphs: true,
  indentEndsParagraphs: true,
  code: 'line',
  leavesReferences: true,
  fences: 'commonmark',
  hashes: 'commonmark',
  tables: {
    dashes: /^(?=.*[|+])\|?[ :]*-{2,}[ :]*(?:[|+][ :]*-{2,}[ :]*)*\|?$/,
    endParagraphs: true,
    escapesPipes: false,
    rows: 'commonmark',
    others: 'dashes',
  },
  commentsEndParagraphs: true,
  htmlBlocks: 'lines',
};
