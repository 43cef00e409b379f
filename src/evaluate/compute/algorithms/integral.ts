// The integral of a function of one number over a range: by two methods, so that what they disagree about is not shown.
import type { Span } from '../../../core/text/span.js';
import { refuse } from '../../refusal.js';
import type { Arithmetic } from '../arithmetic.js';
import { numberIn, type Algorithm, type AlgorithmCall } from '../algorithm.js';
import { Integrand, type Range } from './integrand.js';
import {
  adaptiveQuadrature,
  doubleExponentialQuadrature,
  panelQuadrature,
  halfLine,
  unitInterval,
  wholeLine,
  type Quadrature,
  type Substitution,
} from './quadrature.js';

/** Relative, and what the two methods may differ by before the integral is refused. */
export const TOLERANCE = 1e-12;
const DIFFERENCE = 1e-6;
/** How many times the tolerance two rules may differ by before another is tried. */
const CLOSE = 100;

/** How many panels there are at first; no border of one kind is a border of the other. */
const FIRST_PANELS = 32;
const OTHER_PANELS = 27;

/** Few panels, which are enough where a function is smooth: within another integral each costs a whole one. */
const SMOOTH_PANELS = [2, 3] as const;
const SMOOTH = 1e-13;
/** The estimate of a panel is far above what its better rule is off by. */
const SMOOTH_ESTIMATE = 1e-9;
const NESTED_PANELS = 6;
/** What is asked of an integral by itself, of one around others, whose values are not smooth beyond theirs, and of these. */
const TOLERANCES = [TOLERANCE, 1e-9, 1e-11];

/** Its operands are the ends and whether another integral stands inside (1) or around (2) or neither (0), its function the integrand. */
export const integral: Algorithm = {
  jumps: false,
  run<T>(call: AlgorithmCall<T>): T {
    const { operands, functions, arithmetic, span } = call;
    const [asked] = functions;
    if (asked === undefined) throw new Error('An integral has a function');
    const { range, isReversed } = rangeOf(call, numberIn(operands[0]), numberIn(operands[1]));
    if (range === null) return arithmetic.of(0, span);
    const integrand = new Integrand(call, range, asked);
    const ask = (offset: number): T => integrand.at(offset);
    const nesting = arithmetic.valueOf(numberIn(operands[2]));
    const found = integrate(call, range.substitution, nesting, ask);
    const [first, second] = found.map(({ nodes }) =>
      nodes.reduce<T>(
        (sum, { offset, weight }) => {
          const term = arithmetic.multiply(arithmetic.exactly(weight), ask(offset), span);
          return arithmetic.add(sum, term, span);
        },
        arithmetic.of(0, span),
      ),
    );
    if (first === undefined || second === undefined) throw new Error('There are two methods');
    integrand.refuseHidden(arithmetic.valueOf(second));
    const sum = bothMethods(first, second, found, call);
    const total = arithmetic.multiply(range.length, sum, span);
    return isReversed ? arithmetic.unary('negate', total, span) : total;
  },
};

/** `null` where the ends are one; a range from right to left is reversed if it is infinite. */
function rangeOf<T>(
  { arithmetic, span }: AlgorithmCall<T>,
  from: T,
  to: T,
): { readonly range: Range<T> | null; readonly isReversed: boolean } {
  const [first, last] = [arithmetic.valueOf(from), arithmetic.valueOf(to)];
  const one = arithmetic.of(1, span);
  const [isReversed, low, high] = first > last ? [true, to, from] : [false, from, to];
  const ends = [first, last].map(Number.isFinite);
  if (ends.every(Boolean)) {
    const width = arithmetic.subtract(to, from, span);
    const range = { anchor: from, scale: width, length: width, substitution: unitInterval };
    return { range, isReversed: false };
  }
  if (first === last) return { range: null, isReversed };
  const isAbove = Number.isFinite(arithmetic.valueOf(low));
  if (!ends.some(Boolean)) {
    const zero = arithmetic.of(0, span);
    return {
      range: { anchor: zero, scale: one, length: one, substitution: wholeLine },
      isReversed,
    };
  }
  const scale = isAbove ? one : arithmetic.unary('negate', one, span);
  const anchor = isAbove ? low : high;
  return { range: { anchor, scale, length: one, substitution: halfLine }, isReversed };
}

function integrate<T>(
  { arithmetic, count, span }: AlgorithmCall<T>,
  substitution: Substitution,
  nesting: number,
  ask: (offset: number) => T,
): readonly Quadrature[] {
  const { trace } = arithmetic;
  const valueAt = (offset: number): number => {
    count(1);
    return arithmetic.valueOf(ask(offset));
  };
  trace.integrals++;
  let found: readonly Quadrature[];
  try {
    const smooth = nesting > 0 ? smoothQuadratures(valueAt, substitution) : null;
    found = smooth ?? carefully(valueAt, substitution, nesting);
  } finally {
    trace.integrals--;
  }
  // A narrow peak between the places would not be seen; of an inner integral the outer one tells.
  const isUnseen = found.every(({ size }) => size < UNSEEN);
  if (isUnseen && trace.integrals === 0 && !isExactlyZero(found, ask, arithmetic))
    refuse('integral.nothing-seen', span);
  return agreed(found, span);
}

/** That two methods agree by chance says nothing: neither promises more than its tolerance. */
export function bothMethods<T>(
  first: T,
  second: T,
  found: readonly Quadrature[],
  { arithmetic, span }: AlgorithmCall<T>,
): T {
  const promised = TOLERANCE * Math.max(...found.map(({ size }) => size));
  const beside = arithmetic.add(first, arithmetic.exactly(promised), span);
  return arithmetic.reconciled(arithmetic.reconciled(first, beside), second);
}

/** Values that doubles hardly hold are those beside a peak that was not met. */
const UNSEEN = 1e-290;

/** Refuses what two methods do not agree on. */
export function agreed(found: readonly Quadrature[], span: Span): readonly Quadrature[] {
  if (!(differenceOf(found) <= DIFFERENCE)) refuse('integral.unsettled', span);
  return found;
}

/** What two rules make of it; where a kink misleads the few panels of a nested integral, many are taken. */
function carefully(
  valueAt: (offset: number) => number,
  substitution: Substitution,
  nesting: number,
): readonly Quadrature[] {
  const tolerance = TOLERANCES[nesting] ?? TOLERANCE;
  const second = secondQuadrature(valueAt, substitution, tolerance);
  if (nesting > 0) {
    const first = adaptiveQuadrature(valueAt, substitution, tolerance, NESTED_PANELS);
    if (differenceOf([first, second]) <= CLOSE * tolerance) return [first, second];
  }
  return [adaptiveQuadrature(valueAt, substitution, tolerance, FIRST_PANELS), second];
}

/** Relative; where almost all cancels, to what does. */
function differenceOf(found: readonly Quadrature[]): number {
  const values = found.map(({ value }) => value);
  const difference = Math.max(...values) - Math.min(...values);
  if (difference === 0) return 0;
  const size = Math.max(...found.map((each) => each.size));
  return difference / Math.max(...values.map(Math.abs), CANCELLED * size);
}

/** What cancels to less than this part is taken for 0. */
const CANCELLED = 1e-9;

/** Another rule, or, where a kink is too much for it, the same one with other panels. */
function secondQuadrature(
  valueAt: (offset: number) => number,
  substitution: Substitution,
  tolerance: number,
): Quadrature {
  const found = doubleExponentialQuadrature(valueAt, substitution, tolerance);
  if (found.error <= CLOSE * tolerance * Math.abs(found.value)) return found;
  return adaptiveQuadrature(valueAt, substitution, tolerance, OTHER_PANELS);
}

/** `null` where the function is not so smooth. */
function smoothQuadratures(
  valueAt: (offset: number) => number,
  substitution: Substitution,
): readonly Quadrature[] | null {
  const found: Quadrature[] = [];
  for (const panels of SMOOTH_PANELS) {
    const one = panelQuadrature(valueAt, substitution, panels);
    if (!(one.error <= SMOOTH_ESTIMATE * Math.abs(one.value))) return null;
    found.push(one);
  }
  const [first, second] = found;
  const difference = Math.abs((first?.value ?? NaN) - (second?.value ?? NaN));
  return difference <= SMOOTH * Math.abs(second?.value ?? NaN) ? found : null;
}

/** Numbers too small to hold have become 0, and what is 0 by its formula has no error. */
function isExactlyZero<T>(
  [first]: readonly Quadrature[],
  ask: (offset: number) => T,
  arithmetic: Arithmetic<T>,
): boolean {
  return (first?.nodes ?? []).every(({ offset }) => arithmetic.bounded(ask(offset)).error === 0);
}
