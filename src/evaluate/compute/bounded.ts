// Doubles with a bound on their rounding error, so that a claim is called false only where it is.
import type { Span } from '../../core/text/span.js';
import type { Comparison, UnaryOperator } from '../expression.js';
import { compareNumbers, PlainArithmetic, type Arithmetic, type Trace } from './arithmetic.js';

export interface Bounded {
  readonly value: number;
  /** The true value is at most this far away. */
  readonly error: number;
}

/** Half a unit in the last place of 1. */
const UNIT = 2 ** -53;
/** What the library functions of JavaScript may be off, in units. */
const FUNCTION_UNITS = 4;

export class BoundedArithmetic implements Arithmetic<Bounded> {
  readonly #plain = new PlainArithmetic();

  get trace(): Trace {
    return this.#plain.trace;
  }

  /** A decimal fraction is rounded when it is read. */
  of(value: number, span: Span): Bounded {
    const plain = this.#plain.of(value, span);
    const exactly = Number.isInteger(plain) || !Number.isFinite(plain);
    return { value: plain, error: exactly ? 0 : Math.abs(plain) * UNIT };
  }

  valueOf({ value }: Bounded): number {
    return value;
  }

  add(left: Bounded, right: Bounded, span: Span): Bounded {
    const value = this.#plain.add(left.value, right.value, span);
    return rounded(value, left.error + right.error, isExactSum(left, right, value));
  }

  subtract(left: Bounded, right: Bounded, span: Span): Bounded {
    return this.add(left, { value: -right.value, error: right.error }, span);
  }

  multiply(left: Bounded, right: Bounded, span: Span): Bounded {
    const value = this.#plain.multiply(left.value, right.value, span);
    const error =
      product(Math.abs(left.value), right.error) +
      product(Math.abs(right.value), left.error) +
      product(left.error, right.error);
    return rounded(value, error, isSmallInteger(value) && exact(left, right));
  }

  divide(left: Bounded, right: Bounded, span: Span): Bounded {
    const value = this.#plain.divide(left.value, right.value, span);
    const room = Math.abs(right.value) - right.error;
    if (!Number.isFinite(right.value)) return { value, error: 0 };
    if (room <= 0) return { value, error: Infinity };
    const error = (left.error + product(Math.abs(value), right.error)) / room;
    return rounded(value, error, isSmallInteger(value) && exact(left, right));
  }

  power(base: Bounded, exponent: Bounded, span: Span): Bounded {
    const value = this.#plain.power(base.value, exponent.value, span);
    const size = Math.abs(base.value);
    if (isSmallInteger(value) && exact(base, exponent) && exponent.value >= 0)
      return rounded(value, 0, Number.isInteger(base.value) && Number.isInteger(exponent.value));
    if (size === 0) return { value, error: Math.pow(base.error, exponent.value) };
    if (base.error >= size) return { value, error: Infinity };
    const relative =
      Math.abs(exponent.value) * -Math.log1p(-base.error / size) +
      product(Math.abs(Math.log(size)), exponent.error);
    return functionResult(value, product(Math.abs(value), Math.expm1(relative)));
  }

  remainder(left: Bounded, right: Bounded, span: Span): Bounded {
    const value = this.#plain.remainder(left.value, right.value, span);
    const quotient = this.divide(left, right, span);
    const { value: whole } = this.unary('floor', quotient, span);
    const crossed = this.unary('floor', quotient, span).error > 0;
    const error = left.error + product(Math.abs(whole), right.error);
    return rounded(
      value,
      crossed ? Math.abs(right.value) : error,
      isSmallInteger(value) && exact(left, right),
    );
  }

  unary(operator: UnaryOperator, argument: Bounded, span: Span): Bounded {
    if (operator === 'square') return this.multiply(argument, argument, span);
    const value = this.#plain.unary(operator, argument.value, span);
    if (!Number.isFinite(value) || !Number.isFinite(argument.value))
      return { value, error: argument.error };
    return boundUnary(operator, argument, value);
  }

  larger(left: Bounded, right: Bounded): Bounded {
    return this.#either(Math.max(left.value, right.value), left, right);
  }

  smaller(left: Bounded, right: Bounded): Bounded {
    return this.#either(Math.min(left.value, right.value), left, right);
  }

  compare(operator: Comparison['operator'], left: Bounded, right: Bounded): boolean {
    const error = left.error + right.error;
    if (error > 0 && Math.abs(left.value - right.value) <= error) this.trace.unsure = true;
    return compareNumbers(operator, left.value, right.value);
  }

  #either(value: number, left: Bounded, right: Bounded): Bounded {
    const apart = Math.abs(left.value - right.value) > left.error + right.error;
    const { error } = left.value === value ? left : right;
    return { value, error: apart ? error : Math.max(left.error, right.error) };
  }
}

function rounded(value: number, error: number, isExact: boolean): Bounded {
  const own = isExact ? 0 : Math.abs(value) * UNIT;
  return { value, error: Number.isFinite(value) ? (error + own) * (1 + 4 * UNIT) : error };
}

function functionResult(value: number, error: number): Bounded {
  return { value, error: error + FUNCTION_UNITS * UNIT * Math.abs(value) };
}

/** 0 · ∞ is 0 here: an exact factor adds no error. */
function product(left: number, right: number): number {
  return left === 0 || right === 0 ? 0 : left * right;
}

function exact(left: Bounded, right: Bounded): boolean {
  return left.error === 0 && right.error === 0;
}

function isSmallInteger(value: number): boolean {
  return Number.isSafeInteger(value);
}

function isExactSum(left: Bounded, right: Bounded, value: number): boolean {
  return [left.value, right.value, value].every(isSmallInteger);
}

function boundUnary(
  operator: Exclude<UnaryOperator, 'square'>,
  { value: x, error }: Bounded,
  value: number,
): Bounded {
  switch (operator) {
    case 'negate':
    case 'abs':
    case 'positivePart':
      return { value, error };
    case 'floor':
    case 'ceiling':
    case 'sign':
      return { value, error: changesWithin(operator, x, error) ? 1 : 0 };
    case 'sqrt':
      return rootResult(x, error, value);
    default:
      return functionResult(value, product(derivativeBound(operator, x, error, value), error));
  }
}

function changesWithin(operator: 'floor' | 'ceiling' | 'sign', x: number, error: number): boolean {
  if (operator === 'sign') return error > 0 && Math.abs(x) <= error;
  const round = operator === 'floor' ? Math.floor : Math.ceil;
  return round(x - error) !== round(x + error);
}

function rootResult(x: number, error: number, value: number): Bounded {
  const perfect = error === 0 && isSmallInteger(value) && value * value === x;
  if (perfect) return { value, error: 0 };
  const low = Math.max(0, x - error);
  return functionResult(value, error === 0 ? 0 : error / (Math.sqrt(low) + Math.sqrt(x)));
}

/** The greatest slope within the error of the argument. */
function derivativeBound(
  operator: SmoothOperator,
  x: number,
  error: number,
  value: number,
): number {
  const near = Math.max(Math.abs(x) - error, 0);
  const far = Math.abs(x) + error;
  return SLOPES[operator](near, far, value, error);
}

type SmoothOperator = Exclude<
  UnaryOperator,
  'negate' | 'abs' | 'positivePart' | 'floor' | 'ceiling' | 'sign' | 'sqrt' | 'square'
>;

type Slope = (near: number, far: number, value: number, error: number) => number;

const reciprocal: Slope = (near) => (near === 0 ? Infinity : 1 / near);
const one: Slope = () => 1;
const arcSlope: Slope = (_near, far, _value, error) => {
  if (far < 1) return 1 / Math.sqrt(1 - far * far);
  return error === 0 ? 0 : Infinity;
};
const hyperbolic: Slope = (_near, far) => Math.cosh(far);

const SLOPES: Readonly<Record<SmoothOperator, Slope>> = {
  cbrt: (near) => (near === 0 ? Infinity : 1 / (3 * Math.cbrt(near) ** 2)),
  exp: (_near, _far, value, error) => value * Math.exp(error),
  log: reciprocal,
  log2: (near) => (near === 0 ? Infinity : 1 / (near * Math.LN2)),
  log10: (near) => (near === 0 ? Infinity : 1 / (near * Math.LN10)),
  sin: one,
  cos: one,
  logistic: one,
  tanh: one,
  arctan: one,
  tan: (_near, _far, value, error) => (error < 0.1 ? 2 * (1 + value * value) : Infinity),
  arcsin: arcSlope,
  arccos: arcSlope,
  sinh: hyperbolic,
  cosh: hyperbolic,
};
