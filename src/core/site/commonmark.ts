// CommonMark engines that know nothing of math; markdown-it is the one that others are told from.
import type { EngineRules } from './engine.js';

export const commonmark: EngineRules = {
  protects: [],
  readsOnlyProtected: false,
  escapes: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  breaksAtBackslash: 'always',
  escapesAll: true,
  leavesElements: false,
  displaysHoldLines: false,
  emphasis: 'commonmark',
  typography: null,
  underlines: 'paragraph',
  pipesMakeTables: false,
};
