// What is known of one number: its double, how far the true number may be, and what functions make of that.
import type { Span } from '../../core/text/span.js';
import type { Bounded, UnaryOperator } from '../expression.js';
import { refuse } from '../refusal.js';
import { isLogarithm } from './arithmetic.js';
import {
  ceilingFraction,
  floorFraction,
  isExactly,
  negateFraction,
  toNumber,
  wholeFraction,
  type Fraction,
} from './fraction.js';
import { greatestSlope } from './slopes.js';

/** Half a unit in the last place of 1. */
const UNIT = 2 ** -53;

/** What the library functions of JavaScript may be off, in units. */
const FUNCTION_UNITS = 4;

/** What is too small for a double becomes 0, or loses digits. */
const UNDERFLOW = Number.MIN_VALUE;

/** Errors below this come from what is too small for a double, not from rounding. */
const TINY = 1e-300;

/** Whole numbers stand for themselves; another double for what it is the nearest to. */
export function nearest(value: number): Bounded {
  const own = Number.isSafeInteger(value) || !Number.isFinite(value);
  return { value, error: own ? 0 : ownError(value), exact: null };
}

export function ofFraction(exact: Fraction): Bounded {
  const value = toNumber(exact);
  const own = Number.isFinite(value) && isExactly(value, exact);
  return { value, error: own ? 0 : ownError(value), exact };
}

export function wholeNumber(value: number): Bounded {
  return { value, error: 0, exact: null };
}

export function exactOf({ value, error, exact }: Bounded): Fraction | null {
  if (exact !== null) return exact;
  return error === 0 && Number.isSafeInteger(value) ? wholeFraction(value) : null;
}

export function negated({ value, error, exact }: Bounded): Bounded {
  return { value: -value, error, exact: exact === null ? null : negateFraction(exact) };
}

function ownError(value: number): number {
  return Math.abs(value) * UNIT + UNDERFLOW;
}

export function rounded(value: number, error: number, exact: Fraction | null): Bounded {
  if (!Number.isFinite(value)) return { value, error, exact: null };
  return { value, error: (error + ownError(value)) * (1 + 4 * UNIT), exact };
}

export function functionResult(value: number, error: number): Bounded {
  return { value, error: error + FUNCTION_UNITS * ownError(value), exact: null };
}

/** 0 · ∞ is 0 here: an exact factor adds no error. */
export function product(left: number, right: number): number {
  return left === 0 || right === 0 ? 0 : left * right;
}

/** Whether two whole numbers gave a whole number without rounding. */
export function areWhole(left: Bounded, right: Bounded, value: number): boolean {
  return isWholeNumber(left) && isWholeNumber(right) && Number.isSafeInteger(value);
}

function isWholeNumber({ value, error }: Bounded): boolean {
  return error === 0 && Number.isSafeInteger(value);
}

export function isNear({ value, error }: Bounded, other: number): boolean {
  return error > 0 && Math.abs(value - other) <= error;
}

export function areApart(left: Bounded, right: Bounded): boolean {
  const error = left.error + right.error;
  if (!Number.isFinite(left.value) || !Number.isFinite(right.value))
    return left.value !== right.value && Number.isFinite(error);
  return Math.abs(left.value - right.value) > error;
}

export function isZeroExactly(number: Bounded): boolean {
  return exactOf(number)?.numerator === 0n;
}

/** A 0 that may be another number. */
export function isHiddenZero(number: Bounded): boolean {
  return number.value === 0 && number.error > 0 && !isZeroExactly(number);
}

/** What `p \log p` comes to where p is too small to tell from 0, else `null`. */
export function vanishedProduct(number: Bounded): Bounded | null {
  const isTiny = isHiddenZero(number) && !Object.is(number.value, -0) && number.error < TINY;
  // Logarithms of doubles are small against what this leaves open.
  return isTiny ? { value: 0, error: number.error * 1e12, exact: null } : null;
}

export function refuseHidden({ error }: Bounded, span: Span): never {
  if (error < TINY) refuse('value.underflow', span);
  return refuse('value.hidden-zero', span, { error: error.toPrecision(1) });
}

/** Where rounding hides whether a function has a value there, or an infinite one. */
export function refuseHiddenEdge(operator: UnaryOperator, argument: Bounded, span: Span): void {
  const { value, error } = argument;
  const size = Math.abs(value);
  const below = value < 0 && size <= error;
  if (isLogarithm(operator) && (below || isHiddenZero(argument))) refuseHidden(argument, span);
  if (operator === 'sqrt' && below) refuseHidden(argument, span);
  const isArc = operator === 'arcsin' || operator === 'arccos';
  if (isArc && size > 1 && size - error <= 1) refuse('value.unsure', span);
}

export type StepOperator = 'floor' | 'ceiling' | 'sign';

export function isStep(operator: UnaryOperator): operator is StepOperator {
  return operator === 'floor' || operator === 'ceiling' || operator === 'sign';
}

export function stepOf(operator: StepOperator, exact: Fraction): Fraction {
  if (operator === 'floor') return floorFraction(exact);
  if (operator === 'ceiling') return ceilingFraction(exact);
  const { numerator } = exact;
  return { numerator: numerator > 0n ? 1n : numerator < 0n ? -1n : 0n, denominator: 1n };
}

export function boundUnary(
  operator: Exclude<UnaryOperator, 'square' | 'negate' | 'stopGradient' | StepOperator>,
  { value: x, error, exact }: Bounded,
  value: number,
): Bounded {
  switch (operator) {
    case 'abs':
      return { value, error, exact: exact === null ? null : absolute(exact) };
    case 'positivePart':
      return { value, error, exact: exact === null ? null : positivePart(exact) };
    case 'sqrt':
      return rootResult(x, error, value);
    default:
      return functionResult(value, product(greatestSlope(operator, x, error, value), error));
  }
}

function absolute(exact: Fraction): Fraction {
  return exact.numerator < 0n ? negateFraction(exact) : exact;
}

function positivePart(exact: Fraction): Fraction {
  return exact.numerator < 0n ? wholeFraction(0) : exact;
}

/** Whether the place of a jump is as near as the number is known. */
export function isAtStep(operator: StepOperator, number: Bounded): boolean {
  if (operator === 'sign') return isNear(number, 0);
  return number.error >= 0.5 || isNear(number, Math.round(number.value));
}

/** Where a whole number has a whole number for its value: `\log_2 8`, `\sqrt 9`, `e^0`. */
export function exactResult(
  operator: UnaryOperator,
  argument: Bounded,
  value: number,
): Bounded | null {
  const isCandidate = isWholeNumber(argument) && Number.isSafeInteger(value);
  return isCandidate && isExactValue(operator, argument.value, value) ? wholeNumber(value) : null;
}

function isExactValue(operator: UnaryOperator, x: number, value: number): boolean {
  switch (operator) {
    case 'sqrt':
      return value * value === x;
    case 'cbrt':
      return value * value * value === x;
    case 'log2':
      return 2 ** value === x;
    case 'log10':
      return value >= 0 && x === Number(`1e${value}`);
    case 'log':
    case 'arccos':
      return x === 1;
    case 'logistic':
      return false;
    default:
      return x === 0;
  }
}

function rootResult(x: number, error: number, value: number): Bounded {
  if (x <= error) return functionResult(value, Math.sqrt(x + error));
  return functionResult(value, error === 0 ? 0 : error / (Math.sqrt(x - error) + Math.sqrt(x)));
}
