// The mean of the entries of a vector, or of the rows of a matrix.
import type { Span } from '../../core/text/span.js';
import { shapeOf, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import { constant, divide, entryOf, localExpression, reduceEntries } from './construct.js';
import { freshIndex, type Context } from './context.js';

export function meanOf(values: Expression, span: Span, context: Context): Expression {
  const shape = shapeOf(values);
  if (shape.rank === 1) {
    const sum = reduceEntries(context, 'sum', values, span);
    return divide(sum, constant(shape.length, span), span);
  }
  if (shape.rank !== 2) refuse('statistic.no-data', span);
  const index = freshIndex(context, { from: 1, to: shape.columns });
  const column = localExpression(index, span);
  const row = freshIndex(context, { from: 1, to: shape.rows });
  const body: Expression = {
    kind: 'reduce',
    operator: 'sum',
    index: row,
    from: constant(1, span),
    to: constant(shape.rows, span),
    conditions: [],
    body: entryOf(context, values, [localExpression(row, span), column]),
    span,
  };
  return {
    kind: 'build',
    indices: [index],
    shape: { rank: 1, length: shape.columns },
    body: divide(body, constant(shape.rows, span), span),
    span,
  };
}
