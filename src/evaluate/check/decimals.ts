// Doubles as the short decimals that they are taken for, exactly.
import { fractionOf, negateFraction, type Fraction } from '../compute/fraction.js';

/** With so many significant digits. */
export function decimalFraction(value: number, digits: number): Fraction {
  return signedFraction(Number(value.toPrecision(Math.min(17, digits))));
}

/** With so many digits behind the point. */
export function roundedFraction(value: number, decimals: number): Fraction {
  return signedFraction(Number(value.toFixed(Math.min(20, decimals))));
}

function signedFraction(value: number): Fraction {
  const size = fractionOf(String(Math.abs(value))) ?? { numerator: 0n, denominator: 1n };
  return value < 0 ? negateFraction(size) : size;
}

/** In lowest terms. */
export function reduced({ numerator, denominator }: Fraction): Fraction {
  const divisor = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

/** `0.25`, or `\frac{1}{3}` where no decimal is the number. */
export function writeFraction(fraction: Fraction): string {
  const { numerator, denominator } = reduced(fraction);
  const decimals = decimalsOf(denominator);
  const sign = numerator < 0n ? '-' : '';
  const size = numerator < 0n ? -numerator : numerator;
  if (decimals === null) return `${sign}\\frac{${size}}{${denominator}}`;
  const digits = ((size * 10n ** BigInt(decimals)) / denominator).toString();
  if (decimals === 0) return sign + digits;
  const padded = digits.padStart(decimals + 1, '0');
  return `${sign}${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

/** How many digits behind the point, `null` where they do not end. */
function decimalsOf(denominator: bigint): number | null {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : null;
}
