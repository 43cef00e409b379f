// What may change nothing beside a factor: signs, the order of the entries, zeros behind them.
import { negateFraction } from '../../../compute/fraction.js';
import type { Criterion } from '../criterion.js';
import { fraction } from '../../fractions.js';

export const SIGN: Criterion = {
  name: 'sign',
  *judge(vector, judge) {
    yield judge.stays(vector, vector.map(negateFraction));
    yield judge.stays(
      vector,
      vector.map((entry, at) => (at === 0 ? negateFraction(entry) : entry)),
    );
    yield judge.stays(
      vector,
      vector.map((entry, at) => (at === 1 ? negateFraction(entry) : entry)),
    );
  },
};

export const ORDER: Criterion = {
  name: 'order',
  *judge(vector, judge) {
    const [first, ...rest] = vector;
    if (first === undefined) return;
    yield judge.stays(vector, [...vector].reverse());
    yield judge.stays(vector, [...rest, first]);
  },
};

export const PADDING: Criterion = {
  name: 'padding',
  *judge(vector, judge) {
    yield judge.stays(vector, [...vector, fraction(0)]);
  },
};
