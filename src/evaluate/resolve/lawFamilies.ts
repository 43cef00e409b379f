// The laws that have names: which parameters they take, and within which limits.
import type { Span } from '../../core/text/span.js';
import { describeShape, shapeOf, type Expression } from '../expression.js';
import type { NoteCode } from '../notes.js';
import { refuse } from '../refusal.js';
import { same, showName, word } from '../read/names.js';
import type { Name, SetSyntax, Syntax } from '../syntax.js';
import { closedEntries } from './closed.js';
import {
  addTerms,
  constant,
  divide,
  exactConstant,
  multiply,
  subtract,
  unary,
} from './construct.js';
import { findMeaning, requireScalar, type Context } from './context.js';
import type { Law, ScaledFamily } from './law.js';
import { dirichletLaw, normalVectorLaw } from './lawVectors.js';
import { resolveVector } from './lists.js';
import { withFit } from './openSizes.js';
import { setLiteral } from './sets.js';

interface NamedLaw {
  readonly names: readonly Name[];
  readonly parameters: number;
  readonly note: NoteCode | null;
  readonly make: (values: readonly Expression[], span: Span, context: Context) => Law;
}

const NAMED_LAWS: readonly NamedLaw[] = [
  {
    names: [same('\\mathcal{N}'), same('N'), word('Normal')],
    parameters: 2,
    note: 'law.variance',
    make: normalLaw,
  },
  {
    names: [same('\\mathcal{U}'), same('U'), word('Uniform'), word('Unif')],
    parameters: 2,
    note: null,
    make: uniformLaw,
  },
  {
    names: [word('Laplace'), word('Lap')],
    parameters: 2,
    note: null,
    make: ([location, scale], span) => scaledLaw('laplace', location, scale, span),
  },
  {
    names: [word('Cauchy')],
    parameters: 2,
    note: null,
    make: ([location, scale], span) => scaledLaw('cauchy', location, scale, span),
  },
  {
    names: [word('Exp'), word('Exponential')],
    parameters: 1,
    note: 'law.rate',
    make: ([rate], span) => {
      const scale = divide(constant(1, span), positive(rate, span), span);
      return scaledLaw('exponential', constant(0, span), scale, span);
    },
  },
  {
    names: [word('Bernoulli'), word('Bern'), word('Ber')],
    parameters: 1,
    note: null,
    make: bernoulliLaw,
  },
  {
    names: [word('Dirichlet'), word('Dir')],
    parameters: 1,
    note: null,
    make: ([alpha], span, context) => dirichletLaw(positive(alpha, span), span, context),
  },
];

const BY_NAME: ReadonlyMap<string, NamedLaw> = new Map(
  NAMED_LAWS.flatMap((law) => law.names.map(({ key }) => [key, law] as const)),
);

const UNIFORM = BY_NAME.get('\\mathcal{U}');

/** Whether a name stands for a law while nothing is bound to it. */
export function namesLaw(name: Name): boolean {
  return BY_NAME.has(name.key);
}

export function namedLaw(
  name: Name,
  parameters: readonly Syntax[],
  span: Span,
  context: Context,
): Law {
  const named = BY_NAME.get(name.key);
  if (named === undefined || findMeaning(context, name) !== null)
    return refuse('law.unknown', span, { name: showName(name) });
  const [set] = parameters;
  if (named === UNIFORM && parameters.length === 1 && set?.kind === 'set')
    return uniformOn(set, context);
  if (parameters.length !== named.parameters)
    refuse('law.parameters', span, {
      name: showName(name),
      expected: String(named.parameters),
      found: String(parameters.length),
    });
  const outside = { ...context, entries: null };
  const values: Expression[] = [];
  for (const each of parameters)
    values.push(resolveVector(each, besideMean(outside, values[0]), true));
  if (named.note !== null) context.shared.notes.add(named.note);
  return named.make(values, span, context);
}

/** The second of `\mathcal N(\mu, I)` has the size of the first. */
function besideMean(context: Context, mean: Expression | undefined): Context {
  const shape = mean === undefined ? null : shapeOf(mean);
  if (shape?.rank !== 1) return context;
  return withFit(context, { rank: 2, rows: shape.length, columns: shape.length });
}

function normalLaw([mean, variance]: readonly Expression[], span: Span, context: Context): Law {
  if (mean === undefined || variance === undefined) return refuse('syntax.operand-missing', span);
  if (shapeOf(mean).rank === 1 || shapeOf(variance).rank === 2)
    return normalVectorLaw(mean, variance, span, context);
  const square = positive(requireScalar(variance), span);
  return {
    kind: 'scaled',
    family: 'normal',
    location: requireScalar(mean),
    scale: unary('sqrt', square, span),
    square,
  };
}

function uniformLaw([from, to]: readonly Expression[], span: Span): Law {
  if (from === undefined || to === undefined) return refuse('syntax.operand-missing', span);
  return scaledLaw('uniform', from, subtract(requireScalar(to), requireScalar(from), span), span);
}

/** `\mathcal U\{-1,1\}`: each of so many numbers as often as the others. */
function uniformOn(set: SetSyntax, context: Context): Law {
  const meaning = setLiteral(set, context);
  if (meaning.kind !== 'elements') return refuse('set.expected', set.span);
  const { span } = set;
  const { exact } = meaning.elements;
  const share = exactConstant({ numerator: 1n, denominator: BigInt(exact.length) }, span);
  return {
    kind: 'finite',
    support: listOf(
      exact.map((each) => exactConstant(each, span)),
      span,
    ),
    weights: listOf(
      exact.map(() => share),
      span,
    ),
  };
}

function listOf(items: readonly Expression[], span: Span): Expression {
  return { kind: 'list', items, shape: { rank: 1, length: items.length }, span };
}

function scaledLaw(
  family: ScaledFamily,
  location: Expression | undefined,
  scale: Expression | undefined,
  span: Span,
): Law {
  if (location === undefined || scale === undefined) return refuse('syntax.operand-missing', span);
  const width = positive(requireScalar(scale), span);
  return {
    kind: 'scaled',
    family,
    location: requireScalar(location),
    scale: width,
    square: unary('square', width, span),
  };
}

function bernoulliLaw([probability]: readonly Expression[], span: Span): Law {
  if (probability === undefined) return refuse('syntax.operand-missing', span);
  const known = closedEntries(requireScalar(probability))?.[0] ?? 0;
  if (!(known >= 0 && known <= 1))
    refuse('law.probability', probability.span, { found: show(known) });
  const other = addTerms(
    [
      { negative: false, body: constant(1, span) },
      { negative: true, body: probability },
    ],
    span,
  );
  return {
    kind: 'finite',
    support: listOf([constant(0, span), constant(1, span)], span),
    weights: listOf([other, probability], span),
  };
}

/** What is known has to be above 0. */
function positive(value: Expression | undefined, span: Span): Expression {
  if (value === undefined) return refuse('syntax.operand-missing', span);
  const wrong = closedEntries(value)?.find((each) => !(each > 0));
  if (wrong !== undefined) refuse('law.not-positive', value.span, { found: show(wrong) });
  return value;
}

/** A probability for each value of a finite law. */
export function requireDistribution(weights: Expression): Expression {
  const shape = shapeOf(weights);
  if (shape.rank !== 1)
    refuse('shape.vector-expected', weights.span, { found: describeShape(shape) });
  const known = closedEntries(weights);
  if (known === null) return weights;
  const negative = known.find((each) => each < 0);
  if (negative !== undefined) refuse('law.probability', weights.span, { found: show(negative) });
  requireWhole(known, weights.span);
  return weights;
}

/** As far as probabilities are written they add up to 1. */
const TOLERANCE = 1e-9;

export function requireWhole(weights: readonly number[], span: Span): void {
  const sum = weights.reduce((total, each) => total + each, 0);
  if (Math.abs(sum - 1) > TOLERANCE) refuse('law.weights', span, { found: show(sum) });
}

function show(value: number): string {
  return String(Number(value.toPrecision(6)));
}

export function scaledBy(weight: Expression | null, other: Expression | null): Expression | null {
  if (weight === null || other === null) return weight ?? other;
  return multiply([weight, other], weight.span);
}
