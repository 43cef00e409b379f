// Finds how a formula is a loss of a probability: of that of the true class, of a target and probabilities, or of a label.
import { toNumber, type Fraction } from '../../compute/fraction.js';
import { SCALAR, type Expression } from '../../expression.js';
import { constant, subtract } from '../../resolve/construct.js';
import type { Analysed, ProbeForm } from '../analysed.js';
import { complement, fraction } from '../fractions.js';
import { agree, isFiniteNumber, orderOf, type Known } from '../known.js';
import type { Probe } from '../probe.js';
import { probeOrNone } from '../probeOrNone.js';
import type { BinaryLoss } from './binaryLoss.js';

type Arrange = NonNullable<ProbeForm['arrange']>;

/** The arguments where the first class is true, and where the second one is, made of the probability of the first. */
interface Form {
  readonly right: Arrange;
  readonly wrong: Arrange;
  /** Which argument holds the probability. */
  readonly prediction: number;
}

/** `null` where it is none that can be told apart from other functions; what `isMeant` for one is less doubted. */
export function lossOf(analysed: Analysed, isMeant: boolean): BinaryLoss | null {
  const found = formsFor(analysed.count).flatMap((form) => {
    const loss = inForm(analysed, form);
    return loss !== null && isLoss(loss, analysed, form, isMeant) ? [loss] : [];
  });
  const [first] = found;
  if (first === undefined) return null;
  // Which argument is the target has to be clear, or not to count.
  return found.every((other) => areSame(first, other)) ? first : null;
}

function formsFor(count: number): readonly Form[] {
  if (count === 1) return [OF_PROBABILITY];
  return count === 2 ? [...[TARGET, LABEL], ...[TARGET, LABEL].map(swapped)] : [];
}

const OF_PROBABILITY: Form = {
  right: (given) => given,
  wrong: (given) => given.map(rest),
  prediction: 0,
};

/** A one-hot target first, the probabilities of both classes then. */
const TARGET: Form = {
  right: ([p]) => (p === undefined ? [] : [pair(one(p), zero(p)), pair(p, rest(p))]),
  wrong: ([p]) => (p === undefined ? [] : [pair(zero(p), one(p)), pair(p, rest(p))]),
  prediction: 1,
};

/** The label 1 or 0 first, the probability of 1 then. */
const LABEL: Form = {
  right: ([p]) => (p === undefined ? [] : [one(p), p]),
  wrong: ([p]) => (p === undefined ? [] : [zero(p), p]),
  prediction: 1,
};

function swapped({ right, wrong }: Form): Form {
  return {
    right: (given) => [...right(given)].reverse(),
    wrong: (given) => [...wrong(given)].reverse(),
    prediction: 0,
  };
}

function one({ span }: Expression): Expression {
  return constant(1, span);
}

function zero({ span }: Expression): Expression {
  return constant(0, span);
}

function rest(p: Expression): Expression {
  return subtract(one(p), p, p.span);
}

function pair(first: Expression, second: Expression): Expression {
  return {
    kind: 'list',
    items: [first, second],
    shape: { rank: 1, length: 2 },
    span: first.span,
  };
}

function inForm(analysed: Analysed, { right, wrong }: Form): BinaryLoss | null {
  const made = (arrange: Arrange, derived = false): Probe | null =>
    probeOrNone(analysed, [SCALAR], { arrange, derived });
  const [own, other, slope] = [made(right), made(wrong), made(right, true)];
  if (own === null || other === null) return null;
  return {
    right: remembered((p) => own.at([[p]])),
    wrong: remembered((p) => other.at([[p]])),
    slope: (p) => slope?.at([[p]]) ?? { kind: 'none' },
    stopsGradient: own.stopsGradient,
  };
}

function remembered(compute: (p: Fraction) => Known): (p: Fraction) => Known {
  const values = new Map<number, Known>();
  return (p) => {
    const key = toNumber(p);
    const known = values.get(key) ?? compute(p);
    values.set(key, known);
    return known;
  };
}

const LOW = fraction(1, 100);
const HIGH = complement(LOW);
const PROBES = [LOW, fraction(3, 10), fraction(1, 2), fraction(8, 10), HIGH];

/** It has finite values between 0 and 1, being surely right costs less than being surely wrong, and it is none of a score. */
function isLoss(loss: BinaryLoss, analysed: Analysed, form: Form, isMeant: boolean): boolean {
  const { right, wrong } = loss;
  if (!PROBES.every((p) => isFiniteNumber(right(p)) && isFiniteNumber(wrong(p)))) return false;
  if (isMeant && analysed.count === 1) return true;
  return (
    orderOf(right(HIGH), right(LOW)) === 'less' &&
    orderOf(wrong(LOW), wrong(HIGH)) === 'less' &&
    (isMeant || !isOfScore(loss, analysed.variables[form.prediction] ?? ''))
  );
}

/** Scores and margins are any numbers; a probability that may be one is called so. */
function isOfScore({ right }: BinaryLoss, variable: string): boolean {
  return !PROBABILITY.test(variable) && BEYOND.every((p) => isFiniteNumber(right(p)));
}

const PROBABILITY = /^(?:\\(?:hat|bar|tilde|boldsymbol|mathbf)\{)?(?:[pqy]|\\pi)(?![a-zA-Z])/;
const BEYOND = [fraction(-3), fraction(4)];

function areSame(first: BinaryLoss, second: BinaryLoss): boolean {
  return PROBES.every(
    (p) => agree(first.right(p), second.right(p)) && agree(first.wrong(p), second.wrong(p)),
  );
}
