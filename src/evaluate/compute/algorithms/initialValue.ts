// Two methods for ordinary differential equations, each with steps of its own length.

export type State = readonly number[];

/** `null` where there is no value: a shorter step may keep away from there. */
export type Slopes = (time: number, state: State) => State | null;

export interface End {
  readonly state: State;
  /** Where the steps became too short or too many, else `null`. */
  readonly stoppedAt: number | null;
}

const MOST_STEPS = 8000;
/** A step is refused below this part of the time that is gone. */
const SHORTEST = 1e-13;

/** A step, and how far it may be off; `null` where it cannot be taken. */
type Step = (
  time: number,
  state: State,
  length: number,
) => { readonly state: State; readonly error: State } | null;

export interface Watch {
  /** A step is tried. */
  begin(): void;
  /** Whether it can have missed nothing. */
  hasSeen(time: number, length: number, before: State, after: State): boolean;
}

/** Dormand & Prince 1980, order 5 with an estimate of order 4. */
export function integrateBySteps(
  slopes: Slopes,
  from: number,
  to: number,
  start: State,
  tolerance: number,
  watch: Watch,
): End {
  return advance((...step) => dormandPrince(slopes, ...step), 5, from, to, start, tolerance, watch);
}

/** Gragg's midpoint rule, extrapolated (Bulirsch & Stoer 1966), order 10 with an estimate of order 8. */
export function integrateByExtrapolation(
  slopes: Slopes,
  from: number,
  to: number,
  start: State,
  tolerance: number,
  watch: Watch,
): End {
  return advance((...step) => extrapolated(slopes, ...step), 9, from, to, start, tolerance, watch);
}

function advance(
  take: Step,
  order: number,
  from: number,
  to: number,
  start: State,
  tolerance: number,
  watch: Watch,
): End {
  const whole = to - from;
  let [time, state, length] = [from, start, whole / 64];
  for (let count = 0; count < MOST_STEPS; count++) {
    if (time === to) return { state, stoppedAt: null };
    if (Math.abs(length) >= Math.abs(to - time)) length = to - time;
    watch.begin();
    const step = take(time, state, length);
    const worst = step === null ? Infinity : worstOf(step.error, state, step.state, tolerance);
    const isSmall = step !== null && worst <= 1;
    const isTaken = isSmall && watch.hasSeen(time, length, state, step.state);
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

const NODES = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
const WEIGHTS: readonly (readonly number[])[] = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
const LOWER = [5179 / 57600, 0, 7571 / 16695, 393 / 640, -92097 / 339200, 187 / 2100, 1 / 40];

function dormandPrince(
  slopes: Slopes,
  time: number,
  state: State,
  length: number,
): ReturnType<Step> {
  const stages: State[] = [];
  let place: State = state;
  for (let stage = 0; stage < NODES.length; stage++) {
    place = combined(state, WEIGHTS[stage] ?? [], stages, length);
    const slope = slopes(time + (NODES[stage] ?? 0) * length, place);
    if (slope === null) return null;
    stages.push(slope);
  }
  const lower = combined(state, LOWER, stages, length);
  return { state: place, error: place.map((each, at) => each - (lower[at] ?? NaN)) };
}

function combined(
  state: State,
  weights: readonly number[],
  stages: readonly State[],
  length: number,
): State {
  return state.map((entry, at) => {
    let sum = 0;
    weights.forEach((weight, stage) => {
      sum += weight * (stages[stage]?.[at] ?? NaN);
    });
    return entry + length * sum;
  });
}

const DIVISIONS = [2, 4, 6, 8, 10];

function extrapolated(
  slopes: Slopes,
  time: number,
  state: State,
  length: number,
): ReturnType<Step> {
  let above: State[] = [];
  for (const [at, count] of DIVISIONS.entries()) {
    const first = midpoint(slopes, time, state, length, count);
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
  return { state: best, error: best.map((each, at) => each - (before[at] ?? NaN)) };
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
