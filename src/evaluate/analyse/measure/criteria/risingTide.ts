// D3, rising tide: a constant added to every entry makes a vector less sparse (Hurley & Rickard 2009).
import { compareFractions } from '../../../compute/fraction.js';
import type { Criterion } from '../criterion.js';
import { fraction, plus } from '../../fractions.js';
import type { Vector } from '../vectors.js';

const ADDED = [fraction(1), fraction(1, 4), fraction(4)];

export const RISING_TIDE: Criterion = {
  name: 'rising-tide',
  *judge(vector, judge) {
    // Of a constant vector nothing is claimed.
    if (isConstant(vector)) return;
    for (const added of ADDED)
      yield judge.falls(
        vector,
        vector.map((entry) => plus(entry, added)),
      );
  },
};

function isConstant([first, ...rest]: Vector): boolean {
  return first !== undefined && rest.every((entry) => compareFractions(entry, first) === 0);
}
