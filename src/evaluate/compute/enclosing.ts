// Arithmetic on enclosures: all values that a formula takes where its numbers vary, refused where that is not known.
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
  type Algorithm,
  type AlgorithmCall,
  type Arithmetic,
  compareNumbers,
  freshTrace,
  type Interpreted,
  type Known,
} from './arithmetic.js';
import {
  enclosedExponential,
  enclosedLogarithm,
  enclosedPower,
  encloseFunction,
} from './enclosedFunctions.js';
import {
  hull,
  interval,
  isBounded,
  isPoint,
  isReal,
  opposite,
  plus,
  reciprocal,
  times,
  wholePower,
  type Enclosure,
} from './enclosure.js';

/** Whole powers above are taken by logarithms. */
const MOST_FACTORS = 64;
const NOWHERE: Span = { start: 0, end: 0 };

export class EnclosureArithmetic implements Arithmetic<Enclosure> {
  readonly trace = freshTrace();
  readonly order = 0;

  of(value: number, span: Span): Enclosure {
    if (Number.isNaN(value)) refuse('value.undefined', span, { operation: 'NaN' });
    return this.exactly(value);
  }

  constant({ value, span }: ConstantExpression): Enclosure {
    return this.of(value, span);
  }

  entries({ data, span }: InputExpression): readonly Enclosure[] {
    return Array.from(data, (value) => this.of(value, span));
  }

  /** What looks at a number that varies is not followed. */
  valueOf(number: Enclosure): number {
    if (!isPoint(number) || !isReal(number)) refuse('value.unsure', NOWHERE);
    return number.low;
  }

  known(number: Enclosure): Known {
    return { value: this.valueOf(number), error: 0 };
  }

  exactly(value: number): Enclosure {
    return interval(value, value);
  }

  reconciled(number: Enclosure, other: Enclosure): Enclosure {
    return hull(number, other);
  }

  bounded(number: Enclosure): Bounded {
    return { value: this.valueOf(number), error: 0, exact: null };
  }

  found({ value, error }: Bounded, from: readonly Enclosure[]): Enclosure {
    for (const number of from) this.valueOf(number);
    return interval(value - error, value + error);
  }

  integer(number: Enclosure): number {
    return this.valueOf(number);
  }

  add(left: Enclosure, right: Enclosure, span: Span): Enclosure {
    return known(plus(left, right), span);
  }

  subtract(left: Enclosure, right: Enclosure, span: Span): Enclosure {
    return known(plus(left, opposite(right)), span);
  }

  multiply(left: Enclosure, right: Enclosure, span: Span): Enclosure {
    return known(times(left, right), span);
  }

  divide(left: Enclosure, right: Enclosure, span: Span): Enclosure {
    return this.multiply(left, known(reciprocal(right), span), span);
  }

  power(base: Enclosure, exponent: Enclosure, span: Span): Enclosure {
    if (isPoint(exponent) && isReal(exponent)) {
      const { low } = exponent;
      const isWhole = Number.isInteger(low) && Math.abs(low) <= MOST_FACTORS;
      return known(isWhole ? wholePower(base, low) : enclosedPower(base, low), span);
    }
    const logarithm = known(enclosedLogarithm(base), span);
    return known(enclosedExponential(this.multiply(exponent, logarithm, span)), span);
  }

  /** Between its jumps it is a difference. */
  remainder(left: Enclosure, right: Enclosure, span: Span): Enclosure {
    const whole = this.unary('floor', this.divide(left, right, span), span);
    return this.subtract(left, this.multiply(whole, right, span), span);
  }

  unary(operator: UnaryOperator, value: Enclosure, span: Span): Enclosure {
    return known(encloseFunction(operator, value), span);
  }

  larger(left: Enclosure, right: Enclosure, span: Span): Enclosure {
    if (left.low >= right.high) return left;
    if (right.low >= left.high) return right;
    if (!isReal(left) || !isReal(right)) refuse('value.unsure', span);
    return interval(Math.max(left.low, right.low), Math.max(left.high, right.high));
  }

  smaller(left: Enclosure, right: Enclosure, span: Span): Enclosure {
    return opposite(this.larger(opposite(left), opposite(right), span));
  }

  /** Where intervals touch, only one place is on the other side. */
  compare(
    operator: Comparison['operator'],
    left: Enclosure,
    right: Enclosure,
    span: Span,
  ): boolean {
    if (isPoint(left) && isPoint(right)) return compareNumbers(operator, left.low, right.low);
    if (left.low >= right.high) return compareNumbers(operator, 1, 0);
    if (left.high <= right.low) return compareNumbers(operator, 0, 1);
    this.trace.unsure ??= span;
    return refuse('value.unsure', span);
  }

  ties(left: Enclosure, right: Enclosure, span: Span): boolean {
    return this.compare('=', left, right, span);
  }

  isZero(number: Enclosure, span: Span): boolean {
    return this.compare('=', number, interval(0, 0), span);
  }

  vanished(): null {
    return null;
  }

  member({ values }: ElementSet, number: Enclosure): boolean {
    return values.includes(this.valueOf(number));
  }

  run(algorithm: Algorithm, call: AlgorithmCall<Enclosure>): Interpreted<Enclosure> {
    return (algorithm.enclose ?? algorithm.run)(call);
  }
}

/** What is too large for a double lies between the largest one and ∞, so that its reciprocal is known. */
function known(enclosure: Enclosure | null, span: Span): Enclosure {
  if (enclosure !== null && isBounded(enclosure)) return enclosure;
  if (enclosure === null || !isReal(enclosure)) return refuse('value.unsure', span);
  const { low, high } = enclosure;
  if (Number.isNaN(low) || Number.isNaN(high)) return refuse('value.unsure', span);
  return interval(Math.min(low, Number.MAX_VALUE), Math.max(high, -Number.MAX_VALUE));
}
