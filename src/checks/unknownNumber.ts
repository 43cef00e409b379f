// number.unknown: a number written by hand that no equation of the post has.
import { message } from './messages.js';
import { numberedRows } from './numberedRows.js';
import type { PostRule } from './rule.js';

export const unknownNumber: PostRule = {
  sees: 'post',
  code: 'number.unknown',
  // Parts of a series go on with the numbers of others, and not every number is one of an equation here.
  severity: 'off',
  check({ post: { facts } }) {
    if (facts.numbers.length === 0) return [];
    const known = new Set(numberedRows(facts).map(({ number }) => number));
    if (known.size === 0) return [];
    return facts.numbers
      .filter(({ number, of }) => of === 'own' && !known.has(number))
      .map(({ number, span }) => ({ span, message: message('number.unknown', { number }) }));
  },
};
