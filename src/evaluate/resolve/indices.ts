// Entries, rows and columns of an array, and the places that its indices name.
import { describeShape, shapeOf, type Expression, type Local, type Shape } from '../expression.js';
import { showName } from '../read/names.js';
import { refuse } from '../refusal.js';
import type { Index, IndexedSyntax, Name, Syntax } from '../syntax.js';
import { addTerms, constant, entryOf, localExpression, staticNumber } from './construct.js';
import {
  findMeaning,
  freshIndex,
  requireScalar,
  resolveIn,
  type Context,
  type OpenRange,
} from './context.js';
import { rowOf, vectorFrom } from './entries.js';

/** Entries, rows and columns of an array. */
export function entriesAt(
  array: Expression,
  given: readonly Index[],
  syntax: IndexedSyntax,
  context: Context,
): Expression {
  const shape = shapeOf(array);
  const { span } = syntax;
  const name = syntax.full?.key ?? '(…)';
  if (shape.rank === 0) refuse('index.of-number', span, { name });
  const indices = splitIndices(given, shape.rank) ?? given;
  if (shape.rank === 2) refuseRowOrEntry(given, syntax, shape.rows, context);
  if (shape.rank === 1) refuseLetters(indices, name, shape);
  if (indices.length > shape.rank)
    refuse('index.too-many', span, { name, shape: describeShape(shape) });
  const [first, second] = indices;
  if (first === undefined) refuse('index.unclear', span);
  if (shape.rank === 2 && first.kind === 'order') refuse('index.brackets', first.span);
  if (shape.rank === 1) return vectorEntry(array, first, shape.length, context);
  if (second === undefined) return rowOf(context, array, place(first, shape.rows, context));
  return matrixEntry(array, first, second, [shape.rows, shape.columns], context);
}

/** `A_{12}` is an entry, but for a matrix that has a row 12 too. */
function refuseRowOrEntry(
  given: readonly Index[],
  { base, span }: IndexedSyntax,
  rows: number,
  { scope }: Context,
): void {
  const [only] = given;
  if (given.length !== 1 || only?.kind !== 'expression' || only.body.kind !== 'number') return;
  const { text: index, value } = only.body;
  if (!/^[1-9]{2}$/.test(index) || value >= rows + scope.conventions.firstIndex) return;
  const name = base.kind === 'name' ? showName(base.name) : 'A';
  const [row = '', column = ''] = index;
  refuse('ambiguous.row-or-entry', span, { name, index, row, column });
}

/** `x_{ij}` has two indices, never their product. */
function refuseLetters(indices: readonly Index[], name: string, shape: Shape): void {
  for (const index of indices) {
    if (
      splitIndices([index], 2) !== null &&
      index.kind === 'expression' &&
      index.body.kind === 'product'
    )
      refuse('index.too-many', index.span, { name, shape: describeShape(shape) });
  }
}

function vectorEntry(
  array: Expression,
  index: Index,
  length: number,
  context: Context,
): Expression {
  if (index.kind === 'slice') return array;
  const at = place(index, length, context);
  if (index.kind === 'expression') return entryOf(context, array, [at]);
  context.shared.notes.add('index.order');
  const sorted: Expression = { kind: 'sorted', array, span: array.span };
  return { kind: 'element', array: sorted, indices: [at], span: index.span };
}

function matrixEntry(
  array: Expression,
  first: Index,
  second: Index,
  [rows, columns]: readonly [number, number],
  context: Context,
): Expression {
  if (first.kind === 'slice' && second.kind === 'slice') return array;
  if (second.kind === 'slice') return rowOf(context, array, place(first, rows, context));
  const column = place(second, columns, context);
  if (first.kind !== 'slice') return entryOf(context, array, [place(first, rows, context), column]);
  return vectorFrom(context, rows, array.span, (row) => entryOf(context, array, [row, column]));
}

/** `_{ij}` and `_{12}` are two indices where the array has two axes. */
export function splitIndices<Count extends 2>(
  indices: readonly Index[],
  count: Count,
): readonly [Index, Index] | null;
export function splitIndices(indices: readonly Index[], count: number): readonly Index[] | null;
export function splitIndices(indices: readonly Index[], count: number): readonly Index[] | null {
  if (indices.length === count) return indices;
  const [only] = indices;
  if (count !== 2 || indices.length !== 1 || only?.kind !== 'expression') return null;
  const { body, span } = only;
  if (body.kind === 'number' && /^[1-9]{2}$/.test(body.text)) {
    return [...body.text].map((digit) => ({
      kind: 'expression',
      body: { ...body, value: Number(digit), text: digit },
      span,
    }));
  }
  if (body.kind !== 'product' || body.factors.length !== 2) return null;
  const letters = body.factors.every(
    (factor) => factor.operator === 'juxtaposed' && isIndexLike(factor.body),
  );
  return letters
    ? body.factors.map((factor) => ({
        kind: 'expression',
        body: factor.body,
        span: factor.body.span,
      }))
    : null;
}

function isIndexLike(syntax: Syntax): boolean {
  return syntax.kind === 'name' || syntax.kind === 'number';
}

/** An index as a number from 1 to `length`; an open index learns its range here. */
export function place(index: Index, length: number, context: Context): Expression {
  if (index.kind === 'slice') return refuse('index.unclear', index.span);
  const { body, span } = index;
  // Writers count `x_{[k]}` from the greatest, from the smallest, or as `x_k`.
  if (body.kind === 'group' && body.open === '[') refuse('index.brackets', span);
  const offset = 1 - context.scope.conventions.firstIndex;
  const open = openIndex(body, context);
  if (open !== null) {
    open.range.lengths.push({ length, span });
    return shifted(localExpression(open.local, span), offset);
  }
  const given = requireScalar(resolveIn({ ...context, entries: null }, body));
  const value = shifted(given, offset);
  return inRange(value, length, span, context);
}

function shifted(index: Expression, by: number): Expression {
  if (by === 0) return index;
  const one = constant(by, index.span);
  return addTerms(
    [
      { negative: false, body: index },
      { negative: false, body: one },
    ],
    index.span,
  );
}

function inRange(
  value: Expression,
  length: number,
  span: Expression['span'],
  context: Context,
): Expression {
  const known = staticNumber(value);
  if (known !== null) {
    if (Number.isInteger(known) && known >= 1 && known <= length) return constant(known, span);
    return refuseOutOfRange(known, length, span, context);
  }
  const range = value.kind === 'local' ? value.local.range : null;
  if (range !== null) {
    if (range.from >= 1 && range.to <= length) return value;
    if (range.from > range.to) return { kind: 'checkedIndex', body: value, length, span };
    return refuseOutOfRange(range.from < 1 ? range.from : range.to, length, span, context);
  }
  return { kind: 'checkedIndex', body: value, length, span };
}

function refuseOutOfRange(
  found: number,
  length: number,
  span: Expression['span'],
  context: Context,
): never {
  const { firstIndex } = context.scope.conventions;
  const index = String(found - 1 + firstIndex);
  const data = { index, first: String(firstIndex), last: String(length - 1 + firstIndex) };
  if (found === 0 && firstIndex === 1) refuse('index.zero', span, data);
  return refuse('index.out-of-range', span, data);
}

interface OpenIndex {
  readonly local: Local;
  readonly range: OpenRange;
}

/** A bare index whose range is not known yet, or one that the surrounding maximum or mean is to bind. */
function openIndex(body: Syntax, context: Context): OpenIndex | null {
  const { name, key } = bareName(body);
  if (name === null) return null;
  const meaning = findMeaning(context, name);
  if (meaning?.kind === 'index')
    return meaning.open === null ? null : { local: meaning.local, range: meaning.open };
  if (meaning !== null || context.implicit === null || context.dimensions.upperEnds.has(key))
    return null;
  const found = { local: freshIndex(context), range: { lengths: [] } };
  context.implicit.found.set(key, found);
  return found;
}

function bareName(body: Syntax): { readonly name: Name | null; readonly key: string } {
  return body.kind === 'name' ? { name: body.name, key: body.name.key } : { name: null, key: '' };
}
