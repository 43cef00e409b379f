// The mean of a function under a law of one number: nodes where the law has its mass, by two methods.
import type { Span } from '../../../core/text/span.js';
import { refuse } from '../../refusal.js';
import {
  type Algorithm,
  type AlgorithmCall,
  type Arithmetic,
  type Asked,
  numberIn,
} from '../arithmetic.js';
import { PlainArithmetic } from '../plainArithmetic.js';
import { enclosedExponential } from '../enclosedFunctions.js';
import { interval, opposite, scaled, squareOf, type Enclosure } from '../enclosure.js';
import { EnclosureArithmetic } from '../enclosing.js';
import { byCovering, pairOf, type Integrated } from './covered.js';
import { enclosedSum } from './enclosedIntegral.js';
import { agreed, TOLERANCE } from './twoMethods.js';
import {
  adaptiveQuadrature,
  unitInterval,
  type Node,
  type Quadrature,
  type Substitution,
} from './quadrature.js';

/** A law with location 0 and scale 1. */
interface StandardLaw {
  readonly substitution: Substitution;
  readonly from: number;
  readonly to: number;
  readonly density: (at: number) => number;
  /** The same of all places in an enclosure. */
  readonly around: (at: Enclosure) => Enclosure;
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
  from: -NORMAL_END,
  to: NORMAL_END,
  density: (at) => Math.exp((-at * at) / 2) / ROOT,
  around: (at) => scaled(enclosedExponential(scaled(squareOf(at), -0.5)), 1 / ROOT),
  ends: [-NORMAL_END, NORMAL_END],
});

export const exponentialMean = meanUnder({
  substitution: rising(EXPONENTIAL_END),
  from: 0,
  to: EXPONENTIAL_END,
  density: (at) => Math.exp(-at),
  around: (at) => enclosedExponential(opposite(at)),
  ends: [EXPONENTIAL_END],
});

export const uniformMean = meanUnder({
  substitution: unitInterval,
  from: 0,
  to: 1,
  density: () => 1,
  around: () => interval(1, 1),
  ends: [],
});

/** What may be left at an end, of the greatest that the integrand comes to. */
const NEGLIGIBLE = 1e-14;

/** How many panels the two methods begin with; no border of one is a border of the other but the ends and the centre. */
const PANELS = [12, 10];

/** Where its size is looked at. */
const PROBES = Array.from({ length: 60 }, (_, at) => (at + 0.5) / 60);

const MOST_PANELS = 400;

/** Its operands are location and scale, its function what the mean is of. */
function meanUnder(law: StandardLaw): Algorithm {
  return {
    jumps: false,
    run: (call) => meanOf(law, call),
    enclose: (call) => enclosedMean(law, call),
  };
}

function meanOf<T>(law: StandardLaw, call: AlgorithmCall<T>): T {
  const { substitution, density, ends } = law;
  const { arithmetic, count, span } = call;
  const ask = askedAt(arithmetic, call.functions[0], call);
  const known = new Map<number, T>();
  const valueAt = (offset: number): T => {
    const value = known.get(offset) ?? ask(arithmetic.exactly(offset));
    known.set(offset, value);
    return value;
  };
  const weightedAt = (offset: number): number => {
    count(1);
    return arithmetic.valueOf(valueAt(offset)) * density(offset);
  };
  const probes = PROBES.map((at) => substitution(at).offset);
  const size = Math.max(...probes.map((at) => Math.abs(weightedAt(at))));
  for (const end of ends)
    if (!(Math.abs(weightedAt(end)) <= NEGLIGIBLE * size && size < Infinity))
      refuse('expectation.unsettled', span);
  const { first, second, error } =
    byPanels(law, weightedAt, call) ?? byMethods(law, weightedAt, call, size);
  // What is 0 wherever it was looked at may be too small to hold there, and large between.
  if (first.every(({ offset }) => weightedAt(offset) === 0))
    for (const at of probes) arithmetic.isZero(valueAt(at), span);
  const [one, other] = [first, second].map((nodes) => total(nodes, valueAt, density, call));
  if (one === undefined || other === undefined) throw new Error('There are two sums');
  const within = arithmetic.exactly(arithmetic.valueOf(one) + error);
  return arithmetic.reconciled(arithmetic.reconciled(one, other), within);
}

/** The function by its offset from the location, in scales. */
function askedAt<T>(
  arithmetic: Arithmetic<T>,
  asked: Asked<T> | undefined,
  { operands, span }: Pick<AlgorithmCall<T>, 'operands' | 'span'>,
): (offset: T) => T {
  const [location, scale] = [numberIn(operands[0]), numberIn(operands[1])];
  return (offset) => {
    const moved = arithmetic.multiply(scale, offset, span);
    return numberIn(asked?.(arithmetic.add(location, moved, span)));
  };
}

function enclosedMean(
  { from, to, around }: StandardLaw,
  call: AlgorithmCall<Enclosure>,
): Enclosure {
  const { arithmetic, functions, span } = call;
  const ask = askedAt(arithmetic, functions[0], call);
  const weighted = (at: Enclosure): Enclosure => arithmetic.multiply(around(at), ask(at), span);
  return enclosedSum(from, to, weighted, call);
}

function byPanels<T>(
  { from, to, around }: StandardLaw,
  valueAt: (offset: number) => number,
  { within, arithmetic, operands, span }: AlgorithmCall<T>,
): Integrated | null {
  const enclosing = new EnclosureArithmetic();
  const lift = (number: T): Enclosure => enclosing.exactly(arithmetic.valueOf(number));
  const lifted = operands.map((operand) => lift(numberIn(operand)));
  const ask = askedAt(enclosing, within(enclosing, lift)[0], { operands: lifted, span });
  const weighted = (at: Enclosure): Enclosure => enclosing.multiply(around(at), ask(at), span);
  return byCovering({
    covered: { valueAt, around: weighted, span },
    starts: [{ from, to }],
    tails: [],
    mostPanels: MOST_PANELS,
    isVarying: arithmetic.order > 0,
    span,
  });
}

function byMethods<T>(
  { substitution }: StandardLaw,
  valueAt: (offset: number) => number,
  { arithmetic, span }: AlgorithmCall<T>,
  size: number,
): Integrated {
  arithmetic.trace.estimated = true;
  const methods = PANELS.map((panels) =>
    adaptiveQuadrature(valueAt, substitution, TOLERANCE, panels),
  );
  const found = agreed(methods, span);
  // Doubles say nothing of how far they are off.
  if (arithmetic instanceof PlainArithmetic) refuseApart(found, size, span);
  return pairOf(found);
}

/** A double that has no bounds beside it has to be one that both methods give. */
const AGREEMENT = 1e-9;

function refuseApart(found: readonly Quadrature[], size: number, span: Span): void {
  const [first = NaN, second = NaN] = found.map(({ value }) => value);
  const scale = Math.max(Math.abs(first), size);
  if (!(Math.abs(first - second) <= AGREEMENT * scale)) refuse('integral.unsettled', span);
}

function total<T>(
  nodes: readonly Node[],
  valueAt: (offset: number) => T,
  density: (offset: number) => number,
  { arithmetic, span }: AlgorithmCall<T>,
): T {
  return nodes.reduce<T>(
    (sum, { offset, weight }) => {
      const mass = weight * density(offset);
      if (mass === 0) return sum;
      const term = arithmetic.multiply(arithmetic.exactly(mass), valueAt(offset), span);
      return arithmetic.add(sum, term, span);
    },
    arithmetic.of(0, span),
  );
}
