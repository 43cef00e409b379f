// A loss as a function of the probability that a model gives to the first of two classes.
import { Decimal, preciseFraction, type Precise } from '../../compute/preciseNumber.js';
import { toNumber, type Fraction } from '../../compute/fraction.js';
import type { Known } from '../known.js';
import { complement } from '../fractions.js';

export interface BinaryLoss {
  /** Where the first class is the true one. */
  readonly right: (p: Fraction) => Known;
  /** Where the second one is. */
  readonly wrong: (p: Fraction) => Known;
  /** The derivative of `right`. */
  readonly slope: (p: Fraction) => Known;
  /** What training follows is another function than its values. */
  readonly stopsGradient: boolean;
}

/** The mean loss at p where the first class is true with probability `share`. */
export function expectedLoss({ right, wrong }: BinaryLoss, share: Fraction, p: Fraction): Known {
  return weighted(share, right(p), wrong(p));
}

/** `share · left + (1 − share) · right`; a term of weight 0 does not count. */
export function weighted(share: Fraction, left: Known, right: Known): Known {
  if (left.kind === 'none' || right.kind === 'none') return { kind: 'none' };
  const [first, second] = [toNumber(share), toNumber(complement(share))];
  const value = first * left.bounded.value + second * right.bounded.value;
  if (Number.isNaN(value)) return { kind: 'none' };
  const size = Math.abs(first * left.bounded.value) + Math.abs(second * right.bounded.value);
  const error = first * left.bounded.error + second * right.bounded.error + ROUNDINGS * size;
  const toFifty = (): Precise | null => preciselyWeighted(share, left, right);
  return {
    kind: 'number',
    bounded: { value, error: Number.isFinite(value) ? error : 0, exact: null },
    toFifty,
  };
}

/** Of two products, their sum and the two shares. */
const ROUNDINGS = 8 * 2 ** -53;
const PRECISE_ROUNDINGS = new Decimal('1e-47');

function preciselyWeighted(
  share: Fraction,
  left: Extract<Known, { kind: 'number' }>,
  right: Extract<Known, { kind: 'number' }>,
): Precise | null {
  const [first, second] = [left.toFifty(), right.toFifty()];
  if (first === null || second === null) return null;
  const [own, other] = [preciseFraction(share).value, preciseFraction(complement(share)).value];
  const terms = [first.value.mul(own), second.value.mul(other)] as const;
  const value = terms[0].add(terms[1]);
  const size = terms[0].abs().add(terms[1].abs());
  const error = first.error.mul(own).add(second.error.mul(other)).add(size.mul(PRECISE_ROUNDINGS));
  return value.isNaN() ? null : { value, error, exact: null };
}
