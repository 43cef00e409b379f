// The vectors that measures are tried on, the simplest first: always the same ones.
import { seededRandom } from '../../check/random.js';
import type { Fraction } from '../../compute/fraction.js';
import { fraction } from '../fractions.js';

export type Vector = readonly Fraction[];

export function vectorOf(entries: readonly number[], over = 1): Vector {
  return entries.map((entry) => fraction(entry, over));
}

export function withEntry(vector: Vector, at: number, entry: Fraction): Vector {
  return vector.map((own, place) => (place === at ? entry : own));
}

/** All sorted vectors of so many entries up to `most`; where fewer than two are not 0 there is nothing to take, and nothing sparser. */
function sortedVectors(length: number, most: number): readonly (readonly number[])[] {
  let vectors: readonly (readonly number[])[] = [[]];
  for (let at = 0; at < length; at++)
    vectors = vectors.flatMap((known) => {
      const least = known.at(-1) ?? 0;
      return Array.from({ length: most - least + 1 }, (_, step) => [...known, least + step]);
    });
  return vectors.filter((vector) => vector.filter((entry) => entry > 0).length > 1);
}

/** With whole roots of their sums of squares: there rounding hides no equality. */
const WHOLE_ROOTS = [
  [3, 4],
  [1, 2, 2],
  [2, 3, 6],
  [1, 1, 1, 1],
  [1, 1, 3, 5],
];

const SEED = 1;
const RANDOM = 40;
/** Entries of random vectors are whole numbers over one of these. */
const SCALES = [1, 10, 1000] as const;
const LONGEST = 6;

/** Entries at least 0. */
export const TEST_VECTORS: readonly Vector[] = [
  ...inOrder([
    ...sortedVectors(2, 4),
    ...sortedVectors(3, 3),
    ...sortedVectors(4, 3),
    ...WHOLE_ROOTS,
  ]).map((entries) => vectorOf(entries)),
  ...randomVectors(),
];

function inOrder(vectors: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const sum = (vector: readonly number[]): number => vector.reduce((all, entry) => all + entry, 0);
  return [...vectors].sort((left, right) => left.length - right.length || sum(left) - sum(right));
}

function randomVectors(): readonly Vector[] {
  const random = seededRandom(SEED);
  const vectors = Array.from({ length: RANDOM }, () => {
    const over = random.pick(SCALES);
    const length = 2 + random.below(LONGEST - 1);
    return vectorOf(
      Array.from({ length }, () => 1 + random.below(40)),
      over,
    );
  });
  return vectors.sort((left, right) => left.length - right.length);
}
