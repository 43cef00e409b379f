// D2, scaling: a factor changes nothing (Hurley & Rickard 2009).
import type { Criterion } from '../criterion.js';
import { fraction, times } from '../../fractions.js';

const FACTORS = [fraction(2), fraction(1, 2), fraction(3), fraction(1000), fraction(1, 1000)];

export const SCALING: Criterion = {
  name: 'scaling',
  *judge(vector, judge) {
    for (const factor of FACTORS)
      yield judge.stays(
        vector,
        vector.map((entry) => times(entry, factor)),
      );
  },
};
