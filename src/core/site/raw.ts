// A site whose Markdown never touches math: a CMS with raw text, an engine that knows every delimiter.
import { commonmark } from './commonmark.js';
import type { EngineRules } from './engine.js';

export const raw: EngineRules = {
  ...commonmark,
  protects: 'all',
  escapes: '',
  breaksAtBackslash: 'never',
  displaysHoldLines: true,
};
