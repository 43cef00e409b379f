// Exact fractions beside doubles: sums, products and quotients of decimals are decided without rounding.

/** The denominator is above 0. Reduced only where it grows; what is still too large is given up. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** As large as doubles go; beyond it the bounds of the doubles have to do. */
const LARGEST_BITS = 1100n;
const LARGEST = 1n << LARGEST_BITS;
/** Fractions of longer numbers are worth the time that reducing them takes. */
const REDUCED_FROM = 1n << 256n;
/** Longer numbers are data of another kind, and exponents beyond this are no doubles. */
const LONGEST_TEXT = 300;

export function wholeFraction(value: number): Fraction {
  return { numerator: BigInt(value), denominator: 1n };
}

/** `12`, `0.5`, `2e-3`; `null` for anything else. */
export function fractionOf(text: string): Fraction | null {
  const found = /^(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/.exec(text);
  if (found === null || text.length > LONGEST_TEXT) return null;
  const [, whole = '', decimals = '', exponent = '0'] = found;
  const scale = Number(exponent) - decimals.length;
  if (Math.abs(scale) > LONGEST_TEXT || whole + decimals === '') return null;
  const digits = BigInt(whole + decimals);
  return scale >= 0
    ? { numerator: digits * 10n ** BigInt(scale), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-scale) };
}

/** Half of a power of ten. */
export function halfUnitFraction(exponent: number): Fraction | null {
  return fractionOf(`5e${exponent - 1}`);
}

export function addFractions(left: Fraction, right: Fraction): Fraction | null {
  const [a, b, c, d] = [left.numerator, left.denominator, right.numerator, right.denominator];
  if (b === d) return kept(a + c, b);
  if (d % b === 0n) return kept(a * (d / b) + c, d);
  if (b % d === 0n) return kept(a + c * (b / d), b);
  return kept(a * d + c * b, b * d);
}

export function negateFraction({ numerator, denominator }: Fraction): Fraction {
  return { numerator: -numerator, denominator };
}

export function multiplyFractions(left: Fraction, right: Fraction): Fraction | null {
  return kept(left.numerator * right.numerator, left.denominator * right.denominator);
}

export function divideFractions(left: Fraction, right: Fraction): Fraction | null {
  if (right.numerator === 0n) return null;
  const sign = right.numerator < 0n ? -1n : 1n;
  return kept(left.numerator * right.denominator * sign, left.denominator * right.numerator * sign);
}

/** To a whole power. */
export function raiseFraction(base: Fraction, exponent: Fraction): Fraction | null {
  if (exponent.numerator % exponent.denominator !== 0n) return null;
  const power = exponent.numerator / exponent.denominator;
  if (power < 0n) {
    const inverse = divideFractions(wholeFraction(1), base);
    return inverse === null ? null : raiseFraction(inverse, negateFraction(exponent));
  }
  // Powers of a reduced fraction need not be reduced, and are known to be too long before.
  const { numerator, denominator } = reduced(base);
  const greatest = (numerator < 0n ? -numerator : numerator) | denominator;
  if (BigInt(greatest.toString(2).length - 1) * power > LARGEST_BITS) return null;
  return ifSmall({ numerator: numerator ** power, denominator: denominator ** power });
}

/** The remainder that floors. */
export function fractionRemainder(left: Fraction, right: Fraction): Fraction | null {
  const quotient = divideFractions(left, right);
  if (quotient === null) return null;
  const whole = multiplyFractions(right, floorFraction(quotient));
  return whole === null ? null : addFractions(left, negateFraction(whole));
}

export function floorFraction({ numerator, denominator }: Fraction): Fraction {
  const towardsZero = numerator / denominator;
  const isBelow = numerator < 0n && towardsZero * denominator !== numerator;
  return { numerator: isBelow ? towardsZero - 1n : towardsZero, denominator: 1n };
}

export function isWhole({ numerator, denominator }: Fraction): boolean {
  return numerator % denominator === 0n;
}

export function ceilingFraction(exact: Fraction): Fraction {
  return negateFraction(floorFraction(negateFraction(exact)));
}

/** Below 0, 0 or above 0, as left is below, at or above right. */
export function compareFractions(left: Fraction, right: Fraction): number {
  const [first, second] = [left.numerator * right.denominator, right.numerator * left.denominator];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The nearest double. */
export function toNumber({ numerator, denominator }: Fraction): number {
  if (denominator === 1n) return Number(numerator);
  const size = numerator < 0n ? -numerator : numerator;
  if (size === 0n) return 0;
  // The quotient has more digits than a double; that it is not finished counts as one more.
  const shift = bitLength(denominator) - bitLength(size) + 70;
  const [above, below] =
    shift >= 0 ? [size << BigInt(shift), denominator] : [size, denominator << BigInt(-shift)];
  const quotient = above / below;
  const sticky = quotient * below === above ? quotient : quotient | 1n;
  const half = Math.trunc(shift / 2);
  const value = Number(sticky) * 2 ** -half * 2 ** -(shift - half);
  return numerator < 0n ? -value : value;
}

/** Whether a double is the fraction itself. */
export function isExactly(value: number, { numerator, denominator }: Fraction): boolean {
  let scaled = value;
  let doublings = 0;
  while (!Number.isInteger(scaled)) {
    if (++doublings > 80) return false;
    scaled *= 2;
  }
  return BigInt(scaled) * denominator === numerator << BigInt(doublings);
}

function bitLength(value: bigint): number {
  return value.toString(16).length * 4;
}

function kept(numerator: bigint, denominator: bigint): Fraction | null {
  const isShort = denominator < REDUCED_FROM || isBelow(numerator, REDUCED_FROM);
  return ifSmall(isShort ? { numerator, denominator } : reduced({ numerator, denominator }));
}

function ifSmall(fraction: Fraction): Fraction | null {
  return isBelow(fraction.numerator, LARGEST) && fraction.denominator < LARGEST ? fraction : null;
}

function reduced({ numerator, denominator }: Fraction): Fraction {
  const divisor = commonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function isBelow(number: bigint, limit: bigint): boolean {
  return number < limit && number > -limit;
}

function commonDivisor(left: bigint, right: bigint): bigint {
  let [greater, smaller] = [left, right];
  while (smaller !== 0n) [greater, smaller] = [smaller, greater % smaller];
  return greater;
}
