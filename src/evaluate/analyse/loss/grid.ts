// The probabilities at which losses are tried: the same ones always.
import type { Fraction } from '../../compute/fraction.js';
import { fraction } from '../fractions.js';

/** Of the whole open interval, denser towards its ends. */
export const GRID: readonly Fraction[] = [
  ...[6, 4, 3].map((power) => fraction(1, 10 ** power)),
  ...Array.from({ length: 99 }, (_, at) => fraction(at + 1, 100)),
  ...[3, 4, 6].map((power) => fraction(10 ** power - 1, 10 ** power)),
];
