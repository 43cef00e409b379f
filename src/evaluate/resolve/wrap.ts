// The loops themselves, once their bodies are resolved and the ranges of open indices known.
import type { Span } from '../../core/text/span.js';
import { ofFraction } from '../compute/bounds.js';
import type { Condition, Expression, Local, ReduceOperator } from '../expression.js';
import { refuse } from '../refusal.js';
import { showName } from '../read/names.js';
import type { Name } from '../syntax.js';
import type { Loop, LoopRange } from './binders.js';
import { addTerms, constant, localExpression } from './construct.js';
import { agreedLength, type Context, type ImplicitIndices } from './context.js';

export function wrapLoops(
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

export function wrapLoop(
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
  const { from, to } = endsOf(loop, range, context);
  noteRange(loop, from, to, context);
  return { kind: 'reduce', operator, index: local, from, to, conditions, body, span };
}

function noteRange({ name }: Loop, from: Expression, to: Expression, { shared }: Context): void {
  if (from.kind !== 'constant' || to.kind !== 'constant') return;
  const index = showName(name);
  shared.ranges.set(index, `${index} = ${from.value}..${to.value}`);
}

/** The ends of a range, which its arrays may have given. */
export function endsOf(
  loop: Loop,
  range: Exclude<LoopRange, { kind: 'elements' }>,
  context: Context,
): { readonly from: Expression; readonly to: Expression } {
  return range.kind === 'closed' ? range : openEnds(loop, range, context);
}

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
    data: elements.values,
    truth: () => elements.exact.map(ofFraction),
    shape: { rank: 1, length: elements.values.length },
    span,
  };
  const at = localExpression(place, span);
  const value: Expression = { kind: 'element', array, indices: [at], span };
  if (conditions.length > 0) refuse('binder.unclear', span);
  const reduced: Expression = {
    kind: 'reduce',
    operator,
    index: place,
    from: constant(1, span),
    to: constant(elements.values.length, span),
    conditions: [],
    body: { kind: 'let', eager: false, local, value, body, span },
    span,
  };
  // Where the greatest stands is a place of the set; asked for is the element.
  return operator.startsWith('arg')
    ? { kind: 'element', array, indices: [reduced], span }
    : reduced;
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
  if (range.kind === 'elements') return constant(range.elements.values.length, span);
  const { from, to } = endsOf(loop, range, context);
  return addTerms(
    [
      { negative: false, body: to },
      { negative: true, body: from },
      { negative: false, body: constant(1, span) },
    ],
    span,
  );
}
