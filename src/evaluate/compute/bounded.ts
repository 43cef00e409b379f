// Doubles with a bound on their rounding error, so that a claim is called false only where it is.
import type { Span } from '../../core/text/span.js';
import type {
  Bounded,
  Comparison,
  ConstantExpression,
  ElementSet,
  InputExpression,
  UnaryOperator,
} from '../expression.js';
import { compareNumbers, PlainArithmetic, type Arithmetic, type Trace } from './arithmetic.js';
import { greatestSlope } from './slopes.js';
import {
  addFractions,
  ceilingFraction,
  compareFractions,
  divideFractions,
  floorFraction,
  fractionRemainder,
  isExactly,
  multiplyFractions,
  negateFraction,
  raiseFraction,
  toNumber,
  wholeFraction,
  type Fraction,
} from './fraction.js';

/** Half a unit in the last place of 1. */
const UNIT = 2 ** -53;
/** What the library functions of JavaScript may be off, in units. */
const FUNCTION_UNITS = 4;
/** What is too small for a double becomes 0, or loses digits. */
const UNDERFLOW = Number.MIN_VALUE;
/** How many operations of one run are carried out on fractions too: they take longer. */
const EXACT_OPERATIONS = 100_000;

type Combine = (left: Fraction, right: Fraction) => Fraction | null;

export class BoundedArithmetic implements Arithmetic<Bounded> {
  readonly #plain = new PlainArithmetic();
  #exactRoom = EXACT_OPERATIONS;

  get trace(): Trace {
    return this.#plain.trace;
  }

  of(value: number, span: Span): Bounded {
    return nearest(this.#plain.of(value, span));
  }

  constant({ value, truth, span }: ConstantExpression): Bounded {
    if (truth === 'nearest') return this.of(value, span);
    return typeof truth === 'function' ? truth() : ofFraction(truth);
  }

  entries({ data, truth, span }: InputExpression): readonly Bounded[] {
    return truth === 'nearest' ? Array.from(data, (value) => this.of(value, span)) : truth();
  }

  valueOf({ value }: Bounded): number {
    return value;
  }

  integer(number: Bounded, span: Span): number {
    const exact = exactOf(number);
    if (exact !== null) return toNumber(exact);
    if (isNear(number, Math.round(number.value))) this.trace.unsure ??= span;
    return number.value;
  }

  add(left: Bounded, right: Bounded, span: Span): Bounded {
    const value = this.#plain.add(left.value, right.value, span);
    if (areWhole(left, right, value)) return wholeNumber(value);
    const exact = this.#exact(left, right, addFractions);
    return rounded(value, left.error + right.error, exact);
  }

  subtract(left: Bounded, right: Bounded, span: Span): Bounded {
    return this.add(left, negated(right), span);
  }

  multiply(left: Bounded, right: Bounded, span: Span): Bounded {
    const value = this.#plain.multiply(left.value, right.value, span);
    if (areWhole(left, right, value)) return wholeNumber(value);
    const error =
      product(Math.abs(left.value), right.error) +
      product(Math.abs(right.value), left.error) +
      product(left.error, right.error);
    return rounded(value, error, this.#exact(left, right, multiplyFractions));
  }

  divide(left: Bounded, right: Bounded, span: Span): Bounded {
    const value = this.#plain.divide(left.value, right.value, span);
    if (areWhole(left, right, value)) return wholeNumber(value);
    if (!Number.isFinite(right.value)) return { value, error: 0, exact: null };
    const exact = this.#exact(left, right, divideFractions);
    const room = Math.abs(right.value) - right.error;
    if (room <= 0) return exact === null ? { value, error: Infinity, exact } : ofFraction(exact);
    const error = (left.error + product(Math.abs(value), right.error)) / room;
    return rounded(value, error, exact);
  }

  power(left: Bounded, right: Bounded, span: Span): Bounded {
    const [base, exponent] = [this.#tight(left), this.#tight(right)];
    const exact = this.#exact(base, exponent, raiseFraction);
    const value = this.#plain.power(base.value, exponent.value, span);
    if (exact !== null) return ofFraction(exact);
    const size = Math.abs(base.value);
    if (!Number.isFinite(value)) return { value, error: base.error, exact };
    if (size === 0) return { value, error: Math.pow(base.error, exponent.value), exact };
    if (base.error >= size || (base.value < 0 && exponent.error > 0))
      return { value, error: Infinity, exact };
    const relative =
      Math.abs(exponent.value) * -Math.log1p(-base.error / size) +
      product(Math.abs(Math.log(size)) + base.error / size, exponent.error);
    return functionResult(value, product(Math.abs(value), Math.expm1(relative)));
  }

  remainder(left: Bounded, right: Bounded, span: Span): Bounded {
    const value = this.#plain.remainder(left.value, right.value, span);
    const exact = this.#exact(left, right, fractionRemainder);
    if (exact !== null) return ofFraction(exact);
    const { value: whole } = this.unary('floor', this.divide(left, right, span), span);
    return rounded(value, left.error + product(Math.abs(whole), right.error), null);
  }

  unary(operator: UnaryOperator, given: Bounded, span: Span): Bounded {
    if (operator === 'square') return this.multiply(given, given, span);
    if (operator === 'negate') return negated(given);
    const argument = this.#tight(given);
    const value = this.#plain.unary(operator, argument.value, span);
    if (isStep(operator)) return this.#step(operator, argument, value, span);
    if (!Number.isFinite(value) || !Number.isFinite(argument.value)) {
      const known = argument.error === 0 || !Number.isFinite(argument.value);
      return { value, error: known ? argument.error : Infinity, exact: null };
    }
    return exactResult(operator, argument, value) ?? boundUnary(operator, argument, value);
  }

  larger(left: Bounded, right: Bounded): Bounded {
    return this.#either(Math.max(left.value, right.value), left, right, 1);
  }

  smaller(left: Bounded, right: Bounded): Bounded {
    return this.#either(Math.min(left.value, right.value), left, right, -1);
  }

  compare(operator: Comparison['operator'], left: Bounded, right: Bounded, span: Span): boolean {
    if (left === right) return compareNumbers(operator, 0, 0);
    const order = this.#order(left, right);
    if (order !== null) return compareNumbers(operator, order, 0);
    if (!areApart(left, right)) this.trace.unsure ??= span;
    return compareNumbers(operator, left.value, right.value);
  }

  ties(left: Bounded, right: Bounded): boolean {
    if (left === right) return true;
    const order = this.#order(left, right);
    if (order !== null) return order === 0;
    const same = left.value === right.value;
    if (same && Number.isFinite(left.value)) this.trace.nearTie = true;
    return same;
  }

  member({ values, exact }: ElementSet, number: Bounded, span: Span): boolean {
    return exact.some((element, at) =>
      this.compare('=', number, { value: values[at] ?? NaN, error: 0, exact: element }, span),
    );
  }

  /** What is known exactly as the nearest double, with the error of that alone. */
  settled(number: Bounded): Bounded {
    return number.exact === null ? number : ofFraction(number.exact);
  }

  #tight(number: Bounded): Bounded {
    if (number.exact === null || --this.#exactRoom < 0) return number;
    return ofFraction(number.exact);
  }

  #step(operator: StepOperator, argument: Bounded, value: number, span: Span): Bounded {
    const exact = exactOf(argument);
    if (exact !== null) return ofFraction(stepOf(operator, exact));
    if (isAtStep(operator, argument)) this.trace.unsure ??= span;
    return { value, error: 0, exact: null };
  }

  #exact(left: Bounded, right: Bounded, combine: Combine): Fraction | null {
    const [first, second] = [exactOf(left), exactOf(right)];
    if (first === null || second === null || --this.#exactRoom < 0) return null;
    return combine(first, second);
  }

  /** `null` where it is not known exactly. */
  #order(left: Bounded, right: Bounded): number | null {
    if (left.error === 0 && right.error === 0) return Math.sign(left.value - right.value) || 0;
    const [first, second] = [exactOf(left), exactOf(right)];
    if (first === null || second === null || --this.#exactRoom < 0) return null;
    return compareFractions(first, second);
  }

  /** The very number that is taken, where it is known which. */
  #either(value: number, left: Bounded, right: Bounded, sign: 1 | -1): Bounded {
    const order = areApart(left, right)
      ? Math.sign(left.value - right.value)
      : this.#order(left, right);
    if (order !== null) return order * sign >= 0 ? left : right;
    return { value, error: Math.max(left.error, right.error), exact: null };
  }
}

/** Whole numbers stand for themselves; another double for what it is the nearest to. */
function nearest(value: number): Bounded {
  const own = Number.isSafeInteger(value) || !Number.isFinite(value);
  return { value, error: own ? 0 : ownError(value), exact: null };
}

export function ofFraction(exact: Fraction): Bounded {
  const value = toNumber(exact);
  const own = Number.isFinite(value) && isExactly(value, exact);
  return { value, error: own ? 0 : ownError(value), exact };
}

function wholeNumber(value: number): Bounded {
  return { value, error: 0, exact: null };
}

export function exactOf({ value, error, exact }: Bounded): Fraction | null {
  if (exact !== null) return exact;
  return error === 0 && Number.isSafeInteger(value) ? wholeFraction(value) : null;
}

function negated({ value, error, exact }: Bounded): Bounded {
  return { value: -value, error, exact: exact === null ? null : negateFraction(exact) };
}

function ownError(value: number): number {
  return Math.abs(value) * UNIT + UNDERFLOW;
}

function rounded(value: number, error: number, exact: Fraction | null): Bounded {
  if (!Number.isFinite(value)) return { value, error, exact: null };
  return { value, error: (error + ownError(value)) * (1 + 4 * UNIT), exact };
}

function functionResult(value: number, error: number): Bounded {
  return { value, error: error + FUNCTION_UNITS * ownError(value), exact: null };
}

/** 0 · ∞ is 0 here: an exact factor adds no error. */
function product(left: number, right: number): number {
  return left === 0 || right === 0 ? 0 : left * right;
}

/** Whether two whole numbers gave a whole number without rounding. */
function areWhole(left: Bounded, right: Bounded, value: number): boolean {
  return isWholeNumber(left) && isWholeNumber(right) && Number.isSafeInteger(value);
}

function isWholeNumber({ value, error }: Bounded): boolean {
  return error === 0 && Number.isSafeInteger(value);
}

function isNear({ value, error }: Bounded, other: number): boolean {
  return error > 0 && Math.abs(value - other) <= error;
}

function areApart(left: Bounded, right: Bounded): boolean {
  const error = left.error + right.error;
  if (!Number.isFinite(left.value) || !Number.isFinite(right.value))
    return left.value !== right.value && Number.isFinite(error);
  return Math.abs(left.value - right.value) > error;
}

type StepOperator = 'floor' | 'ceiling' | 'sign';

function isStep(operator: UnaryOperator): operator is StepOperator {
  return operator === 'floor' || operator === 'ceiling' || operator === 'sign';
}

function stepOf(operator: StepOperator, exact: Fraction): Fraction {
  if (operator === 'floor') return floorFraction(exact);
  if (operator === 'ceiling') return ceilingFraction(exact);
  const { numerator } = exact;
  return { numerator: numerator > 0n ? 1n : numerator < 0n ? -1n : 0n, denominator: 1n };
}

function boundUnary(
  operator: Exclude<UnaryOperator, 'square' | 'negate' | StepOperator>,
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
function isAtStep(operator: StepOperator, number: Bounded): boolean {
  if (operator === 'sign') return isNear(number, 0);
  return number.error >= 0.5 || isNear(number, Math.round(number.value));
}

/** Where a whole number has a whole number for its value: `\log_2 8`, `\sqrt 9`, `e^0`. */
function exactResult(operator: UnaryOperator, argument: Bounded, value: number): Bounded | null {
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
  const low = Math.max(0, x - error);
  return functionResult(value, error === 0 ? 0 : error / (Math.sqrt(low) + Math.sqrt(x)));
}
