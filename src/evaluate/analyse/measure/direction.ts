// Finds whether larger or smaller values of a measure are sparser, from vectors of the same sum of which nobody doubts which is the sparser.
import { certainOrder } from '../known.js';
import type { Direction, Measure } from './measure.js';
import { fraction, times } from '../fractions.js';
import { vectorOf, type Vector } from './vectors.js';

function scaled(vector: Vector, scale: Vector[number]): Vector {
  return vector.map((entry) => times(entry, scale));
}

type Pair = readonly [sparser: Vector, other: Vector];

const LENGTHS = [2, 3, 4, 8];
const SCALES = [fraction(1), fraction(1, 100), fraction(100)];

/** One entry against equal ones of the same sum, at several scales. */
const CONCENTRATED: readonly Pair[] = LENGTHS.flatMap((length) =>
  SCALES.map((scale): Pair => {
    const one = Array.from({ length }, (_, at) => times(fraction(at === 0 ? 1 : 0), scale));
    const equal = Array.from({ length }, () => times(fraction(1, length), scale));
    return [one, equal];
  }),
);

/** Powers of two against numbers one after the other. */
const UNEVEN: readonly Pair[] = [
  [vectorOf([1, 2, 4, 8], 15), vectorOf([3, 4, 5, 6], 18)] as const,
  [vectorOf([1, 2, 4, 8, 16, 32], 63), vectorOf([5, 6, 7, 8, 9, 10], 45)] as const,
].flatMap(([sparser, other]) =>
  SCALES.map((scale): Pair => [scaled(sparser, scale), scaled(other, scale)]),
);

/** `null` where all of these leave it open, or vectors of other lengths or scales say the opposite. */
export function directionOf(measure: Measure): Direction | null {
  for (const pairs of [CONCENTRATED, UNEVEN]) {
    const found = new Set(
      pairs.map(([sparser, other]) => certainOrder(measure(sparser), measure(other))),
    );
    const [up, down] = [found.has('greater'), found.has('less')];
    if (up && down) return null;
    if (up !== down) return up ? 'larger' : 'smaller';
  }
  return null;
}
