// The integral of a function of one number over a range: over panels on which it is enclosed, else by two methods.
import { refuse } from '../../refusal.js';
import { type Algorithm, type AlgorithmCall, type Arithmetic, numberIn } from '../arithmetic.js';
import type { Enclosure } from '../enclosure.js';
import { EnclosureArithmetic } from '../enclosing.js';
import { byCovering, pairOf, startsOf, tailsOf, type Integrated } from './covered.js';
import { encloseIntegral } from './enclosedIntegral.js';
import { Integrand, type Range } from './integrand.js';
import { halfLine, unitInterval, wholeLine, type Node } from './quadrature.js';
import { agreed, byTwoMethods } from './twoMethods.js';

/** How many panels may be taken, of an integral by itself, one around others and one of these. */
const MOST_PANELS = [600, 100, 300];

/** Its operands are the ends and whether another integral stands inside (1) or around (2) or neither (0), its function the integrand. */
export const integral: Algorithm = {
  jumps: false,
  enclose: encloseIntegral,
  run<T>(call: AlgorithmCall<T>): T {
    const { operands, functions, arithmetic, span } = call;
    const [asked] = functions;
    if (asked === undefined) throw new Error('An integral has a function');
    const { range, isReversed } = rangeOf(call, numberIn(operands[0]), numberIn(operands[1]));
    if (range === null) return arithmetic.of(0, span);
    const integrand = new Integrand(call, range, asked);
    const nesting = arithmetic.valueOf(numberIn(operands[2]));
    const total = totalOf(integrand, range, nesting, call);
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

function totalOf<T>(
  integrand: Integrand<T>,
  range: Range<T>,
  nesting: number,
  call: AlgorithmCall<T>,
): T {
  const { arithmetic, span } = call;
  const { first, second, error } = integrate(integrand, range, nesting, call);
  const sums = [first, second].map((nodes) =>
    nodes.reduce<T>(
      (sum, { offset, weight }) => {
        const term = arithmetic.multiply(arithmetic.exactly(weight), integrand.at(offset), span);
        return arithmetic.add(sum, term, span);
      },
      arithmetic.of(0, span),
    ),
  );
  const [one, other] = sums;
  if (one === undefined || other === undefined) throw new Error('There are two sums');
  integrand.refuseHidden(arithmetic.valueOf(other));
  const within = arithmetic.exactly(arithmetic.valueOf(one) + error);
  const known = arithmetic.reconciled(arithmetic.reconciled(one, other), within);
  return arithmetic.multiply(range.length, known, span);
}

function integrate<T>(
  integrand: Integrand<T>,
  range: Range<T>,
  nesting: number,
  call: AlgorithmCall<T>,
): Integrated {
  const { arithmetic, count, span } = call;
  let isZero = true;
  const valueAt = (offset: number): number => {
    count(1);
    const value = arithmetic.valueOf(integrand.at(offset));
    isZero &&= value === 0;
    return value;
  };
  const covered = byCovering({
    covered: { valueAt, around: aroundOf(range, call), span },
    starts: startsOf(range.substitution),
    tails: tailsOf(range.substitution),
    mostPanels: MOST_PANELS[nesting] ?? 0,
    isVarying: arithmetic.order > 0,
    span,
  });
  // Of an inner integral the outer one tells.
  if (covered === null && nesting < 2) arithmetic.trace.estimated = true;
  const known = covered ?? pairOf(agreed(byTwoMethods(valueAt, range.substitution, nesting), span));
  // A narrow peak between the places would not be seen; of an inner integral the outer one tells.
  if (isZero && nesting < 2 && !isExactlyZero(known.first, integrand, arithmetic))
    refuse('integral.nothing-seen', span);
  return known;
}

/** The integrand where its offset varies. */
function aroundOf<T>(
  range: Range<T>,
  { within, arithmetic, span }: AlgorithmCall<T>,
): (offsets: Enclosure) => Enclosure {
  const enclosing = new EnclosureArithmetic();
  const lift = (number: T): Enclosure => enclosing.exactly(arithmetic.valueOf(number));
  const [asked] = within(enclosing, lift);
  const [anchor, scale] = [lift(range.anchor), lift(range.scale)];
  return (offsets) => {
    const moved = enclosing.multiply(scale, offsets, span);
    return numberIn(asked?.(enclosing.add(anchor, moved, span)));
  };
}

/** Numbers too small to hold have become 0, and what is 0 by its formula has no error. */
function isExactlyZero<T>(
  nodes: readonly Node[],
  integrand: Integrand<T>,
  arithmetic: Arithmetic<T>,
): boolean {
  return nodes.every(({ offset }) => arithmetic.bounded(integrand.at(offset)).error === 0);
}
