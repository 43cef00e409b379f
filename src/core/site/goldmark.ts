// Goldmark as Hugo has it: quotes and dashes made typographic, and what the site lists passed through.
import { commonmark } from './commonmark.js';
import type { EngineRules } from './engine.js';
import type { DelimiterPair } from './site.js';

export const goldmark: EngineRules = {
  ...commonmark,
  breaksAtBackslash: 'lone',
  emphasis: 'goldmark',
  typography: 'goldmark',
};

const known = new WeakMap<readonly DelimiterPair[], EngineRules>();

export function goldmarkPassing(pairs: readonly DelimiterPair[]): EngineRules {
  let rules = known.get(pairs);
  if (rules === undefined) {
    const protects = pairs.map(
      ([open, close]) => ({ open, close, where: 'inline', written: 'page' }) as const,
    );
    rules = { ...goldmark, protects };
    known.set(pairs, rules);
  }
  return rules;
}
