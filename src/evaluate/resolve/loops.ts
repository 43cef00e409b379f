// Sums, products and extrema: loops around a body.
import type { Span } from '../../core/text/span.js';
import {
  axesOf,
  shapeOf,
  type Condition,
  type Expression,
  type Local,
  type ReduceOperator,
} from '../expression.js';
import { refuse } from '../refusal.js';
import { showName } from '../read/names.js';
import type { BigSyntax, GroupSyntax, Name, NameSyntax, SetSyntax, Syntax } from '../syntax.js';
import { resolveConditions } from './conditions.js';
import {
  addTerms,
  constant,
  entryOf,
  localExpression,
  mapArrays,
  reduceEntries,
} from './construct.js';
import {
  agreedLength,
  findMeaning,
  freshIndex,
  requireScalar,
  resolveIn,
  type Context,
  type ImplicitIndices,
} from './context.js';
import {
  bindLoops,
  indexCandidates,
  openLoops,
  type Loop,
  type LoopRange,
  type Loops,
} from './binders.js';
import { resolveVector } from './lists.js';
import { overBuilder } from './sets.js';

export function resolveBig(syntax: BigSyntax, context: Context): Expression {
  const { operator, binder, body, span } = syntax;
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
  if (operator !== 'sum') refuse('shape.number-expected', value.span, { use: operator, rank: '1' });
  const shape = shapeOf(value);
  if (shape.rank === 0) return value;
  const indices = axesOf(shape).map((length) => freshIndex(inside, { from: 1, to: length }));
  const places = indices.map((index) => localExpression(index, span));
  const entry = entryOf(inside, value, places);
  const body = wrapLoops(operator, loops, held, entry, span, inside);
  return { kind: 'build', indices, shape, body, span };
}

function wrapLoops(
  operator: ReduceOperator,
  loops: readonly Loop[],
  conditions: readonly Condition[],
  body: Expression,
  span: Span,
  context: Context,
): Expression {
  return loops.reduceRight<Expression>((inner, loop, at) => {
    const innermost = at === loops.length - 1;
    return wrapLoop(operator, loop, innermost ? conditions : [], inner, span, context);
  }, body);
}

function wrapLoop(
  operator: ReduceOperator,
  loop: Loop,
  conditions: readonly Condition[],
  body: Expression,
  span: Span,
  context: Context,
): Expression {
  const { range, local } = loop;
  if (range.kind === 'elements')
    return elementLoop(operator, local, range, { conditions, body, span });
  const { from, to } = range.kind === 'closed' ? range : openEnds(loop, range, context);
  return { kind: 'reduce', operator, index: local, from, to, conditions, body, span };
}

/** The ends of a range that its arrays have given. */
function openEnds(
  loop: Loop,
  range: Extract<LoopRange, { kind: 'open' }>,
  context: Context,
): { readonly from: Expression; readonly to: Expression } {
  const { firstIndex } = context.scope.conventions;
  const index = showName(loop.name);
  if (range.sizeName !== null && range.open.lengths.length === 0) {
    // Another range of the statement may still give the size; if none does, it is refused there.
    return { from: constant(firstIndex, loop.span), to: constant(firstIndex, loop.span) };
  }
  const length = agreedLength(range.open, index, loop.span);
  const last = length - 1 + firstIndex;
  if (range.sizeName !== null) deriveSize(range.sizeName, last, loop.span, context);
  return { from: constant(firstIndex, loop.span), to: constant(last, loop.span) };
}

function deriveSize(name: Name, size: number, span: Span, context: Context): void {
  const { derived } = context.dimensions;
  const known = derived.get(name.key);
  if (known !== undefined && known !== size)
    refuse('shape.size-differs', span, {
      name: showName(name),
      expected: String(known),
      found: String(size),
    });
  derived.set(name.key, size);
}

function elementLoop(
  operator: ReduceOperator,
  local: Local,
  { elements, place }: Extract<LoopRange, { kind: 'elements' }>,
  { conditions, body, span }: { conditions: readonly Condition[]; body: Expression; span: Span },
): Expression {
  const array: Expression = {
    kind: 'input',
    data: elements,
    shape: { rank: 1, length: elements.length },
    span,
  };
  const at = localExpression(place, span);
  const value: Expression = { kind: 'element', array, indices: [at], span };
  if (operator.startsWith('arg')) refuse('binder.several-arguments', span);
  if (conditions.length > 0) refuse('binder.unclear', span);
  return {
    kind: 'reduce',
    operator,
    index: place,
    from: constant(1, span),
    to: constant(elements.length, span),
    conditions: [],
    body: { kind: 'let', eager: false, local, value, body, span },
    span,
  };
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
    requireScalar(value, operator);
    return wrapLoop(operator, loop, [], value, span, context);
  }
  const shape = shapeOf(value);
  if (shape.rank === 0) refuse('extremum.of-number', span, { operator });
  if (shape.rank === 2 && operator.startsWith('arg')) refuse('binder.several-arguments', span);
  return reduceEntries(context, operator, value, span);
}

/** The loop over the one index that a body leaves open. */
export function implicitLoop(implicit: ImplicitIndices, span: Span): Loop {
  const [entry, second] = implicit.found;
  if (entry === undefined) refuse('binder.no-index', span);
  if (second !== undefined)
    refuse('binder.several-open', span, { first: entry[0], second: second[0] });
  const [key, { local, range }] = entry;
  const name = { key, plain: key };
  return { name, local, span, range: { kind: 'open', open: range, sizeName: null } };
}

/** The mean over a loop: the sum through the number of its rounds. */
export function loopLength(loop: Loop, context: Context): Expression {
  const { range, span } = loop;
  if (range.kind === 'elements') return constant(range.elements.length, span);
  const { from, to } = range.kind === 'closed' ? range : openEnds(loop, range, context);
  return addTerms(
    [
      { negative: false, body: to },
      { negative: true, body: from },
      { negative: false, body: constant(1, span) },
    ],
    span,
  );
}

export interface BuilderLoop {
  readonly conditions: readonly Syntax[];
  readonly element: Syntax;
  readonly operator: 'sum' | 'max' | 'min';
  readonly span: Span;
  readonly valueOf: (element: Expression) => Expression;
}

/** A loop over the elements of `\{element \mid conditions\}`. */
export function loopOver(builder: BuilderLoop, context: Context): Expression {
  const { span } = builder;
  const names = new Map<string, NameSyntax>();
  for (const part of [builder.element, ...builder.conditions]) {
    for (const name of indexCandidates(part)) {
      if (findMeaning(context, name.name) === null) names.set(name.name.key, name);
    }
  }
  const [only] = names.values();
  if (only === undefined) refuse('set.nothing-open', span);
  if (names.size > 1) {
    const [first, second] = names.keys();
    refuse('binder.several-open', span, { first: first ?? '', second: second ?? '' });
  }
  const conditions = builder.conditions.filter((condition) => condition.kind === 'relation');
  if (conditions.length === 0) refuse('syntax.set-builder', span);
  const { loops, inside } = openLoops([only], context, conditions);
  const element = requireScalar(resolveIn(inside, builder.element), 'a set');
  const held = resolveConditions(conditions, inside);
  return wrapLoops(builder.operator, loops, held, builder.valueOf(element), span, context);
}
