// Sums without end: `\sum_{k=0}^\infty r^k`.
import { describeShape, SCALAR, shapeOf, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import type { BigSyntax } from '../syntax.js';
import { constant } from './construct.js';
import { freshIndex, requireScalar, resolveIn, withLocal, type Context } from './context.js';
import { resolveVector } from './lists.js';
import { hasCases, needsWholeNumber } from './wholeNumbers.js';

/** `null` where the sum ends. */
export function resolveSeries(
  { operator, binder, body, span }: BigSyntax,
  context: Context,
): Expression | null {
  if (operator !== 'sum' || binder?.kind !== 'range') return null;
  const { index, from, to } = binder;
  if (to.kind !== 'constant' || to.constant !== 'infinity') return null;
  const start =
    from === null
      ? constant(context.scope.conventions.firstIndex, span)
      : requireScalar(resolveIn(context, from));
  if (from === null) context.shared.notes.add('binder.starts-at-first');
  const local = freshIndex(context);
  const inside = withLocal(context, index.name, { kind: 'index', local, open: null });
  const term = resolveVector(body, inside);
  inside.ended.add(index.name.key);
  if (shapeOf(term).rank !== 0)
    refuse('series.of-arrays', body.span, { found: describeShape(shapeOf(term)) });
  // No number of terms tells what a condition does to the next.
  if (hasCases(term, local)) refuse('series.no-bound', span);
  const isSmooth = !needsWholeNumber(term, local);
  return {
    kind: 'algorithm',
    algorithm: 'series',
    operands: [start, constant(isSmooth ? 1 : 0, span)],
    functions: [{ parameters: [local], body: term }],
    shape: SCALAR,
    span,
  };
}
