// CommonMark engines that know nothing of math: markdown-it, marked, Goldmark without passthrough.
import type { EngineRules } from './engine.js';

export const commonmark: EngineRules = {
  protects: 'none',
  escapes: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  displaysHoldLines: false,
};
