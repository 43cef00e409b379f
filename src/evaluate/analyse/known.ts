// What is known of a value of a function at one place, and which of two such values is the greater.
import { areApart, exactOf } from '../compute/bounds.js';
import { compareFractions } from '../compute/fraction.js';
import { Decimal, type Precise } from '../compute/preciseNumber.js';
import type { Bounded } from '../expression.js';

export type Known =
  /** `toFifty` looks again, to 50 digits; `null` where that many cannot be had. */
  | { readonly kind: 'number'; readonly bounded: Bounded; readonly toFifty: () => Precise | null }
  /** It has no value, or none that rounding leaves certain. */
  | { readonly kind: 'none' };

export type Order = 'less' | 'same' | 'greater';

/** How the first stands to the second, as far as doubles with bounds tell: never `same` but for what is known exactly. */
export function orderOf(left: Known, right: Known): Order | null {
  if (left.kind === 'none' || right.kind === 'none') return null;
  const [first, second] = [left.bounded, right.bounded];
  const exact = [exactOf(first), exactOf(second)] as const;
  if (exact[0] !== null && exact[1] !== null) return named(compareFractions(exact[0], exact[1]));
  // What is infinite on both sides is not compared.
  if (first.value === second.value && !Number.isFinite(first.value)) return null;
  return areApart(first, second) ? named(first.value - second.value) : null;
}

/**
 * The same again to 50 digits, where a verdict rests on it: what agrees in so many is `same`. `null` where
 * the two ways disagree, or neither tells.
 */
export function certainOrder(left: Known, right: Known): Order | null {
  if (left.kind === 'none' || right.kind === 'none') return null;
  const first = orderOf(left, right);
  if (first === 'same') return first;
  const [above, below] = [left.toFifty(), right.toFifty()];
  if (above === null || below === null) return null;
  const again = preciseOrder(above, below);
  return first === null || first === again ? again : null;
}

/** Whether two values are one within their bounds, and these are small. */
export function agree(left: Known, right: Known): boolean {
  if (left.kind === 'none' || right.kind === 'none') return false;
  const [first, second] = [left.bounded, right.bounded];
  if (!Number.isFinite(first.value) || !Number.isFinite(second.value)) return false;
  const scale = Math.max(Math.abs(first.value), Math.abs(second.value), SMALLEST_SCALE);
  return !areApart(first, second) && first.error + second.error <= USEFUL * scale;
}

/** Errors above this part of the values tell nothing. */
const USEFUL = 1e-6;
const SMALLEST_SCALE = 1e-3;

/** Numbers of 50 digits that agree in so many are the same. */
const SAME = new Decimal('1e-44');

function preciseOrder(left: Precise, right: Precise): Order | null {
  if (left.exact !== null && right.exact !== null)
    return named(compareFractions(left.exact, right.exact));
  const difference = left.value.sub(right.value);
  if (difference.isNaN()) return null;
  if (!difference.isFinite()) return named(difference.cmp(0));
  const error = left.error.add(right.error);
  if (difference.abs().gt(error)) return named(difference.cmp(0));
  const scale = Decimal.max(left.value.abs(), right.value.abs(), 1);
  return error.lte(scale.mul(SAME)) ? 'same' : null;
}

function named(sign: number): Order {
  return sign < 0 ? 'less' : sign > 0 ? 'greater' : 'same';
}

export function isFiniteNumber(known: Known): boolean {
  return known.kind === 'number' && Number.isFinite(known.bounded.value);
}

/** Errors above this, in a value that may be 0, leave it open. */
const ZERO = 1e-6;
/** A value whose error is a larger part of it has fewer digits than are shown. */
const SHOWN = 5e-7;

/**
 * As it is shown: what may be 0 within small bounds is 0. Where rounding leaves too few digits, it is looked
 * at again to 50; `null` where there is no value, or its digits are not certain then either.
 */
export function shownValue(known: Known): number | null {
  if (known.kind === 'none') return null;
  const { value, error } = known.bounded;
  // A factor that is rounded leaves an infinite value without finite bounds, and infinite all the same.
  if (!Number.isFinite(value) || error <= SHOWN * Math.abs(value)) return value;
  return sharpOf(known.toFifty()) ?? (Math.abs(value) <= error && error <= ZERO ? 0 : null);
}

/** The same of a value that is shown beside another one, from which it may differ in its last digits. */
export function sharpValue(known: Known): number | null {
  return known.kind === 'none' ? null : (sharpOf(known.toFifty()) ?? shownValue(known));
}

function sharpOf(precise: Precise | null): number | null {
  if (precise === null || precise.value.isNaN()) return null;
  const { value, error } = precise;
  if (error.lte(value.abs().mul(SHARP))) return value.toNumber();
  return value.abs().lte(error) && error.lte(ZERO) ? 0 : null;
}

/** All digits of a double are certain. */
const SHARP = 1e-17;
