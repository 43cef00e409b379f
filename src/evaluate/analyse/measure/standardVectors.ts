// Vectors of which everybody knows how sparse they are, for the values beside one another.
import { fraction } from '../fractions.js';
import type { Vector } from './vectors.js';

type StandardName = 'one-hot' | 'half' | 'geometric' | 'zipf' | 'linear' | 'uniform';

/** How many entries each has. */
export const STANDARD_LENGTH = 8;

/** A multiple of 1 to 8 and of the powers of two up to 2^8: with it all parts are whole. */
const COMMON = 840 * 2 ** STANDARD_LENGTH;

/** From the sparsest on; each sums to 1, so that entropies have a value too. */
export const STANDARD_VECTORS: readonly (readonly [name: StandardName, vector: Vector])[] = [
  ['one-hot', shares((at) => (at === 1 ? [1, 1] : [0, 1]))],
  ['geometric', shares((at) => [1, 2 ** at])],
  ['zipf', shares((at) => [1, at])],
  ['half', shares((at) => [at <= STANDARD_LENGTH / 2 ? 1 : 0, 1])],
  ['linear', shares((at) => [STANDARD_LENGTH + 1 - at, 1])],
  ['uniform', shares(() => [1, 1])],
];

/** Numerators and denominators by place, divided by their sum. */
function shares(partAt: (at: number) => readonly [number, number]): Vector {
  const parts = Array.from({ length: STANDARD_LENGTH }, (_, at) => partAt(at + 1));
  const whole = parts.map(([above, below]) => (above * COMMON) / below);
  const sum = whole.reduce((all, part) => all + part, 0);
  return whole.map((part) => fraction(part, sum));
}
