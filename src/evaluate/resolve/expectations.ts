// Expectations over random variables: those below the sign, or those of the post that stand in the formula.
import type { Span } from '../../core/text/span.js';
import { freeLocals } from '../children.js';
import { shapeOf, type Expression, type Local } from '../expression.js';
import { attempt, refuse } from '../refusal.js';
import { showName } from '../read/names.js';
import type { Binder, Name, RelationSyntax, StatisticSyntax, Syntax } from '../syntax.js';
import { visitSyntax } from '../syntaxChildren.js';
import { conditionOf, meanGiven } from './conditionalMeans.js';
import { resolveConditions } from './conditions.js';
import { indicatorOf, localExpression, mapArrays, multiply, subtract, unary } from './construct.js';
import {
  findMeaning,
  freshLocal,
  varyingContext,
  type Context,
  type Meaning,
  type RandomVariable,
} from './context.js';
import type { Law } from './law.js';
import { meanUnder, shapeOfLaw } from './lawMeans.js';
import { resolveLaw } from './lawReading.js';
import { resolveVector } from './lists.js';
import { resolveVarying } from './varying.js';

/** What to resolve where random variables are numbers. */
type Inside = (inside: Context) => Expression;

/** `null` where no random variable has a part in it. */
export function resolveRandom(syntax: StatisticSyntax, context: Context): Expression | null {
  const outside = { ...context, entries: null, implicit: null };
  const { body, span, statistic } = syntax;
  refuseConditional(body);
  const mean = meanOver(syntax, outside);
  if (mean === null) return null;
  switch (statistic) {
    case 'mean':
      return mean((inside) => resolveVector(argumentOf(body), inside));
    case 'variance':
      return spread(mean, [argumentOf(body)], span, outside);
    case 'covariance':
      return spread(mean, pairOf(body, span), span, outside);
    case 'probability':
      return mean((inside) => indicatorOf(resolveConditions(eventsOf(body), inside), span));
  }
}

/** `\mathbb E[X\mid Y]`. */
function refuseConditional(body: Syntax): void {
  if (body.kind === 'group' && body.bar !== null) refuse('expectation.conditional', body.bar.span);
}

function argumentOf(body: Syntax): Syntax {
  const [only] = body.kind === 'group' && body.items.length === 1 ? body.items : [];
  return only ?? body;
}

function pairOf(body: Syntax, span: Span): readonly Syntax[] {
  if (body.kind !== 'group' || body.items.length !== 2) refuse('statistic.two-arguments', span);
  return body.items;
}

function eventsOf(body: Syntax): readonly Syntax[] {
  const events = body.kind === 'group' || body.kind === 'set' ? body.items : [body];
  if (!events.every(({ kind }) => kind === 'relation')) refuse('probability.event', body.span);
  return events;
}

type Mean = (resolve: Inside) => Expression;

function meanOver({ binder, body, span }: StatisticSyntax, context: Context): Mean | null {
  if (binder !== null) {
    const condition = conditionOf(binder);
    if (condition !== null) return meanGiven(condition, span, context);
    const draws = drawsOf(binder);
    if (draws === null) return null;
    return (resolve) => meanOverDraws(draws, body, resolve, span, context);
  }
  const randoms = context.scope.randoms();
  if (!mentionsRandom(body, context, randoms)) return null;
  return (resolve) => meanOverPost(randoms, resolve, span, context);
}

/** `x \sim p`, `x, y \sim p`, `x \sim p, y \sim q`: each name with its law, `null` where no law stands there. */
interface Draw {
  readonly name: Name;
  readonly span: Span;
  readonly law: Syntax;
}

function drawsOf(binder: Binder): readonly Draw[] | null {
  if (binder.kind !== 'condition' || !binder.conditions.some(isDraw)) return null;
  const draws: Draw[] = [];
  let waiting: Syntax[] = [];
  for (const condition of binder.conditions) {
    if (!isDraw(condition)) {
      waiting.push(condition);
      continue;
    }
    const [left, law] = condition.operands;
    if (left === undefined || law === undefined) refuse('law.unclear', condition.span);
    for (const name of [...waiting, left]) draws.push({ ...drawnName(name), law });
    waiting = [];
  }
  const [stray] = waiting;
  if (stray !== undefined) refuse('binder.unclear', stray.span);
  return draws;
}

function isDraw(syntax: Syntax): syntax is RelationSyntax {
  return (
    syntax.kind === 'relation' &&
    syntax.relations.length === 1 &&
    syntax.relations[0]?.operator === '\\sim'
  );
}

function drawnName(syntax: Syntax): { readonly name: Name; readonly span: Span } {
  const { span } = syntax;
  if (syntax.kind === 'name') return { name: syntax.name, span };
  if (syntax.kind === 'indexed' && syntax.full !== null) return { name: syntax.full, span };
  return refuse('law.unclear', span);
}

/** One after another: the law of a later name may speak of an earlier one. */
function meanOverDraws(
  draws: readonly Draw[],
  body: Syntax,
  resolve: Inside,
  span: Span,
  context: Context,
): Expression {
  const [first, ...rest] = draws;
  if (first === undefined) return resolve(context);
  const law = resolveLaw(first.law, { name: first.name, body }, context);
  const local = freshLocal(context, shapeOfLaw(law));
  const value = resolveVarying(first.name, meaningOf(local, first.span), context, (inside) =>
    meanOverDraws(rest, body, resolve, span, inside),
  );
  return meanUnder(value, local, law, span, context);
}

function meaningOf(local: Local, span: Span): Meaning {
  return { kind: 'value', expression: localExpression(local, span) };
}

/** The random variables of a post that have a law of their own are independent. */
function meanOverPost(
  randoms: readonly RandomVariable[],
  resolve: Inside,
  span: Span,
  context: Context,
): Expression {
  const drawn = randoms.map(({ law }) => freshLocal(context, shapeOfLaw(law)));
  const names = new Map<string, Meaning>();
  randoms.forEach(({ name }, at) => {
    const local = drawn[at];
    if (local !== undefined) names.set(name.key, meaningOf(local, span));
  });
  const inside = varyingContext(context, names);
  const value = inside.scope.close(resolve(inside));
  const used = drawn.flatMap((local, at) => {
    const law = randoms[at]?.law;
    return law !== undefined && freeLocals(value).has(local) ? [{ local, law }] : [];
  });
  if (used.length > 1) context.shared.notes.add('law.independent');
  return used.reduce(
    (body, { local, law }: { readonly local: Local; readonly law: Law }) =>
      meanUnder(body, local, law, span, context),
    value,
  );
}

/** The mean of the product of the deviations of one or two values from their means. */
function spread(mean: Mean, values: readonly Syntax[], span: Span, context: Context): Expression {
  const means = values.map((value) => {
    const centre = mean((inside) => resolveVector(value, inside));
    return { centre, local: freshLocal(context, shapeOf(centre)) };
  });
  const product = mean((inside) => {
    const deviations = values.map((value, at) => {
      const own = resolveVector(value, inside);
      const centre = means[at];
      if (centre === undefined) return own;
      return mapArrays(
        context,
        [own, localExpression(centre.local, span)],
        span,
        ([each, middle]) => subtract(each ?? own, middle ?? own, span),
      );
    });
    return mapArrays(context, deviations, span, (factors) => {
      const [only] = factors;
      return factors.length === 1 && only !== undefined
        ? unary('square', only, span)
        : multiply(factors, span);
    });
  });
  return means.reduce<Expression>(
    (body, { centre, local }) => ({ kind: 'let', eager: false, local, value: centre, body, span }),
    product,
  );
}

/** Whether a random variable, or a name that is defined by one, may stand in a formula. */
function mentionsRandom(
  body: Syntax,
  context: Context,
  randoms: readonly RandomVariable[],
): boolean {
  if (randoms.length === 0) return false;
  let found = false;
  visitSyntax(body, (node) => {
    const name = node.kind === 'name' ? node.name : node.kind === 'indexed' ? node.full : null;
    if (found || name === null || context.locals.has(name.key)) return;
    found = context.scope.isRandom(name, context.position);
  });
  return found;
}

/** `\mathbb E_p[x]`: which name is drawn from p? */
export function refuseLawAsIndex({ binder, span }: StatisticSyntax, context: Context): void {
  if (binder?.kind !== 'indices') return;
  for (const { name } of binder.names) {
    const meaning = attempt(() => findMeaning(context, name), span);
    const isLaw = meaning.ok && (meaning.value?.kind === 'law' || meaning.value?.kind === 'random');
    if (isLaw) refuse('expectation.variable', binder.span, { name: showName(name) });
  }
}
