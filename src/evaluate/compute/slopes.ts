// How steep the functions of one number are: what an error of the argument makes of the value.
import type { UnaryOperator } from '../expression.js';

export type SmoothOperator = Exclude<
  UnaryOperator,
  | 'negate'
  | 'stopGradient'
  | 'abs'
  | 'positivePart'
  | 'floor'
  | 'ceiling'
  | 'sign'
  | 'sqrt'
  | 'square'
>;

/** The greatest slope within the error of the argument. */
export function greatestSlope(
  operator: SmoothOperator,
  x: number,
  error: number,
  value: number,
): number {
  const near = Math.max(Math.abs(x) - error, 0);
  const far = Math.abs(x) + error;
  return SLOPES[operator](near, far, value, error, x);
}

type Slope = (near: number, far: number, value: number, error: number, x: number) => number;

/** The exponential is steepest at the upper end, where it may be far from too small to hold or not. */
const exponential: Slope = (_near, _far, _value, error, x) =>
  Math.exp(x + error) * (1 + 1e-12) + Number.MIN_VALUE;

const reciprocal: Slope = (near) => (near === 0 ? Infinity : 1 / near);
const one: Slope = () => 1;
const arcSlope: Slope = (_near, far, _value, error) => {
  if (far < 1) return 1 / Math.sqrt(1 - far * far);
  return error === 0 ? 0 : Infinity;
};
const hyperbolic: Slope = (_near, far) => Math.cosh(far);

const SLOPES: Readonly<Record<SmoothOperator, Slope>> = {
  cbrt: (near) => (near === 0 ? Infinity : 1 / (3 * Math.cbrt(near) ** 2)),
  exp: exponential,
  log: reciprocal,
  log2: (near) => (near === 0 ? Infinity : 1 / (near * Math.LN2)),
  log10: (near) => (near === 0 ? Infinity : 1 / (near * Math.LN10)),
  // 1 + x is e to the value.
  log1p: (_near, _far, value, error) => 1 / Math.max(Math.exp(value) - error, 0),
  sin: one,
  cos: one,
  logistic: (...at) => Math.min(1 / 4, exponential(...at)),
  tanh: one,
  arctan: one,
  tan: (_near, _far, value, error) => (error < 0.1 ? 2 * (1 + value * value) : Infinity),
  arcsin: arcSlope,
  arccos: arcSlope,
  sinh: hyperbolic,
  cosh: hyperbolic,
};
