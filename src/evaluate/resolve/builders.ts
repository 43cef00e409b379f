// Sets by their condition, counted or searched: `\#\{i : x_i > 0\}`, `\max\{i \mid x_i > 0\}`.
import type { Span } from '../../core/text/span.js';
import type { Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import type { NameSyntax, SetSyntax, Syntax } from '../syntax.js';
import { indexCandidates, openLoops } from './binders.js';
import { resolveConditions } from './conditions.js';
import { constant } from './construct.js';
import { findMeaning, requireScalar, resolveIn, type Context } from './context.js';
import { setLiteral } from './sets.js';
import { wrapLoops } from './wrap.js';

/** How many elements a set has. */
export function countOf(syntax: SetSyntax, span: Span, context: Context): Expression {
  if (syntax.conditions === null) {
    const set = setLiteral(syntax, context);
    if (set.kind === 'elements') return constant(set.elements.values.length, span);
    return refuse('set.count-range', span);
  }
  return overBuilder(syntax, 'sum', span, context, () => constant(1, span));
}

/** `\max\{f(i) \mid condition\}`: the one index that nothing binds runs over its arrays. */
export function overBuilder(
  syntax: SetSyntax,
  operator: 'sum' | 'max' | 'min',
  span: Span,
  context: Context,
  valueOf: (element: Expression) => Expression,
): Expression {
  const [element] = syntax.items;
  if (element === undefined || syntax.conditions === null) refuse('syntax.set-builder', span);
  return loopOver({ conditions: syntax.conditions, element, operator, span, valueOf }, context);
}
interface BuilderLoop {
  readonly conditions: readonly Syntax[];
  readonly element: Syntax;
  readonly operator: 'sum' | 'max' | 'min';
  readonly span: Span;
  readonly valueOf: (element: Expression) => Expression;
}

/** A loop over the elements of `\{element \mid conditions\}`. */
function loopOver(builder: BuilderLoop, context: Context): Expression {
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
  const element = requireScalar(resolveIn(inside, builder.element));
  const held = resolveConditions(conditions, inside);
  return wrapLoops(builder.operator, loops, held, builder.valueOf(element), span, context);
}
