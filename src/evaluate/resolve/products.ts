// Products: which factors in a row are calls, what multiplies what, and the conventions of `p \log p`.
import type { Span } from '../../core/text/span.js';
import { describeShape, shapeOf, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import type { Factor, ProductOperator, ProductSyntax, Syntax } from '../syntax.js';
import { joinCalls } from './calls.js';
import { expandDots } from './dots.js';
import { constant, divide, entryOf, localExpression, mapArrays, multiply } from './construct.js';
import { findMeaning, freshIndex, resolveIn, type Context } from './context.js';
import { entropyPair, withConvention, type Operand } from './entropy.js';
import { innerProduct } from './norms.js';
import { vectorFrom } from './entries.js';
import { stableQuotient } from './stable.js';

export function resolveProduct(syntax: ProductSyntax, context: Context): Expression {
  const { span } = syntax;
  const factors = expandDots(joinCalls(syntax.factors, context), span);
  refuseAmbiguity(factors, span);
  const slash = factors.findIndex(({ operator }) => operator === 'slash');
  const above = slash < 0 ? factors : factors.slice(0, slash);
  const product = productOf(above, span, context);
  const below = slash < 0 ? undefined : factors[slash];
  if (below === undefined) return product;
  const divisor = resolveIn(context, below.body);
  const quotient = quotientOf(product, divisor, span, context);
  const rest = factors.slice(slash + 1);
  if (rest.length === 0) return quotient;
  const operands = [{ expression: quotient, row: false }, ...operandsOf(rest, context)];
  return combine(operands, ['times', ...rest.map(({ operator }) => operator)], span, context);
}

/** `a/bc`, `a/b/c` and `2\frac12` can be read in two ways. */
function refuseAmbiguity(factors: readonly Factor[], span: Span): void {
  let divided = false;
  factors.forEach(({ operator, body }, at) => {
    if (divided && (operator === 'juxtaposed' || operator === 'slash'))
      refuse('ambiguous.slash', span);
    divided ||= operator === 'slash';
    const before = factors[at - 1]?.body;
    const mixed =
      operator === 'juxtaposed' &&
      before?.kind === 'number' &&
      before.decimals === null &&
      body.kind === 'quotient' &&
      body.numerator.kind === 'number' &&
      body.denominator.kind === 'number';
    if (mixed) refuse('ambiguous.mixed-number', span);
  });
}

export function quotientOf(
  above: Expression,
  below: Expression,
  span: Span,
  context: Context,
): Expression {
  const [top, bottom] = [shapeOf(above), shapeOf(below)];
  if (top.rank !== 0 && bottom.rank !== 0)
    refuse('shape.quotient-of-arrays', span, {
      left: describeShape(top),
      right: describeShape(bottom),
    });
  return mapArrays(context, [above, below], span, ([numerator = above, denominator = below]) => {
    const stable = stableQuotient(numerator, denominator, span);
    if (stable === null) return divide(numerator, denominator, span);
    context.shared.notes.add('stable.quotient');
    return stable;
  });
}

function productOf(factors: readonly Factor[], span: Span, context: Context): Expression {
  const operators = factors.map(({ operator }) => operator);
  const operands = operandsOf(factors, context);
  const pair = entropyPair(factors);
  const joined = pair === null ? null : withConvention(operands, pair, span);
  if (pair === null || joined === null) return combine(operands, operators, span, context);
  const rest = operators.filter((_, at) => at !== pair.logarithm);
  return combine(joined, rest, span, context);
}

function operandsOf(factors: readonly Factor[], context: Context): readonly Operand[] {
  return factors.map(({ body }) => {
    const row = body.kind === 'transpose' || isUnboundTranspose(body, context);
    return { expression: resolveIn(context, body), row };
  });
}

/** `x^T` with a T that nothing binds lies down as `x^\top` does. */
function isUnboundTranspose(body: Syntax, context: Context): boolean {
  if (body.kind !== 'power' || body.exponent.kind !== 'name') return false;
  const { key } = body.exponent.name;
  if (key !== 'T' && key !== '\\mathrm{T}') return false;
  const name = body.exponent.name;
  return findMeaning(context, name) === null;
}

function combine(
  operands: readonly Operand[],
  operators: readonly ProductOperator[],
  span: Span,
  context: Context,
): Expression {
  if (operands.every(({ expression }) => shapeOf(expression).rank === 0))
    return multiply(
      operands.map(({ expression }) => expression),
      span,
    );
  const scalars: Expression[] = [];
  let array: Operand | null = null;
  operands.forEach((operand, at) => {
    if (shapeOf(operand.expression).rank === 0) scalars.push(operand.expression);
    else if (array === null) array = operand;
    else array = productOfArrays(array, operand, operators[at] ?? 'juxtaposed', span, context);
    if (array !== null && shapeOf(array.expression).rank === 0) {
      scalars.push(array.expression);
      array = null;
    }
  });
  return scaled(scalars, array, span, context);
}

function scaled(
  scalars: readonly Expression[],
  array: Operand | null,
  span: Span,
  context: Context,
): Expression {
  if (array === null) return multiply(scalars, span);
  if (scalars.length === 0) return array.expression;
  const scale = multiply(scalars, span);
  return mapArrays(context, [scale, array.expression], span, (factors) => multiply(factors, span));
}

function productOfArrays(
  left: Operand,
  right: Operand,
  operator: ProductOperator,
  span: Span,
  context: Context,
): Operand {
  const [one, other] = [shapeOf(left.expression), shapeOf(right.expression)];
  const pair = [left.expression, right.expression];
  if (operator === 'odot')
    return {
      expression: mapArrays(context, pair, span, (items) => multiply(items, span)),
      row: false,
    };
  if (one.rank === 1 && other.rank === 1) {
    if (left.row && !right.row)
      return {
        expression: innerProduct(left.expression, right.expression, span, context),
        row: false,
      };
    if (right.row && !left.row)
      return {
        expression: outerProduct(left.expression, right.expression, span, context),
        row: false,
      };
    return refuse('shape.product-of-vectors', span);
  }
  if (operator === 'cdot' || operator === 'times') refuse('shape.product-sign', span);
  return matrixProduct(left, right, span, context);
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
  const row = freshIndex(context, { from: 1, to: rows });
  const column = freshIndex(context, { from: 1, to: columns });
  const body = multiply(
    [
      entryOf(context, left, [localExpression(row, span)]),
      entryOf(context, right, [localExpression(column, span)]),
    ],
    span,
  );
  return { kind: 'build', indices: [row, column], shape: { rank: 2, rows, columns }, body, span };
}

function matrixProduct(left: Operand, right: Operand, span: Span, context: Context): Operand {
  const [one, other] = [shapeOf(left.expression), shapeOf(right.expression)];
  const fits = (inner: number, outer: number): void => {
    if (inner !== outer)
      refuse('shape.shapes-differ', span, {
        expected: describeShape(one),
        found: describeShape(other),
      });
  };
  if (one.rank === 2 && other.rank === 1 && !right.row) {
    fits(one.columns, other.length);
    const expression = vectorFrom(context, one.rows, span, (row) =>
      contract(one.columns, span, context, (inner) => [
        entryOf(context, left.expression, [row, inner]),
        entryOf(context, right.expression, [inner]),
      ]),
    );
    return { expression, row: false };
  }
  if (one.rank === 1 && other.rank === 2 && left.row) {
    fits(one.length, other.rows);
    const expression = vectorFrom(context, other.columns, span, (column) =>
      contract(other.rows, span, context, (inner) => [
        entryOf(context, left.expression, [inner]),
        entryOf(context, right.expression, [inner, column]),
      ]),
    );
    return { expression, row: true };
  }
  if (one.rank !== 2 || other.rank !== 2)
    return refuse('shape.shapes-differ', span, {
      expected: describeShape(one),
      found: describeShape(other),
    });
  fits(one.columns, other.rows);
  const row = freshIndex(context, { from: 1, to: one.rows });
  const column = freshIndex(context, { from: 1, to: other.columns });
  const body = contract(one.columns, span, context, (inner) => [
    entryOf(context, left.expression, [localExpression(row, span), inner]),
    entryOf(context, right.expression, [inner, localExpression(column, span)]),
  ]);
  const shape = { rank: 2, rows: one.rows, columns: other.columns } as const;
  return { expression: { kind: 'build', indices: [row, column], shape, body, span }, row: false };
}

function contract(
  length: number,
  span: Span,
  context: Context,
  factors: (inner: Expression) => readonly Expression[],
): Expression {
  const index = freshIndex(context, { from: 1, to: length });
  return {
    kind: 'reduce',
    operator: 'sum',
    index,
    from: constant(1, span),
    to: constant(length, span),
    conditions: [],
    body: multiply(factors(localExpression(index, span)), span),
    span,
  };
}
