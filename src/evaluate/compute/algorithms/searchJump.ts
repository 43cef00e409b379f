// Whether the top of a search is the edge of a jump, which a function may come up to without reaching it.
import { attempt } from '../../refusal.js';
import { numberIn, type AlgorithmCall } from '../arithmetic.js';
import { interval, type Enclosure } from '../enclosure.js';
import { EnclosureArithmetic } from '../enclosing.js';
import type { SearchRange } from './searchGrid.js';
import { asked, type Peak } from './searchPeak.js';

/** How far beside a top it is looked, relative, and how much lower a value there is behind a jump. */
const BESIDE = 2 ** -44;
const LOWER = 1e-6;
/** By how much an interval is narrowed, and its values have to be where there is no jump. */
const NARROWER = 64;
const SHRUNK = 1 / 8;

/** Of places with fewer digits it is taken that the border of a condition is the place itself. */
const FEW_DIGITS = 12;

/** Whether values fall at once on a side of the top, or, where that is followed, of what is level around it, and it is not known to be reached. */
export function isUnreachedEdge<T>(
  call: AlgorithmCall<T>,
  range: SearchRange,
  { place, value, end }: Peak,
  isFollowed: boolean,
): boolean {
  if (end !== null) return false;
  const valueOf = (there: number): number => {
    const found = attempt(() => call.arithmetic.valueOf(asked(call, there)), call.span);
    return found.ok ? found.value : -Infinity;
  };
  const isHigh: Test = (there) =>
    valueOf(there) >= value - LOWER * Math.max(Math.abs(value), LOWER);
  const isAsHigh: Test = (there) => valueOf(there) >= value - AS_HIGH * Math.abs(value);
  const sides = isFollowed ? [-1, 1] : [];
  const places = sides.map((side) => borderFrom(place, side, range, isHigh, isAsHigh));
  return [place, ...places].some(
    (each) => each !== null && isEdge(call, range, { place: each, value }, valueOf, isHigh),
  );
}

type Test = (place: number) => boolean;

/** What rounding may take of a value. */
const AS_HIGH = 2 ** -50;

/** The last place before values fall at once, where they are as high up to there: `null` where there is none. */
function borderFrom(
  place: number,
  side: number,
  range: SearchRange,
  isHigh: Test,
  isAsHigh: Test,
): number | null {
  const room = roomAt(place, range);
  let inside = place;
  for (let distance = room; ; distance *= 2) {
    const outside = place + side * distance;
    const isInside = outside >= range.from && outside <= range.to;
    if (!isInside || !Number.isFinite(outside)) return null;
    if (!isHigh(outside)) return lastOf(inside, outside, isHigh, isAsHigh);
    if (!isAsHigh(outside)) return null;
    inside = outside;
  }
}

function lastOf(from: number, to: number, isHigh: Test, isAsHigh: Test): number | null {
  let [inside, outside] = [from, to];
  for (;;) {
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) break;
    if (isHigh(middle)) inside = middle;
    else outside = middle;
  }
  return isAsHigh(inside) ? inside : null;
}

function roomAt(place: number, { from, to }: SearchRange): number {
  const width = to - from;
  return BESIDE * Math.max(Math.abs(place), Number.isFinite(width) ? width : 1);
}

function isEdge<T>(
  call: AlgorithmCall<T>,
  range: SearchRange,
  { place, value }: Pick<Peak, 'place' | 'value'>,
  valueOf: (place: number) => number,
  isHigh: Test,
): boolean {
  const room = roomAt(place, range);
  const at = (side: number, times: number): number =>
    Math.min(range.to, Math.max(range.from, place + side * times * room));
  const falls = [-1, 1].filter((side) => !isHigh(at(side, 1)));
  const side = falls.find((each) => !isContinuous(call, place, [at(each, NARROWER), at(each, 1)]));
  if (side === undefined) return false;
  const isLevel = [1, 2 ** 20, 2 ** 28].every((times) => valueOf(at(-side, times)) === value);
  const isPlain = Number(place.toPrecision(FEW_DIGITS)) === place && Math.abs(place) > room;
  return !isLevel && !(isPlain && falls.length === 1);
}

/** Whether what the values on an interval differ by shrinks with it. */
function isContinuous<T>(
  { within, arithmetic, span }: AlgorithmCall<T>,
  place: number,
  borders: readonly number[],
): boolean {
  const enclosing = new EnclosureArithmetic();
  const lift = (number: T): Enclosure => enclosing.exactly(arithmetic.valueOf(number));
  const [only] = within(enclosing, lift);
  const spreads = borders.map((border) => {
    const places = interval(Math.min(place, border), Math.max(place, border));
    const found = attempt(() => numberIn(only?.(places)), span);
    return found.ok ? found.value.high - found.value.low : NaN;
  });
  const [wide = NaN, narrow = NaN] = spreads;
  return narrow <= SHRUNK * wide;
}
