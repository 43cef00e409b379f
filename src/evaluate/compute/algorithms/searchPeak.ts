// One peak of a search: how high it is, and where, as sharply as its slope or its values tell.
import type { Bounded } from '../../expression.js';
import { attempt, refuse } from '../../refusal.js';
import { numberIn, type AlgorithmCall } from '../arithmetic.js';
import { BoundedArithmetic } from '../bounded.js';
import { JetArithmetic, steady } from '../jets.js';

/** A place of the range with its value; `end` where it is one. */
export interface Peak {
  readonly place: number;
  readonly value: number;
  readonly end: 'from' | 'to' | null;
}

export function asked<T>({ functions, arithmetic }: AlgorithmCall<T>, place: number): T {
  const [only] = functions;
  if (only === undefined) throw new Error('A search has a function');
  return numberIn(only(arithmetic.exactly(place)));
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Golden section search (Kiefer 1953) between the neighbours of a peak. */
export function refined(
  valueOf: (place: number) => number,
  left: number,
  middle: number,
  right: number,
  known: number,
): Omit<Peak, 'end'> {
  let [low, high] = [left, right];
  let best = { place: middle, value: known };
  const ask = (place: number): number => {
    const value = valueOf(place);
    if (value > best.value) best = { place, value };
    return Number.isNaN(value) ? -Infinity : value;
  };
  let [inner, outer] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [innerValue, outerValue] = [ask(inner), ask(outer)];
  while (high - low > 2 * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high))) {
    if (!(low < inner && inner < outer && outer < high)) break;
    if (innerValue >= outerValue) {
      [high, outer, outerValue] = [outer, inner, innerValue];
      inner = high - GOLDEN * (high - low);
      innerValue = ask(inner);
    } else {
      [low, inner, innerValue] = [inner, outer, outerValue];
      outer = low + GOLDEN * (high - low);
      outerValue = ask(outer);
    }
  }
  return best;
}

export type Slope = (place: number) => number | null;

/** The sign of the slope, 0 where it cannot be told, `null` where there is none. */
export function slopesOf<T>({ within, arithmetic, span, count }: AlgorithmCall<T>): Slope {
  const bounded = new BoundedArithmetic();
  const jets = new JetArithmetic(bounded);
  const [only] = within(jets, (number) => steady(arithmetic.bounded(number)));
  return (place) => {
    count(1);
    const one: Bounded = { value: 1, error: 0, exact: null };
    const given = { value: bounded.exactly(place), slope: one };
    const found = attempt(() => numberIn(only?.(given)), span);
    if (!found.ok) return null;
    const { slope } = found.value;
    if (slope === null || Math.abs(slope.value) <= slope.error) return 0;
    return Math.sign(slope.value);
  };
}

/** By the sign of the slope where there is one, else as far as the values tell. */
export function sharpened<T>(
  call: AlgorithmCall<T>,
  peak: Peak,
  width: number,
  slopeAt: Slope,
): Bounded {
  const before = nearestWith(1, peak.place, width, slopeAt);
  const behind = nearestWith(-1, peak.place, width, slopeAt);
  if (before === null || behind === null) return levelAround(call, peak, width);
  let [low, high] = [before, behind];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    const sign = slopeAt(middle);
    if (sign === null) break;
    if (sign > 0) low = middle;
    else if (sign < 0) high = middle;
    else {
      low = boundary(low, middle, 1, slopeAt);
      high = boundary(high, middle, -1, slopeAt);
      break;
    }
  }
  return { value: (low + high) / 2, error: (high - low) / 2 + ulp(peak.place), exact: null };
}

function ulp(place: number): number {
  return Math.abs(place) * Number.EPSILON + Number.MIN_VALUE;
}

/** The nearest place, on the side where the slope has this sign before a peak, at which it is certain. */
function nearestWith(sign: 1 | -1, place: number, width: number, slopeAt: Slope): number | null {
  for (let distance = width * 2 ** -40; distance <= width; distance *= 4) {
    const at = place - sign * distance;
    if (slopeAt(at) === sign) return at;
  }
  return null;
}

/** Between a place where the slope has a sign and one where it cannot be told. */
function boundary(certain: number, unclear: number, sign: 1 | -1, slopeAt: Slope): number {
  let [inside, outside] = [certain, unclear];
  for (let step = 0; step < 50; step++) {
    const middle = (inside + outside) / 2;
    if (slopeAt(middle) === sign) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** How far around the peak the values cannot be told from it. */
function levelAround<T>(call: AlgorithmCall<T>, { place, value }: Peak, width: number): Bounded {
  const { arithmetic, span } = call;
  const isLower = (at: number): boolean => {
    const found = attempt(() => arithmetic.bounded(asked(call, at)), span);
    return found.ok && found.value.value < value - found.value.error - 4 * ulp(value);
  };
  for (let distance = width * 2 ** -46; distance <= width; distance *= 2) {
    if (isLower(place - distance) && isLower(place + distance))
      return { value: place, error: distance + ulp(place), exact: null };
  }
  return refuse('search.level', span);
}
