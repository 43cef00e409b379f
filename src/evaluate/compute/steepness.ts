// The derivatives of the functions of one number, in any arithmetic.
import type { Span } from '../../core/text/span.js';
import type { UnaryOperator } from '../expression.js';
import { refuse } from '../refusal.js';
import type { Arithmetic } from './arithmetic.js';

/** At `at`, where the function has this value; refused where it has no finite derivative. */
export function steepnessOf<T>(
  operator: UnaryOperator,
  arithmetic: Arithmetic<T>,
  at: T,
  value: T,
  span: Span,
): T {
  return STEEPNESS[operator](new Placed(arithmetic, span), at, value);
}

/** Arithmetic at one place of the source. */
class Placed<T> {
  readonly #inner: Arithmetic<T>;
  readonly #span: Span;

  constructor(inner: Arithmetic<T>, span: Span) {
    this.#inner = inner;
    this.#span = span;
  }

  of(value: number): T {
    return this.#inner.of(value, this.#span);
  }

  apply(operator: UnaryOperator, number: T): T {
    return this.#inner.unary(operator, number, this.#span);
  }

  plus(left: T, right: T): T {
    return this.#inner.add(left, right, this.#span);
  }

  minus(left: T, right: T): T {
    return this.#inner.subtract(left, right, this.#span);
  }

  times(left: T, right: T): T {
    return this.#inner.multiply(left, right, this.#span);
  }

  /** One by a number; where that is 0 the slope is infinite, and there is none. */
  inverse(number: T): T {
    if (this.equal(number, this.of(0))) refuse('derivative.none', this.#span);
    return this.#inner.divide(this.of(1), number, this.#span);
  }

  equal(left: T, right: T): boolean {
    return this.#inner.compare('=', left, right, this.#span);
  }

  /** The slope of a function that has one below 0 and one above. */
  cornered(at: T, below: number, above: number): T {
    if (this.equal(at, this.of(0))) refuse('derivative.kink', this.#span);
    return this.of(this.#inner.compare('>', at, this.of(0), this.#span) ? above : below);
  }

  /** The slope of a function that is level but for jumps. */
  level(at: T, edge: T): T {
    if (this.equal(at, edge)) refuse('derivative.of-step', this.#span);
    return this.of(0);
  }
}

type Steepness = <T>(here: Placed<T>, at: T, value: T) => T;

const logarithm =
  (base: number): Steepness =>
  (here, at) =>
    here.inverse(here.times(at, here.apply('log', here.of(base))));

/** √(1 − x²), what the arcs are divided by. */
function arcRoot<T>(here: Placed<T>, at: T): T {
  return here.apply('sqrt', here.minus(here.of(1), here.apply('square', at)));
}

const level: Steepness = (here, at, value) => here.level(at, value);

const STEEPNESS: Readonly<Record<UnaryOperator, Steepness>> = {
  negate: (here) => here.of(-1),
  stopGradient: (here) => here.of(0),
  abs: (here, at) => here.cornered(at, -1, 1),
  positivePart: (here, at) => here.cornered(at, 0, 1),
  square: (here, at) => here.times(here.of(2), at),
  sqrt: (here, _at, value) => here.inverse(here.times(here.of(2), value)),
  cbrt: (here, _at, value) => here.inverse(here.times(here.of(3), here.apply('square', value))),
  exp: (_here, _at, value) => value,
  log: (here, at) => here.inverse(at),
  log2: logarithm(2),
  log10: logarithm(10),
  log1p: (here, at) => here.inverse(here.plus(here.of(1), at)),
  sin: (here, at) => here.apply('cos', at),
  cos: (here, at) => here.apply('negate', here.apply('sin', at)),
  tan: (here, _at, value) => here.plus(here.of(1), here.apply('square', value)),
  arcsin: (here, at) => here.inverse(arcRoot(here, at)),
  arccos: (here, at) => here.apply('negate', here.inverse(arcRoot(here, at))),
  arctan: (here, at) => here.inverse(here.plus(here.of(1), here.apply('square', at))),
  sinh: (here, at) => here.apply('cosh', at),
  cosh: (here, at) => here.apply('sinh', at),
  tanh: (here, _at, value) => here.minus(here.of(1), here.apply('square', value)),
  logistic: (here, at, value) =>
    here.times(value, here.apply('logistic', here.apply('negate', at))),
  sign: (here, at) => here.level(at, here.of(0)),
  floor: level,
  ceiling: level,
};
