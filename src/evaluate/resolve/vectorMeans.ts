// Means under laws of vectors: of sums of products of two entries at most, by the first two moments.
import type { Span } from '../../core/text/span.js';
import { freeLocals } from '../children.js';
import type { Expression, Local } from '../expression.js';
import { refuse } from '../refusal.js';
import { addTerms, divide, entryOf, multiply, unary } from './construct.js';
import type { Context } from './context.js';
import type { VectorLaw } from './law.js';
import { inlined } from './polynomials.js';

export function meanOfVector(
  body: Expression,
  local: Local,
  law: VectorLaw,
  span: Span,
  context: Context,
): Expression {
  const plain = inlined(body);
  if (plain === null) return refuse('expectation.of-vector', span);
  return linearMean(plain, { local, law, span, context });
}

interface Setting {
  readonly local: Local;
  readonly law: VectorLaw;
  readonly span: Span;
  readonly context: Context;
}

/** The mean goes into sums, and past what does not depend on the vector. */
function linearMean(body: Expression, setting: Setting): Expression {
  const depends = (part: Expression): boolean => freeLocals(part).has(setting.local);
  const mean = (part: Expression): Expression => linearMean(part, setting);
  if (!depends(body)) return body;
  switch (body.kind) {
    case 'add':
      return addTerms(
        body.terms.map((term) => ({ ...term, body: mean(term.body) })),
        body.span,
      );
    case 'divide':
      if (depends(body.denominator)) break;
      return divide(mean(body.numerator), body.denominator, body.span);
    case 'reduce':
      if (body.operator !== 'sum' || body.conditions.length > 0) break;
      return { ...body, body: mean(body.body) };
    case 'unary':
      if (body.operator === 'negate') return unary('negate', mean(body.body), body.span);
      if (body.operator === 'square') return meanOfProduct([body.body, body.body], setting);
      break;
    case 'multiply': {
      const fixed = body.factors.filter((factor) => !depends(factor));
      const varying = body.factors.filter(depends);
      return multiply([...fixed, meanOfProduct(varying, setting)], body.span);
    }
    case 'element':
      return meanOfProduct([body], setting);
    default:
  }
  return refuse('expectation.of-vector', setting.span);
}

/** Of one or two entries: E[x_i] = μ_i, E[x_ix_j] = Σ_ij + μ_iμ_j. */
function meanOfProduct(factors: readonly Expression[], setting: Setting): Expression {
  const { local, law, span, context } = setting;
  const [first, second] = factors;
  if (factors.length === 1 && first !== undefined && first.kind !== 'element')
    return linearMean(first, setting);
  const places = factors.map((factor) => {
    const isOwn =
      factor.kind === 'element' && factor.array.kind === 'local' && factor.array.local === local;
    const [place] = isOwn ? factor.indices : [];
    return place ?? refuse('expectation.of-vector', span);
  });
  const [row, column] = places;
  if (row === undefined || factors.length > 2) return refuse('expectation.of-vector', span);
  const meanAt = (place: Expression): Expression => entryOf(context, law.mean, [place]);
  if (second === undefined || column === undefined) return meanAt(row);
  return addTerms(
    [
      { negative: false, body: entryOf(context, law.covariance, [row, column]) },
      { negative: false, body: multiply([meanAt(row), meanAt(column)], span) },
    ],
    span,
  );
}
