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
  quotesHoldLines: false,
  emphasis: 'hyperdown',
  typography: null,
  underlines: 'last',
  lists: 'loose',
  fences: 'open',
  hashes: 'commonmark',
  listsEndParagraphs: true,
  needsBlankLines: false,
  breaksEndParagraphs: true,
  indentEndsParagraphs: true,
  indentedCode: 'indented',
  constructs: 'turns',
  code: 'run',
  tags: 'commonmark',
  tables: {
    dashes: /^(?=.*[|+])\|?[ :]*-{2,}[ :]*(?:[|+][ :]*-{2,}[ :]*)*\|?$/,
    endParagraphs: true,
    rows: 'piped',
    escapesPipes: false,
    takesEscapes: true,
    others: 'dashes',
  },
  commentsEndParagraphs: true,
  htmlBlocks: 'lines',
};
