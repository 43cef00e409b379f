// Absolute values, norms, sizes of sets, inner products: what bars and angle brackets mean by shape.
import type { Span } from '../../core/text/span.js';
import { describeShape, sameShape, shapeOf, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import type { BarsSyntax, InnerSyntax, NormOrder } from '../syntax.js';
import {
  compare,
  constant,
  divide,
  entryOf,
  indicatorOf,
  mapArrays,
  multiply,
  reduceEntries,
  staticNumber,
  storeArray,
  unary,
} from './construct.js';
import { findMeaning, requireScalar, resolveIn, type Context } from './context.js';
import { resolveVector } from './lists.js';
import { countOf } from './builders.js';
import { sumOver } from './entries.js';
import { matrixNorm } from './matrices.js';
import { resolveAlike } from './openSizes.js';

export function resolveBars(syntax: BarsSyntax, context: Context): Expression {
  const { body, order, span, double } = syntax;
  if (!double && order === null) {
    if (body.kind === 'set') return countOf(body, span, context);
    if (body.kind === 'name') {
      const meaning = findMeaning(context, body.name);
      if (meaning?.kind === 'set') return constant(meaning.elements.values.length, span);
    }
  }
  const value = resolveVector(body, context);
  if (double || order !== null) return normOf(value, order, span, context);
  if (shapeOf(value).rank === 2) refuse('norm.bars-of-matrix', span);
  return mapArrays(context, [value], span, ([entry]) => unary('abs', entry ?? value, span));
}

export function normOf(
  value: Expression,
  order: NormOrder | null,
  span: Span,
  context: Context,
): Expression {
  const shape = shapeOf(value);
  if (shape.rank === 0) refuse('norm.of-number', span);
  if (shape.rank === 2) {
    if (order === null) refuse('norm.matrix-unnamed', span);
    if (order.kind === 'frobenius') return euclidean(value, span, context);
    return matrixNorm(value, order, span, context);
  }
  if (order === null) return euclidean(value, span, context);
  if (order.kind !== 'expression')
    return refuse('norm.of-vector', order.span, { shape: describeShape(shape) });
  const power = requireScalar(resolveIn({ ...context, entries: null }, order.body));
  return normOfOrder(value, power, span, context);
}

function normOfOrder(
  value: Expression,
  power: Expression,
  span: Span,
  context: Context,
): Expression {
  const known = staticNumber(power);
  if (known === Infinity) return maximumNorm(value, span, context);
  if (known === 1) return sumOfAbsolute(value, span, context);
  if (known === 2) return euclidean(value, span, context);
  if (known === 0) return countNonZero(value, span, context);
  if (known !== null) return generalNorm(value, power, span, context);
  return storeArray(context, value, (stored) => ({
    kind: 'choose',
    branches: [
      branchAt(power, Infinity, maximumNorm(stored, span, context)),
      branchAt(power, 0, countNonZero(stored, span, context)),
    ],
    otherwise: generalNorm(stored, power, span, context),
    span,
  }));
}

function branchAt(
  left: Expression,
  at: number,
  value: Expression,
): Extract<Expression, { kind: 'choose' }>['branches'][number] {
  return { conditions: [compare('=', left, constant(at, left.span))], value };
}

function sumOfAbsolute(value: Expression, span: Span, context: Context): Expression {
  return reduceEntries(context, 'sum', value, span, (entry) => unary('abs', entry, span));
}

export function euclidean(value: Expression, span: Span, context: Context): Expression {
  const squares = reduceEntries(context, 'sum', value, span, (entry) =>
    unary('square', entry, span),
  );
  return unary('sqrt', squares, span);
}

function maximumNorm(value: Expression, span: Span, context: Context): Expression {
  return reduceEntries(context, 'max', value, span, (entry) => unary('abs', entry, span));
}

function countNonZero(value: Expression, span: Span, context: Context): Expression {
  context.shared.notes.add('norm.zero');
  return reduceEntries(context, 'sum', value, span, (entry) =>
    indicatorOf([compare('\\ne', entry, constant(0, span))], span),
  );
}

function generalNorm(
  value: Expression,
  exponent: Expression,
  span: Span,
  context: Context,
): Expression {
  const sum = reduceEntries(context, 'sum', value, span, (entry) => ({
    kind: 'power',
    base: unary('abs', entry, span),
    exponent,
    span,
  }));
  return { kind: 'power', base: sum, exponent: divide(constant(1, span), exponent, span), span };
}

/** `\langle x, y \rangle`, also what `x^\top y` comes to. */
export function innerProduct(
  left: Expression,
  right: Expression,
  span: Span,
  context: Context,
): Expression {
  const [one, other] = [shapeOf(left), shapeOf(right)];
  if (one.rank !== 1 || other.rank !== 1 || one.length !== other.length)
    refuse('shape.shapes-differ', span, {
      expected: describeShape(one),
      found: describeShape(other),
    });
  return sumOver(context, one.length, span, (place) =>
    multiply([entryOf(context, left, [place]), entryOf(context, right, [place])], span),
  );
}

/** `\langle A,B\rangle` of matrices: that of their entries. */
function sumOfProducts(
  left: Expression,
  right: Expression,
  span: Span,
  context: Context,
): Expression {
  const products = mapArrays(context, [left, right], span, ([one, other]) =>
    multiply([one ?? left, other ?? right], span),
  );
  return reduceEntries(context, 'sum', products, span);
}

export function resolveInner(
  { left, right, frobenius, span }: InnerSyntax,
  context: Context,
): Expression {
  const [first, second] = resolveAlike([left, right], context, resolveVector);
  if (first === undefined || second === undefined) refuse('syntax.inner-product', span);
  if (shapeOf(first).rank === 0 && shapeOf(second).rank === 0)
    refuse('norm.inner-of-numbers', span);
  const shape = shapeOf(first);
  if (shape.rank === 2 && sameShape(shape, shapeOf(second)))
    return sumOfProducts(first, second, span, context);
  if (frobenius) refuse('norm.of-vector', span, { shape: describeShape(shape) });
  return innerProduct(first, second, span, context);
}
