// The mean of a function under a law of one number: nodes where the law has its mass, by two methods.
import type { Span } from '../../../core/text/span.js';
import { refuse } from '../../refusal.js';
import { numberIn, type Algorithm, type AlgorithmCall } from '../algorithm.js';
import { PlainArithmetic } from '../arithmetic.js';
import { agreed, TOLERANCE } from './twoMethods.js';
import {
  adaptiveQuadrature,
  unitInterval,
  type Quadrature,
  type Substitution,
} from './quadrature.js';

/** A law with location 0 and scale 1. */
interface StandardLaw {
  readonly substitution: Substitution;
  readonly density: (at: number) => number;
  /** Where nothing may be left of the integrand, or the mean may be infinite. */
  readonly ends: readonly number[];
}

/** Beyond it, what is left of the density of a normal law is below 1e-195. */
const NORMAL_END = 30;
const EXPONENTIAL_END = 450;

/** Closer and closer towards the centre, where narrow functions are met. */
const centred =
  (end: number): Substitution =>
  (at) => {
    const side = 2 * at - 1;
    return { offset: end * side ** 3, stretch: 6 * end * side * side };
  };

const rising =
  (end: number): Substitution =>
  (at) => ({ offset: end * at ** 3, stretch: 3 * end * at * at });

const ROOT = Math.sqrt(2 * Math.PI);

export const normalMean = meanUnder({
  substitution: centred(NORMAL_END),
  density: (at) => Math.exp((-at * at) / 2) / ROOT,
  ends: [-NORMAL_END, NORMAL_END],
});

export const exponentialMean = meanUnder({
  substitution: rising(EXPONENTIAL_END),
  density: (at) => Math.exp(-at),
  ends: [EXPONENTIAL_END],
});

export const uniformMean = meanUnder({
  substitution: unitInterval,
  density: () => 1,
  ends: [],
});

/** What may be left at an end, of the greatest that the integrand comes to. */
const NEGLIGIBLE = 1e-14;

/** How many panels the two methods begin with; no border of one is a border of the other but the ends and the centre. */
const PANELS = [12, 10];

/** Where its size is looked at. */
const PROBES = Array.from({ length: 60 }, (_, at) => (at + 0.5) / 60);

/** Its operands are location and scale, its function what the mean is of. */
function meanUnder({ substitution, density, ends }: StandardLaw): Algorithm {
  return {
    jumps: false,
    run<T>(call: AlgorithmCall<T>): T {
      const { arithmetic, operands, functions, count, span } = call;
      const [location, scale] = [numberIn(operands[0]), numberIn(operands[1])];
      const [asked] = functions;
      if (asked === undefined) throw new Error('A mean has a function');
      const ask = (offset: number): T => {
        const moved = arithmetic.multiply(scale, arithmetic.exactly(offset), span);
        return numberIn(asked(arithmetic.add(location, moved, span)));
      };
      const weightedAt = (offset: number): number => {
        count(1);
        return arithmetic.valueOf(ask(offset)) * density(offset);
      };
      const probes = PROBES.map((at) => substitution(at).offset);
      const size = Math.max(...probes.map((at) => Math.abs(weightedAt(at))));
      for (const end of ends)
        if (!(Math.abs(weightedAt(end)) <= NEGLIGIBLE * size && size < Infinity))
          refuse('expectation.unsettled', span);
      const methods = PANELS.map((panels) =>
        adaptiveQuadrature(weightedAt, substitution, TOLERANCE, panels),
      );
      const found = agreed(methods, span);
      // What is 0 wherever it was looked at may be too small to hold there, and large between.
      if (found[0]?.value === 0) for (const at of probes) arithmetic.isZero(ask(at), span);
      // Doubles are summed already, and say nothing of how far they are off.
      if (arithmetic instanceof PlainArithmetic)
        return arithmetic.exactly(settledIn(found, size, span));
      const [first, second] = found.map((quadrature) => total(quadrature, ask, density, call));
      if (first === undefined || second === undefined) throw new Error('There are two methods');
      return arithmetic.reconciled(first, second);
    },
  };
}

/** A double that has no bounds beside it has to be one that both methods give. */
const AGREEMENT = 1e-9;

function settledIn(found: readonly Quadrature[], size: number, span: Span): number {
  const [first = NaN, second = NaN] = found.map(({ value }) => value);
  const scale = Math.max(Math.abs(first), size);
  if (!(Math.abs(first - second) <= AGREEMENT * scale)) refuse('integral.unsettled', span);
  return first;
}

function total<T>(
  { nodes }: Quadrature,
  ask: (offset: number) => T,
  density: (offset: number) => number,
  { arithmetic, span }: AlgorithmCall<T>,
): T {
  return nodes.reduce<T>(
    (sum, { offset, weight }) => {
      const mass = weight * density(offset);
      if (mass === 0) return sum;
      const term = arithmetic.multiply(arithmetic.exactly(mass), ask(offset), span);
      return arithmetic.add(sum, term, span);
    },
    arithmetic.of(0, span),
  );
}
