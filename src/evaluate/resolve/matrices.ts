// Functions of matrices and their norms: determinant, trace, rank, diagonal, eigenvalues and singular values.
import type { Span } from '../../core/text/span.js';
import {
  describeShape,
  SCALAR,
  shapeOf,
  type AlgorithmName,
  type Expression,
  type MatrixShape,
  type Shape,
} from '../expression.js';
import { refuse } from '../refusal.js';
import { DETERMINANT, same, word } from '../read/names.js';
import type { NormOrder } from '../syntax.js';
import type { BuiltIn } from './builtIn.js';
import {
  addTerms,
  algorithmOf,
  choose,
  compare,
  constant,
  divide,
  entryOf,
  reduceEntries,
  staticNumber,
  unary,
} from './construct.js';
import { requireScalar, resolveIn, type Context } from './context.js';
import { matrixFrom, sumOver, vectorFrom } from './entries.js';

/** What `\lambda_i(A)` and `\sigma_i(A)` are entries of; no post can bind these names. */
export const EIGENVALUES = same('eigenvalues');
export const SINGULAR_VALUES = same('singular values');

export const MATRIX_FUNCTIONS: readonly BuiltIn[] = [
  oneArgument(['tr', 'Tr', 'trace'], trace),
  { ...oneArgument([], determinant), names: [word('det'), DETERMINANT] },
  oneArgument(['rank', 'Rank'], (matrix, span) => ofAnyMatrix('rank', matrix, SCALAR, span)),
  oneArgument(['pinv'], pseudoInverse),
  oneArgument(['median'], median),
  { names: ['diag', 'Diag'].map(word), arguments: null, bar: null, resolve: diagonal },
  { ...oneArgument(['eig'], eigenvaluesOf), names: [word('eig'), EIGENVALUES] },
  { ...oneArgument(['svd'], singularValuesOf), names: [word('svd'), SINGULAR_VALUES] },
  { ...oneArgument([], conditionNumber), names: [same('\\kappa')], ofCapitals: true },
  extremeValue('\\lambda', 'max', eigenvalueAt, () => 1),
  extremeValue('\\lambda', 'min', eigenvalueAt, ({ rows }) => rows),
  extremeValue('\\sigma', 'max', singularValueAt, () => 1),
  extremeValue('\\sigma', 'min', singularValueAt, ({ rows, columns }) => Math.min(rows, columns)),
];

type OfOne = (value: Expression, span: Span, context: Context) => Expression;

function oneArgument(names: readonly string[], resolve: OfOne): BuiltIn {
  return {
    names: names.map(word),
    arguments: 1,
    bar: null,
    resolve: ([value], span, context) =>
      value === undefined ? refuse('syntax.operand-missing', span) : resolve(value, span, context),
  };
}

/** `\lambda_{\max}(A)`, `\lambda_{max}(A)`. */
function extremeValue(
  letter: string,
  end: 'max' | 'min',
  valueAt: (matrix: Expression, place: number, span: Span) => Expression,
  place: (shape: MatrixShape) => number,
): BuiltIn {
  const resolve: OfOne = (matrix, span) =>
    valueAt(matrix, place(requireMatrix(matrix, span)), span);
  const names = [same(`${letter}_{\\text{${end}}}`), same(`${letter}_{${end}}`)];
  return { ...oneArgument([], resolve), names };
}

function requireMatrix(matrix: Expression, span: Span): MatrixShape {
  const shape = shapeOf(matrix);
  if (shape.rank === 2) return shape;
  return refuse('shape.matrix-expected', span, { found: describeShape(shape) });
}

/** How many rows a square matrix has. */
export function requireSquare(matrix: Expression, span: Span): number {
  const shape = shapeOf(matrix);
  if (shape.rank !== 2 || shape.rows !== shape.columns)
    return refuse('shape.square-expected', span, { found: describeShape(shape) });
  return shape.rows;
}

/** Of a matrix whose number of rows the algorithm has to know. */
function ofAnyMatrix(
  algorithm: AlgorithmName,
  matrix: Expression,
  shape: Shape,
  span: Span,
  more: readonly Expression[] = [],
): Expression {
  const { rows } = requireMatrix(matrix, span);
  return algorithmOf(algorithm, [matrix, constant(rows, span), ...more], shape, span);
}

function determinant(matrix: Expression, span: Span): Expression {
  requireSquare(matrix, span);
  return algorithmOf('determinant', [matrix], SCALAR, span);
}

function trace(matrix: Expression, span: Span, context: Context): Expression {
  const size = requireSquare(matrix, span);
  return sumOver(context, size, span, (place) => entryOf(context, matrix, [place, place]));
}

function pseudoInverse(matrix: Expression, span: Span): Expression {
  const { rows, columns } = requireMatrix(matrix, span);
  return ofAnyMatrix('pseudoInverse', matrix, { rank: 2, rows: columns, columns: rows }, span);
}

/** The matrix with a diagonal, or the diagonal of a matrix. */
function diagonal(values: readonly Expression[], span: Span, context: Context): Expression {
  const [first] = values;
  if (first === undefined) return refuse('syntax.operand-missing', span);
  if (shapeOf(first).rank === 2 && values.length === 1) {
    const size = requireSquare(first, span);
    context.shared.notes.add('matrix.diagonal');
    return vectorFrom(context, size, span, (place) => entryOf(context, first, [place, place]));
  }
  const shape = shapeOf(first);
  if (shape.rank === 1 && values.length === 1) return diagonalMatrix(first, shape.length, context);
  const items = values.map(requireScalar);
  const list: Expression = { kind: 'list', items, shape: { rank: 1, length: items.length }, span };
  return diagonalMatrix(list, items.length, context);
}

function diagonalMatrix(vector: Expression, size: number, context: Context): Expression {
  const { span } = vector;
  return matrixFrom(context, [size, size], span, (row, column) =>
    choose([compare('=', row, column)], entryOf(context, vector, [row]), constant(0, span), span),
  );
}

function eigenvaluesOf(matrix: Expression, span: Span, context: Context): Expression {
  const size = requireSquare(matrix, span);
  context.shared.notes.add('matrix.order');
  return algorithmOf('eigenvalues', [matrix], { rank: 1, length: size }, span);
}

function eigenvalueAt(matrix: Expression, place: number, span: Span): Expression {
  requireSquare(matrix, span);
  return algorithmOf('eigenvalues', [matrix, constant(place, span)], SCALAR, span);
}

function singularValuesOf(matrix: Expression, span: Span, context: Context): Expression {
  const { rows, columns } = requireMatrix(matrix, span);
  context.shared.notes.add('matrix.order');
  const shape: Shape = { rank: 1, length: Math.min(rows, columns) };
  return ofAnyMatrix('singularValues', matrix, shape, span);
}

function singularValueAt(matrix: Expression, place: number, span: Span): Expression {
  return ofAnyMatrix('singularValues', matrix, SCALAR, span, [constant(place, span)]);
}

/** The greatest singular value by the least; κ is no function of anything else. */
function conditionNumber(matrix: Expression, span: Span, context: Context): Expression {
  const shape = shapeOf(matrix);
  if (shape.rank !== 2) return refuse('call.unbound', span, { name: '\\kappa' });
  context.shared.notes.add('matrix.condition');
  const least = singularValueAt(matrix, Math.min(shape.rows, shape.columns), span);
  return divide(singularValueAt(matrix, 1, span), least, span);
}

/** `\|A\|_*`, `\|A\|_2`, `\|A\|_1`, `\|A\|_\infty`. */
export function matrixNorm(
  matrix: Expression,
  order: NormOrder,
  span: Span,
  context: Context,
): Expression {
  const { rows, columns } = requireMatrix(matrix, span);
  if (order.kind === 'nuclear') {
    const shape: Shape = { rank: 1, length: Math.min(rows, columns) };
    const values = ofAnyMatrix('singularValues', matrix, shape, span);
    return reduceEntries(context, 'sum', values, span);
  }
  if (order.kind === 'operator') {
    context.shared.notes.add('norm.operator');
    return singularValueAt(matrix, 1, span);
  }
  // An order in parentheses is that of Ky Fan, or one in parentheses.
  if (order.kind !== 'expression' || order.body.kind === 'group')
    return refuse('norm.matrix-unsupported', order.span);
  const known = staticNumber(requireScalar(resolveIn({ ...context, entries: null }, order.body)));
  if (known !== 1 && known !== 2 && known !== Infinity)
    return refuse('norm.matrix-unsupported', order.span);
  context.shared.notes.add('norm.operator');
  if (known === 2) return singularValueAt(matrix, 1, span);
  return greatestSum(matrix, known === 1 ? 'columns' : 'rows', span, context);
}

function greatestSum(
  matrix: Expression,
  of: 'rows' | 'columns',
  span: Span,
  context: Context,
): Expression {
  const { rows, columns } = requireMatrix(matrix, span);
  const [outer, inner] = of === 'rows' ? [rows, columns] : [columns, rows];
  const sums = vectorFrom(context, outer, span, (one) => {
    const entries = vectorFrom(context, inner, span, (other) =>
      entryOf(context, matrix, of === 'rows' ? [one, other] : [other, one]),
    );
    return reduceEntries(context, 'sum', entries, span, (entry) => unary('abs', entry, span));
  });
  return reduceEntries(context, 'max', sums, span);
}

/** The middle entry, or the mean of the two in the middle. */
function median(vector: Expression, span: Span): Expression {
  const shape = shapeOf(vector);
  if (shape.rank !== 1 || shape.length === 0)
    return refuse('shape.vector-expected', span, { found: describeShape(shape) });
  const sorted: Expression = { kind: 'sorted', array: vector, span };
  const entry = (place: number): Expression => ({
    kind: 'element',
    array: sorted,
    indices: [constant(place, span)],
    span,
  });
  const half = Math.floor(shape.length / 2);
  if (shape.length % 2 === 1) return entry(half + 1);
  const terms = [half, half + 1].map((place) => ({ negative: false, body: entry(place) }));
  return divide(addTerms(terms, span), constant(2, span), span);
}
