// Products: which factors in a row are calls, what multiplies what, and the conventions of `p \log p`.
import type { Span } from '../../core/text/span.js';
import { describeShape, SCALAR, shapeOf, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import type { Factor, ProductOperator, ProductSyntax, Syntax } from '../syntax.js';
import { joinCalls } from './joinCalls.js';
import { expandDots } from './dots.js';
import { divide, mapArrays, multiply } from './construct.js';
import { resolveIn, type Context } from './context.js';
import { entropyPair, withConvention, type Operand } from './entropy.js';
import { productOfArrays } from './matrixProducts.js';
import { fitOf, hasOpenSize, withFit, type PlacedArray } from './openSizes.js';
import { isTransposeSign } from './powers.js';
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
  const open = factors.map(({ body }) => hasOpenSize(body, context));
  const known = factors.map(({ body }, at) =>
    open[at] === true
      ? null
      : { expression: resolveIn(withFit(context, null), body), row: isRow(body, context) },
  );
  return factors.map(({ body }, at) => {
    const ready = known[at];
    if (ready !== null && ready !== undefined) return ready;
    const row = isRow(body, context);
    const [before, behind] = neighbours(known, at);
    const fits = fitOf({ body, row, before, behind }, context);
    return { expression: resolveIn(withFit(context, fits), body), row };
  });
}

/** Whether a factor lies down; of `\operatorname{softmax}(x)^\top`, a product in a product, the group does. */
function isRow(body: Syntax, context: Context): boolean {
  if (body.kind !== 'product')
    return body.kind === 'transpose' || isUnboundTranspose(body, context);
  const last = body.factors[body.factors.length - 1];
  return last !== undefined && isRow(last.body, context);
}

/** The nearest arrays; of one whose size is open too it is known only that it stands there. */
function neighbours(
  known: readonly (Operand | null)[],
  at: number,
): readonly [PlacedArray | null, PlacedArray | null] {
  const arrays = known.map((operand): PlacedArray | null => {
    if (operand === null) return { shape: SCALAR, row: false };
    const shape = shapeOf(operand.expression);
    return shape.rank === 0 ? null : { shape, row: operand.row };
  });
  const before = arrays.slice(0, at).reverse();
  const nearest = (side: readonly (PlacedArray | null)[]): PlacedArray | null =>
    side.find((array) => array !== null) ?? null;
  return [nearest(before), nearest(arrays.slice(at + 1))];
}

/** `x^T` with a T that nothing binds lies down as `x^\top` does. */
function isUnboundTranspose(body: Syntax, context: Context): boolean {
  return body.kind === 'power' && isTransposeSign(body.exponent, context);
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
