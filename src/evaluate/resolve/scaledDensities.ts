// The density of a law that is moved and scaled.
import type { Span } from '../../core/text/span.js';
import type { Expression } from '../expression.js';
import {
  addTerms,
  choose,
  compare,
  constant,
  divide,
  multiply,
  staticNumber,
  subtract,
  unary,
} from './construct.js';
import type { ScaledLaw } from './law.js';

export function scaledDensity(law: ScaledLaw, at: Expression, span: Span): Expression {
  const { family, location, scale } = law;
  const moved = staticNumber(location) === 0 ? at : subtract(at, location, span);
  const place = staticNumber(scale) === 1 ? moved : divide(moved, scale, span);
  const [zero, one] = [constant(0, span), constant(1, span)];
  const isPositive = compare('\\ge', place, zero);
  switch (family) {
    case 'normal':
      return normalDensity(law, moved, span);
    case 'laplace': {
      const raised = unary('exp', unary('negate', unary('abs', place, span), span), span);
      return divide(raised, multiply([constant(2, span), scale], span), span);
    }
    case 'exponential': {
      const value = divide(unary('exp', unary('negate', place, span), span), scale, span);
      return choose([isPositive], value, zero, span);
    }
    case 'uniform': {
      const isInside = [isPositive, compare('\\le', place, one)];
      return choose(isInside, divide(one, scale, span), zero, span);
    }
    case 'cauchy': {
      const terms = [one, unary('square', place, span)].map((body) => ({ negative: false, body }));
      const wide = multiply([constant(Math.PI, span), scale, addTerms(terms, span)], span);
      return divide(one, wide, span);
    }
  }
}

/** As one power of e, so that its logarithm is known where it is too small to hold. */
function normalDensity({ square }: ScaledLaw, moved: Expression, span: Span): Expression {
  const two = constant(2, span);
  const spread = divide(unary('square', moved, span), multiply([two, square], span), span);
  const full = multiply([two, constant(Math.PI, span), square], span);
  const half = divide(unary('log', full, span), two, span);
  return unary(
    'exp',
    addTerms(
      [
        { negative: true, body: spread },
        { negative: true, body: half },
      ],
      span,
    ),
    span,
  );
}
