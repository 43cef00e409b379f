// Factorials and binomial coefficients, as products: exact where their numbers are.
import type { Span } from '../../core/text/span.js';
import type { Expression } from '../expression.js';
import { BINOMIAL } from '../read/names.js';
import { refuse } from '../refusal.js';
import type { BuiltIn } from './builtIn.js';
import {
  addTerms,
  compare,
  constant,
  divide,
  localExpression,
  mapArrays,
  subtract,
  unary,
} from './construct.js';
import { freshIndex, requireScalar, type Context } from './context.js';

export function factorialOf(value: Expression, span: Span, context: Context): Expression {
  return mapArrays(context, [value], span, ([entry = value]) =>
    ofWholes(
      [entry],
      span,
      productTo(entry, span, context, (place) => place),
    ),
  );
}

/** n over k as (n−k+1)/1 · (n−k+2)/2 ⋯ n/k, which is 0 where k > n. */
export const BINOMIAL_COEFFICIENT: BuiltIn = {
  names: [BINOMIAL],
  arguments: 2,
  bar: null,
  resolve: ([above, below], span, context) => {
    if (above === undefined || below === undefined) return refuse('syntax.operand-missing', span);
    const [top, bottom] = [requireScalar(above), requireScalar(below)];
    const rest = subtract(top, bottom, span);
    const quotient = (place: Expression): Expression => {
      const terms = [rest, place].map((body) => ({ negative: false, body }));
      return divide(addTerms(terms, span), place, span);
    };
    return ofWholes([top, bottom], span, productTo(bottom, span, context, quotient));
  },
};

function productTo(
  to: Expression,
  span: Span,
  context: Context,
  factor: (place: Expression) => Expression,
): Expression {
  const index = freshIndex(context);
  return {
    kind: 'reduce',
    operator: 'product',
    index,
    from: constant(1, span),
    to,
    conditions: [],
    body: factor(localExpression(index, span)),
    span,
  };
}

/** Where these are whole numbers from 0. */
function ofWholes(numbers: readonly Expression[], span: Span, value: Expression): Expression {
  const conditions = numbers.flatMap((number) => [
    compare('\\ge', number, constant(0, span)),
    compare('=', number, unary('floor', number, span)),
  ]);
  return {
    kind: 'choose',
    branches: [{ conditions, value }],
    otherwise: null,
    fault: 'value.factorial',
    span,
  };
}
