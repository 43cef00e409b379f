// Laws of vectors: normal and Dirichlet ones, by their means and covariances.
import type { Span } from '../../core/text/span.js';
import { describeShape, shapeOf, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import {
  addTerms,
  choose,
  compare,
  constant,
  divide,
  entryOf,
  multiply,
  reduceEntries,
  subtract,
  unary,
} from './construct.js';
import type { Context } from './context.js';
import { matrixFrom, vectorFrom } from './entries.js';
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
    covariance:
      other.rank === 2
        ? covariance
        : matrixFrom(context, [length, length], span, (i, j) =>
            choose([compare('=', i, j)], covariance, constant(0, span), span),
          ),
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
  const covariance = matrixFrom(context, [shape.length, shape.length], span, (i, j) => {
    const both = multiply([at(i), at(j)], span);
    const alone = multiply([at(i), total], span);
    const isSame = [compare('=', i, j)];
    const entry = choose(isSame, subtract(alone, both, span), unary('negate', both, span), span);
    return divide(entry, scale, span);
  });
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
