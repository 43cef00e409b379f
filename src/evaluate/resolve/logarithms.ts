// Logarithms to the base that is written, or to that of the post.
import type { Span } from '../../core/text/span.js';
import type { Expression } from '../expression.js';
import type { Syntax } from '../syntax.js';
import { constant, divide, multiply, staticNumber, unary } from './construct.js';
import { stableLogarithm } from './stable.js';
import { requireScalar, resolveIn, type Context } from './context.js';

export function logarithmTo(
  base: Syntax | null,
  argument: Expression,
  span: Span,
  context: Context,
): Expression {
  if (base === null) return logarithm(argument, span, context);
  return toBase(requireScalar(resolveIn(context, base)), argument, span);
}

/** To the base that the post has set; natural, with a note, where it has set none. */
export function logarithm(argument: Expression, span: Span, context: Context): Expression {
  const { logBase } = context.scope.conventions;
  if (logBase !== null) return toBase(constant(logBase, span), argument, span);
  context.shared.notes.add('convention.natural-log');
  return naturalLogarithm(argument, span, context);
}

/** In a form that does not overflow where what it is of does. */
export function naturalLogarithm(argument: Expression, span: Span, context: Context): Expression {
  const stable = stableLogarithm(argument, span);
  if (stable === null) return unary('log', argument, span);
  context.shared.notes.add('stable.logarithm');
  return stable;
}

function toBase(base: Expression, argument: Expression, span: Span): Expression {
  const known = staticNumber(base);
  if (known === 2) return unary('log2', argument, span);
  if (known === 10) return unary('log10', argument, span);
  return divide(unary('log', argument, span), unary('log', notZero(base, span), span), span);
}

/** The same number exactly; refused where it is 0, by whose logarithm, -∞, the quotient would be 0. */
function notZero(base: Expression, span: Span): Expression {
  return multiply([base, divide(base, base, span)], span);
}
