// The greatest value of a function of one number over an interval, and where it is: two grids, each refined, have to agree, and above it there is nothing where the function can be enclosed.
import type { Bounded } from '../../expression.js';
import { attempt, refuse, type Refusal } from '../../refusal.js';
import { numberIn, type Algorithm, type AlgorithmCall } from '../arithmetic.js';
import type { Interval } from '../enclosure.js';
import { gridOf, type SearchRange } from './searchGrid.js';
import { boundAbove } from './searchBound.js';
import { enclosedMaximum } from './searchEnclosed.js';
import { endOf, type EndLimit } from './searchEnds.js';
import { isUnreachedEdge } from './searchJump.js';
import { asked, refined, sharpened, slopesOf, type Peak } from './searchPeak.js';
import { spell } from './spell.js';

/** Peaks that are refined: the highest of a grid for its value, all that are as high for the place. */
const REFINED_FOR_VALUE = 12;
const REFINED_FOR_PLACE = 400;
const GRIDS = [1024, 701];
const COARSE = 129;
/** What the two grids may differ by, and what is as high, relative. */
const DIFFERENCE = 1e-9;
/** How far above what was found a greater value may lie, relative: it has fewer digits then. */
const ABOVE = 1e-6;
const TIE = 1e-12;

/** What a value counts for, so that searches within searches end in time. */
const STEPS = 4;

/** So often a peak that both grids missed is taken up, and so long a range is cut before it is looked into. */
const MOST_MISSED = 30;
const FAR = 1e6;

/** Of so many peaks at most it is looked how far each is level. */
const FEW = 24;

type Wanted = 'maximum' | 'argmax' | 'supremum';

/** Its operands are the ends and whether each is open (1 or 0), its function what is searched. */
export const maximum: Algorithm = { jumps: true, run: (call) => search(call, 'maximum') };
export const supremum: Algorithm = { jumps: true, run: (call) => search(call, 'supremum') };
export const argmax: Algorithm = { jumps: true, run: (call) => search(call, 'argmax') };

interface Survey {
  /** The highest first. */
  readonly peaks: readonly Peak[];
  readonly limits: readonly EndLimit[];
  /** The first and the last place at which there is a value. */
  readonly ends: readonly [first: number, last: number];
}

function search<T>(call: AlgorithmCall<T>, wanted: Wanted): T {
  return (wanted === 'argmax' ? null : enclosedMaximum(call)) ?? searched(call, wanted);
}

function searched<T>(call: AlgorithmCall<T>, wanted: Wanted): T {
  const { arithmetic, span } = call;
  const range = rangeOf(call);
  const { surveys, above } = surveysOf(call, range, wanted);
  const [first, second = first] = surveys.map(({ peaks }) => peaks[0] ?? null);
  const inside = highestInside(surveys);
  const limit = highestLimit(surveys);
  if (limit !== null && wanted === 'supremum' && isHigher(limit.value, inside)) {
    const known: Bounded = { value: limit.value, error: limit.error + above, exact: null };
    return arithmetic.found(known, [asked(call, limit.near)], span);
  }
  if (limit !== null && wanted !== 'supremum') refuseApproached(call, limit, inside);
  if (first == null || second == null || !areAlike(first.value, second.value))
    return refuse('search.unsettled', span);
  refuseUnreached(call, range, surveys, wanted);
  if (wanted === 'argmax') return placeOf(call, range, surveys);
  const value = arithmetic.reconciled(valueAt(call, first), valueAt(call, second));
  return above === 0
    ? value
    : arithmetic.reconciled(value, arithmetic.exactly(first.value + above));
}

function highestInside(surveys: readonly Survey[]): number {
  return Math.max(...surveys.map(({ peaks }) => peaks[0]?.value ?? -Infinity));
}

interface Surveys {
  readonly surveys: readonly Survey[];
  /** How far above what was found there may be greater values. */
  readonly above: number;
}

/** Of one coarse grid, where it is known that it missed nothing; places that are level are looked for on two finer ones. */
function surveysOf<T>(call: AlgorithmCall<T>, range: SearchRange, wanted: Wanted): Surveys {
  if (wanted !== 'argmax') {
    const coarse = completed(call, [survey(call, range, COARSE, wanted)]);
    if (coarse !== null) return coarse;
  }
  const fine = GRIDS.map((size) => survey(call, range, size, wanted));
  const known = completed(call, fine);
  if (known !== null) return known;
  call.arithmetic.trace.estimated = true;
  return { surveys: fine, above: 0 };
}

/** With the peaks that the grids missed; `null` where the function cannot be enclosed. */
function completed<T>(call: AlgorithmCall<T>, surveys: readonly Survey[]): Surveys | null {
  const borders = bordersOf(surveys);
  let known = surveys;
  for (let missed = 0; missed < MOST_MISSED; missed++) {
    const limit = highestLimit(known)?.value ?? -Infinity;
    const found = Math.max(limit, highestInside(known));
    if (!Number.isFinite(found)) return null;
    const bound = boundAbove(call, borders, found, scaleOf(found));
    if (bound.kind === 'unknown') return null;
    if (bound.kind === 'bounded') {
      const above = bound.most - found;
      if (!(above <= ABOVE * scaleOf(found))) break;
      return { surveys: known, above };
    }
    const peak = peakWithin(call, bound.cell);
    known = known.map((each) => ({ ...each, peaks: [peak, ...each.peaks] }));
  }
  return refuse('search.unsettled', call.span);
}

function peakWithin<T>(call: AlgorithmCall<T>, [from, to]: Interval): Peak {
  const valueOf = (place: number): number => call.arithmetic.valueOf(asked(call, place));
  const middle = (from + to) / 2;
  return { ...refined(valueOf, from, middle, to, valueOf(middle)), end: null };
}

/** Where there are values, cut at powers of 8 if that is far. */
function bordersOf(surveys: readonly Survey[]): readonly number[] {
  const first = Math.min(...surveys.map(({ ends }) => ends[0]));
  const last = Math.max(...surveys.map(({ ends }) => ends[1]));
  const powers = Array.from({ length: 16 }, (_, at) => 8 ** at);
  const inner = [...powers.map((power) => -power).reverse(), 0, ...powers].filter(
    (place) => last - first > FAR && place > first && place < last,
  );
  return [first, ...inner, last];
}

/** Where values come up to the greatest on one side of a jump, and nothing else is as high. */
function refuseUnreached<T>(
  call: AlgorithmCall<T>,
  range: SearchRange,
  surveys: readonly Survey[],
  wanted: Wanted,
): void {
  if (wanted === 'supremum') return;
  const level = levelOf(surveys);
  const edges = level.filter((peak) => isUnreachedEdge(call, range, peak, level.length <= FEW));
  const [edge] = edges;
  // What is level up to an edge has its peaks beside it.
  const isBeside = ({ place }: Peak): boolean =>
    edges.some((each) => Math.abs(each.place - place) <= spacing(range, place));
  if (edge === undefined || !level.every((peak) => peak.end === null && isBeside(peak))) return;
  refuse('search.not-attained', call.span, { place: spell(edge.place), value: spell(edge.value) });
}

/** The peaks that are as high as the highest. */
function levelOf(surveys: readonly Survey[]): readonly Peak[] {
  const all = surveys.flatMap(({ peaks }) => peaks);
  const top = Math.max(...all.map(({ value }) => value));
  return all.filter(({ value }) => value >= top - TIE * scaleOf(top));
}

function areAlike(left: number, right: number): boolean {
  return Math.abs(left - right) <= DIFFERENCE * scaleOf(left);
}

/** Where values come near an end that is as high as anything inside, as far as rounding tells. */
function refuseApproached<T>(
  call: AlgorithmCall<T>,
  { place, value, near }: EndLimit,
  inside: number,
): void {
  if (isHigher(inside, value)) return;
  const found = attempt(() => call.arithmetic.bounded(asked(call, near)), call.span);
  if (isHigher(value, inside) || (found.ok && found.value.error > 0))
    refuse('search.not-attained', call.span, { place: spell(place), value: spell(value) });
}

function isHigher(value: number, other: number): boolean {
  return value > other + TIE * scaleOf(other);
}

function scaleOf(value: number): number {
  return Number.isFinite(value) ? Math.max(Math.abs(value), 1e-3) : 1;
}

function rangeOf<T>({ operands, arithmetic, span }: AlgorithmCall<T>): SearchRange {
  const [from = 0, to = 0, openFrom, openTo] = operands.map((operand) =>
    arithmetic.valueOf(numberIn(operand)),
  );
  const isEmpty = from > to || (from === to && (openFrom === 1 || openTo === 1));
  if (isEmpty) refuse('value.empty-extremum', span);
  return { from, to, openFrom: openFrom === 1, openTo: openTo === 1 };
}

/** At an end the end itself is taken, with all that is known of it. */
function valueAt<T>(call: AlgorithmCall<T>, { place, end }: Peak): T {
  const [only] = call.functions;
  if (only === undefined || end === null) return asked(call, place);
  return numberIn(only(call.operands[end === 'from' ? 0 : 1] as T));
}

function survey<T>(
  call: AlgorithmCall<T>,
  range: SearchRange,
  size: number,
  wanted: Wanted,
): Survey {
  const refusals: Refusal[] = [];
  const valueOf = (place: number): number => {
    call.count(STEPS);
    const found = attempt(() => call.arithmetic.valueOf(asked(call, place)), call.span);
    if (found.ok) return found.value;
    if (found.refusal.code.startsWith('limit.')) throw found.refusal;
    refusals.push(found.refusal);
    return NaN;
  };
  const places = gridOf(range, size);
  const values = places.map(valueOf);
  const [start, stop] = definedPart(call, range, values, refusals);
  const limits = [
    endOf('from', range, places.slice(start, stop), values.slice(start, stop)),
    endOf('to', range, places.slice(start, stop), values.slice(start, stop)),
  ].filter((limit) => limit !== null);
  const unbounded = limits.find(({ kind }) => kind === 'unbounded');
  if (unbounded !== undefined)
    refuse('search.unbounded', call.span, { place: spell(unbounded.place) });
  if (limits.some(({ kind }) => kind === 'unsettled')) refuse('search.unsettled', call.span);
  const peaks: Peak[] = [];
  if (start === 0) peaks.push(...endPeak('from', range, values[0]));
  if (stop === values.length) peaks.push(...endPeak('to', range, values[stop - 1]));
  const tops = highest(localMaxima(values, start, stop), values, wanted, call);
  for (const at of tops) {
    const [left = NaN, middle = NaN, right = NaN] = places.slice(at - 1, at + 2);
    peaks.push({ ...refined(valueOf, left, middle, right, values[at] ?? NaN), end: null });
  }
  const ends = [places[start] ?? NaN, places[stop - 1] ?? NaN] as const;
  return { peaks: peaks.sort((left, right) => right.value - left.value), limits, ends };
}

/** An end that belongs to the range. */
function endPeak(end: 'from' | 'to', range: SearchRange, value = NaN): readonly Peak[] {
  const isOpen = end === 'from' ? range.openFrom : range.openTo;
  return isOpen || !Number.isFinite(value) ? [] : [{ place: range[end], value, end }];
}

/** What has no value at an end is not taken there; elsewhere it is refused. */
function definedPart<T>(
  { span }: AlgorithmCall<T>,
  range: SearchRange,
  values: readonly number[],
  refusals: readonly Refusal[],
): readonly [start: number, stop: number] {
  const [first] = refusals;
  const mayEnd = (isInfinite: boolean): boolean =>
    isInfinite &&
    refusals.every(({ code }) => /^value\.(?:underflow|overflow|hidden-zero)/.test(code));
  let [start, stop] = [0, values.length];
  while (start < stop && Number.isNaN(values[start])) start++;
  while (stop > start && Number.isNaN(values[stop - 1])) stop--;
  const isWhole = values.slice(start, stop).every((value) => !Number.isNaN(value));
  const startFits = start <= 1 || mayEnd(range.from === -Infinity);
  const stopFits = stop >= values.length - 1 || mayEnd(range.to === Infinity);
  if (isWhole && startFits && stopFits && stop > start) return [start, stop];
  throw first ?? refuse('search.unsettled', span);
}

function localMaxima(values: readonly number[], start: number, stop: number): readonly number[] {
  const found: number[] = [];
  for (let at = start + 1; at < stop - 1; at++) {
    const [left = NaN, middle = NaN, right = NaN] = values.slice(at - 1, at + 2);
    if (middle >= left && middle >= right) found.push(at);
  }
  return found;
}

function highest<T>(
  found: readonly number[],
  values: readonly number[],
  wanted: Wanted,
  { span }: AlgorithmCall<T>,
): readonly number[] {
  const sorted = [...found].sort((left, right) => (values[right] ?? 0) - (values[left] ?? 0));
  if (wanted !== 'argmax') return sorted.slice(0, REFINED_FOR_VALUE);
  const top = values[sorted[0] ?? 0] ?? 0;
  const level = sorted.filter((at) => values[at] === top);
  if (level.length > REFINED_FOR_PLACE) return [Math.min(...level), Math.max(...level)];
  if (sorted.length > 2 * REFINED_FOR_PLACE) refuse('search.unsettled', span);
  return sorted.slice(0, REFINED_FOR_PLACE);
}

function highestLimit(surveys: readonly Survey[]): EndLimit | null {
  const all = surveys.flatMap(({ limits }) => limits);
  return all.reduce<EndLimit | null>(
    (best, each) => (best === null || each.value > best.value ? each : best),
    null,
  );
}

/** The smallest of the places that are as high. */
function placeOf<T>(call: AlgorithmCall<T>, range: SearchRange, surveys: readonly Survey[]): T {
  const { arithmetic, span, operands } = call;
  const level = levelOf(surveys);
  const [first = null] = [...level].sort((left, right) => left.place - right.place);
  if (first === null) return refuse('search.unsettled', span);
  const slopeAt = slopesOf(call);
  const width = spacing(range, first.place);
  if (level.some(({ place }) => place - first.place > width)) {
    arithmetic.trace.tie = true;
    if (slopeAt(first.place + width / 7) === 0) refuse('search.level', span);
  }
  if (first.end !== null) return operands[first.end === 'from' ? 0 : 1] as T;
  const known = sharpened(call, first, width, slopeAt);
  return arithmetic.found(known, [asked(call, first.place)], span);
}

/** About as far as places of a coarse grid are apart. */
function spacing({ from, to }: SearchRange, place: number): number {
  const width = to - from;
  return Number.isFinite(width) ? width / 500 : Math.max(Math.abs(place), 1) / 100;
}
