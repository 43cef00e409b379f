// The functions of one number in double precision, shared by the interpreter and the compiled code.
import type { UnaryOperator } from '../expression.js';

export const UNARY: Readonly<Record<UnaryOperator, (value: number) => number>> = {
  negate: (value) => -value,
  abs: Math.abs,
  square: (value) => value * value,
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  exp: Math.exp,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  arcsin: Math.asin,
  arccos: Math.acos,
  arctan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  logistic,
  sign: Math.sign,
  floor: Math.floor,
  ceiling: Math.ceil,
  positivePart: (value) => Math.max(value, 0),
  stopGradient: (value) => value,
};

/** 1/(1+e^{-x}) without overflow. */
export function logistic(value: number): number {
  if (value >= 0) return 1 / (1 + Math.exp(-value));
  const raised = Math.exp(value);
  return raised / (1 + raised);
}

/** The remainder that floors: its sign is that of the divisor. */
export function floorRemainder(left: number, right: number): number {
  return left - right * Math.floor(left / right);
}
