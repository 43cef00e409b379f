// What a call comes to: of a function of the post, a built-in one, a density or a law.
import type { Span } from '../../core/text/span.js';
import type { Expression } from '../expression.js';
import { inParentheses } from '../inParentheses.js';
import { showName } from '../read/names.js';
import { refuse } from '../refusal.js';
import type { CallSyntax, Factor, GroupSyntax, NameSyntax, Syntax } from '../syntax.js';
import type { BuiltIn } from './builtIn.js';
import { builtInFor } from './builtIns.js';
import { findMeaning, resolveIn, type Context } from './context.js';
import { divergenceOfLaws } from './densities.js';
import { callDerivative, derivedFrom } from './derivedCalls.js';
import { callFunction, checkArguments } from './instances.js';
import { callDensity, densityAt, isDensity } from './lawCalls.js';
import { namesLaw } from './lawFamilies.js';
import { isLaw, resolveLaw } from './lawReading.js';
import { resolveVector } from './lists.js';

/** A word that is read as a function of what follows, but that the post defines. */
export function callOrProduct(
  callee: NameSyntax,
  body: Syntax,
  span: Span,
  context: Context,
): Expression {
  const group = body.kind === 'group' ? body : inParentheses(body);
  const factors: readonly Factor[] = [
    { operator: 'juxtaposed', body: callee },
    { operator: 'juxtaposed', body: group },
  ];
  return resolveIn(context, { kind: 'product', factors, span });
}

export function resolveCall(syntax: CallSyntax, context: Context): Expression {
  const { callee, member, group, span } = syntax;
  const meaning = findMeaning(context, callee.name);
  const sole = group.items.length === 1;
  if (meaning === null) {
    if (member !== null && isLaw(member, context))
      return densityAt(resolveLaw(member, null, context), group, span, context);
    const derived = derivedFrom(callee.name, context);
    if (derived !== null) return callDerivative(derived, callee, group, context);
    if (namesLaw(callee.name) && isDensity(group)) return callDensity(callee, group, context);
    const builtIn = builtInFor(callee.name, group);
    if (builtIn === null) refuse('call.unbound', callee.span, { name: showName(callee.name) });
    return callBuiltIn(builtIn, callee, group, context);
  }
  if (meaning.kind === 'law') return densityAt(meaning.law, group, span, context);
  if (meaning.kind !== 'function')
    refuse('call.vector', callee.span, { name: showName(callee.name) });
  const { definition } = meaning;
  checkArguments(definition, group, callee);
  const values = group.items.map((item) => resolveVector(item, context, sole));
  return callFunction(definition, values, span, context);
}

function callBuiltIn(
  builtIn: BuiltIn,
  { name, span: place }: NameSyntax,
  { items, span: groupSpan }: GroupSyntax,
  context: Context,
): Expression {
  if (builtIn.arguments !== null && items.length !== builtIn.arguments)
    refuse(builtIn.arguments === 1 ? 'function.arguments' : 'call.arguments', groupSpan, {
      name: showName(name),
      expected: String(builtIn.arguments),
      found: String(items.length),
    });
  const span = { start: place.start, end: groupSpan.end };
  const [first, second] = items;
  const areLaws = builtIn.bar !== null && items.every((item) => isLaw(item, context));
  if (areLaws && first !== undefined && second !== undefined)
    return divergenceOfLaws(
      resolveLaw(first, null, context),
      resolveLaw(second, null, context),
      span,
      context,
    );
  const values = items.map((item) => resolveVector(item, context, items.length === 1));
  return builtIn.resolve(values, span, context);
}
