// Logarithms to the base that is written, or to that of the post.
import type { Span } from '../../core/text/span.js';
import type { Expression } from '../expression.js';
import type { Syntax } from '../syntax.js';
import { constant, divide, multiply, staticNumber, unary } from './construct.js';
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
  return unary('log', argument, span);
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
