// Goldmark as Hugo has it: quotes and dashes made typographic, and what the site lists passed through.
import { remembered } from '../remembered.js';
import { commonmark } from './commonmark.js';
import type { EngineRules } from './engine.js';
import type { DelimiterPair } from './site.js';

export const goldmark: EngineRules = {
  ...commonmark,
  breaksAtBackslash: 'lone',
  emphasis: 'goldmark',
  typography: 'goldmark',
  tables: {
    dashes: /^(?=.*-)(?=.*[^-])[ \t|:-]+$/,
    endParagraphs: true,
    escapesPipes: true,
    rows: 'commonmark',
    others: 'head',
  },
};

export const goldmarkPassing = remembered((pairs: readonly DelimiterPair[]): EngineRules => ({
  ...goldmark,
  protects: pairs.map(
    ([open, close]) => ({ open, close, where: 'inline', written: 'page' }) as const,
  ),
}));
