// Means under laws in plain doubles.
import { integral, type Real } from './plainAnalysis.js';

/** What the mean of a function is, and the logarithm of the density where there is one. */
export interface PlainLaw {
  readonly mean: (f: Real) => number;
  readonly logDensity: Real;
}

type Make = (...parameters: readonly number[]) => PlainLaw;

/** By the distance from a centre, in widths; a law with a corner there is taken side by side. */
function around(centre: number, width: number, logDensity: Real): PlainLaw {
  const side = (f: Real, sign: number): number =>
    integral((u) => f(centre + sign * width * u) * Math.exp(logDensity(sign * u)), 0, Infinity);
  return {
    mean: (f) => (width > 0 ? side(f, 1) + side(f, -1) : NaN),
    logDensity: (x) => logDensity((x - centre) / width) - Math.log(width),
  };
}

export const LAWS: Readonly<Record<string, Make>> = {
  normal: (mean = NaN, variance = NaN) =>
    around(mean, Math.sqrt(variance), (u) => (-u * u - Math.log(2 * Math.PI)) / 2),
  laplace: (centre = NaN, width = NaN) => around(centre, width, (u) => -Math.abs(u) - Math.log(2)),
  uniform: (from = NaN, to = NaN) => ({
    mean: (f) => (to > from ? integral(f, from, to) / (to - from) : NaN),
    logDensity: () => NaN,
  }),
  bernoulli: (p = NaN) => ({
    mean: (f) => (p >= 0 && p <= 1 ? (1 - p) * f(0) + p * f(1) : NaN),
    logDensity: () => NaN,
  }),
};

/** NaN where the weight is none. */
export function mixture(weight: number, first: PlainLaw, second: PlainLaw): PlainLaw {
  const own = weight >= 0 && weight <= 1 ? weight : NaN;
  return {
    mean: (f) => own * first.mean(f) + (1 - own) * second.mean(f),
    logDensity: () => NaN,
  };
}
