// Densities of laws: `\mathcal N(x;\mu,\sigma^2)`, `p(x)` of a law p; and the divergence between two laws.
import type { Span } from '../../core/text/span.js';
import { axesOf, SCALAR, shapeOf, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import {
  addTerms,
  compare,
  constant,
  divide,
  entryOf,
  localExpression,
  subtract,
  unary,
} from './construct.js';
import { freshLocal, requireScalar, type Context } from './context.js';
import { sumOver } from './entries.js';
import type { FiniteLaw, Law, ScaledLaw } from './law.js';
import { meanUnder, shapeOfLaw } from './lawMeans.js';
import { logarithm } from './logarithms.js';
import { times } from './polynomials.js';
import { scaledDensity } from './scaledDensities.js';

/** At a number; of a finite law it is the probability of that value. */
export function densityOf(law: Law, at: Expression, span: Span, context: Context): Expression {
  switch (law.kind) {
    case 'scaled':
      return scaledDensity(law, requireScalar(at), span);
    case 'finite':
      return massOf(law, requireScalar(at), span, context);
    case 'mixture': {
      if (
        law.parts.some((part) => part.law.kind === 'finite') &&
        law.parts.some((part) => part.law.kind !== 'finite')
      )
        return refuse('law.no-density', span);
      const terms = law.parts.map((part) => {
        const density = densityOf(part.law, at, span, context);
        return {
          negative: false,
          body: part.weight === null ? density : times(part.weight, density),
        };
      });
      return addTerms(terms, span);
    }
    case 'vector':
      return refuse('law.no-density', span);
  }
}

function massOf(
  { support, weights }: FiniteLaw,
  at: Expression,
  span: Span,
  context: Context,
): Expression {
  if (shapeOf(support).rank !== 1) refuse('law.no-density', span);
  const length = axesOf(shapeOf(weights))[0] ?? 0;
  return sumOver(
    context,
    length,
    span,
    (place) => entryOf(context, weights, [place]),
    (place) => [compare('=', entryOf(context, support, [place]), at)],
  );
}

/** `KL(p\|q)`: of two normal laws in closed form, else the mean of the logarithm of the quotient. */
export function divergenceOfLaws(left: Law, right: Law, span: Span, context: Context): Expression {
  const areNormal = [left, right].every((law) => law.kind === 'scaled' && law.family === 'normal');
  if (areNormal && left.kind === 'scaled' && right.kind === 'scaled')
    return normalDivergence(left, right, span, context);
  if (shapeOfLaw(left).rank !== 0 || shapeOfLaw(right).rank !== 0)
    return refuse('law.no-density', span);
  const local = freshLocal(context, SCALAR);
  const at = localExpression(local, span);
  const [own, other] = [left, right].map((law) =>
    logarithm(densityOf(law, at, span, context), span, context),
  );
  if (own === undefined || other === undefined) return refuse('syntax.operand-missing', span);
  return meanUnder(subtract(own, other, span), local, left, span, context);
}

/** ½(v₁/v₂ + (μ₁−μ₂)²/v₂ − 1 − log(v₁/v₂)). */
function normalDivergence(
  left: ScaledLaw,
  right: ScaledLaw,
  span: Span,
  context: Context,
): Expression {
  const ratio = divide(left.square, right.square, span);
  const distance = unary('square', subtract(left.location, right.location, span), span);
  const { logBase } = context.scope.conventions;
  const nats = divide(
    addTerms(
      [
        { negative: false, body: ratio },
        { negative: false, body: divide(distance, right.square, span) },
        { negative: true, body: constant(1, span) },
        { negative: true, body: unary('log', ratio, span) },
      ],
      span,
    ),
    constant(2, span),
    span,
  );
  if (logBase === null) context.shared.notes.add('convention.natural-log');
  return logBase === null ? nats : divide(nats, unary('log', constant(logBase, span), span), span);
}
