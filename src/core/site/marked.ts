// marked as Hexo's renderer calls it: GitHub's Markdown, with quotes and dashes made typographic.
import { commonmark } from './commonmark.js';
import type { EngineRules } from './engine.js';

export const marked: EngineRules = {
  ...commonmark,
  emphasis: 'marked',
  typography: 'smartypants',
  tables: {
    dashes: /^(?=.*[|:])(?:\| *)?:?-+:? *(?:\| *:?-+:? *)*(?:\| *)?$/,
    endParagraphs: true,
    escapesPipes: true,
    rows: 'commonmark',
    others: 'head',
  },
};
