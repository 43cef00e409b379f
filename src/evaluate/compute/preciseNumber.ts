// A number of 50 digits, and how far from it the true number may be.
import { Decimal as AnyDecimal } from 'decimal.js';
import type { Bounded } from '../expression.js';
import { compareFractions, fractionOf, negateFraction, type Fraction } from './fraction.js';

export type Decimal = AnyDecimal;

/** A constructor of our own: settings of decimal.js belong to one. */
export const Decimal = AnyDecimal.clone({ precision: 50, rounding: 4, defaults: true });

export interface Precise {
  readonly value: Decimal;
  /** At most this far away. */
  readonly error: Decimal;
  readonly exact: Fraction | null;
}

export const ZERO = new Decimal(0);
/** What an operation may be off, relative to its value. */
const UNIT = new Decimal('1e-48');

export function preciseFraction(exact: Fraction): Precise {
  const { numerator, denominator } = exact;
  const above = new Decimal(numerator.toString());
  const value = denominator === 1n ? above : above.div(new Decimal(denominator.toString()));
  return { value, error: isWritten(value, exact) ? ZERO : ownError(value), exact };
}

/** Whether the digits of a decimal are all that the fraction has. */
function isWritten(value: Decimal, exact: Fraction): boolean {
  if (value.precision() > MOST_DIGITS) return false;
  const written = fractionOf(value.abs().toFixed());
  if (written === null) return false;
  const size = value.isNegative() ? negateFraction(exact) : exact;
  return compareFractions(written, size) === 0;
}

/** Numbers of more digits have been rounded, as likely as not. */
const MOST_DIGITS = 45;

/** What a double with bounds says of its number. */
export function preciseBounded({ value, error, exact }: Bounded): Precise {
  if (exact !== null) return preciseFraction(exact);
  return { value: new Decimal(value), error: new Decimal(error), exact: null };
}

/** Whether two numbers are certainly different. */
export function arePreciselyApart(left: Precise, right: Precise): boolean {
  if (left.exact !== null && right.exact !== null)
    return compareFractions(left.exact, right.exact) !== 0;
  if (!left.value.isFinite() || !right.value.isFinite()) return !left.value.eq(right.value);
  return left.value.sub(right.value).abs().gt(left.error.add(right.error));
}

export function ownError(value: Decimal): Decimal {
  return value.isFinite() ? value.abs().mul(UNIT) : ZERO;
}
