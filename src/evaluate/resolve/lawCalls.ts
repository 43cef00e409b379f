// Calls of laws: densities `\mathcal N(x;0,1)` and `p(x)`, probabilities `P(X>1)`.
import type { Span } from '../../core/text/span.js';
import { shapeOf, type Expression } from '../expression.js';
import { type GroupSyntax, type NameSyntax, type Syntax } from '../syntax.js';
import { mapNucleus, nucleusOf } from '../syntaxNucleus.js';
import { mapArrays } from './construct.js';
import { findMeaning, type Context } from './context.js';
import { densityOf } from './densities.js';
import type { Law } from './law.js';
import { namedLaw } from './lawFamilies.js';
import { resolveVector, soleItem } from './lists.js';

/** `\mathcal N(x;\mu,\sigma^2)`, `\mathcal N(x\mid\mu,\sigma^2)`. */
export function isDensity({ bar }: GroupSyntax): boolean {
  return bar !== null && bar.before === 1 && bar.text !== '\\|';
}

/** The density of a law that is written in the call. */
export function callDensity(callee: NameSyntax, group: GroupSyntax, context: Context): Expression {
  const { items } = group;
  const span = { start: callee.span.start, end: group.span.end };
  const law = namedLaw(callee.name, items.slice(1), span, context);
  return densityAt(law, { ...group, items: items.slice(0, 1), bar: null }, span, context);
}

export function densityAt(law: Law, group: GroupSyntax, span: Span, context: Context): Expression {
  const at = resolveVector(soleItem(group), context);
  if (shapeOf(at).rank === 0) return densityOf(law, at, span, context);
  return mapArrays(context, [at], span, ([entry]) => densityOf(law, entry ?? at, span, context));
}

/** `P(X>1)` with a P that nothing binds. */
export function probabilityAt(factor: Syntax, scripted: Syntax, context: Context): Syntax | null {
  if (factor.kind !== 'name' || factor.name.key !== 'P') return null;
  if (findMeaning(context, factor.name) !== null) return null;
  const { name, span } = factor;
  const group = nucleusOf(scripted);
  const isEvent =
    group.kind === 'group' &&
    group.bar === null &&
    group.items.every(({ kind }) => kind === 'relation');
  if (!isEvent) return null;
  return mapNucleus(scripted, (body) => ({
    kind: 'statistic',
    statistic: 'probability',
    name,
    binder: null,
    body,
    span: { start: span.start, end: body.span.end },
  }));
}
