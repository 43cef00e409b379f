// Whether a step of a solution can have missed something: its right side is enclosed around the step, and set against what was seen of it.
import { attempt, refuse } from '../../refusal.js';
import type { AlgorithmCall, Interpreted } from '../arithmetic.js';
import { greatestSize, interval, rectangle, type Enclosure } from '../enclosure.js';
import { EnclosureArithmetic } from '../enclosing.js';
import type { Taken, Watch } from './initialValue.js';
import type { State } from './step.js';
import { spell } from './spell.js';
import { uniquenessOf, type Shaped } from './uniqueness.js';

/** Around a step, where what is analytic and not large has no narrow peak: the ellipse of `covering.ts`. */
const ELLIPSE = { wide: 2.125, high: 1.875 };
/** How many times what was seen of a slope it may be there. */
const LARGER = 64;
/** Or how many times wider than on an ellipse half as large: what hides a peak grows by far more. */
const STEADY = 5;
/** On the step itself, how many times the range that was seen. */
const WIDER = 4;
/** What a step adds at most, relative, where it need not be looked into. */
const NEGLIGIBLE = 1e-12;
const SMALL = 1e-3;
/** The step in which a jump may lie, relative to all times. */
const JUMP = 1e-11;

/** The right sides for a time and the state of all unknowns. */
type Enclosing = (time: Enclosure, state: readonly Enclosure[]) => readonly Enclosure[];

/** What a step has seen of each slope. */
interface Seen {
  readonly size: number;
  readonly spread: number;
}

function seenBy({ slopes, before }: Taken): readonly Seen[] {
  return before.map((_, at) => {
    const values = slopes.map((slope) => slope[at] ?? NaN);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return { size: Math.max(-low, high), spread: high - low };
  });
}

/** Refuses a right side that cannot be enclosed even at the start. */
export function watchOf<T>(
  call: AlgorithmCall<T>,
  starts: readonly Interpreted<T>[],
  times: readonly [from: number, to: number],
): Watch {
  const followed = new Followed(call, starts, times);
  let isKnown = false;
  return (step) => {
    isKnown ||= followed.canBeEnclosed(step.before);
    if (!isKnown) refuse('solution.not-followed', call.span);
    return followed.hasSeen(step);
  };
}

class Followed<T> {
  readonly #call: AlgorithmCall<T>;
  readonly #enclosing = new EnclosureArithmetic();
  readonly #around: Enclosing;
  readonly #isUnique: ReturnType<typeof uniquenessOf>;
  readonly #from: number;
  readonly #to: number;

  constructor(
    call: AlgorithmCall<T>,
    starts: readonly Interpreted<T>[],
    [from, to]: readonly [from: number, to: number],
  ) {
    this.#call = call;
    this.#around = enclosingOf(call, starts, this.#enclosing);
    this.#isUnique = uniquenessOf(call, shapedLike(starts));
    this.#from = from;
    this.#to = to;
  }

  /** A start may lie at the border of where there are values. */
  canBeEnclosed(start: State): boolean {
    const [from, to] = [this.#from, this.#to];
    const room = 1e-9 * Math.abs(to - from);
    const inside = from + 3 * room * Math.sign(to - from);
    const near = (value: number): Enclosure => interval(value - room, value + room);
    return [0, 1, -1].some((side) => {
      const state = start.map((value) => near(value + 3 * side * room));
      return this.#enclosed(near(inside), state) !== null;
    });
  }

  hasSeen(step: Taken): boolean {
    const seen = seenBy(step);
    const analytic = this.#enclosed(...ellipsesOf(step, seen, 1));
    if (analytic !== null && this.#isSmooth(analytic, step, seen))
      return this.#hasOneWay(step, seen, true);
    const values = this.#enclosed(...rangesOf(step, seen));
    if (values === null) return this.#enclosing.trace.unsure !== null && this.#isJump(step);
    const isSeen = values.every(({ low, high }, at) => {
      const width = high - low;
      return width <= WIDER * (seen[at]?.spread ?? NaN) || isSlight(width, step, at);
    });
    return isSeen && this.#hasOneWay(step, seen, analytic !== null);
  }

  /** Whether slopes that are analytic around a step have no narrow peak there. */
  #isSmooth(analytic: readonly Enclosure[], step: Taken, seen: readonly Seen[]): boolean {
    let inner: readonly Enclosure[] | null = null;
    return analytic.every((slope, at) => {
      const most = greatestSize(slope);
      if (most <= LARGER * (seen[at]?.size ?? NaN) || isSlight(most, step, at)) return true;
      inner ??= this.#enclosed(...ellipsesOf(step, seen, 0.5)) ?? [];
      return widthOf(slope) <= STEADY * widthOf(inner[at]);
    });
  }

  /** What is analytic around all unknowns changes in proportion to them. */
  #hasOneWay(step: Taken, seen: readonly Seen[], isAnalytic: boolean): boolean {
    const [time, state] = rangesOf(step, seen);
    if (isAnalytic && state.every(({ low, high }) => low < high)) return true;
    if (this.#isUnique(time, state)) return true;
    if (!this.#isJump(step)) return false;
    return refuse('solution.not-unique', this.#call.span, { time: spell(step.time) });
  }

  /** Whether the step is so short that a jump may lie in it. */
  #isJump({ length }: Taken): boolean {
    return Math.abs(length) <= JUMP * Math.max(Math.abs(this.#from), Math.abs(this.#to));
  }

  #enclosed(time: Enclosure, state: readonly Enclosure[]): readonly Enclosure[] | null {
    const { span } = this.#call;
    this.#call.count(1);
    this.#enclosing.trace.unsure = null;
    const found = attempt(() => this.#around(time, state), span);
    if (found.ok) return found.value;
    if (found.refusal.code.startsWith('limit.')) throw found.refusal;
    return null;
  }
}

/** Whether a slope of a size adds next to nothing to its unknown. */
function isSlight(slope: number, { length, before, after }: Taken, at: number): boolean {
  const size = Math.max(...before.map(Math.abs), ...after.map(Math.abs));
  const own = Math.max(Math.abs(before[at] ?? 0), Math.abs(after[at] ?? 0), SMALL * size);
  return slope * Math.abs(length) <= NEGLIGIBLE * own;
}

function enclosingOf<T>(
  { within, arithmetic }: AlgorithmCall<T>,
  starts: readonly Interpreted<T>[],
  enclosing: EnclosureArithmetic,
): Enclosing {
  const slopes = within(enclosing, (number) => enclosing.exactly(arithmetic.valueOf(number)));
  const shaped: Shaped<Enclosure> = shapedLike(starts);
  return (time, state) => slopes.map((slope) => slope(time, ...shaped(state))).flat();
}

function shapedLike<T, U>(starts: readonly Interpreted<T>[]): Shaped<U> {
  return (entries) => {
    let next = 0;
    return starts.map((start): Interpreted<U> => {
      if (!Array.isArray(start)) return entries[next++] as U;
      return start.map(() => entries[next++] as U);
    });
  };
}

type Places = readonly [time: Enclosure, state: readonly Enclosure[]];

function rangesOf(step: Taken, seen: readonly Seen[]): Places {
  return placesOf(step, seen, (middle, half) => interval(middle - half, middle + half));
}

function widthOf(slope: Enclosure | undefined): number {
  if (slope === undefined) return 0;
  return Math.max(slope.high - slope.low, slope.above - slope.below);
}

function ellipsesOf(step: Taken, seen: readonly Seen[], part: number): Places {
  const [wide, high] = [part * ELLIPSE.wide, part * ELLIPSE.high];
  return placesOf(step, seen, (middle, half) =>
    rectangle([middle - wide * half, middle + wide * half], [-high * half, high * half]),
  );
}

function placesOf(
  { time, length, before, after }: Taken,
  seen: readonly Seen[],
  around: (middle: number, half: number) => Enclosure,
): Places {
  const state = before.map((first, at) => {
    const last = after[at] ?? NaN;
    const half = Math.max(Math.abs(last - first), Math.abs(length) * (seen[at]?.size ?? NaN)) / 2;
    return around((first + last) / 2, half);
  });
  return [around(time + length / 2, Math.abs(length) / 2), state];
}
