// What draws values from a domain: parameters that may be moved one by one, and the values that they stand for.
import type { Fraction } from '../compute/fraction.js';
import type { Shape } from '../expression.js';
import type { Random } from './random.js';

export type Parameters = readonly number[];

export interface Sampler {
  readonly shape: Shape;
  /** Where formulas tend to break: 0, ±1, the boundary, equal entries, one-hot. */
  readonly specials: readonly Parameters[];
  random(random: Random): Parameters;
  /** The number, or the entries of the array; `null` outside of the domain. */
  values(parameters: Parameters): readonly number[] | null;
  /** The same as fractions, the parameters rounded to so many digits. */
  exact(parameters: Parameters, digits: number): readonly Fraction[] | null;
  /** Of whole numbers those that are tried in any case, the smallest in size first. */
  readonly wholes: readonly number[] | null;
  /** How many values there are. */
  readonly count: number;
}
