// kramdown, the engine of Jekyll: `$$…$$` is math, in a paragraph inline and alone a display.
import type { EngineRules } from './engine.js';

export const kramdown: EngineRules = {
  protects: 'doubleDollar',
  escapes: '\\.*_+`<>()[]{}#!:|"\'$=-',
  displaysHoldLines: false,
};
