// Integrals over a range: the integrand is a function of its variable.
import { freeLocals, somePart } from '../children.js';
import { SCALAR, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import type { IntegralSyntax, Syntax } from '../syntax.js';
import { visitSyntax } from '../syntaxChildren.js';
import { constant, localExpression, mapArrays, unary } from './construct.js';
import { findMeaning, freshLocal, requireScalar, resolveIn, type Context } from './context.js';
import { resolveDensityIntegral } from './densityIntegrals.js';
import { resolveVector } from './lists.js';
import { resolveVarying } from './varying.js';

export function resolveIntegral(syntax: IntegralSyntax, context: Context): Expression {
  const { variable, range, body, span } = syntax;
  refuseBoundD(syntax, context);
  if (range === null) return resolveDensityIntegral(syntax, context);
  const parameter = freshLocal(context, SCALAR);
  const meaning = { kind: 'value', expression: localExpression(parameter, variable.span) } as const;
  const integrand = resolveVarying(variable.name, meaning, context, (inside) =>
    resolveVector(body, inside),
  );
  const ends = range.map((end) => resolveEnd(end, context));
  const integral = (value: Expression): Expression => ({
    kind: 'algorithm',
    algorithm: 'integral',
    operands: [...ends, constant(nestingOf(value), span)],
    functions: [{ parameters: [parameter], body: value }],
    shape: SCALAR,
    span,
  });
  return mapArrays(context, [integrand], span, ([entry = integrand]) => integral(entry));
}

/** 1 where another integral stands in it, 2 where one may stand around it. */
function nestingOf(integrand: Expression): 0 | 1 | 2 {
  if (freeLocals(integrand).size > 1) return 2;
  return holdsIntegral(integrand) ? 1 : 0;
}

function holdsIntegral(expression: Expression): boolean {
  return somePart(expression, (part) => part.kind === 'algorithm' && part.algorithm === 'integral');
}

/** Where d is a name of the post, `d x` can be a factor or the differential. */
function refuseBoundD({ body, variable, isUpright }: IntegralSyntax, context: Context): void {
  if (isUpright || findMeaning(context, { key: 'd', plain: 'd' }) === null) return;
  visitSyntax(body, (node) => {
    if (node.kind === 'name' && node.name.plain === 'd')
      refuse('integral.bound-d', variable.span, { variable: variable.name.key });
  });
}

/** An end may be infinite. */
export function resolveEnd(end: Syntax, context: Context): Expression {
  const [only] = end.kind === 'sum' ? end.terms : [{ negative: false, body: end }];
  const isInfinite = only?.body.kind === 'constant' && only.body.constant === 'infinity';
  if (!isInfinite || (end.kind === 'sum' && end.terms.length > 1))
    return requireScalar(resolveIn(context, end));
  const infinite = constant(Infinity, end.span);
  return only.negative ? unary('negate', infinite, end.span) : infinite;
}
