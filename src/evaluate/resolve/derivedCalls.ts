// Calls of derivatives: `f'(x)`, `f^{(2)}(x)`, `\nabla f(3)`.
import { shapeOf, type Expression } from '../expression.js';
import { showName } from '../read/names.js';
import { refuse } from '../refusal.js';
import type { GroupSyntax, Name, NameSyntax, Syntax } from '../syntax.js';
import type { BuiltIn } from './builtIn.js';
import { builtInFor } from './builtIns.js';
import { findMeaning, type Context, type FunctionDefinition } from './context.js';
import { derivativeOf, entriesDerived } from './derivativeOf.js';
import { callFunction, checkArguments } from './instances.js';
import { resolveVector } from './lists.js';

/** `\nabla f(3)`, where no name says what f is derived by. */
export function gradientOfCall(body: Syntax, order: number, context: Context): Expression | null {
  const [callee, group] = body.kind === 'product' ? body.factors.map((each) => each.body) : [];
  if (callee?.kind !== 'name' || group?.kind !== 'group') return null;
  const meaning = findMeaning(context, callee.name);
  if (meaning?.kind !== 'function' || meaning.definition.parameters.length !== 1) return null;
  return derivedCall({ function: meaning.definition, order }, callee, group, context);
}

interface Derived {
  readonly function: FunctionDefinition | BuiltIn;
  readonly order: number;
}

/** `f'`, `f^{(2)}` of a function f of one argument, and of which order. */
export function derivedFrom(name: Name, context: Context): Derived | null {
  const [, letter, marks, order] = /^(.*)\^\{(?:((?:\\prime ?)+)|\((\d)\))\}$/.exec(name.key) ?? [];
  if (letter === undefined) return null;
  const known = { key: letter, plain: letter };
  const orders = (marks?.match(/\\prime/g)?.length ?? 0) + Number(order ?? 0);
  const meaning = findMeaning(context, known);
  if (meaning === null) {
    const builtIn = builtInFor(known, null);
    return builtIn?.arguments === 1 ? { function: builtIn, order: orders } : null;
  }
  if (meaning.kind !== 'function' || meaning.definition.parameters.length !== 1) return null;
  return { function: meaning.definition, order: orders };
}

/** Of a function that is derived by a sign behind its name, which says nothing of entries. */
export function callDerivative(
  derived: Derived,
  callee: NameSyntax,
  group: GroupSyntax,
  context: Context,
): Expression {
  const result = derivedCall(derived, callee, group, context);
  const [item] = group.items;
  const isOfVector =
    'parameters' in derived.function &&
    derived.order > 0 &&
    item !== undefined &&
    shapeOf(resolveVector(item, context, true)).rank === 1;
  // A matrix with these entries in its diagonal, or the vector of them?
  if (isOfVector && shapeOf(result).rank === 2)
    refuse(
      'derivative.entries',
      { start: callee.span.start, end: group.span.end },
      { name: showName(callee.name) },
    );
  return result;
}

function derivedCall(
  { function: derived, order }: Derived,
  callee: NameSyntax,
  group: GroupSyntax,
  context: Context,
): Expression {
  if ('parameters' in derived) checkArguments(derived, group, callee);
  const [item, second] = group.items;
  if (item === undefined || second !== undefined)
    return refuse('function.arguments', group.span, {
      name: showName(callee.name),
      found: String(group.items.length),
    });
  const span = { start: callee.span.start, end: group.span.end };
  const value = resolveVector(item, context, true);
  if (!('parameters' in derived))
    return entriesDerived(context, value, order, span, (entry) =>
      derived.resolve([entry], span, context),
    );
  const derive = (point: Expression, left: number): Expression =>
    left === 0
      ? callFunction(derived, [point], span, context)
      : derivativeOf(context, point, span, (inner) => derive(inner, left - 1));
  return derive(value, order);
}
