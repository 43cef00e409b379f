// Two methods for ordinary differential equations, each with steps of its own length.
import { dormandPrince } from './dormandPrince.js';
import type { Slopes, State, Step } from './step.js';

export interface End {
  readonly state: State;
  /** Where the steps became too short or too many, else `null`. */
  readonly stoppedAt: number | null;
}

const MOST_STEPS = 8000;
/** A step is refused below this part of the time that is gone. */
const SHORTEST = 1e-13;

export interface Taken {
  readonly time: number;
  readonly length: number;
  readonly before: State;
  readonly after: State;
  readonly slopes: readonly State[];
}

/** Whether a step can have missed nothing. */
export type Watch = (step: Taken) => boolean;

export type Method = (
  slopes: Slopes,
  from: number,
  to: number,
  start: State,
  tolerance: number,
  hasSeen: Watch,
) => End;

/** By twelve stages, order 8. */
export const integrateBySteps: Method = (slopes, ...rest) =>
  advance((...step) => dormandPrince(slopes, ...step), 8, ...rest);

/** Gragg's midpoint rule, extrapolated (Bulirsch & Stoer 1966), order 10 with an estimate of order 8. */
export const integrateByExtrapolation: Method = (slopes, ...rest) =>
  advance((...step) => extrapolated(slopes, ...step), 9, ...rest);

function advance(
  take: Step,
  order: number,
  from: number,
  to: number,
  start: State,
  tolerance: number,
  hasSeen: Watch,
): End {
  const whole = to - from;
  let [time, state, length] = [from, start, whole / 64];
  for (let count = 0; count < MOST_STEPS; count++) {
    if (time === to) return { state, stoppedAt: null };
    if (Math.abs(length) >= Math.abs(to - time)) length = to - time;
    const step = take(time, state, length);
    const worst = step === null ? Infinity : worstOf(step.error, state, step.state, tolerance);
    const isSmall = step !== null && worst <= 1;
    const isTaken =
      isSmall && hasSeen({ time, length, before: state, after: step.state, slopes: step.slopes });
    if (isTaken) {
      time = length === to - time ? to : time + length;
      state = step.state;
    }
    const finer = Number.isFinite(worst) ? 0.9 * Math.max(worst, 1e-8) ** (-1 / order) : 0.1;
    const factor = isSmall && !isTaken ? 0.5 : finer;
    length *= Math.min(4, Math.max(0.1, factor));
    if (Math.abs(length) < SHORTEST * Math.max(Math.abs(whole), Math.abs(time)))
      return { state, stoppedAt: time };
  }
  return { state, stoppedAt: time };
}

function worstOf(error: State, before: State, after: State, tolerance: number): number {
  const size = Math.max(...before.map(Math.abs), ...after.map(Math.abs));
  const worst = error.map((each, at) => {
    const own = Math.max(Math.abs(before[at] ?? 0), Math.abs(after[at] ?? 0), 1e-3 * size, 1e-12);
    return Math.abs(each) / (tolerance * own);
  });
  const most = Math.max(...worst);
  return Number.isNaN(most) || !after.every(Number.isFinite) ? Infinity : most;
}

const DIVISIONS = [2, 4, 6, 8, 10];

function extrapolated(
  slopes: Slopes,
  time: number,
  state: State,
  length: number,
): ReturnType<Step> {
  const seen: State[] = [];
  const watched: Slopes = (...at) => {
    const slope = slopes(...at);
    if (slope !== null) seen.push(slope);
    return slope;
  };
  let above: State[] = [];
  for (const [at, count] of DIVISIONS.entries()) {
    const first = midpoint(watched, time, state, length, count);
    if (first === null) return null;
    const row = [first];
    for (let column = 1; column <= at; column++) {
      const growth = (count / (DIVISIONS[at - column] ?? NaN)) ** 2 - 1;
      const [left, corner] = [row[column - 1], above[column - 1]];
      row.push(
        (left ?? []).map((each, entry) => each + (each - (corner?.[entry] ?? NaN)) / growth),
      );
    }
    above = row;
  }
  const [best, before] = [above[DIVISIONS.length - 1], above[DIVISIONS.length - 2]];
  if (best === undefined || before === undefined) return null;
  return { state: best, error: best.map((each, at) => each - (before[at] ?? NaN)), slopes: seen };
}

function midpoint(
  slopes: Slopes,
  time: number,
  state: State,
  length: number,
  count: number,
): State | null {
  const step = length / count;
  let before = state;
  const first = slopes(time, state);
  if (first === null) return null;
  let here: State = state.map((each, at) => each + step * (first[at] ?? NaN));
  for (let at = 1; at < count; at++) {
    const slope = slopes(time + at * step, here);
    if (slope === null) return null;
    const next = before.map((each, entry) => each + 2 * step * (slope[entry] ?? NaN));
    [before, here] = [here, next];
  }
  const last = slopes(time + length, here);
  if (last === null) return null;
  return here.map((each, at) => (each + (before[at] ?? NaN) + step * (last[at] ?? NaN)) / 2);
}
