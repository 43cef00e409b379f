// Goldmark as Hugo has it: quotes and dashes made typographic unless the site switches that off, and what the
// site lists passed through.
import { remembered } from '../remembered.js';
import { commonmark } from './commonmark.js';
import type { EngineRules } from './engine.js';
import type { DelimiterPair } from './site.js';

export const goldmark: EngineRules = {
  ...commonmark,
  breaksAtBackslash: 'lone',
  emphasis: 'goldmark',
  typography: 'goldmark',
  tags: 'capitals',
  tables: {
    dashes: /^(?=.*-)(?=.*[^-])[ \t|:-]+$/,
    endParagraphs: true,
    rows: 'commonmark',
    escapesPipes: true,
    takesEscapes: false,
    others: 'cells',
  },
};

/** The same with the typographer switched off. */
export const plainGoldmark: EngineRules = { ...goldmark, typography: null };

export const goldmarkPassing = passing(goldmark);
export const plainGoldmarkPassing = passing(plainGoldmark);

function passing(rules: EngineRules): (pairs: readonly DelimiterPair[]) => EngineRules {
  return remembered((pairs) => ({
    ...rules,
    protects: pairs.map(
      ([open, close]) => ({ open, close, where: 'inline', written: 'page' }) as const,
    ),
  }));
}
