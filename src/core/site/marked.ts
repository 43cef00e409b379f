// marked as Hexo's renderer calls it: GitHub's Markdown, with quotes and dashes made typographic.
import { commonmark } from './commonmark.js';
import type { EngineRules } from './engine.js';

export const marked: EngineRules = {
  ...commonmark,
  constructs: 'marked',
  lists: 'marked',
  htmlBlocks: 'column',
  typography: 'smartypants',
  tables: {
    dashes: /^(?=.*[|:])(?:\| *)?:?-+:? *(?:\| *:?-+:? *)*(?:\| *)?$/,
    endParagraphs: true,
    rows: 'commonmark',
    escapesPipes: true,
    takesEscapes: true,
    others: 'apart',
  },
};
