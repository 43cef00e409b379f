// Brackets: a group is its one item; several items are a vector only where a vector can stand.
import { SCALAR, sameShape, shapeOf, type Expression, type Shape } from '../expression.js';
import { refuse } from '../refusal.js';
import type { GroupSyntax, MatrixSyntax, Syntax } from '../syntax.js';
import { requireScalar, resolveIn, type Context } from './context.js';
import { takeEntry } from './entries.js';

/** Parentheses around one expression. */
export function resolveGroup(syntax: GroupSyntax, context: Context): Expression {
  return resolveIn(context, soleItem(syntax));
}

export function soleItem({ items, bar, open, close, span }: GroupSyntax): Syntax {
  const [only] = items;
  if (bar?.text === ';') refuse('syntax.semicolon', bar.span);
  if (bar !== null) refuse('syntax.bar-in-group', bar.span, { bar: bar.text });
  if (items.length !== 1 || only === undefined) refuse('value.tuple', span);
  if ((open === '(') !== (close === ')')) refuse('syntax.unmatched', span, { open, close });
  return only;
}

/** Where a vector can stand: the right side of a definition or relation, an argument, inside bars. */
export function resolveVector(syntax: Syntax, context: Context, soleArgument = false): Expression {
  if (syntax.kind !== 'group') return resolveIn(context, syntax);
  const { items, bar, open, close, span } = syntax;
  const single = items.length === 1 && !(soleArgument && open === '[');
  if (bar !== null || single) return resolveVector(soleItem(syntax), context, soleArgument);
  if ((open === '(') !== (close === ')')) refuse('syntax.unmatched', span, { open, close });
  if (items.some((item) => item.kind === 'dots')) refuse('unsupported.dots', span);
  const values = items.map((item) =>
    resolveVector(item, { ...context, entries: null }, open === '['),
  );
  return takeEntry(listOf(values, span), context);
}

function listOf(values: readonly Expression[], span: Expression['span']): Expression {
  const [first] = values;
  const inner: Shape = first === undefined ? SCALAR : shapeOf(first);
  const odd = values.find((value) => !sameShape(shapeOf(value), inner));
  if (odd !== undefined) refuse('shape.ragged', odd.span);
  if (inner.rank === 0)
    return { kind: 'list', items: values, shape: { rank: 1, length: values.length }, span };
  if (inner.rank === 2) refuse('shape.too-deep', span);
  const rows = values.map((value) => (value.kind === 'list' ? value.items : null));
  if (!rows.every((row) => row !== null)) refuse('shape.rows-of-names', span);
  const shape: Shape = { rank: 2, rows: values.length, columns: inner.length };
  return { kind: 'list', items: rows.flat(), shape, span };
}

/** A matrix of one column or one row is a vector. */
export function resolveMatrix({ rows, span }: MatrixSyntax, context: Context): Expression {
  const items = rows.map((row) =>
    row.map((entry) =>
      entry.kind === 'dots'
        ? refuse('unsupported.dots', entry.span)
        : requireScalar(resolveIn({ ...context, entries: null }, entry)),
    ),
  );
  const columns = items[0]?.length ?? 0;
  const shape: Shape =
    columns === 1 || items.length === 1
      ? { rank: 1, length: items.length * columns }
      : { rank: 2, rows: items.length, columns };
  return takeEntry({ kind: 'list', items: items.flat(), shape, span }, context);
}
