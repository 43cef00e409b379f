// Ranges of numbers: an interval, whole numbers, or a few elements, less what is left out.
import { compareFractions, toNumber, wholeFraction, type Fraction } from '../compute/fraction.js';
import { decimalFraction } from './decimals.js';
import { moderateNumber, positiveNumber, signedNumber, type Random } from './random.js';

export interface End {
  readonly value: number;
  /** The end itself, where it is known. */
  readonly exact: Fraction | null;
  readonly open: boolean;
}

export interface Range {
  readonly from: End;
  readonly to: End;
  readonly whole: boolean;
  readonly elements: readonly Fraction[] | null;
  readonly excluded: readonly Fraction[];
}

export const ALL_NUMBERS: Range = {
  from: { value: -Infinity, exact: null, open: true },
  to: { value: Infinity, exact: null, open: true },
  whole: false,
  elements: null,
  excluded: [],
};

/** What lies in both. */
export function meet(left: Range, right: Range): Range {
  return {
    from: tighter(left.from, right.from, 1),
    to: tighter(left.to, right.to, -1),
    whole: left.whole || right.whole,
    elements: left.elements ?? right.elements,
    excluded: [...left.excluded, ...right.excluded],
  };
}

function tighter(left: End, right: End, sign: 1 | -1): End {
  if (left.value === right.value) return left.open ? left : right;
  return (left.value - right.value) * sign > 0 ? left : right;
}

/** The number of a range that a parameter stands for; `null` where it is left out. */
export function exactIn(range: Range, parameter: number, digits: number): Fraction | null {
  if (!Number.isFinite(parameter)) return null;
  const { from, to, elements, excluded, whole } = range;
  const wanted =
    elements === null
      ? whole
        ? wholeFraction(Math.round(parameter))
        : decimalFraction(parameter, digits)
      : nearestOf(elements, parameter);
  if (wanted === null) return null;
  const number = aboveEnd(wanted, from, 1) ? wanted : from.open ? null : from.exact;
  if (number === null) return null;
  const inside = aboveEnd(number, to, -1) ? number : to.open ? null : to.exact;
  if (inside === null || !aboveEnd(inside, from, 1)) return null;
  return excluded.some((each) => compareFractions(each, inside) === 0) ? null : inside;
}

function aboveEnd(number: Fraction, { value, exact, open }: End, sign: 1 | -1): boolean {
  if (!Number.isFinite(value)) return true;
  const order =
    (exact === null ? toNumber(number) - value : compareFractions(number, exact)) * sign;
  return order > 0 || (order === 0 && !open);
}

function nearestOf(elements: readonly Fraction[], parameter: number): Fraction | null {
  let best: Fraction | null = null;
  for (const element of elements) {
    const isNearer =
      best === null ||
      Math.abs(toNumber(element) - parameter) < Math.abs(toNumber(best) - parameter);
    if (isNearer) best = element;
  }
  return best;
}

/** How many numbers a range holds. */
export function countOf({ from, to, whole, elements }: Range): number {
  if (elements !== null) return elements.length;
  return whole ? Math.max(0, Math.floor(to.value) - Math.ceil(from.value) + 1) : Infinity;
}

/** Sets of so few values are gone through as a whole. */
export const FEW_VALUES = 1000;

/** Numbers of a range at which formulas tend to break. */
export function notableNumbers(range: Range): readonly number[] {
  const { from, to, elements } = range;
  if (elements !== null) return elements.map(toNumber);
  const count = countOf(range);
  if (count <= FEW_VALUES)
    return Array.from({ length: count }, (_, at) => Math.ceil(from.value) + at);
  if (range.whole) return ordinaryWholes(range);
  const middle = Number.isFinite(to.value - from.value) ? [(from.value + to.value) / 2] : [];
  const ends = [from.value, to.value].filter(Number.isFinite);
  const all = [0, 1, -1, 2, 0.5, -0.5, 3, -2, ...ends, ...middle];
  return [...new Set(all)].filter((value) => exactIn(range, value, 17) !== null);
}

/** Whole numbers beyond those that are all tried. */
const LARGER = [
  ...[127, 128, 200, 255, 256, 360, 365, 500, 512, 720, 999, 1000, 1001, 1023, 1024, 2048],
  ...[4095, 4096, 5040, 9999, 10_000, 65_535, 65_536, 100_000, 1_000_000, 1_000_001, 1e9],
];
const ALL_TO = 120;

/** From the smallest in size on: all that are ordinary, then a few larger ones. */
function ordinaryWholes(range: Range): readonly number[] {
  const { from, to } = range;
  const start = from.value > 0 ? Math.ceil(from.value) : Math.min(0, Math.floor(to.value));
  const near = Array.from({ length: ALL_TO + 1 }, (_, at) => at);
  const all = [...near, ...LARGER].flatMap((away) => [start + away, start - away]);
  return [...new Set(all.map((value) => value || 0))].filter(
    // Not moved onto the boundary.
    (value) => value >= from.value && value <= to.value && exactIn(range, value, 17) !== null,
  );
}

export function drawNumber(range: Range, random: Random): number {
  const { from, to, whole, elements } = range;
  if (elements !== null)
    return toNumber(elements[random.below(elements.length)] ?? wholeFraction(0));
  if (whole) return drawWhole(from.value, to.value, random);
  const [low, high] = [Number.isFinite(from.value), Number.isFinite(to.value)];
  if (low && high) return drawBetween(from.value, to.value, random);
  if (low) return from.value + drawSize(random);
  return high ? to.value - drawSize(random) : signedNumber(random);
}

function drawSize(random: Random): number {
  return random.oneIn(2) ? moderateNumber(random) : positiveNumber(random);
}

function drawBetween(from: number, to: number, random: Random): number {
  const width = to - from;
  if (random.oneIn(2)) return from + (width * (1 + random.below(99))) / 100;
  const near = width * Number(`${1 + random.below(9)}e-${1 + random.below(4)}`);
  return random.oneIn(2) ? from + near : to - near;
}

const FEW = 12;
const MANY = 60;

function drawWhole(from: number, to: number, random: Random): number {
  const room = random.oneIn(6) ? MANY : FEW;
  const low = Number.isFinite(from) ? Math.ceil(from) : Math.min(-room, Math.floor(to) - room);
  const high = Number.isFinite(to) ? Math.floor(to) : Math.max(low, 0) + room;
  return low + random.below(Math.max(1, Math.min(high - low + 1, 1_000_000)));
}
