// Laws of vectors: normal and Dirichlet ones, by their means and covariances.
import type { Span } from '../../core/text/span.js';
import { describeShape, shapeOf, type Condition, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import {
  addTerms,
  constant,
  divide,
  entryOf,
  localExpression,
  multiply,
  reduceEntries,
  subtract,
  unary,
} from './construct.js';
import { freshIndex, type Context } from './context.js';
import { vectorFrom } from './entries.js';
import type { Law } from './law.js';

/** `\mathcal N(\mu,\Sigma)`; a number for Σ stands for that many times the identity, one for μ for all entries. */
export function normalVectorLaw(
  mean: Expression,
  covariance: Expression,
  span: Span,
  context: Context,
): Law {
  const [one, other] = [shapeOf(mean), shapeOf(covariance)];
  const length = one.rank === 1 ? one.length : other.rank === 2 ? other.rows : 0;
  const fits = one.rank !== 2 && other.rank !== 1;
  const isSquare = other.rank === 0 || (other.rank === 2 && other.rows === other.columns);
  if (!fits || !isSquare || (other.rank === 2 && other.rows !== length))
    refuse('law.shapes', span, { mean: describeShape(one), covariance: describeShape(other) });
  return {
    kind: 'vector',
    family: 'normal',
    length,
    mean: one.rank === 1 ? mean : vectorFrom(context, length, span, () => mean),
    covariance: other.rank === 2 ? covariance : diagonal(length, span, context, () => covariance),
    concentration: null,
  };
}

/** Mean α_i/α_0, covariance (α_iα_0[i=j] − α_iα_j)/(α_0²(α_0+1)). */
export function dirichletLaw(alpha: Expression, span: Span, context: Context): Law {
  const shape = shapeOf(alpha);
  if (shape.rank !== 1) refuse('shape.vector-expected', span, { found: describeShape(shape) });
  const total = reduceEntries(context, 'sum', alpha, span);
  const at = (place: Expression): Expression => entryOf(context, alpha, [place]);
  const one = constant(1, span);
  const scale = multiply(
    [
      unary('square', total, span),
      addTerms(
        [
          { negative: false, body: total },
          { negative: false, body: one },
        ],
        span,
      ),
    ],
    span,
  );
  const row = freshIndex(context, { from: 1, to: shape.length });
  const column = freshIndex(context, { from: 1, to: shape.length });
  const [i, j] = [localExpression(row, span), localExpression(column, span)];
  const both = multiply([at(i), at(j)], span);
  const alone = multiply([at(i), total], span);
  const covariance: Expression = {
    kind: 'build',
    indices: [row, column],
    shape: { rank: 2, rows: shape.length, columns: shape.length },
    body: divide(
      ifEqual(i, j, subtract(alone, both, span), unary('negate', both, span)),
      scale,
      span,
    ),
    span,
  };
  const mean = vectorFrom(context, shape.length, span, (place) => divide(at(place), total, span));
  return {
    kind: 'vector',
    family: 'dirichlet',
    length: shape.length,
    mean,
    covariance,
    concentration: alpha,
  };
}

function diagonal(
  length: number,
  span: Span,
  context: Context,
  entry: () => Expression,
): Expression {
  const row = freshIndex(context, { from: 1, to: length });
  const column = freshIndex(context, { from: 1, to: length });
  const body = ifEqual(
    localExpression(row, span),
    localExpression(column, span),
    entry(),
    constant(0, span),
  );
  const shape = { rank: 2, rows: length, columns: length } as const;
  return { kind: 'build', indices: [row, column], shape, body, span };
}

function ifEqual(
  left: Expression,
  right: Expression,
  value: Expression,
  otherwise: Expression,
): Expression {
  const conditions: readonly Condition[] = [{ kind: 'comparison', operator: '=', left, right }];
  return { kind: 'choose', branches: [{ conditions, value }], otherwise, span: value.span };
}
