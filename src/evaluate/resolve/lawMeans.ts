// The mean of an expression over one of its locals: exact for finite laws, in closed form for polynomials, else by quadrature.
import type { Span } from '../../core/text/span.js';
import { freeLocals } from '../children.js';
import {
  axesOf,
  SCALAR,
  shapeOf,
  type AlgorithmName,
  type Expression,
  type Local,
  type Shape,
} from '../expression.js';
import {
  addTerms,
  compare,
  constant,
  divide,
  entryOf,
  mapArrays,
  multiply,
  unary,
} from './construct.js';
import type { Context } from './context.js';
import { rowOf, sumOver } from './entries.js';
import { probabilityIn } from './intervals.js';
import { meanAcrossJumps } from './jumpMeans.js';
import type { FiniteLaw, Law, MixtureLaw, ScaledLaw } from './law.js';
import { meanOfPolynomial } from './moments.js';
import { inlined, polynomialIn, times } from './polynomials.js';
import { scaledDensity } from './scaledDensities.js';
import { meanOfVector } from './vectorMeans.js';

export function shapeOfLaw(law: Law): Shape {
  switch (law.kind) {
    case 'scaled':
      return SCALAR;
    case 'vector':
      return { rank: 1, length: law.length };
    case 'finite': {
      const shape = shapeOf(law.support);
      return shape.rank === 2 ? { rank: 1, length: shape.columns } : SCALAR;
    }
    case 'mixture': {
      const [first] = law.parts;
      return first === undefined ? SCALAR : shapeOfLaw(first.law);
    }
  }
}

export function meanUnder(
  body: Expression,
  local: Local,
  law: Law,
  span: Span,
  context: Context,
): Expression {
  if (!freeLocals(body).has(local)) return body;
  if (shapeOf(body).rank !== 0)
    return mapArrays(context, [body], span, ([entry = body]) =>
      meanUnder(entry, local, law, span, context),
    );
  switch (law.kind) {
    case 'finite':
      return finiteMean(body, local, law, span, context);
    case 'mixture':
      return mixtureMean(body, local, law, span, context);
    case 'scaled':
      return scaledMean(body, local, law, span, context);
    case 'vector':
      return meanOfVector(body, local, law, span, context);
  }
}

/** A value of probability 0 is not asked for. */
function finiteMean(
  body: Expression,
  local: Local,
  { support, weights }: FiniteLaw,
  span: Span,
  context: Context,
): Expression {
  const length = axesOf(shapeOf(weights))[0] ?? 0;
  const isVector = shapeOf(support).rank === 2;
  const weightAt = (place: Expression): Expression => entryOf(context, weights, [place]);
  const weighted = (place: Expression): Expression => {
    const value = isVector ? rowOf(context, support, place) : entryOf(context, support, [place]);
    const inner: Expression = { kind: 'let', eager: false, local, value, body, span };
    return multiply([weightAt(place), inner], span);
  };
  return sumOver(context, length, span, weighted, (place) => [
    compare('\\ne', weightAt(place), constant(0, span)),
  ]);
}

function mixtureMean(
  body: Expression,
  local: Local,
  { parts }: MixtureLaw,
  span: Span,
  context: Context,
): Expression {
  const terms = parts.map(({ weight, law }) => {
    const mean = meanUnder(body, local, law, span, context);
    return { negative: false, body: weight === null ? mean : times(weight, mean) };
  });
  return addTerms(terms, span);
}

function scaledMean(
  body: Expression,
  local: Local,
  law: ScaledLaw,
  span: Span,
  context: Context,
): Expression {
  const plain = inlined(body);
  if (plain !== null) {
    const polynomial = polynomialIn(plain, local);
    if (polynomial !== null) return meanOfPolynomial(polynomial, law, span);
    const probability = probabilityIn(plain, local, law);
    if (probability !== null) return probability;
    const pieces = meanAcrossJumps(plain, local, law, span, context);
    if (pieces !== null) return pieces;
  }
  return quadrature(body, local, law, span);
}

function quadrature(body: Expression, local: Local, law: ScaledLaw, span: Span): Expression {
  const { family, location, scale } = law;
  const under = (algorithm: AlgorithmName, width: Expression): Expression => ({
    kind: 'algorithm',
    algorithm,
    operands: [location, width],
    functions: [{ parameters: [local], body }],
    shape: SCALAR,
    span,
  });
  switch (family) {
    case 'normal':
      return under('normalMean', scale);
    case 'exponential':
      return under('exponentialMean', scale);
    case 'uniform':
      return under('uniformMean', scale);
    case 'laplace': {
      const sides = [scale, unary('negate', scale, span)].map((width) => ({
        negative: false,
        body: under('exponentialMean', width),
      }));
      return divide(addTerms(sides, span), constant(2, span), span);
    }
    case 'cauchy': {
      const density = scaledDensity(law, { kind: 'local', local, span }, span);
      const weighted = multiply([body, density], span);
      const ends = [-Infinity, Infinity].map((end) => constant(end, span));
      return {
        kind: 'algorithm',
        algorithm: 'integral',
        operands: [...ends, constant(0, span)],
        functions: [{ parameters: [local], body: weighted }],
        shape: SCALAR,
        span,
      };
    }
  }
}
