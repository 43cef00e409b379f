// Builds expressions: folds constants, carries scalar functions over arrays, takes entries of arrays.
import type { Span } from '../../core/text/span.js';
import { mapChildren } from '../children.js';
import {
  axesOf,
  describeShape,
  sameShape,
  SCALAR,
  shapeOf,
  type Expression,
  type Instance,
  type Local,
  type MatrixShape,
  type ReduceOperator,
  type Shape,
  type SignedTerm,
  type UnaryOperator,
  type VectorShape,
} from '../expression.js';
import { refuse } from '../refusal.js';
import { freshIndex, freshLocal, type Context } from './context.js';

export function constant(value: number, span: Span): Expression {
  return { kind: 'constant', value, span };
}

export function localExpression(local: Local, span: Span): Expression {
  return { kind: 'local', local, span };
}

export function unary(operator: UnaryOperator, body: Expression, span: Span): Expression {
  if (operator === 'negate' && body.kind === 'constant') return constant(-body.value, span);
  return { kind: 'unary', operator, body, span };
}

export function addTerms(terms: readonly SignedTerm[], span: Span): Expression {
  const values = terms.map(({ negative, body }) =>
    body.kind === 'constant' ? (negative ? -body.value : body.value) : null,
  );
  if (values.every((value) => value !== null))
    return constant(
      values.slice(1).reduce((sum, value) => sum + value, values[0] ?? 0),
      span,
    );
  const [first] = terms;
  if (terms.length === 1 && first !== undefined)
    return first.negative ? unary('negate', first.body, span) : first.body;
  return { kind: 'add', terms, span };
}

export function subtract(left: Expression, right: Expression, span: Span): Expression {
  const terms = [
    { negative: false, body: left },
    { negative: true, body: right },
  ];
  return addTerms(terms, span);
}

export function multiply(factors: readonly Expression[], span: Span): Expression {
  const [only] = factors;
  if (factors.length === 1 && only !== undefined) return only;
  return { kind: 'multiply', factors, span };
}

export function divide(numerator: Expression, denominator: Expression, span: Span): Expression {
  return { kind: 'divide', numerator, denominator, span };
}

/** A number that is known while resolving, or `null`. */
export function staticNumber(expression: Expression): number | null {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'add':
      return fold(
        expression.terms,
        ({ body }) => body,
        (sum, value, { negative }) => (negative ? sum - value : sum + value),
        0,
      );
    case 'multiply':
      return fold(
        expression.factors,
        (factor) => factor,
        (product, value) => product * value,
        1,
      );
    case 'divide': {
      const above = staticNumber(expression.numerator);
      const below = staticNumber(expression.denominator);
      return above === null || below === null || below === 0 ? null : above / below;
    }
    case 'power': {
      const base = staticNumber(expression.base);
      const exponent = staticNumber(expression.exponent);
      const power = base === null || exponent === null ? NaN : Math.pow(base, exponent);
      return Number.isFinite(power) ? power : null;
    }
    case 'unary':
      return staticUnary(expression.operator, staticNumber(expression.body));
    default:
      return null;
  }
}

function fold<T>(
  items: readonly T[],
  expressionOf: (item: T) => Expression,
  step: (total: number, value: number, item: T) => number,
  start: number,
): number | null {
  let total = start;
  for (const item of items) {
    const value = staticNumber(expressionOf(item));
    if (value === null) return null;
    total = step(total, value, item);
  }
  return total;
}

function staticUnary(operator: UnaryOperator, value: number | null): number | null {
  if (value === null) return null;
  if (operator === 'negate') return -value;
  if (operator === 'floor') return Math.floor(value);
  return operator === 'ceiling' ? Math.ceil(value) : null;
}

/** Applies a function of numbers to numbers, or to arrays of one shape entry by entry. */
export function mapArrays(
  context: Context,
  arguments_: readonly Expression[],
  span: Span,
  scalar: (items: readonly Expression[]) => Expression,
): Expression {
  const shape = commonShape(arguments_);
  if (shape.rank === 0) return scalar(arguments_);
  const indices = axesOf(shape).map((length) => freshIndex(context, { from: 1, to: length }));
  const places = indices.map((index) => localExpression(index, span));
  const items = arguments_.map((argument) =>
    shapeOf(argument).rank === 0 ? argument : entryOf(context, argument, places),
  );
  return { kind: 'build', indices, shape, body: scalar(items), span };
}

/** The shape of the arrays among the expressions; a number goes with every shape. */
function commonShape(expressions: readonly Expression[]): Shape {
  let common: Shape = SCALAR;
  for (const expression of expressions) {
    const shape = shapeOf(expression);
    if (shape.rank === 0) continue;
    if (common.rank !== 0 && !sameShape(common, shape))
      refuse('shape.shapes-differ', expression.span, {
        expected: describeShape(common),
        found: describeShape(shape),
      });
    common = shape;
  }
  return common;
}

/** One entry of an array; the indices count from 1 and are in range. */
export function entryOf(
  context: Context,
  array: Expression,
  indices: readonly Expression[],
): Expression {
  const { span } = array;
  switch (array.kind) {
    case 'build': {
      const places = new Map<Local, Expression>();
      const lets: { readonly local: Local; readonly value: Expression }[] = [];
      array.indices.forEach((local, axis) => {
        const index = indices[axis];
        if (index === undefined) return;
        const simple = index.kind === 'local' || index.kind === 'constant';
        const stored = simple ? null : freshIndex(context, local.range);
        if (stored !== null) lets.push({ local: stored, value: index });
        places.set(local, stored === null ? index : localExpression(stored, span));
      });
      return lets.reduceRight<Expression>(
        (body, { local, value }) => ({ kind: 'let', eager: false, local, value, body, span }),
        substitute(array.body, places),
      );
    }
    case 'list': {
      const known = listPlace(array.shape, indices);
      return (
        (known === null ? undefined : array.items[known]) ??
        ({ kind: 'element', array, indices, span } as const)
      );
    }
    case 'let':
      return { ...array, body: entryOf(context, array.body, indices) };
    default:
      return { kind: 'element', array, indices, span };
  }
}

function listPlace(
  shape: VectorShape | MatrixShape,
  indices: readonly Expression[],
): number | null {
  const [first, second] = indices.map(staticNumber);
  if (first === null || first === undefined) return null;
  if (shape.rank === 1) return first - 1;
  return second === null || second === undefined ? null : (first - 1) * shape.columns + second - 1;
}

function substitute(expression: Expression, places: ReadonlyMap<Local, Expression>): Expression {
  if (expression.kind === 'local') return places.get(expression.local) ?? expression;
  return mapChildren(expression, (child) => substitute(child, places));
}

/** Stores an array that is needed more than once. */
export function storeArray(
  context: Context,
  array: Expression,
  use: (stored: Expression) => Expression,
): Expression {
  if (array.kind === 'input' || array.kind === 'local') return use(array);
  const local = freshLocal(context, shapeOf(array));
  const body = use(localExpression(local, array.span));
  return { kind: 'let', eager: false, local, value: array, body, span: array.span };
}

/** Runs over all entries of an array. */
export function reduceEntries(
  context: Context,
  operator: ReduceOperator,
  array: Expression,
  span: Span,
  change: (entry: Expression) => Expression = (entry) => entry,
): Expression {
  const axes = axesOf(shapeOf(array));
  const indices = axes.map((length) => freshIndex(context, { from: 1, to: length }));
  const places = indices.map((index) => localExpression(index, span));
  const body = change(entryOf(context, array, places));
  return indices.reduceRight<Expression>(
    (inner, index, axis) => ({
      kind: 'reduce',
      operator,
      index,
      from: constant(1, span),
      to: constant(axes[axis] ?? 0, span),
      conditions: [],
      body: inner,
      span,
    }),
    body,
  );
}

/** Equal for equal calculations; data by identity within one formula. */
export function spellExpression(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => {
    if (key === 'span') return undefined;
    if (key === 'instance') return (value as Instance).id;
    if (value instanceof Float64Array) return `data ${identityOf(value)}`;
    return value;
  });
}

const identities = new WeakMap<Float64Array, number>();
let nextIdentity = 0;

function identityOf(data: Float64Array): number {
  const known = identities.get(data) ?? nextIdentity++;
  identities.set(data, known);
  return known;
}
