// What was found of a property of a loss.
import type { Fraction } from '../../compute/fraction.js';
import type { Known } from '../known.js';

export type Found =
  /** At so many places; too few say nothing. */
  | { readonly verdict: 'holds'; readonly count: number }
  | {
      readonly verdict: 'fails';
      /** The text that says how. */
      readonly code: string;
      readonly points: readonly LossPoint[];
      /** By which the values are shown: means of two are shown as sums. */
      readonly factor?: number;
      /** With which probability the first class is the true one, where that counts. */
      readonly share?: Fraction;
    }
  /** With the code of the reason. */
  | { readonly verdict: 'unknown'; readonly code: string };

export interface LossPoint {
  readonly p: Fraction;
  readonly value: Known;
}
