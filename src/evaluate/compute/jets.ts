// Numbers with their slope, in any arithmetic: automatic differentiation, forward (Griewank & Walther 2008, chapter 3).
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
import type { Arithmetic, Known, Trace } from './arithmetic.js';
import { steepnessOf } from './steepness.js';

/** `slope` is `null` where a number does not depend on what varies. */
export interface Jet<T> {
  readonly value: T;
  readonly slope: T | null;
}

export function steady<T>(value: T): Jet<T> {
  return { value, slope: null };
}

export class JetArithmetic<T> implements Arithmetic<Jet<T>> {
  readonly #inner: Arithmetic<T>;

  readonly order: number;

  constructor(inner: Arithmetic<T>) {
    this.#inner = inner;
    this.order = inner.order + 1;
  }

  get trace(): Trace {
    return this.#inner.trace;
  }

  of(value: number, span: Span): Jet<T> {
    return steady(this.#inner.of(value, span));
  }

  constant(expression: ConstantExpression): Jet<T> {
    return steady(this.#inner.constant(expression));
  }

  entries(input: InputExpression): readonly Jet<T>[] {
    return this.#inner.entries(input).map(steady);
  }

  valueOf({ value }: Jet<T>): number {
    return this.#inner.valueOf(value);
  }

  known({ value }: Jet<T>): Known {
    return this.#inner.known(value);
  }

  exactly(value: number): Jet<T> {
    return steady(this.#inner.exactly(value));
  }

  reconciled({ value, slope }: Jet<T>, other: Jet<T>): Jet<T> {
    const inner = this.#inner;
    const isSteady = slope === null || other.slope === null;
    return {
      value: inner.reconciled(value, other.value),
      slope: isSteady ? slope : inner.reconciled(slope, other.slope),
    };
  }

  bounded({ value }: Jet<T>): Bounded {
    return this.#inner.bounded(value);
  }

  /** How what was found changes with what it rests on is not known. */
  found(known: Bounded, from: readonly Jet<T>[], span: Span): Jet<T> {
    if (from.some(({ slope }) => slope !== null)) refuse('derivative.of-method', span);
    const values = from.map(({ value }) => value);
    return steady(this.#inner.found(known, values, span));
  }

  integer({ value, slope }: Jet<T>, span: Span): number {
    if (slope !== null) refuse('derivative.of-whole', span);
    return this.#inner.integer(value, span);
  }

  add(left: Jet<T>, right: Jet<T>, span: Span): Jet<T> {
    const value = this.#inner.add(left.value, right.value, span);
    if (left.slope === null || right.slope === null)
      return { value, slope: left.slope ?? right.slope };
    return { value, slope: this.#inner.add(left.slope, right.slope, span) };
  }

  subtract(left: Jet<T>, right: Jet<T>, span: Span): Jet<T> {
    return this.add(left, this.unary('negate', right, span), span);
  }

  multiply(left: Jet<T>, right: Jet<T>, span: Span): Jet<T> {
    const value = this.#inner.multiply(left.value, right.value, span);
    const first = this.#times(left.slope, right.value, span);
    const second = this.#times(right.slope, left.value, span);
    return { value, slope: this.#sum(first, second, span) };
  }

  divide(left: Jet<T>, right: Jet<T>, span: Span): Jet<T> {
    const inner = this.#inner;
    const value = inner.divide(left.value, right.value, span);
    if (left.slope === null && right.slope === null) return steady(value);
    const lost = this.#times(right.slope, value, span);
    const gained = lost === null ? null : inner.unary('negate', lost, span);
    const above = this.#sum(left.slope, gained, span);
    return { value, slope: above === null ? null : inner.divide(above, right.value, span) };
  }

  power(base: Jet<T>, exponent: Jet<T>, span: Span): Jet<T> {
    const inner = this.#inner;
    const value = inner.power(base.value, exponent.value, span);
    const first = base.slope === null ? null : this.#powerSlope(base, exponent.value, span);
    if (exponent.slope === null) return { value, slope: first };
    if (!inner.compare('>', base.value, inner.of(0, span), span)) refuse('derivative.none', span);
    const logarithm = inner.unary('log', base.value, span);
    const grown = inner.multiply(value, logarithm, span);
    return { value, slope: this.#sum(first, this.#times(exponent.slope, grown, span), span) };
  }

  remainder(left: Jet<T>, right: Jet<T>, span: Span): Jet<T> {
    const value = this.#inner.remainder(left.value, right.value, span);
    if (left.slope === null && right.slope === null) return steady(value);
    return refuse('derivative.of-step', span);
  }

  unary(operator: UnaryOperator, number: Jet<T>, span: Span): Jet<T> {
    const value = this.#inner.unary(operator, number.value, span);
    if (number.slope === null || operator === 'stopGradient') return steady(value);
    const steepness = steepnessOf(operator, this.#inner, number.value, value, span);
    return { value, slope: this.#times(number.slope, steepness, span) };
  }

  larger(left: Jet<T>, right: Jet<T>, span: Span): Jet<T> {
    return this.#chosen(left, right, '>', span);
  }

  smaller(left: Jet<T>, right: Jet<T>, span: Span): Jet<T> {
    return this.#chosen(left, right, '<', span);
  }

  /** At the border of a condition the value is that of one side, and the slope may be that of none. */
  compare(operator: Comparison['operator'], left: Jet<T>, right: Jet<T>, span: Span): boolean {
    const varies = left.slope !== null || right.slope !== null;
    if (varies && this.#areEqual(left.value, right.value, span)) refuse('derivative.kink', span);
    return this.#inner.compare(operator, left.value, right.value, span);
  }

  ties(left: Jet<T>, right: Jet<T>, span: Span): boolean {
    return this.#inner.ties(left.value, right.value, span);
  }

  isZero({ value, slope }: Jet<T>, span: Span): boolean {
    const isZero = this.#inner.isZero(value, span);
    if (isZero && slope !== null) refuse('derivative.none', span);
    return isZero;
  }

  vanished({ value, slope }: Jet<T>): Jet<T> | null {
    const vanished = slope === null ? this.#inner.vanished(value) : null;
    return vanished === null ? null : steady(vanished);
  }

  member(elements: ElementSet, { value, slope }: Jet<T>, span: Span): boolean {
    if (slope !== null) refuse('derivative.of-step', span);
    return this.#inner.member(elements, value, span);
  }

  /** The slope of b^e by b: e·b^{e−1}. */
  #powerSlope(base: Jet<T>, exponent: T, span: Span): T | null {
    const inner = this.#inner;
    const one = inner.of(1, span);
    if (this.#areEqual(exponent, inner.of(0, span), span)) return null;
    if (this.#areEqual(exponent, one, span)) return base.slope;
    const isFlat = inner.valueOf(exponent) > 1;
    if (!isFlat && this.#areEqual(base.value, inner.of(0, span), span))
      refuse('derivative.none', span);
    const lower = inner.power(base.value, inner.subtract(exponent, one, span), span);
    return this.#times(base.slope, inner.multiply(exponent, lower, span), span);
  }

  #areEqual(left: T, right: T, span: Span): boolean {
    return this.#inner.compare('=', left, right, span);
  }

  #times(slope: T | null, factor: T, span: Span): T | null {
    return slope === null ? null : this.#inner.multiply(slope, factor, span);
  }

  #sum(left: T | null, right: T | null, span: Span): T | null {
    if (left === null || right === null) return left ?? right;
    return this.#inner.add(left, right, span);
  }

  #chosen(left: Jet<T>, right: Jet<T>, wanted: '>' | '<', span: Span): Jet<T> {
    if (left.slope === null && right.slope === null)
      return steady(
        wanted === '>'
          ? this.#inner.larger(left.value, right.value, span)
          : this.#inner.smaller(left.value, right.value, span),
      );
    if (this.#areEqual(left.value, right.value, span)) {
      if (left.slope === right.slope) return left;
      refuse('derivative.kink', span);
    }
    return this.#inner.compare(wanted, left.value, right.value, span) ? left : right;
  }
}
