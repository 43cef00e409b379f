// Python-Markdown, the engine of MkDocs, without and with its extension for math, arithmatex.
import type { EngineRules } from './engine.js';

export const pythonMarkdown: EngineRules = {
  protects: [],
  readsOnlyProtected: false,
  escapes: '\\`*_{}[]()>#+-.!|',
  breaksAtBackslash: 'never',
  escapesAll: false,
  leavesElements: true,
  displaysHoldLines: false,
  emphasis: 'python',
  typography: null,
  underlines: 'line',
  pipesMakeTables: false,
};

export const arithmatex: EngineRules = {
  ...pythonMarkdown,
  readsOnlyProtected: true,
  protects: [
    { open: '$$', close: '$$', where: 'inline', written: 'element' },
    { open: '$', close: '$', where: 'inline', written: 'element' },
    { open: '\\(', close: '\\)', where: 'inline', written: 'element' },
    { open: '$$', close: '$$', where: 'chunk', written: 'element' },
    { open: '\\[', close: '\\]', where: 'chunk', written: 'element' },
    { open: '\\begin', close: '\\end', where: 'chunk', written: 'element' },
  ],
};
