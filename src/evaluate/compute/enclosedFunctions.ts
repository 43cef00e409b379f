// What the functions of one number make of an enclosure: all their values on it, where they are analytic there; on an interval wherever they are continuous.
import type { UnaryOperator } from '../expression.js';
import {
  greatestSize,
  interval,
  isReal,
  nearestToZero,
  opposite,
  plus,
  product,
  reciprocal,
  rectangle,
  scaled,
  squareOf,
  times,
  type Enclosure,
  type Interval,
} from './enclosure.js';
import { UNARY } from './functions.js';

/** `null` where no such enclosure is known. */
type EnclosedFunction = (given: Enclosure) => Enclosure | null;

export function encloseFunction(operator: UnaryOperator, given: Enclosure): Enclosure | null {
  if (isReal(given)) {
    const { low, high } = given;
    if (RISING.has(operator)) return interval(UNARY[operator](low), UNARY[operator](high));
    if (operator === 'arccos') return interval(Math.acos(high), Math.acos(low));
  }
  return FUNCTIONS[operator](given);
}

/** These grow with their argument. */
const RISING: ReadonlySet<UnaryOperator> = new Set([
  ...(['exp', 'log', 'log2', 'log10', 'log1p', 'sqrt', 'cbrt', 'logistic'] as const),
  ...(['sinh', 'tanh', 'arctan', 'arcsin'] as const),
  ...(['positivePart', 'sign', 'floor', 'ceiling'] as const),
]);

export function enclosedPower(base: Enclosure, exponent: number): Enclosure | null {
  if (isReal(base)) {
    if (base.low < 0) return null;
    const ends = [base.low ** exponent, base.high ** exponent];
    return interval(Math.min(...ends), Math.max(...ends));
  }
  const angle = angleOf(base);
  if (angle === null) return null;
  const sizes = [nearestToZero(base) ** exponent, greatestSize(base) ** exponent];
  const size: Interval = [Math.min(...sizes), Math.max(...sizes)];
  const turned = product(angle, [exponent, exponent]);
  return rectangle(product(size, cosines(turned)), product(size, sines(turned)));
}

export function enclosedExponential({ low, high, below, above }: Enclosure): Enclosure {
  const size: Interval = [Math.exp(low), Math.exp(high)];
  if (below === 0 && above === 0) return interval(...size);
  return rectangle(product(size, cosines([below, above])), product(size, sines([below, above])));
}

export function enclosedLogarithm(given: Enclosure): Enclosure | null {
  const angle = angleOf(given);
  if (angle === null) return null;
  return rectangle([Math.log(nearestToZero(given)), Math.log(greatestSize(given))], angle);
}

/** `null` where the enclosure touches 0 or the negative numbers, where roots and logarithms jump. */
function angleOf({ low, high, below, above }: Enclosure): Interval | null {
  if (!(low > 0 || below > 0 || above < 0)) return null;
  const angles = [low, high].flatMap((re) => [below, above].map((im) => Math.atan2(im, re)));
  return [Math.min(...angles), Math.max(...angles)];
}

function cosines([low, high]: Interval): Interval {
  const [first, last] = [Math.ceil(low / Math.PI), Math.floor(high / Math.PI)];
  const ends = [Math.cos(low), Math.cos(high)];
  if (!(last - first < 2)) return [-1, 1];
  // Odd multiples of π have −1, even ones 1.
  for (let turn = first; turn <= last; turn++) ends.push(turn % 2 === 0 ? 1 : -1);
  return [Math.min(...ends), Math.max(...ends)];
}

function sines([low, high]: Interval): Interval {
  return cosines([low - Math.PI / 2, high - Math.PI / 2]);
}

function hyperbolicSines([low, high]: Interval): Interval {
  return [Math.sinh(low), Math.sinh(high)];
}

function hyperbolicCosines([low, high]: Interval): Interval {
  const ends = [Math.cosh(low), Math.cosh(high)];
  return [low <= 0 && high >= 0 ? 1 : Math.min(...ends), Math.max(...ends)];
}

const ONE = interval(1, 1);

const sine: EnclosedFunction = ({ low, high, below, above }) =>
  rectangle(
    product(sines([low, high]), hyperbolicCosines([below, above])),
    product(cosines([low, high]), hyperbolicSines([below, above])),
  );

const cosine: EnclosedFunction = ({ low, high, below, above }) =>
  rectangle(
    product(cosines([low, high]), hyperbolicCosines([below, above])),
    product(sines([0 - high, 0 - low]), hyperbolicSines([below, above])),
  );

const hyperbolicSine: EnclosedFunction = ({ low, high, below, above }) =>
  rectangle(
    product(hyperbolicSines([low, high]), cosines([below, above])),
    product(hyperbolicCosines([low, high]), sines([below, above])),
  );

const hyperbolicCosine: EnclosedFunction = ({ low, high, below, above }) =>
  rectangle(
    product(hyperbolicCosines([low, high]), cosines([below, above])),
    product(hyperbolicSines([low, high]), sines([below, above])),
  );

const tangent: EnclosedFunction = (given) => {
  const { low, high } = given;
  const isPole = Math.floor(low / Math.PI + 0.5) !== Math.floor(high / Math.PI + 0.5);
  if (isReal(given)) return isPole ? null : interval(Math.tan(low), Math.tan(high));
  return quotient(sine(given), cosine(given));
};

/** By 1/(1+e^{-z}) or e^z/(1+e^z), whichever stays small. */
const logistic: EnclosedFunction = (given) => {
  const isRight = given.low + given.high >= 0;
  const small = enclosedExponential(isRight ? opposite(given) : given);
  return quotient(isRight ? ONE : small, plus(ONE, small));
};

const hyperbolicTangent: EnclosedFunction = (given) => {
  const doubled = logistic(scaled(given, 2));
  return doubled === null ? null : plus(scaled(doubled, 2), interval(-1, -1));
};

function quotient(above: Enclosure | null, below: Enclosure | null): Enclosure | null {
  const inverse = below === null ? null : reciprocal(below);
  return above === null || inverse === null ? null : times(above, inverse);
}

/** Around the middle, by the greatest slope (the mean value theorem). */
function bySlope(valueAt: (at: number) => number, slopeOn: EnclosedFunction): EnclosedFunction {
  return (given) => {
    const middle = (given.low + given.high) / 2;
    const slope = slopeOn(given);
    if (slope === null) return null;
    const away = plus(given, interval(-middle, -middle));
    const value = valueAt(middle);
    return plus(interval(value, value), times(slope, away));
  };
}

/** 1/√(1 − z²). */
const arcSlope: EnclosedFunction = (given) => {
  const root = enclosedPower(plus(ONE, opposite(squareOf(given))), 0.5);
  return root === null ? null : reciprocal(root);
};

const arcSine = bySlope(Math.asin, arcSlope);
const arcCosine = bySlope(Math.acos, (given) => {
  const slope = arcSlope(given);
  return slope === null ? null : opposite(slope);
});
const arcTangent = bySlope(Math.atan, (given) => reciprocal(plus(ONE, squareOf(given))));

const cubeRoot: EnclosedFunction = (given) => {
  if (given.high >= 0) return enclosedPower(given, 1 / 3);
  const root = enclosedPower(opposite(given), 1 / 3);
  return root === null ? null : opposite(root);
};

const logarithm =
  (base: number): EnclosedFunction =>
  (given) => {
    const natural = enclosedLogarithm(given);
    return natural === null ? null : scaled(natural, 1 / Math.log(base));
  };

/** Analytic on both sides of 0, where it has a kink. */
const size: EnclosedFunction = (given) => {
  if (given.low >= 0) return given;
  if (given.high <= 0) return opposite(given);
  return isReal(given) ? interval(0, Math.max(-given.low, given.high)) : null;
};

const positivePart: EnclosedFunction = (given) => {
  if (given.low >= 0) return given;
  return given.high <= 0 ? interval(0, 0) : null;
};

/** Steps are level between their jumps. */
const step =
  (operator: 'sign' | 'floor' | 'ceiling'): EnclosedFunction =>
  ({ low, high }) => {
    const [first, last] = [UNARY[operator](low), UNARY[operator](high)];
    return first === last ? interval(first, first) : null;
  };

const FUNCTIONS: Readonly<Record<UnaryOperator, EnclosedFunction>> = {
  negate: opposite,
  stopGradient: (given) => given,
  square: squareOf,
  abs: size,
  positivePart,
  sqrt: (given) => enclosedPower(given, 0.5),
  cbrt: cubeRoot,
  exp: enclosedExponential,
  log: enclosedLogarithm,
  log2: logarithm(2),
  log10: logarithm(10),
  log1p: (given) => enclosedLogarithm(plus(ONE, given)),
  sin: sine,
  cos: cosine,
  tan: tangent,
  arcsin: arcSine,
  arccos: arcCosine,
  arctan: arcTangent,
  sinh: hyperbolicSine,
  cosh: hyperbolicCosine,
  tanh: hyperbolicTangent,
  logistic,
  sign: step('sign'),
  floor: step('floor'),
  ceiling: step('ceiling'),
};
