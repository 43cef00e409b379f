// Derivatives, integrals, limits, series, means and sequences in plain doubles, by the simplest methods that do.
export type Real = (at: number) => number;

/** Numbers below it are still differentiated by steps that rounding does not swallow. */
const SMALL = 0.03;

/** By five points. */
export function slope(f: Real, at: number): number {
  const h = 1e-4 * Math.max(SMALL, Math.abs(at));
  return (8 * (f(at + h) - f(at - h)) - f(at + 2 * h) + f(at - 2 * h)) / (12 * h);
}

export function curvature(f: Real, at: number): number {
  const h = 3e-3 * Math.max(1, Math.abs(at));
  const near = 16 * (f(at + h) + f(at - h)) - f(at + 2 * h) - f(at - 2 * h);
  return (near - 30 * f(at)) / (12 * h * h);
}

const FINITE_STEP = 1 / 5;
const INFINITE_STEP = 1 / 20;

/** The trapezoidal rule after a substitution that makes the ends vanish (Takahasi & Mori 1974). */
export function integral(f: Real, from: number, to: number): number {
  const bend: Real = (u) => (Math.PI / 2) * Math.sinh(u);
  const bent: Real = (u) => (Math.PI / 2) * Math.cosh(u);
  if (to === Infinity) {
    // A line is two halves.
    const half = (sign: number): number =>
      trapezoid(
        (at) => f(sign * at + (Number.isFinite(from) ? from : 0)),
        (u) => Math.exp(bend(u)),
        (u) => bent(u) * Math.exp(bend(u)),
        INFINITE_STEP,
      );
    return from === -Infinity ? half(1) + half(-1) : half(1);
  }
  const [middle, width] = [(from + to) / 2, (to - from) / 2];
  return trapezoid(
    f,
    (u) => middle + width * Math.tanh(bend(u)),
    (u) => (width * bent(u)) / Math.cosh(bend(u)) ** 2,
    FINITE_STEP,
  );
}

function trapezoid(f: Real, place: Real, stretch: Real, step: number): number {
  let sum = 0;
  for (let node = -4; node <= 4; node += step) {
    const [at, weight] = [place(node), stretch(node)];
    const value = weight < 1e-300 ? 0 : f(at);
    // A value at the very end may have none.
    if (Number.isFinite(value * weight)) sum += value * weight;
  }
  return sum * step;
}

/** Neville's table of values at distances that are halved. */
function extrapolated(values: readonly number[]): number {
  let row = values;
  for (let power = 2; row.length > 1; power *= 2)
    row = row.slice(1).map((each, at) => each + (each - (row[at] ?? NaN)) / (power - 1));
  return row[0] ?? NaN;
}

export function limit(f: Real, at: number): number {
  const steps = Array.from({ length: 7 }, (_, power) => 2 ** -(power + 3));
  const isFar = at === Infinity;
  return extrapolated(steps.map((step) => f(isFar ? 16 / step : at + step)));
}

const MOST_TERMS = 1024;

/** Of terms that fall as powers do; NaN where they do not fall soon. */
export function series(term: Real, from: number): number {
  let sum = 0;
  for (let count = 0; count < MOST_TERMS; count++) {
    const next = term(from + count);
    sum += next;
    if (Math.abs(next) < 1e-18 * Math.abs(sum)) return sum;
  }
  return NaN;
}

/** The fourth-order rule of Runge and Kutta. */
export function solution(slopeAt: Real, start: number, time: number): number {
  const count = 400;
  const h = time / count;
  let y = start;
  for (let step = 0; step < count; step++) {
    const a = slopeAt(y);
    const b = slopeAt(y + (h * a) / 2);
    const c = slopeAt(y + (h * b) / 2);
    y += (h * (a + 2 * b + 2 * c + slopeAt(y + h * c))) / 6;
  }
  return y;
}

/** The place of the only minimum above 0, by thirds of its logarithm. */
export function lowestAbove0(f: Real): number {
  let [low, high] = [Math.log(1e-6), Math.log(1e6)];
  for (let round = 0; round < 120; round++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (f(Math.exp(left)) < f(Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}
