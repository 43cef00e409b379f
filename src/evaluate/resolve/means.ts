// The mean of the entries of a vector, or of the rows of a matrix.
import type { Span } from '../../core/text/span.js';
import { shapeOf, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import { constant, divide, entryOf, reduceEntries } from './construct.js';
import type { Context } from './context.js';
import { sumOver, vectorFrom } from './entries.js';

export function meanOf(values: Expression, span: Span, context: Context): Expression {
  const shape = shapeOf(values);
  if (shape.rank === 1) {
    const sum = reduceEntries(context, 'sum', values, span);
    return divide(sum, constant(shape.length, span), span);
  }
  if (shape.rank !== 2) refuse('statistic.no-data', span);
  return vectorFrom(context, shape.columns, span, (column) => {
    const sum = sumOver(context, shape.rows, span, (row) =>
      entryOf(context, values, [row, column]),
    );
    return divide(sum, constant(shape.rows, span), span);
  });
}
