// P2, babies: a zero more makes a vector sparser (Hurley & Rickard 2009).
import type { Criterion } from '../criterion.js';
import { fraction } from '../../fractions.js';

const ZERO = fraction(0);

export const BABIES: Criterion = {
  name: 'babies',
  *judge(vector, judge) {
    yield judge.rises(vector, [...vector, ZERO]);
    yield judge.rises(vector, [...vector, ZERO, ZERO, ZERO]);
  },
};
