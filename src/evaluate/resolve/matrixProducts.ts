// Products of matrices and vectors: by shape, and by how a vector is written.
import type { Span } from '../../core/text/span.js';
import { childrenOf } from '../children.js';
import { axesOf, describeShape, shapeOf, type Expression, type Local } from '../expression.js';
import { refuse } from '../refusal.js';
import type { ProductOperator } from '../syntax.js';
import {
  constant,
  entryOf,
  localExpression,
  mapArrays,
  multiply,
  storeArray,
  unary,
} from './construct.js';
import { freshIndex, type Context } from './context.js';
import type { Operand } from './entropy.js';
import { matrixFrom, sumOver, vectorFrom } from './entries.js';
import { innerProduct } from './norms.js';

export function productOfArrays(
  left: Operand,
  right: Operand,
  operator: ProductOperator,
  span: Span,
  context: Context,
): Operand {
  const [one, other] = [left.expression, right.expression];
  if (operator === 'odot') {
    const expression = mapArrays(context, [one, other], span, (items) => multiply(items, span));
    return { expression, row: false };
  }
  if (operator === 'otimes')
    return { expression: tensorProduct(left, right, span, context), row: false };
  if (shapeOf(one).rank === 1 && shapeOf(other).rank === 1)
    return productOfVectors(left, right, span, context);
  if (operator === 'cdot' || operator === 'times') refuse('shape.product-sign', span);
  return matrixProduct(left, right, span, context);
}

function productOfVectors(left: Operand, right: Operand, span: Span, context: Context): Operand {
  const [one, other] = [left.expression, right.expression];
  if (left.row && !right.row)
    return { expression: innerProduct(one, other, span, context), row: false };
  if (right.row && !left.row)
    return { expression: outerProduct(one, other, span, context), row: false };
  return refuse('shape.product-of-vectors', span);
}

function outerProduct(
  left: Expression,
  right: Expression,
  span: Span,
  context: Context,
): Expression {
  const [one, other] = [shapeOf(left), shapeOf(right)];
  const rows = one.rank === 1 ? one.length : 0;
  const columns = other.rank === 1 ? other.length : 0;
  return matrixFrom(context, [rows, columns], span, (row, column) =>
    multiply([entryOf(context, left, [row]), entryOf(context, right, [column])], span),
  );
}

/** `x \otimes y` is x yᵀ, `A \otimes B` the matrix of blocks a_{ij} B. */
function tensorProduct(left: Operand, right: Operand, span: Span, context: Context): Expression {
  const [one, other] = [shapeOf(left.expression), shapeOf(right.expression)];
  if (one.rank === 1 && other.rank === 1 && left.row === right.row) {
    context.shared.notes.add('matrix.outer');
    return outerProduct(left.expression, right.expression, span, context);
  }
  if (one.rank !== 2 || other.rank !== 2)
    return refuse('shape.kronecker', span, {
      left: describeShape(one),
      right: describeShape(other),
    });
  context.shared.notes.add('matrix.kronecker');
  const size = [one.rows * other.rows, one.columns * other.columns] as const;
  return stored([left.expression, right.expression], context, ([first, second]) =>
    matrixFrom(context, size, span, (row, column) => {
      const places = [
        blockOf(row, other.rows, one.rows, context),
        blockOf(column, other.columns, one.columns, context),
      ];
      return kroneckerEntry(first, second, places, span, context);
    }),
  );
}

function kroneckerEntry(
  first: Expression,
  second: Expression,
  places: readonly BlockPlace[],
  span: Span,
  context: Context,
): Expression {
  const blocks = places.map(({ block }) => localExpression(block.local, span));
  const within = places.map((place) => localExpression(place.within.local, span));
  const factors = [entryOf(context, first, blocks), entryOf(context, second, within)];
  return places
    .flatMap((place) => [place.block, place.within])
    .reduceRight<Expression>(
      (body, { local, value }) => ({ kind: 'let', eager: false, local, value, body, span }),
      multiply(factors, span),
    );
}

interface Named {
  readonly local: Local;
  readonly value: Expression;
}

interface BlockPlace {
  readonly block: Named;
  readonly within: Named;
}

/** In which block of a size a place lies, and where in it: both count from 1. */
function blockOf(place: Expression, size: number, blocks: number, context: Context): BlockPlace {
  const { span } = place;
  const length = constant(size, span);
  const quotient: Expression = { kind: 'divide', numerator: place, denominator: length, span };
  const block = freshIndex(context, { from: 1, to: blocks });
  const number = unary('ceiling', quotient, span);
  // place − (block − 1) · size
  const terms = [
    { negative: false, body: place },
    { negative: true, body: multiply([localExpression(block, span), length], span) },
    { negative: false, body: length },
  ];
  return {
    block: { local: block, value: number },
    within: {
      local: freshIndex(context, { from: 1, to: size }),
      value: { kind: 'add', terms, span },
    },
  };
}

/** A vector goes as a column on the right, and as a row on the left where it is written as one. */
function matrixProduct(left: Operand, right: Operand, span: Span, context: Context): Operand {
  const [one, other] = [shapeOf(left.expression), shapeOf(right.expression)];
  const [across = null] = one.rank === 1 && !left.row ? [] : axesOf(one).slice(-1);
  const [down = null] = other.rank === 1 && right.row ? [] : axesOf(other);
  if (across === null || across !== down)
    return refuse('shape.shapes-differ', span, {
      expected: describeShape(one),
      found: describeShape(other),
    });
  const arrays = [left.expression, right.expression] as const;
  const expression = stored(arrays, context, ([first, second]) => {
    const entry = (row: readonly Expression[], column: readonly Expression[]): Expression =>
      sumOver(context, across, span, (inner) => {
        const factors = [
          entryOf(context, first, [...row, inner]),
          entryOf(context, second, [inner, ...column]),
        ];
        return multiply(factors, span);
      });
    const [rows = 0, columns = 0] = [axesOf(one)[0], axesOf(other)[1]];
    if (one.rank === 1) return vectorFrom(context, columns, span, (column) => entry([], [column]));
    if (other.rank === 1) return vectorFrom(context, rows, span, (row) => entry([row], []));
    const size = [rows, columns] as const;
    return matrixFrom(context, size, span, (row, column) => entry([row], [column]));
  });
  return { expression, row: one.rank === 1 };
}

/** Arrays whose entries are used again and again are stored where each entry takes work. */
function stored(
  [left, right]: readonly [Expression, Expression],
  context: Context,
  use: (arrays: readonly [Expression, Expression]) => Expression,
): Expression {
  return storeIfDear(left, context, (one) =>
    storeIfDear(right, context, (other) => use([one, other])),
  );
}

function storeIfDear(
  array: Expression,
  context: Context,
  use: (stored: Expression) => Expression,
): Expression {
  return isDear(array) ? storeArray(context, array, use) : use(array);
}

/** Whether entries of it take more than looking up a few numbers. */
function isDear(expression: Expression): boolean {
  if (DEAR.has(expression.kind)) return true;
  return childrenOf(expression).some(isDear);
}

const DEAR: ReadonlySet<Expression['kind']> = new Set([
  'reduce',
  'call',
  'algorithm',
  'sorted',
  'let',
]);
