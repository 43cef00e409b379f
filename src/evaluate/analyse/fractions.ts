// Exact numbers for the places at which functions are tried.
import {
  addFractions,
  multiplyFractions,
  negateFraction,
  type Fraction,
} from '../compute/fraction.js';

export function fraction(numerator: number, denominator = 1): Fraction {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** What is too long for a fraction is not changed. */
export function plus(left: Fraction, right: Fraction): Fraction {
  return addFractions(left, right) ?? left;
}

export function times(left: Fraction, right: Fraction): Fraction {
  return multiplyFractions(left, right) ?? left;
}

/** 1 − p. */
export function complement(p: Fraction): Fraction {
  return plus(ONE, negateFraction(p));
}

const ONE = fraction(1);
