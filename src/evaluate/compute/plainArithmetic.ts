// Plain doubles: what divides by zero or has no value is refused, and what overflows is remembered.
import type { Span } from '../../core/text/span.js';
import type {
  Bounded,
  Comparison,
  ConstantExpression,
  ElementSet,
  InputExpression,
  UnaryOperator,
} from '../expression.js';
import { refuse } from '../refusal.js';
import {
  compareNumbers,
  freshTrace,
  isLogarithm,
  isPlainLogarithm,
  refuseUndefined,
  type Arithmetic,
  type Known,
} from './arithmetic.js';
import { floorRemainder, UNARY } from './functions.js';

export class PlainArithmetic implements Arithmetic<number> {
  readonly trace = freshTrace();
  readonly order = 0;
  readonly #hasBounds: boolean;
  /** Where numbers other than 0 first gave one too small to hold. */
  #underflow: Span | null = null;

  /** With bounds, it is known number by number what has become too small to hold. */
  constructor(hasBounds = false) {
    this.#hasBounds = hasBounds;
  }

  of(value: number, span: Span): number {
    if (Number.isNaN(value)) refuse('value.undefined', span, { operation: 'NaN' });
    return value;
  }

  constant({ value, span }: ConstantExpression): number {
    return this.of(value, span);
  }

  entries({ data, span }: InputExpression): readonly number[] {
    return Array.from(data, (value) => this.of(value, span));
  }

  valueOf(number: number): number {
    return number;
  }

  known(value: number): Known {
    return { value, error: 0 };
  }

  exactly(value: number): number {
    return value;
  }

  reconciled(number: number): number {
    return number;
  }

  bounded(value: number): Bounded {
    return { value, error: 0, exact: null };
  }

  found({ value }: Bounded): number {
    return value;
  }

  integer(number: number): number {
    return number;
  }

  add(left: number, right: number, span: Span): number {
    return this.#checked(left + right, left, right, '∞ − ∞', span);
  }

  subtract(left: number, right: number, span: Span): number {
    return this.#checked(left - right, left, right, '∞ − ∞', span);
  }

  multiply(left: number, right: number, span: Span): number {
    const result = this.#checked(left * right, left, right, '0 · ∞', span);
    return this.#noted(result, left !== 0 && right !== 0, span);
  }

  divide(left: number, right: number, span: Span): number {
    if (right === 0) this.#refuseUnderflowed();
    if (right === 0) refuse('value.division-by-zero', span);
    this.#refuseOverflowed(right);
    const result = this.#checked(left / right, left, right, '∞ / ∞', span);
    return this.#noted(result, left !== 0 && Number.isFinite(right), span);
  }

  power(base: number, exponent: number, span: Span): number {
    if (base === 0 && exponent < 0) this.#refuseUnderflowed();
    if (base === 0 && exponent < 0) refuse('value.division-by-zero', span);
    this.#refuseOverflowed(base);
    this.#refuseOverflowed(exponent);
    if (base < 0 && !Number.isInteger(exponent))
      refuse('value.power-of-negative', span, { argument: show(base), exponent: show(exponent) });
    if (exponent === 0 && !Number.isFinite(base))
      refuse('value.undefined', span, { operation: '∞^0' });
    const result = this.#checked(Math.pow(base, exponent), base, exponent, '1^∞', span);
    const isFinite = Number.isFinite(base) && Number.isFinite(exponent);
    return this.#noted(result, base !== 0 && isFinite, span);
  }

  remainder(left: number, right: number, span: Span): number {
    if (right === 0) refuse('value.division-by-zero', span);
    return this.#checked(floorRemainder(left, right), left, right, '∞ mod', span);
  }

  unary(operator: UnaryOperator, value: number, span: Span): number {
    if (isPlainLogarithm(operator, value)) return this.unary('log', this.add(1, value, span), span);
    if (value === 0 && isLogarithm(operator)) this.#refuseUnderflowed();
    const result = UNARY[operator](value);
    if (Number.isNaN(result)) refuseArgument(operator, value, span);
    if (!Number.isFinite(result) && Number.isFinite(value) && !isLogarithm(operator))
      this.trace.overflow ??= span;
    const mayVanish = value !== 0 && Number.isFinite(value) && CAN_UNDERFLOW.has(operator);
    return this.#noted(result, mayVanish, span);
  }

  larger(left: number, right: number): number {
    return Math.max(left, right);
  }

  smaller(left: number, right: number): number {
    return Math.min(left, right);
  }

  compare(operator: Comparison['operator'], left: number, right: number): boolean {
    if (left === right) this.#refuseOverflowed(left);
    return compareNumbers(operator, left, right);
  }

  ties(left: number, right: number): boolean {
    if (left === right) this.#refuseOverflowed(left);
    return left === right;
  }

  isZero(number: number): boolean {
    if (number === 0) this.#refuseUnderflowed();
    return number === 0;
  }

  vanished(number: number): number | null {
    return number === 0 && this.#underflow !== null ? 0 : null;
  }

  member({ values }: ElementSet, number: number): boolean {
    return values.includes(number);
  }

  #checked(result: number, left: number, right: number, operation: string, span: Span): number {
    if (Number.isFinite(result)) return result;
    if (Number.isNaN(result)) {
      if (this.trace.overflow !== null) refuse('value.overflow', this.trace.overflow);
      refuseUndefined(operation, span);
    }
    if (Number.isFinite(left) && Number.isFinite(right)) this.trace.overflow ??= span;
    return result;
  }

  /** What is divided by a number too large to hold is not simply 0, and two such numbers are not equal. */
  #refuseOverflowed(value: number): void {
    if (!Number.isFinite(value) && this.trace.overflow !== null)
      refuse('value.overflow', this.trace.overflow);
  }

  /** A 0 that is none. */
  #noted(result: number, isNonZero: boolean, span: Span): number {
    if (result === 0 && isNonZero && !this.#hasBounds) this.#underflow ??= span;
    return result;
  }

  /** The logarithm of a number too small to hold is not −∞, its reciprocal no division by zero. */
  #refuseUnderflowed(): void {
    if (this.#underflow !== null) refuse('value.underflow', this.#underflow);
  }
}

const CAN_UNDERFLOW: ReadonlySet<UnaryOperator> = new Set(['exp', 'logistic', 'square']);

function refuseArgument(operator: UnaryOperator, value: number, span: Span): never {
  const data = { argument: show(value) };
  if (isLogarithm(operator)) refuse('value.logarithm-of-negative', span, data);
  if (operator === 'sqrt') refuse('value.root-of-negative', span, data);
  return refuse('value.outside-function', span, data);
}

function show(value: number): string {
  return String(Number(value.toPrecision(6)));
}
