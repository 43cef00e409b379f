// Sums, products and extrema: loops around a body.
import type { Span } from '../../core/text/span.js';
import {
  axesOf,
  describeShape,
  shapeOf,
  type Condition,
  type Expression,
  type ReduceOperator,
} from '../expression.js';
import { refuse } from '../refusal.js';
import type { BigSyntax, GroupSyntax, SetSyntax, Syntax } from '../syntax.js';
import { resolveConditions } from './conditions.js';
import { entryOf, localExpression, mapArrays, reduceEntries } from './construct.js';
import {
  freshIndex,
  requireScalar,
  resolveIn,
  type Context,
  type ImplicitIndices,
} from './context.js';
import { bindLoops, type Loops } from './binders.js';
import { resolveVector } from './lists.js';
import { overBuilder } from './builders.js';
import { finiteOperator, searchInterval } from './intervalSearch.js';
import { resolveSeries } from './series.js';
import { implicitLoop, wrapLoop, wrapLoops } from './wrap.js';

export function resolveBig(syntax: BigSyntax, context: Context): Expression {
  const { binder, body, span } = syntax;
  const found = searchInterval(syntax, context) ?? resolveSeries(syntax, context);
  if (found !== null) return found;
  const operator = finiteOperator(syntax.operator);
  if (binder !== null) return reduceLoops(operator, bindLoops(binder, context), body, span);
  if (operator === 'sum' || operator === 'product') return refuse('binder.no-index', span);
  return extremum(operator, body, span, context);
}

/** The loops around a body that is still to be resolved. */
export function reduceLoops(
  operator: ReduceOperator,
  { loops, inside, conditions }: Loops,
  body: Syntax,
  span: Span,
): Expression {
  const value = resolveVector(body, inside);
  const held = resolveConditions(conditions, inside);
  for (const loop of loops) inside.ended.add(loop.name.key);
  if (operator.startsWith('arg') && loops.length !== 1) refuse('binder.several-arguments', span);
  if (shapeOf(value).rank !== 0)
    return reduceArrays(operator, { loops, inside, conditions }, value, held, span);
  return wrapLoops(operator, loops, held, value, span, inside);
}

/** A sum of vectors is the vector of sums. */
function reduceArrays(
  operator: ReduceOperator,
  { loops, inside }: Loops,
  value: Expression,
  held: readonly Condition[],
  span: Span,
): Expression {
  if (operator !== 'sum')
    refuse('shape.number-expected', value.span, { found: describeShape(shapeOf(value)) });
  const shape = shapeOf(value);
  if (shape.rank === 0) return value;
  const indices = axesOf(shape).map((length) => freshIndex(inside, { from: 1, to: length }));
  const places = indices.map((index) => localExpression(index, span));
  const entry = entryOf(inside, value, places);
  const body = wrapLoops(operator, loops, held, entry, span, inside);
  return { kind: 'build', indices, shape, body, span };
}

/** `\max(a,b)`, `\max\{…\}`, `\max|x_i|`, `\max x`. */
function extremum(
  operator: 'max' | 'min' | 'argmax' | 'argmin',
  body: Syntax,
  span: Span,
  context: Context,
): Expression {
  if (operator === 'max' || operator === 'min') {
    if (body.kind === 'set' && body.conditions !== null)
      return overBuilder(body, operator, span, context, (element) => element);
    if ((body.kind === 'set' || body.kind === 'group') && body.items.length > 1)
      return extremumOfItems(operator, body, span, context);
  }
  const only = body.kind === 'set' && body.items.length === 1 ? body.items[0] : undefined;
  return extremumOfOne(operator, only ?? body, span, context);
}

function extremumOfItems(
  operator: 'max' | 'min',
  body: SetSyntax | GroupSyntax,
  span: Span,
  context: Context,
): Expression {
  if (body.kind === 'group' && body.bar !== null)
    refuse('syntax.bar-in-group', body.bar.span, { bar: body.bar.text });
  const items = body.items.map((item) =>
    item.kind === 'dots' ? refuse('unsupported.dots', item.span) : resolveIn(context, item),
  );
  return mapArrays(context, items, span, (entries) => ({
    kind: 'extremum',
    operator,
    items: entries,
    span,
  }));
}

function extremumOfOne(
  operator: ReduceOperator,
  body: Syntax,
  span: Span,
  context: Context,
): Expression {
  const implicit: ImplicitIndices = { found: new Map() };
  const value = resolveVector(body, { ...context, implicit }, true);
  if (implicit.found.size > 0) {
    const loop = implicitLoop(implicit, span);
    requireScalar(value);
    return wrapLoop(operator, loop, [], value, span, context);
  }
  const shape = shapeOf(value);
  if (shape.rank === 0) refuse('extremum.of-number', span, { operator });
  if (shape.rank === 2 && operator.startsWith('arg')) refuse('binder.several-arguments', span);
  return reduceEntries(context, operator, value, span);
}
