// D1, Robin Hood: what a larger entry gives to a smaller one makes the vector less sparse (Hurley & Rickard 2009).
import { compareFractions, negateFraction } from '../../../compute/fraction.js';
import type { Criterion } from '../criterion.js';
import { fraction, plus, times } from '../../fractions.js';
import { withEntry, type Vector } from '../vectors.js';

/** Of the difference; at half of it the two would be equal. */
const SHARES = [fraction(1, 4), fraction(7, 16)];

export const ROBIN_HOOD: Criterion = {
  name: 'robin-hood',
  *judge(vector, judge) {
    for (const [rich, poor] of pairsOf(vector))
      for (const share of SHARES) {
        const [more, less] = [vector[rich], vector[poor]];
        if (more === undefined || less === undefined) continue;
        const given = times(plus(more, negateFraction(less)), share);
        const after = withEntry(
          withEntry(vector, rich, plus(more, negateFraction(given))),
          poor,
          plus(less, given),
        );
        yield judge.falls(vector, after);
      }
  },
};

function pairsOf(vector: Vector): readonly (readonly [rich: number, poor: number])[] {
  const places = vector.map((_, at) => at);
  return places.flatMap((rich) =>
    places.flatMap((poor): readonly (readonly [number, number])[] => {
      const [more, less] = [vector[rich], vector[poor]];
      if (more === undefined || less === undefined) return [];
      return compareFractions(more, less) > 0 ? [[rich, poor]] : [];
    }),
  );
}
