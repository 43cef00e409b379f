// The functions of one number to 50 digits, with what an error of the argument makes of them.
import type { UnaryOperator } from '../expression.js';
import { negateFraction, wholeFraction } from './fraction.js';
import { Decimal, ownError, preciseFraction, type Precise } from './preciseNumber.js';

type Smooth = Exclude<
  UnaryOperator,
  'negate' | 'square' | 'floor' | 'ceiling' | 'sign' | 'stopGradient'
>;

/** Of an argument within the domain. */
export function preciseFunction(operator: Smooth, argument: Precise): Precise {
  const { value: x, error, exact } = argument;
  if (operator === 'abs' || operator === 'positivePart') return folded(operator, argument);
  if (exact?.numerator === 0n && ZERO_AT_ZERO.has(operator)) return preciseFraction(exact);
  if (exact?.numerator === 0n && ONE_AT_ZERO.has(operator))
    return preciseFraction(wholeFraction(1));
  if (error.isZero() && x.eq(1) && ZERO_AT_ONE.has(operator))
    return preciseFraction(wholeFraction(0));
  const value = FUNCTIONS[operator](x);
  const own = ownError(value).mul(4);
  if (error.isZero() || !x.isFinite()) return { value, error: own, exact: null };
  const slope = BOUNDED_SLOPE.has(operator) ? error : spread(operator, x, error, value);
  return { value, error: slope.add(own), exact: null };
}

function folded(operator: 'abs' | 'positivePart', { value, error, exact }: Precise): Precise {
  if (exact !== null) {
    if (exact.numerator >= 0n) return preciseFraction(exact);
    return preciseFraction(operator === 'abs' ? negateFraction(exact) : wholeFraction(0));
  }
  const result = operator === 'abs' ? value.abs() : Decimal.max(value, 0);
  return { value: result, error, exact: null };
}

/** How far the values at the ends of the error are: the others are monotone there. */
function spread(operator: Smooth, x: Decimal, error: Decimal, value: Decimal): Decimal {
  const [low, high] = [x.sub(error), x.add(error)];
  if (operator === 'cosh') return error.mul(Decimal.sinh(x.abs().add(error)));
  if (operator === 'tan') {
    if (error.gte(0.1)) return new Decimal(Infinity);
    return error.mul(value.mul(value).add(1)).mul(2);
  }
  const clipped = operator === 'arcsin' || operator === 'arccos';
  const from = clipped ? Decimal.max(low, -1) : operator === 'sqrt' ? Decimal.max(low, 0) : low;
  const to = clipped ? Decimal.min(high, 1) : high;
  const ends = [from, to].map((end) => FUNCTIONS[operator](end).sub(value).abs());
  return Decimal.max(...ends);
}

const BOUNDED_SLOPE: ReadonlySet<UnaryOperator> = new Set([
  'sin',
  'cos',
  'tanh',
  'arctan',
  'logistic',
]);
const ZERO_AT_ZERO: ReadonlySet<UnaryOperator> = new Set([
  'sqrt',
  'cbrt',
  'log1p',
  'sin',
  'tan',
  'arcsin',
  'arctan',
  'sinh',
  'tanh',
]);
const ZERO_AT_ONE: ReadonlySet<UnaryOperator> = new Set(['log', 'log2', 'log10', 'arccos']);
const ONE_AT_ZERO: ReadonlySet<UnaryOperator> = new Set(['exp', 'cos', 'cosh']);

const FUNCTIONS: Readonly<Record<Smooth, (x: Decimal) => Decimal>> = {
  abs: (x) => x.abs(),
  positivePart: (x) => Decimal.max(x, 0),
  sqrt: (x) => x.sqrt(),
  cbrt: (x) => x.cbrt(),
  exp: (x) => x.exp(),
  log: (x) => x.ln(),
  log2: (x) => x.log(2),
  log10: (x) => x.log(10),
  log1p,
  sin: (x) => x.sin(),
  cos: (x) => x.cos(),
  tan: (x) => x.tan(),
  arcsin: (x) => x.asin(),
  arccos: (x) => x.acos(),
  arctan: (x) => x.atan(),
  sinh: (x) => x.sinh(),
  cosh: (x) => x.cosh(),
  tanh,
  logistic: (x) => new Decimal(1).div(x.neg().exp().add(1)),
};

/** Near 0 by its series, since 1 + x does not hold all digits of x. */
function log1p(x: Decimal): Decimal {
  if (x.abs().gt('1e-15')) return x.add(1).ln();
  return x.sub(x.pow(2).div(2)).add(x.pow(3).div(3)).sub(x.pow(4).div(4));
}

/** decimal.js takes very long where it is 1 to more digits than are held. */
function tanh(x: Decimal): Decimal {
  if (x.abs().gt(200)) return new Decimal(x.s);
  return x.tanh();
}
