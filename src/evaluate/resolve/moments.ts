// Moments of laws in closed form: what the mean of a polynomial needs.
import type { Span } from '../../core/text/span.js';
import type { Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import { addTerms, constant, divide, staticNumber } from './construct.js';
import type { ScaledFamily, ScaledLaw } from './law.js';
import { times, type Polynomial } from './polynomials.js';

/** The mean of a polynomial. */
export function meanOfPolynomial(polynomial: Polynomial, law: ScaledLaw, span: Span): Expression {
  const terms = [...polynomial].map(([degree, coefficient]) => ({
    negative: false,
    body: times(coefficient, moment(law, degree, span)),
  }));
  return addTerms(terms, span);
}

/** The mean of the power of location + scale · standard number, by the binomial theorem. */
function moment(law: ScaledLaw, degree: number, span: Span): Expression {
  const { location, family } = law;
  if (degree === 0) return constant(1, span);
  if (family === 'cauchy') refuse('law.no-moment', span, { degree: String(degree) });
  const isCentred = staticNumber(location) === 0;
  const terms: { readonly negative: boolean; readonly body: Expression }[] = [];
  for (let order = 0; order <= degree; order++) {
    const standard = standardMoment(family, order, span);
    if (standard === null || (isCentred && order < degree)) continue;
    const count = constant(binomial(degree, order), span);
    const place = times(powerOf(location, degree - order, span), scalePower(law, order, span));
    terms.push({ negative: false, body: times(times(count, standard), place) });
  }
  return terms.length === 0 ? constant(0, span) : addTerms(terms, span);
}

/** Of a law with location 0 and scale 1; `null` is 0. */
function standardMoment(family: ScaledFamily, order: number, span: Span): Expression | null {
  const isOdd = order % 2 === 1;
  switch (family) {
    case 'normal':
      return isOdd ? null : constant(oddProduct(order - 1), span);
    case 'laplace':
      return isOdd ? null : constant(factorial(order), span);
    case 'exponential':
      return constant(factorial(order), span);
    case 'uniform':
      return order === 0
        ? constant(1, span)
        : divide(constant(1, span), constant(order + 1, span), span);
    case 'cauchy':
      return null;
  }
}

/** The square is given exactly, where the scale is its root. */
function scalePower({ scale, square, family }: ScaledLaw, order: number, span: Span): Expression {
  return family === 'normal' ? powerOf(square, order / 2, span) : powerOf(scale, order, span);
}

function powerOf(base: Expression, exponent: number, span: Span): Expression {
  if (exponent === 0) return constant(1, span);
  if (exponent === 1) return base;
  return { kind: 'power', base, exponent: constant(exponent, span), span };
}

function binomial(above: number, below: number): number {
  let value = 1;
  for (let step = 1; step <= below; step++) value = (value * (above - below + step)) / step;
  return Math.round(value);
}

function factorial(count: number): number {
  return count <= 1 ? 1 : count * factorial(count - 1);
}

/** 1 · 3 · 5 ⋯ */
function oddProduct(last: number): number {
  return last <= 1 ? 1 : last * oddProduct(last - 2);
}
