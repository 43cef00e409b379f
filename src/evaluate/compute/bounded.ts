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
import {
  compareNumbers,
  isPlainLogarithm,
  type Arithmetic,
  type Known,
  type Trace,
} from './arithmetic.js';
import { PlainArithmetic } from './plainArithmetic.js';
import {
  addFractions,
  compareFractions,
  divideFractions,
  fractionRemainder,
  multiplyFractions,
  raiseFraction,
  toNumber,
  type Fraction,
} from './fraction.js';
import {
  nearest,
  ofFraction,
  wholeNumber,
  exactOf,
  negated,
  rounded,
  functionResult,
  product,
  areWhole,
  isNear,
  areApart,
  isZeroExactly,
  isHiddenZero,
  refuseHidden,
  refuseHiddenEdge,
  vanishedProduct,
  type StepOperator,
  isStep,
  stepOf,
  boundUnary,
  isAtStep,
  exactResult,
} from './bounds.js';

/** How many operations of one run are carried out on fractions too: they take longer. */
const EXACT_OPERATIONS = 100_000;

type Combine = (left: Fraction, right: Fraction) => Fraction | null;

export class BoundedArithmetic implements Arithmetic<Bounded> {
  readonly order = 0;
  readonly #plain = new PlainArithmetic(true);
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

  known(number: Bounded): Known {
    return this.settled(number);
  }

  exactly(value: number): Bounded {
    return { value, error: 0, exact: null };
  }

  reconciled({ value, error }: Bounded, other: Bounded): Bounded {
    return { value, error: error + Math.abs(value - other.value), exact: null };
  }

  bounded(number: Bounded): Bounded {
    return number;
  }

  found(known: Bounded): Bounded {
    return known;
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
    if (value === 0 && (isZeroExactly(left) || isZeroExactly(right))) return wholeNumber(0);
    if (areWhole(left, right, value)) return wholeNumber(value);
    const error =
      product(Math.abs(left.value), right.error) +
      product(Math.abs(right.value), left.error) +
      product(left.error, right.error);
    return rounded(value, error, this.#exact(left, right, multiplyFractions));
  }

  divide(left: Bounded, given: Bounded, span: Span): Bounded {
    const right = this.#tight(given);
    if (right.value === 0 && right.error > 0) return this.#divideByTiny(left, right, span);
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
    if (exact === null && exponent.value < 0 && isHiddenZero(base)) refuseHidden(base, span);
    if (isZeroExactly(exponent) && Number.isFinite(base.value)) return wholeNumber(1);
    const value = this.#plain.power(base.value, exponent.value, span);
    if (exact !== null) return ofFraction(exact);
    const size = Math.abs(base.value);
    if (!Number.isFinite(value)) return { value, error: base.error, exact };
    if (size === 0) {
      const known = exponent.error < Math.abs(exponent.value);
      return { value, error: known ? Math.pow(base.error, exponent.value) : Infinity, exact };
    }
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
    if (operator === 'stopGradient') return given;
    if (isPlainLogarithm(operator, given.value))
      return this.unary('log', this.add(wholeNumber(1), given, span), span);
    const argument = this.#tight(given);
    refuseHiddenEdge(operator, argument, span);
    const value = this.#plain.unary(operator, argument.value, span);
    if (isStep(operator)) return this.#step(operator, argument, value, span);
    if (!Number.isFinite(argument.value)) return this.#ofInfinite(value, argument);
    if (!Number.isFinite(value))
      return { value, error: argument.error === 0 ? 0 : Infinity, exact: null };
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
    const isSameInfinity = left.value === right.value && !Number.isFinite(left.value);
    if (order !== null && !isSameInfinity) return compareNumbers(operator, order, 0);
    if (!isSameInfinity && !areApart(left, right)) this.trace.unsure ??= span;
    return this.#plain.compare(operator, left.value, right.value);
  }

  ties(left: Bounded, right: Bounded, span: Span): boolean {
    if (left === right) return true;
    const order = this.#order(left, right);
    if (order !== null && Number.isFinite(left.value)) return order === 0;
    const same = this.#plain.ties(left.value, right.value);
    if (same && Number.isFinite(left.value)) this.trace.nearTie = true;
    if (same && [left, right].some(isHiddenZero)) this.trace.unsure ??= span;
    return same;
  }

  isZero(number: Bounded, span: Span): boolean {
    if (isHiddenZero(number) && exactOf(number) === null) refuseHidden(number, span);
    return isZeroExactly(number);
  }

  vanished(number: Bounded): Bounded | null {
    return vanishedProduct(number);
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

  /** A divisor that is not known as a double, but may be known exactly. */
  #divideByTiny(left: Bounded, right: Bounded, span: Span): Bounded {
    const exact = this.#exact(left, right, divideFractions);
    if (exact === null) return refuseHidden(right, span);
    if (!Number.isFinite(toNumber(exact))) this.trace.overflow ??= span;
    return ofFraction(exact);
  }

  /** What is too large to hold gives almost what ∞ gives. */
  #ofInfinite(value: number, { error }: Bounded): Bounded {
    const isLimit =
      this.trace.overflow === null && (Number.isInteger(value) || !Number.isFinite(value));
    return isLimit && error === 0 ? wholeNumber(value) : functionResult(value, error);
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
