// Integrals over a range: the integrand is a function of its variable.
import { describeShape, SCALAR, shapeOf, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import type { IntegralSyntax, Syntax } from '../syntax.js';
import { constant, localExpression, unary } from './construct.js';
import { freshLocal, requireScalar, resolveIn, type Context } from './context.js';
import { resolveVarying } from './varying.js';

export function resolveIntegral(
  { variable, from, to, body, span }: IntegralSyntax,
  context: Context,
): Expression {
  const parameter = freshLocal(context, SCALAR);
  const meaning = { kind: 'value', expression: localExpression(parameter, variable.span) } as const;
  const integrand = resolveVarying(variable.name, meaning, context, (inside) =>
    resolveIn(inside, body),
  );
  if (shapeOf(integrand).rank !== 0)
    refuse('shape.number-expected', body.span, { found: describeShape(shapeOf(integrand)) });
  return {
    kind: 'algorithm',
    algorithm: 'integral',
    operands: [resolveEnd(from, context), resolveEnd(to, context)],
    functions: [{ parameters: [parameter], body: integrand }],
    shape: SCALAR,
    span,
  };
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
