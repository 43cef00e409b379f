// `\int p(x)f(x)\,dx` without ends: where a density of its variable is a factor, the mean under that law.
import type { Span } from '../../core/text/span.js';
import type { Expression } from '../expression.js';
import { attempt, refuse } from '../refusal.js';
import type { Factor, IntegralSyntax, NameSyntax, Syntax } from '../syntax.js';
import { joinCalls } from './joinCalls.js';
import { localExpression } from './construct.js';
import { freshLocal, resolveIn, type Context, type Meaning } from './context.js';
import type { Law } from './law.js';
import { meanUnder, shapeOfLaw } from './lawMeans.js';
import { isLaw, resolveLaw } from './lawReading.js';
import { resolveVarying } from './varying.js';

export function resolveDensityIntegral(
  { variable, body, sign, span }: IntegralSyntax,
  context: Context,
): Expression {
  const factors = body.kind === 'product' ? joinCalls(body.factors, context) : [];
  const isProduct = factors.every(({ operator }) => operator !== 'slash');
  for (const [at, factor] of factors.entries()) {
    const law = isProduct ? densityIn(factor.body, variable, context) : null;
    if (law === null) continue;
    const rest = [...factors.slice(0, at), ...factors.slice(at + 1)];
    context.shared.notes.add('integral.everywhere');
    return meanOf(productOf(rest, body.span), law, variable, span, context);
  }
  return refuse('integral.ends', sign);
}

/** `p(x)` of a law or of a density that is defined, where x is the variable. */
function densityIn(factor: Syntax, { name }: NameSyntax, context: Context): Law | null {
  if (factor.kind !== 'call') return null;
  const { callee, member, group, span } = factor;
  const [first] = group.items;
  if (first?.kind !== 'name' && first?.kind !== 'indexed') return null;
  const own = first.kind === 'name' ? first.name : first.full;
  if (own?.plain !== name.plain) return null;
  if (member !== null && isLaw(member, context)) return resolveLaw(member, null, context);
  const call: Syntax = {
    kind: 'product',
    factors: [callee, group].map((body) => ({ operator: 'juxtaposed', body })),
    span,
  };
  const found = attempt(() => resolveLaw(call, { name, body: null }, context), span);
  return found.ok ? found.value : null;
}

function productOf(factors: readonly Factor[], span: Span): Syntax {
  if (factors.length === 0)
    return { kind: 'number', value: 1, text: '1', decimals: null, percent: false, span };
  return { kind: 'product', factors, span };
}

function meanOf(
  body: Syntax,
  law: Law,
  variable: NameSyntax,
  span: Span,
  context: Context,
): Expression {
  const local = freshLocal(context, shapeOfLaw(law));
  const meaning: Meaning = { kind: 'value', expression: localExpression(local, variable.span) };
  const value = resolveVarying(variable.name, meaning, context, (inside) =>
    resolveIn(inside, body),
  );
  return meanUnder(value, local, law, span, context);
}
