// What a formula comes to where names of it have other values: `\left.\frac{dL}{dp}\right|_{p=0.1}`.
import { shapeOf, type Expression } from '../expression.js';
import type { SubstitutionSyntax } from '../syntax.js';
import { localExpression } from './construct.js';
import { freshLocal, resolveIn, type Context } from './context.js';
import { resolveVector } from './lists.js';
import { resolveVarying } from './varying.js';

export function resolveSubstitution(
  { values, body, span }: SubstitutionSyntax,
  context: Context,
): Expression {
  // The values are those outside: `x=a,a=x` exchanges them.
  const bound = values.map(({ name, value }) => {
    const given = resolveVector(value, context, true);
    return { name, given, local: freshLocal(context, shapeOf(given)) };
  });
  const resolve = (at: number, inside: Context): Expression => {
    const next = bound[at];
    if (next === undefined) return resolveIn(inside, body);
    const expression = localExpression(next.local, next.name.span);
    return resolveVarying(next.name.name, { kind: 'value', expression }, inside, (deeper) =>
      resolve(at + 1, deeper),
    );
  };
  return bound.reduceRight<Expression>(
    (inner, { local, given }) => ({
      kind: 'let',
      eager: false,
      local,
      value: given,
      body: inner,
      span,
    }),
    resolve(0, context),
  );
}
