// A value with all digits that are certain, and as the fraction that it is: for whoever asks for more than is shown.
import type { Fraction } from './compute/fraction.js';
import { exactOf } from './compute/bounds.js';
import type { Bounded, Shape } from './expression.js';
import { arrayText, formatNumber } from './format.js';
import type { FullValue } from './result.js';

/** Doubles that differ do so within this many digits. */
const MOST_DIGITS = 17;

/** A longer fraction tells nobody anything. */
const LONGEST_FRACTION = 40;

export function fullValue(bounds: readonly Bounded[], shape: Shape): FullValue {
  const certainDigits = Math.min(MOST_DIGITS, ...bounds.map(certainDigitsOf));
  const [only] = bounds;
  if (shape.rank === 0 && only !== undefined) return { ...numberOf(only), certainDigits };
  const entry = (at: number): string => {
    const bound = bounds[at];
    return bound === undefined ? '' : numberOf(bound).digits;
  };
  const isWhole = bounds.every((bound) => exactOf(bound)?.denominator === 1n);
  return { digits: arrayText(shape, entry), fraction: null, isWhole, certainDigits };
}

function certainDigitsOf({ value, error, exact }: Bounded): number {
  if (exact !== null || error === 0 || !Number.isFinite(value)) return MOST_DIGITS;
  return Math.max(0, Math.floor(-Math.log10((2 * error) / Math.abs(value))));
}

function numberOf(bound: Bounded): Omit<FullValue, 'certainDigits'> {
  const exact = exactOf(bound);
  if (exact !== null) return ofFraction(reduced(exact));
  const digits = certainDigitsOf(bound);
  const shown = digits < 1 ? '0' : formatNumber(bound.value, Math.min(MOST_DIGITS, digits));
  return { digits: shown, fraction: null, isWhole: false };
}

function ofFraction({ numerator, denominator }: Fraction): Omit<FullValue, 'certainDigits'> {
  if (denominator === 1n) return { digits: String(numerator), fraction: null, isWhole: true };
  const { text, ends } = decimalsOf(numerator, denominator);
  const fraction = `${numerator}/${denominator}`;
  const isShown = !ends && fraction.length <= LONGEST_FRACTION;
  return { digits: text, fraction: isShown ? fraction : null, isWhole: false };
}

function reduced({ numerator, denominator }: Fraction): Fraction {
  let [large, small] = [numerator < 0n ? -numerator : numerator, denominator];
  while (small !== 0n) [large, small] = [small, large % small];
  return large === 0n
    ? { numerator: 0n, denominator: 1n }
    : { numerator: numerator / large, denominator: denominator / large };
}

/** The first digits of a fraction, cut off where it does not end: the double has fewer that are right. */
function decimalsOf(numerator: bigint, denominator: bigint): { text: string; ends: boolean } {
  const sign = numerator < 0n ? '-' : '';
  const size = numerator < 0n ? -numerator : numerator;
  const whole = size / denominator;
  let rest = size % denominator;
  let decimals = '';
  let significant = whole === 0n ? 0 : String(whole).length;
  while (rest !== 0n && significant < MOST_DIGITS && decimals.length < MOST_ZEROS) {
    rest *= 10n;
    decimals += String(rest / denominator);
    rest %= denominator;
    if (significant > 0 || !decimals.endsWith('0')) significant++;
  }
  if (decimals.length === MOST_ZEROS)
    return { text: `${sign}${formatNumber(Number(size) / Number(denominator), 15)}`, ends: false };
  const behind = decimals === '' ? '' : `.${decimals}`;
  return { text: `${sign}${whole}${behind}`, ends: rest === 0n };
}

/** What is smaller is written with a power of ten. */
const MOST_ZEROS = 30;
