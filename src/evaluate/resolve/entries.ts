// Entries and rows of arrays; vectors, matrices and sums made of entries.
import { axesOf, shapeOf, type Condition, type Expression, type Shape } from '../expression.js';
import { constant, entryOf, localExpression } from './construct.js';
import { freshIndex, type Context } from './context.js';

/** Inside an expectation a vector stands for its entry, a matrix for its row. */
export function takeEntry(value: Expression, context: Context): Expression {
  const shape = shapeOf(value);
  const { entries } = context;
  if (entries === null || shape.rank === 0) return value;
  const [length] = axesOf(shape);
  if (shape.rank === 2) entries.rows.taken = true;
  entries.range.lengths.push({ length: length ?? 0, span: value.span });
  const place = localExpression(entries.local, value.span);
  return shape.rank === 1 ? entryOf(context, value, [place]) : rowOf(context, value, place);
}

export function rowOf(context: Context, array: Expression, row: Expression): Expression {
  const [, columns] = axesOf(shapeOf(array));
  return vectorFrom(context, columns ?? 0, array.span, (column) =>
    entryOf(context, array, [row, column]),
  );
}

export function vectorFrom(
  context: Context,
  length: number,
  span: Expression['span'],
  entry: (index: Expression) => Expression,
): Expression {
  const local = freshIndex(context, { from: 1, to: length });
  const shape: Shape = { rank: 1, length };
  const body = entry(localExpression(local, span));
  return { kind: 'build', indices: [local], shape, body, span };
}

export function matrixFrom(
  context: Context,
  [rows, columns]: readonly [rows: number, columns: number],
  span: Expression['span'],
  entry: (row: Expression, column: Expression) => Expression,
): Expression {
  const row = freshIndex(context, { from: 1, to: rows });
  const column = freshIndex(context, { from: 1, to: columns });
  const shape: Shape = { rank: 2, rows, columns };
  const body = entry(localExpression(row, span), localExpression(column, span));
  return { kind: 'build', indices: [row, column], shape, body, span };
}

/** Over the places of a vector, or over those alone where conditions hold. */
export function sumOver(
  context: Context,
  length: number,
  span: Expression['span'],
  term: (place: Expression) => Expression,
  conditions: (place: Expression) => readonly Condition[] = () => [],
): Expression {
  const index = freshIndex(context, { from: 1, to: length });
  const place = localExpression(index, span);
  return {
    kind: 'reduce',
    operator: 'sum',
    index,
    from: constant(1, span),
    to: constant(length, span),
    conditions: conditions(place),
    body: term(place),
    span,
  };
}
