// Builds expressions: folds constants, carries scalar functions over arrays, takes entries of arrays.
import type { Span } from '../../core/text/span.js';
import { mapChildren } from '../children.js';
import {
  addFractions,
  ceilingFraction,
  divideFractions,
  floorFraction,
  isWhole,
  multiplyFractions,
  negateFraction,
  raiseFraction,
  toNumber,
  wholeFraction,
  type Fraction,
} from '../compute/fraction.js';
import { exactOf } from '../compute/bounds.js';
import {
  axesOf,
  describeShape,
  sameShape,
  SCALAR,
  shapeOf,
  type AlgorithmExpression,
  type AlgorithmName,
  type Comparison,
  type Condition,
  type ConstantExpression,
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

export function constant(
  value: number,
  span: Span,
  truth: ConstantExpression['truth'] = 'nearest',
): ConstantExpression {
  return { kind: 'constant', value, truth, span };
}

/** A number that is known exactly. */
export function exactConstant(exact: Fraction, span: Span): ConstantExpression {
  return constant(toNumber(exact), span, exact);
}

export function localExpression(local: Local, span: Span): Expression {
  return { kind: 'local', local, span };
}

export function unary(operator: UnaryOperator, body: Expression, span: Span): Expression {
  if (operator === 'negate' && body.kind === 'constant') {
    if (body.truth === 'nearest') return constant(-body.value, span);
    if (typeof body.truth !== 'function') return exactConstant(negateFraction(body.truth), span);
  }
  return { kind: 'unary', operator, body, span };
}

/** Whole numbers are added at once: indices and sizes are made of them. */
export function addTerms(terms: readonly SignedTerm[], span: Span): Expression {
  const values = terms.map(({ negative, body }) =>
    body.kind === 'constant' && Number.isSafeInteger(staticNumber(body))
      ? body.value * (negative ? -1 : 1)
      : null,
  );
  if (values.every((value) => value !== null)) {
    const sum = values.slice(1).reduce((total, value) => total + value, values[0] ?? 0);
    if (Number.isSafeInteger(sum)) return constant(sum, span);
  }
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

export function compare(
  operator: Comparison['operator'],
  left: Expression,
  right: Expression,
): Comparison {
  return { kind: 'comparison', operator, left, right };
}

/** A value where all conditions hold, and another elsewhere. */
export function choose(
  conditions: readonly Condition[],
  value: Expression,
  otherwise: Expression,
  span: Span,
): Expression {
  return { kind: 'choose', branches: [{ conditions, value }], otherwise, span };
}

/** 1 where all conditions hold, else 0. */
export function indicatorOf(conditions: readonly Condition[], span: Span): Expression {
  return choose(conditions, constant(1, span), constant(0, span), span);
}

export function algorithmOf(
  algorithm: AlgorithmName,
  operands: readonly Expression[],
  shape: Shape,
  span: Span,
): Expression {
  return { kind: 'algorithm', algorithm, operands, functions: [], shape, span };
}

/** A number that is known while resolving, and known exactly; else `null`. */
export function staticNumber(expression: Expression): number | null {
  if (expression.kind === 'constant' && !Number.isFinite(expression.value)) return expression.value;
  const exact = staticFraction(expression);
  if (exact === null) return null;
  const value = toNumber(exact);
  // Something that only rounds to a whole number is none.
  return Number.isInteger(value) && !isWhole(exact) ? null : value;
}

export function staticFraction(expression: Expression): Fraction | null {
  switch (expression.kind) {
    case 'constant':
      return fractionOfConstant(expression);
    case 'add':
      return fold(
        expression.terms.map(({ negative, body }) => {
          const exact = staticFraction(body);
          return negative && exact !== null ? negateFraction(exact) : exact;
        }),
        addFractions,
      );
    case 'multiply':
      return fold(expression.factors.map(staticFraction), multiplyFractions);
    case 'divide':
      return fold(
        [expression.numerator, expression.denominator].map(staticFraction),
        divideFractions,
      );
    case 'power':
      return fold([expression.base, expression.exponent].map(staticFraction), raiseFraction);
    case 'unary':
      return staticUnary(expression.operator, staticFraction(expression.body));
    default:
      return null;
  }
}

function fractionOfConstant({ value, truth }: ConstantExpression): Fraction | null {
  if (truth === 'nearest') return Number.isSafeInteger(value) ? wholeFraction(value) : null;
  return typeof truth === 'function' ? exactOf(truth()) : truth;
}

function fold(
  parts: readonly (Fraction | null)[],
  combine: (left: Fraction, right: Fraction) => Fraction | null,
): Fraction | null {
  const [first = null, ...rest] = parts;
  return rest.reduce<Fraction | null>(
    (total, part) => (total === null || part === null ? null : combine(total, part)),
    first,
  );
}

function staticUnary(operator: UnaryOperator, exact: Fraction | null): Fraction | null {
  if (exact === null) return null;
  if (operator === 'negate') return negateFraction(exact);
  if (operator === 'floor') return floorFraction(exact);
  return operator === 'ceiling' ? ceilingFraction(exact) : null;
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
    case 'algorithm':
      return entryOfAlgorithm(array, indices);
    default:
      return { kind: 'element', array, indices, span };
  }
}

/** One eigenvalue may have a derivative where others have none. */
function entryOfAlgorithm(array: AlgorithmExpression, indices: readonly Expression[]): Expression {
  const { algorithm, operands, shape, span } = array;
  const [index] = indices;
  const hasPlaces = algorithm === 'eigenvalues' || algorithm === 'singularValues';
  if (hasPlaces && shape.rank === 1 && index?.kind === 'constant')
    return { ...array, operands: [...operands, index], shape: SCALAR };
  return { kind: 'element', array, indices, span };
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

export function substitute(
  expression: Expression,
  places: ReadonlyMap<Local, Expression>,
): Expression {
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
    if (key === 'span' || key === 'origin') return undefined;
    if (key === 'instance') return (value as Instance).id;
    if (value instanceof Float64Array) return `data ${serialOf(value)}`;
    if (typeof value === 'function') return `truth ${serialOf(value)}`;
    return typeof value === 'bigint' ? String(value) : value;
  });
}

const serials = new WeakMap<object, number>();
let nextSerial = 0;

function serialOf(data: object): number {
  const known = serials.get(data) ?? nextSerial++;
  serials.set(data, known);
  return known;
}
