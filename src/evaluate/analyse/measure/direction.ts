// Finds whether larger or smaller values of a measure are sparser, from vectors of which nobody doubts which is the sparser.
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

/** Of the same sum: one entry against equal ones, at several scales. */
const CONCENTRATED: readonly Pair[] = LENGTHS.flatMap((length) =>
  SCALES.map((scale): Pair => {
    const one = Array.from({ length }, (_, at) => times(fraction(at === 0 ? 1 : 0), scale));
    const equal = Array.from({ length }, () => times(fraction(1, length), scale));
    return [one, equal];
  }),
);

/** Of the same sum: powers of two against numbers one after the other. */
const UNEVEN: readonly Pair[] = [
  [vectorOf([1, 2, 4, 8], 15), vectorOf([3, 4, 5, 6], 18)] as const,
  [vectorOf([1, 2, 4, 8, 16, 32], 63), vectorOf([5, 6, 7, 8, 9, 10], 45)] as const,
].flatMap(([sparser, other]) =>
  SCALES.map((scale): Pair => [scaled(sparser, scale), scaled(other, scale)]),
);

/** Entries set to 0: what is left of them is sparser whatever the measure makes of their sum. */
const DROPPED: readonly Pair[] = LENGTHS.flatMap((length) =>
  SCALES.map((scale): Pair => {
    const all = Array.from({ length }, () => scale);
    return [all.map((entry, at) => (at === 0 ? entry : fraction(0))), all];
  }),
);

export interface FoundDirection {
  readonly direction: Direction;
  /** Vectors of one sum do not tell, or say the opposite at other lengths or scales. */
  readonly byDropping: boolean;
}

/** `null` where all pairs leave it open. */
export function directionOf(measure: Measure): FoundDirection | null {
  for (const pairs of [CONCENTRATED, UNEVEN]) {
    const told = directionAt(measure, pairs);
    if (told === 'both') break;
    if (told !== null) return { direction: told, byDropping: false };
  }
  const told = directionAt(measure, DROPPED);
  return told === null || told === 'both' ? null : { direction: told, byDropping: true };
}

function directionAt(measure: Measure, pairs: readonly Pair[]): Direction | 'both' | null {
  const found = new Set(
    pairs.map(([sparser, other]) => certainOrder(measure(sparser), measure(other))),
  );
  const [up, down] = [found.has('greater'), found.has('less')];
  if (up && down) return 'both';
  if (up) return 'larger';
  return down ? 'smaller' : null;
}
