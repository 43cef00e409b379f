// Means under laws of vectors: of sums of products of two entries at most, by the first two moments.
import type { Span } from '../../core/text/span.js';
import { freeLocals } from '../children.js';
import { SCALAR, type Expression, type Local, type ReduceExpression } from '../expression.js';
import { attempt, refuse } from '../refusal.js';
import {
  addTerms,
  algorithmOf,
  divide,
  entryOf,
  localExpression,
  multiply,
  substitute,
  unary,
} from './construct.js';
import { freshIndex, type Context } from './context.js';
import { drawn } from './draws.js';
import { rowOf, vectorFrom } from './entries.js';
import type { VectorLaw } from './law.js';
import { inlined } from './polynomials.js';

/** In closed form where the moments tell, else from draws. */
export function meanOfVector(
  body: Expression,
  local: Local,
  law: VectorLaw,
  span: Span,
  context: Context,
): Expression {
  const plain = inlined(body) ?? body;
  const exact = attempt(() => meanOfProduct([plain], { local, law, span, context }), span);
  if (exact.ok) return exact.value;
  if (exact.refusal.code !== 'expectation.of-vector') throw exact.refusal;
  return meanOfDraws(body, local, law, span, context);
}

const DRAWS = 20_000;

function meanOfDraws(
  body: Expression,
  local: Local,
  law: VectorLaw,
  span: Span,
  context: Context,
): Expression {
  const { seed } = context.scope.conventions;
  const draws = drawn(law, DRAWS, seed, 'expectation', span);
  if (draws === null) return refuse('expectation.of-vector', span);
  context.shared.notes.add('law.drawn');
  const values = vectorFrom(context, DRAWS, span, (place) => {
    const value = rowOf(context, draws, place);
    return { kind: 'let', eager: false, local, value, body, span };
  });
  return algorithmOf('meanOfDraws', [values], SCALAR, span);
}

interface Setting {
  readonly local: Local;
  readonly law: VectorLaw;
  readonly span: Span;
  readonly context: Context;
}

/** Of factors that all depend on the vector: sums are multiplied out until entries alone are left. */
function meanOfProduct(factors: readonly Expression[], setting: Setting): Expression {
  const at = factors.findIndex((factor) => !isEntry(factor, setting.local));
  const factor = factors[at];
  if (factor === undefined) return meanOfEntries(factors, setting);
  const rest = factors.filter((_, place) => place !== at);
  const mean = (parts: readonly Expression[]): Expression => {
    const depends = (part: Expression): boolean => freeLocals(part).has(setting.local);
    const fixed = parts.filter((part) => !depends(part));
    const varying = [...parts.filter(depends), ...rest];
    return varying.length === 0
      ? multiply(fixed, factor.span)
      : multiply([...fixed, meanOfProduct(varying, setting)], factor.span);
  };
  switch (factor.kind) {
    case 'add':
      return addTerms(
        factor.terms.map((term) => ({ ...term, body: mean([term.body]) })),
        factor.span,
      );
    case 'multiply':
      return mean(factor.factors);
    case 'divide':
      if (freeLocals(factor.denominator).has(setting.local)) break;
      return divide(mean([factor.numerator]), factor.denominator, factor.span);
    case 'unary':
      if (factor.operator === 'negate') return unary('negate', mean([factor.body]), factor.span);
      if (factor.operator === 'square') return mean([factor.body, factor.body]);
      break;
    case 'reduce':
      if (factor.operator !== 'sum' || factor.conditions.length > 0) break;
      return sumOfMeans(factor, setting.context, (body) => mean([body]));
    default:
  }
  return refuse('expectation.of-vector', setting.span);
}

/** With an index of its own, since the other factors may hold the same sum. */
function sumOfMeans(
  sum: ReduceExpression,
  context: Context,
  mean: (body: Expression) => Expression,
): Expression {
  const index = freshIndex(context, sum.index.range);
  const place = localExpression(index, sum.span);
  return { ...sum, index, body: mean(substitute(sum.body, new Map([[sum.index, place]]))) };
}

function isEntry(factor: Expression, local: Local): boolean {
  return factor.kind === 'element' && factor.array.kind === 'local' && factor.array.local === local;
}

/** Of one or two entries: E[x_i] = μ_i, E[x_ix_j] = Σ_ij + μ_iμ_j. */
function meanOfEntries(
  factors: readonly Expression[],
  { law, span, context }: Setting,
): Expression {
  const [row, column, third] = factors.map((factor) =>
    factor.kind === 'element' ? factor.indices[0] : undefined,
  );
  if (row === undefined || third !== undefined) return refuse('expectation.of-vector', span);
  const meanAt = (place: Expression): Expression => entryOf(context, law.mean, [place]);
  if (column === undefined) return meanAt(row);
  return addTerms(
    [
      { negative: false, body: entryOf(context, law.covariance, [row, column]) },
      { negative: false, body: multiply([meanAt(row), meanAt(column)], span) },
    ],
    span,
  );
}
