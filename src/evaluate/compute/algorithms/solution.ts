// The solution of an initial-value problem at a time: by two methods, with what the start and the rounding of the slopes leave open.
import { attempt, refuse } from '../../refusal.js';
import { type Algorithm, type AlgorithmCall, type Interpreted, numberIn } from '../arithmetic.js';
import { watchOf } from './followed.js';
import { integrateByExtrapolation, integrateBySteps, type Method } from './initialValue.js';
import type { Slopes, State } from './step.js';
import { spell } from './spell.js';

/** Relative, for each step, and what the methods may differ by in the end. */
const TOLERANCE = 1e-12;
const DIFFERENCE = 1e-8;
const SMALLEST_SCALE = 1e-6;
/** How far the start is pushed, to see what becomes of an error. */
const PUSH = 1e-6;
const CAUTION = 4;
/** What both methods may be off by in one direction, relative. */
const ALIKE = 1e-13;

/** Its operands: the time wanted, the time of the start, which unknown is wanted, the start of each; a function for the slope of each. */
export const solution: Algorithm = {
  jumps: true,
  run<T>(call: AlgorithmCall<T>): Interpreted<T> {
    const { operands, arithmetic, span } = call;
    const [time, begin] = [numberIn(operands[0]), numberIn(operands[1])];
    const wanted = arithmetic.valueOf(numberIn(operands[2]));
    const starts = operands.slice(3);
    const problem = new Problem(call, starts);
    const [from, to] = [arithmetic.valueOf(begin), arithmetic.valueOf(time)];
    const entries = starts.flatMap(entriesOf);
    const start = entries.map((entry) => arithmetic.valueOf(entry));
    const state = problem.solve(from, to, start);
    const slopes = problem.slopesIn(to, state.values);
    const rests = [...entries, begin, ...slopes];
    const elapsed = arithmetic.subtract(time, arithmetic.exactly(to), span);
    const given = starts[wanted];
    if (from === to && given !== undefined) return given;
    const [first, last] = problem.partOf(wanted);
    const found = state.values.slice(first, last).map((value, at) => {
      const error = state.errors[first + at] ?? Infinity;
      const known = arithmetic.found({ value, error, exact: null }, rests, span);
      const slope = slopes[first + at];
      // So that its derivative by the time is the slope.
      return slope === undefined
        ? known
        : arithmetic.add(known, arithmetic.multiply(slope, elapsed, span), span);
    });
    return Array.isArray(given) ? found : (found[0] as T);
  },
};

function entriesOf<T>(value: Interpreted<T>): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

interface Solved {
  readonly values: State;
  readonly errors: readonly number[];
}

class Problem<T> {
  readonly #call: AlgorithmCall<T>;
  readonly #starts: readonly Interpreted<T>[];
  /** The most that rounding makes of a slope. */
  #slopeError = 0;

  constructor(call: AlgorithmCall<T>, starts: readonly Interpreted<T>[]) {
    this.#call = call;
    this.#starts = starts;
  }

  /** Which entries of the state an unknown has. */
  partOf(unknown: number): readonly [first: number, last: number] {
    const sizes = this.#starts.map((start) => entriesOf(start).length);
    const first = sizes.slice(0, unknown).reduce((sum, size) => sum + size, 0);
    return [first, first + (sizes[unknown] ?? 0)];
  }

  solve(from: number, to: number, start: State): Solved {
    const { span } = this.#call;
    if (!Number.isFinite(from) || !Number.isFinite(to))
      refuse('solution.stops', span, { time: spell(to) });
    const values = this.#run(integrateBySteps, from, to, start);
    const others = this.#run(integrateByExtrapolation, from, to, start);
    const size = Math.max(...values.map(Math.abs), ...start.map(Math.abs), SMALLEST_SCALE);
    const apart = values.map((value, at) => Math.abs(value - (others[at] ?? NaN)));
    if (!apart.every((each) => each <= DIFFERENCE * size))
      refuse('solution.unsettled', span, { time: spell(to) });
    const carried = this.#carried(from, to, start, values);
    const errors = apart.map((each) => CAUTION * each + carried + ALIKE * size);
    return { values: others, errors };
  }

  slopesIn(time: number, state: State): readonly T[] {
    const { functions, arithmetic } = this.#call;
    const exact = state.map((entry) => arithmetic.exactly(entry));
    const unknowns = this.#starts.map((start, at): Interpreted<T> => {
      const [first, last] = this.partOf(at);
      return Array.isArray(start) ? exact.slice(first, last) : (exact[first] as T);
    });
    const slopes = functions.map((slope) => slope(arithmetic.exactly(time), ...unknowns));
    return slopes.flatMap(entriesOf);
  }

  /** What the errors of the start and of the slopes come to at the end. */
  #carried(from: number, to: number, start: State, values: State): number {
    const { arithmetic } = this.#call;
    const startErrors = this.#starts
      .flatMap(entriesOf)
      .map((entry) => arithmetic.bounded(entry).error);
    const error = Math.max(...startErrors) + Math.abs(to - from) * this.#slopeError;
    if (error === 0) return 0;
    const push = PUSH * Math.max(...start.map(Math.abs), 1);
    const pushed = this.#run(
      integrateBySteps,
      from,
      to,
      start.map((each) => each + push),
    );
    const growth = Math.max(
      1,
      ...pushed.map((each, at) => Math.abs(each - (values[at] ?? NaN)) / push),
    );
    return CAUTION * growth * error * start.length;
  }

  #run(method: Method, from: number, to: number, start: State): State {
    const { arithmetic, span, count } = this.#call;
    const slopes: Slopes = (time, state) => {
      count(1);
      const found = attempt(() => this.slopesIn(time, state), span);
      if (!found.ok) {
        if (found.refusal.code.startsWith('limit.')) throw found.refusal;
        return null;
      }
      return found.value.map((slope) => {
        const { value, error } = arithmetic.bounded(slope);
        if (Number.isFinite(error)) this.#slopeError = Math.max(this.#slopeError, error);
        return value;
      });
    };
    const watch = watchOf(this.#call, this.#starts, [from, to]);
    const end = method(slopes, from, to, start, TOLERANCE, watch);
    if (end.stoppedAt !== null) {
      // What has no value at the very start is told by its own reason.
      if (end.stoppedAt === from) this.slopesIn(from, start);
      refuse('solution.stops', span, { time: spell(end.stoppedAt) });
    }
    return end.state;
  }
}
