// The integral of a function of one number over a range: by two methods, so that what they disagree about is not shown.
import type { Span } from '../../../core/text/span.js';
import { refuse } from '../../refusal.js';
import { numberIn, type Algorithm, type AlgorithmCall } from '../algorithm.js';
import {
  adaptiveQuadrature,
  doubleExponentialQuadrature,
  halfLine,
  unitInterval,
  wholeLine,
  type Quadrature,
  type Substitution,
} from './quadrature.js';

/** Relative, and what the two methods may differ by before the integral is refused. */
export const TOLERANCE = 1e-12;
const DIFFERENCE = 1e-6;
const CLOSE = 1e-10;

/** How many panels there are at first; no border of one kind is a border of the other. */
const FIRST_PANELS = 32;
const OTHER_PANELS = 27;

/** Its operands are the ends, its function the integrand. */
export const integral: Algorithm = {
  jumps: false,
  run<T>(call: AlgorithmCall<T>): T {
    const { operands, functions, arithmetic, span } = call;
    const [asked] = functions;
    if (asked === undefined) throw new Error('An integral has a function');
    const { range, isReversed } = rangeOf(call, numberIn(operands[0]), numberIn(operands[1]));
    if (range === null) return arithmetic.of(0, span);
    const ask = (offset: number): T => {
      const moved = arithmetic.multiply(range.scale, arithmetic.exactly(offset), span);
      return numberIn(asked(arithmetic.add(range.anchor, moved, span)));
    };
    const [first, second] = integrate(call, range.substitution, ask).map(({ nodes }) =>
      nodes.reduce<T>(
        (sum, { offset, weight }) => {
          const term = arithmetic.multiply(arithmetic.exactly(weight), ask(offset), span);
          return arithmetic.add(sum, term, span);
        },
        arithmetic.of(0, span),
      ),
    );
    if (first === undefined || second === undefined) throw new Error('There are two methods');
    const known = arithmetic.multiply(range.length, arithmetic.reconciled(first, second), span);
    return isReversed ? arithmetic.unary('negate', known, span) : known;
  },
};

/** An offset stands for `anchor + scale · offset`, and an interval of offsets is `length` times as long. */
interface Range<T> {
  readonly anchor: T;
  readonly scale: T;
  readonly length: T;
  readonly substitution: Substitution;
}

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
  ask: (offset: number) => T,
): readonly Quadrature[] {
  const valueAt = (offset: number): number => {
    count(1);
    return arithmetic.valueOf(ask(offset));
  };
  const first = adaptiveQuadrature(valueAt, substitution, TOLERANCE, FIRST_PANELS);
  return agreed([first, secondQuadrature(valueAt, substitution)], span);
}

/** Refuses what two methods do not agree on. */
export function agreed(found: readonly Quadrature[], span: Span): readonly Quadrature[] {
  const values = found.map(({ value }) => value);
  const difference = Math.max(...values) - Math.min(...values);
  const size = Math.max(...values.map(Math.abs), TOLERANCE);
  if (!(difference <= DIFFERENCE * size)) refuse('integral.unsettled', span);
  return found;
}

/** Another rule, or, where a kink is too much for it, the same one with other panels. */
function secondQuadrature(
  valueAt: (offset: number) => number,
  substitution: Substitution,
): Quadrature {
  const found = doubleExponentialQuadrature(valueAt, substitution, TOLERANCE);
  if (found.error <= CLOSE * Math.abs(found.value)) return found;
  return adaptiveQuadrature(valueAt, substitution, TOLERANCE, OTHER_PANELS);
}
