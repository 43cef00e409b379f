// Numbers of 50 digits with a bound on their error: what doubles find false is looked at again.
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
  type Arithmetic,
  isPlainLogarithm,
  type Known,
  refuseUndefined,
} from './arithmetic.js';
import { isStep, stepOf } from './bounds.js';
import {
  addFractions,
  compareFractions,
  divideFractions,
  fractionRemainder,
  isWhole,
  multiplyFractions,
  negateFraction,
  raiseFraction,
  toNumber,
  wholeFraction,
  type Fraction,
} from './fraction.js';
import { preciseFunction } from './preciseFunctions.js';
import {
  arePreciselyApart,
  Decimal,
  ownError,
  preciseBounded,
  preciseFraction,
  ZERO,
  type Precise,
} from './preciseNumber.js';

/** How many operations of one run are carried out on fractions too. */
const EXACT_OPERATIONS = 100_000;

export class PreciseArithmetic implements Arithmetic<Precise> {
  readonly trace = freshTrace();
  readonly order = 0;
  #exactRoom = EXACT_OPERATIONS;

  of(value: number, span: Span): Precise {
    if (Number.isNaN(value)) refuse('value.undefined', span, { operation: 'NaN' });
    if (Number.isSafeInteger(value)) return preciseFraction(wholeFraction(value));
    const known = KNOWN.get(Math.abs(value));
    const decimal = known === undefined ? new Decimal(value) : known().mul(Math.sign(value));
    const error = known === undefined && decimal.isFinite() ? decimal.abs().mul(2 ** -53) : ZERO;
    return { value: decimal, error: error.add(ownError(decimal)), exact: null };
  }

  constant({ value, truth, span }: ConstantExpression): Precise {
    if (truth === 'nearest') return this.of(value, span);
    return typeof truth === 'function' ? preciseBounded(truth()) : preciseFraction(truth);
  }

  entries({ data, truth, span }: InputExpression): readonly Precise[] {
    if (truth === 'nearest') return Array.from(data, (value) => this.of(value, span));
    return truth().map(preciseBounded);
  }

  valueOf({ value }: Precise): number {
    return value.toNumber();
  }

  known(number: Precise): Known {
    const value = number.value.toNumber();
    const off = number.value.isFinite() ? number.value.sub(value).abs() : ZERO;
    return { value, error: number.error.add(off).toNumber() };
  }

  exactly(value: number): Precise {
    return { value: new Decimal(value), error: ZERO, exact: null };
  }

  reconciled({ value, error }: Precise, other: Precise): Precise {
    return { value, error: error.add(value.sub(other.value).abs()), exact: null };
  }

  bounded({ value, error, exact }: Precise): Bounded {
    const nearest = value.toNumber();
    const rounding = Number.isFinite(nearest) ? Math.abs(nearest) * 2 ** -52 : 0;
    return { value: nearest, error: error.toNumber() + rounding, exact };
  }

  found(known: Bounded): Precise {
    return preciseBounded(known);
  }

  integer(number: Precise, span: Span): number {
    if (number.exact !== null) return toNumber(number.exact);
    const nearest = number.value.round();
    if (number.value.sub(nearest).abs().lte(number.error)) this.trace.unsure ??= span;
    return number.value.toNumber();
  }

  add(left: Precise, right: Precise, span: Span): Precise {
    const exact = this.#exact(left, right, addFractions);
    if (exact !== null) return preciseFraction(exact);
    return finished(left.value.add(right.value), left.error.add(right.error), '∞ − ∞', span);
  }

  subtract(left: Precise, right: Precise, span: Span): Precise {
    return this.add(left, negated(right), span);
  }

  multiply(left: Precise, right: Precise, span: Span): Precise {
    const exact = this.#exact(left, right, multiplyFractions);
    if (exact !== null) return preciseFraction(exact);
    if (isZero(left) || isZero(right)) {
      const other = isZero(left) ? right : left;
      if (other.value.isFinite()) return preciseFraction(wholeFraction(0));
    }
    const error = part(left.value, right.error)
      .add(part(right.value, left.error))
      .add(left.error.mul(right.error));
    return finished(left.value.mul(right.value), error, '0 · ∞', span);
  }

  divide(left: Precise, right: Precise, span: Span): Precise {
    if (isZero(right)) refuse('value.division-by-zero', span);
    const exact = this.#exact(left, right, divideFractions);
    if (exact !== null) return preciseFraction(exact);
    if (!right.value.isFinite()) return finished(left.value.div(right.value), ZERO, '∞ / ∞', span);
    const room = right.value.abs().sub(right.error);
    if (room.lte(0))
      return refuse('value.hidden-zero', span, { error: right.error.toPrecision(1) });
    const value = left.value.div(right.value);
    return finished(value, left.error.add(part(value, right.error)).div(room), '∞ / ∞', span);
  }

  power(base: Precise, exponent: Precise, span: Span): Precise {
    if (isZero(exponent) && base.value.isFinite()) return preciseFraction(wholeFraction(1));
    const exact = this.#exact(base, exponent, raiseFraction);
    if (exact !== null) return preciseFraction(exact);
    if (isZero(base)) {
      if (exponent.value.lt(0)) refuse('value.division-by-zero', span);
      return preciseFraction(wholeFraction(0));
    }
    const isWholePower = exponent.exact !== null && isWhole(exponent.exact);
    if (base.value.lt(0) && !isWholePower)
      refuse('value.power-of-negative', span, {
        argument: base.value.toPrecision(6),
        exponent: exponent.value.toPrecision(6),
      });
    const value = base.value.pow(exponent.value);
    const size = base.value.abs();
    if (base.error.gte(size)) return { value, error: new Decimal(Infinity), exact: null };
    if (!value.isFinite()) return finished(value, ZERO, '1^∞', span);
    const relative = part(exponent.value, base.error.div(size.sub(base.error))).add(
      part(size.ln().abs().add(base.error.div(size)), exponent.error),
    );
    return finished(value, value.abs().mul(relative.exp().sub(1)), '1^∞', span);
  }

  remainder(left: Precise, right: Precise, span: Span): Precise {
    if (isZero(right)) refuse('value.division-by-zero', span);
    const exact = this.#exact(left, right, fractionRemainder);
    if (exact !== null) return preciseFraction(exact);
    const whole = this.unary('floor', this.divide(left, right, span), span);
    return this.subtract(left, this.multiply(right, whole, span), span);
  }

  unary(operator: UnaryOperator, number: Precise, span: Span): Precise {
    if (operator === 'stopGradient') return number;
    if (operator === 'negate') return negated(number);
    if (operator === 'square') return this.multiply(number, number, span);
    if (isStep(operator)) return this.#step(operator, number, span);
    if (isPlainLogarithm(operator, number.value.toNumber()))
      return this.unary('log', this.add(this.of(1, span), number, span), span);
    refuseOutside(operator, number, span);
    return preciseFunction(operator, number);
  }

  larger(left: Precise, right: Precise): Precise {
    return this.#either(left, right, left.value.gte(right.value));
  }

  smaller(left: Precise, right: Precise): Precise {
    return this.#either(left, right, left.value.lte(right.value));
  }

  compare(operator: Comparison['operator'], left: Precise, right: Precise, span: Span): boolean {
    if (left === right) return compareNumbers(operator, 0, 0);
    if (left.exact !== null && right.exact !== null)
      return compareNumbers(operator, compareFractions(left.exact, right.exact), 0);
    if (!arePreciselyApart(left, right)) this.trace.unsure ??= span;
    return compareNumbers(operator, left.value.cmp(right.value), 0);
  }

  ties(left: Precise, right: Precise): boolean {
    if (left.exact !== null && right.exact !== null)
      return compareFractions(left.exact, right.exact) === 0;
    const near = !arePreciselyApart(left, right);
    if (near) this.trace.nearTie = true;
    return near;
  }

  isZero(number: Precise, span: Span): boolean {
    if (isZero(number)) return true;
    if (number.value.abs().lte(number.error))
      refuse('value.hidden-zero', span, { error: number.error.toPrecision(1) });
    return false;
  }

  vanished(): Precise | null {
    return null;
  }

  member({ exact }: ElementSet, number: Precise, span: Span): boolean {
    return exact.some((element) => this.compare('=', number, preciseFraction(element), span));
  }

  #step(
    operator: 'floor' | 'ceiling' | 'sign',
    { value, error, exact }: Precise,
    span: Span,
  ): Precise {
    if (exact !== null) return preciseFraction(stepOf(operator, exact));
    const place = operator === 'sign' ? ZERO : value.round();
    if (value.sub(place).abs().lte(error)) this.trace.unsure ??= span;
    const step =
      operator === 'sign' ? value.cmp(0) : operator === 'floor' ? value.floor() : value.ceil();
    return { value: new Decimal(step), error: ZERO, exact: null };
  }

  #either(left: Precise, right: Precise, takesLeft: boolean): Precise {
    if (arePreciselyApart(left, right)) return takesLeft ? left : right;
    const { value } = takesLeft ? left : right;
    return { value, error: Decimal.max(left.error, right.error), exact: null };
  }

  #exact(
    left: Precise,
    right: Precise,
    combine: (left: Fraction, right: Fraction) => Fraction | null,
  ): Fraction | null {
    if (left.exact === null || right.exact === null || --this.#exactRoom < 0) return null;
    return combine(left.exact, right.exact);
  }
}

/** Constants that a double stands for. */
const KNOWN: ReadonlyMap<number, () => Decimal> = new Map([
  [Math.PI, () => Decimal.acos(-1)],
  [Math.E, () => Decimal.exp(1)],
]);

function finished(value: Decimal, error: Decimal, operation: string, span: Span): Precise {
  if (value.isNaN()) refuseUndefined(operation, span);
  return { value, error: error.add(ownError(value)), exact: null };
}

function negated({ value, error, exact }: Precise): Precise {
  return { value: value.neg(), error, exact: exact === null ? null : negateFraction(exact) };
}

function isZero({ exact }: Precise): boolean {
  return exact?.numerator === 0n;
}

/** 0 · ∞ is 0 here: an exact factor adds no error. */
function part(size: Decimal, error: Decimal): Decimal {
  return error.isZero() ? ZERO : size.abs().mul(error);
}

/** Where a function has no value, or where its error hides that it may have none. */
function refuseOutside(operator: UnaryOperator, { value, error }: Precise, span: Span): void {
  const needsSign = operator === 'sqrt' || isLogarithm(operator);
  const isArc = operator === 'arcsin' || operator === 'arccos';
  if (!needsSign && !isArc) return;
  const room = isArc ? new Decimal(1).sub(value.abs()) : value;
  if (room.lt(0) && room.abs().gt(error)) {
    const data = { argument: value.toPrecision(6) };
    if (isLogarithm(operator)) refuse('value.logarithm-of-negative', span, data);
    if (operator === 'sqrt') refuse('value.root-of-negative', span, data);
    refuse('value.outside-function', span, data);
  }
  if (!error.isZero() && (room.lt(0) || (isLogarithm(operator) && room.lte(error))))
    refuse('value.hidden-zero', span, { error: error.toPrecision(1) });
}
