// Limits: what goes to the point is a parameter, and what depends on it is part of the function.
import { describeShape, SCALAR, shapeOf, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import type { LimitSyntax } from '../syntax.js';
import { constant, localExpression, staticNumber } from './construct.js';
import { freshLocal, type Context } from './context.js';
import { resolveEnd } from './integrals.js';
import { resolveVector } from './lists.js';
import { resolveVarying } from './varying.js';
import { loopsTo, needsWholeNumber } from './wholeNumbers.js';

export function resolveLimit(
  { variable, point, side, body, span }: LimitSyntax,
  context: Context,
): Expression {
  const parameter = freshLocal(context, SCALAR);
  const expression = localExpression(parameter, variable.span);
  const value = resolveVarying(variable.name, { kind: 'value', expression }, context, (inside) =>
    resolveVector(body, inside),
  );
  context.ended.add(variable.name.key);
  if (shapeOf(value).rank !== 0)
    refuse('shape.number-expected', body.span, { found: describeShape(shapeOf(value)) });
  const end = resolveEnd(point, context);
  const isEndless = staticNumber(end) === Infinity;
  const isCounting = isEndless && COUNTING.test(variable.name.plain);
  const whole = isCounting ? 1 : isEndless && needsWholeNumber(value, parameter) ? 2 : 0;
  const flag = (holds: boolean): Expression => constant(holds ? 1 : 0, span);
  return {
    kind: 'algorithm',
    algorithm: 'limit',
    operands: [end, constant(side, span), constant(whole, span), flag(loopsTo(value, parameter))],
    functions: [{ parameters: [parameter], body: value }],
    shape: SCALAR,
    span,
  };
}

/** Letters that count: `\lim_{n\to\infty}` is over whole numbers. */
const COUNTING = /^[ijkmnKMN]$/;
