// Which indices a sum binds, and over which range: `i=1`…`n`, `i`, `ij`, `i<j`, `i\in\Omega`.
import type { Span } from '../../core/text/span.js';
import type { ElementSet, Expression, Local } from '../expression.js';
import { refuse } from '../refusal.js';
import { showName } from '../read/names.js';
import type { Binder, Name, NameSyntax, Syntax } from '../syntax.js';
import { constant, staticNumber } from './construct.js';
import {
  findMeaning,
  isCaptured,
  freshIndex,
  isOwnSize,
  requireScalar,
  resolveIn,
  withLocal,
  type Context,
  type OpenRange,
} from './context.js';
import { resolveSet } from './sets.js';

/** The loops of a binder, outermost first, and the context inside them. */
export interface Loops {
  readonly loops: readonly Loop[];
  readonly inside: Context;
  /** Resolved inside, since they speak of the indices. */
  readonly conditions: readonly Syntax[];
}

export interface Loop {
  readonly name: Name;
  readonly local: Local;
  readonly span: Span;
  readonly range: LoopRange;
}

export type LoopRange =
  | { readonly kind: 'open'; readonly open: OpenRange; readonly sizeName: Name | null }
  | { readonly kind: 'closed'; readonly from: Expression; readonly to: Expression }
  | { readonly kind: 'elements'; readonly elements: ElementSet; readonly place: Local };

export function bindLoops(binder: Binder, context: Context): Loops {
  switch (binder.kind) {
    case 'range':
      return oneLoop(rangeLoop(binder, context), context, []);
    case 'indices':
      return openLoops(binder.names, context, []);
    case 'condition':
      return conditionLoops(binder.conditions, binder.span, context);
  }
}

function oneLoop(loop: Loop, context: Context, conditions: readonly Syntax[]): Loops {
  const open = loop.range.kind === 'open' ? loop.range.open : null;
  const inside = withLocal(context, loop.name, { kind: 'index', local: loop.local, open });
  return { loops: [loop], inside, conditions };
}

/** `\sum_{i=1}^n`; an n that nothing binds is learnt from the arrays under i. */
function rangeLoop(
  { index, from, to, span }: Extract<Binder, { kind: 'range' }>,
  context: Context,
): Loop {
  const { name } = index;
  const { firstIndex } = context.scope.conventions;
  const start =
    from === null ? constant(firstIndex, span) : requireScalar(resolveIn(context, from));
  if (from === null) context.shared.notes.add('binder.starts-at-first');
  if (to.kind === 'name' && isPendingSize(to.name, context)) {
    if (staticNumber(start) !== firstIndex)
      refuse('name.unbound-size', to.span, { name: showName(to.name) });
    context.dimensions.pending.set(to.name.key, to.span);
    const open = { lengths: [] };
    const range: LoopRange = { kind: 'open', open, sizeName: to.name };
    return { name, local: freshIndex(context), span, range };
  }
  if (to.kind === 'constant' && to.constant === 'infinity')
    refuse('unsupported.construct', to.span, { construct: '\\sum^\\infty' });
  const end = requireScalar(resolveIn(context, to));
  const [first, last] = [staticNumber(start), staticNumber(end)];
  const known = first === null || last === null ? null : { from: first, to: last };
  if (known !== null && !Number.isInteger(known.from))
    refuse('binder.not-whole', start.span, { found: String(known.from) });
  if (known !== null && !Number.isInteger(known.to))
    refuse('binder.not-whole', end.span, { found: String(known.to) });
  const local = freshIndex(context, known);
  return { name, local, span, range: { kind: 'closed', from: start, to: end } };
}

function isPendingSize(name: Name, context: Context): boolean {
  if (!context.dimensions.upperEnds.has(name.key)) return false;
  return isOwnSize(name, context) || findMeaning(context, name) === null;
}

/** `\sum_i`, `\sum_{ij}`: an index that is bound outside is not bound again. */
export function openLoops(
  names: readonly NameSyntax[],
  context: Context,
  conditions: readonly Syntax[],
): Loops {
  let inside = context;
  const loops: Loop[] = [];
  for (const { name, span } of names) {
    if (isCaptured(context, name)) refuse('binder.captured', span, { index: showName(name) });
    const local = freshIndex(context);
    const open: OpenRange = { lengths: [] };
    inside = withLocal(inside, name, { kind: 'index', local, open });
    loops.push({ name, local, span, range: { kind: 'open', open, sizeName: null } });
  }
  return { loops, inside, conditions };
}

/** `i<j`, `j\ne i`, `i\in\Omega`, `i, x_i>0`: binds what nothing outside binds. */
function conditionLoops(conditions: readonly Syntax[], span: Span, context: Context): Loops {
  const [first] = conditions;
  const member = conditions.length === 1 ? membershipLoop(first, context) : null;
  if (member !== null) return oneLoop(member, context, []);
  const names = new Map<string, NameSyntax>();
  for (const condition of conditions) {
    refuseNumber(condition, context);
    for (const name of indexCandidates(condition)) {
      if (!isCaptured(context, name.name)) names.set(name.name.key, name);
    }
  }
  if (names.size === 0) refuse('binder.nothing-to-bind', span);
  const relations = conditions.filter((condition) => condition.kind === 'relation');
  return openLoops([...names.values()], context, relations);
}

/** `i=1,2` is no condition, and `i=1` beside others is a range without its end. */
function refuseNumber(condition: Syntax, context: Context): void {
  if (condition.kind === 'number') refuse('binder.unclear', condition.span);
  if (condition.kind !== 'relation' || condition.relations[0]?.operator !== '=') return;
  const [left, right] = condition.operands;
  const isStart = left?.kind === 'name' && right?.kind === 'number';
  if (isStart && findMeaning(context, left.name) === null) refuse('binder.unclear', condition.span);
}

function membershipLoop(condition: Syntax | undefined, context: Context): Loop | null {
  if (condition?.kind !== 'relation' || condition.relations[0]?.operator !== '\\in') return null;
  const [left, right] = condition.operands;
  if (condition.relations.length !== 1 || left?.kind !== 'name' || right === undefined) return null;
  if (isCaptured(context, left.name))
    refuse('binder.captured', left.span, { index: showName(left.name) });
  const set = resolveSet(right, context);
  const { name } = left;
  const { span } = condition;
  switch (set.kind) {
    case 'range': {
      const [from, to] = [staticNumber(set.from), staticNumber(set.to)];
      const known = from === null || to === null ? null : { from, to };
      const range: LoopRange = { kind: 'closed', from: set.from, to: set.to };
      return { name, local: freshIndex(context, known), span, range };
    }
    case 'elements':
      return elementsLoop(name, set.elements, span, context);
    default:
      return refuse('binder.infinite-set', right.span);
  }
}

function elementsLoop(name: Name, elements: ElementSet, span: Span, context: Context): Loop {
  const { values } = elements;
  const whole = values.every(Number.isInteger);
  const bounds = { from: values[0] ?? 1, to: values[values.length - 1] ?? 0 };
  const local = freshIndex(context, whole ? bounds : null);
  const place = freshIndex(context, { from: 1, to: values.length });
  return { name, local, span, range: { kind: 'elements', elements, place } };
}

/** Names that a condition may bind: a side of a relation, or an index. */
export function indexCandidates(syntax: Syntax): readonly NameSyntax[] {
  switch (syntax.kind) {
    case 'name':
      return [syntax];
    case 'relation':
      return syntax.operands.flatMap((operand) =>
        operand.kind === 'name' ? [operand] : indicesIn(operand),
      );
    case 'product':
      return syntax.factors.flatMap(({ body }) => indexCandidates(body));
    default:
      return indicesIn(syntax);
  }
}

function indicesIn(syntax: Syntax): readonly NameSyntax[] {
  if (syntax.kind === 'indexed')
    return (syntax.indices ?? []).flatMap((index) =>
      index.kind !== 'slice' && index.body.kind === 'name' ? [index.body] : [],
    );
  if (syntax.kind === 'bars') return indicesIn(syntax.body);
  if (syntax.kind === 'quotient')
    return [...indicesIn(syntax.numerator), ...indicesIn(syntax.denominator)];
  if (syntax.kind === 'product') return syntax.factors.flatMap(({ body }) => indicesIn(body));
  if (syntax.kind === 'sum') return syntax.terms.flatMap(({ body }) => indicesIn(body));
  return syntax.kind === 'power' ? indicesIn(syntax.base) : [];
}
