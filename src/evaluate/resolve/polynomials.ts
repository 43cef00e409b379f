// An expression as a polynomial in one of its locals, where it is one: its mean is then known from moments.
import { freeLocals, mapChildren } from '../children.js';
import type { Expression, Local } from '../expression.js';
import {
  addTerms,
  constant,
  divide,
  multiply,
  staticNumber,
  substitute,
  unary,
} from './construct.js';

/** The coefficient of each power that occurs. */
export type Polynomial = ReadonlyMap<number, Expression>;

const HIGHEST_DEGREE = 20;

export function polynomialIn(expression: Expression, local: Local): Polynomial | null {
  if (!freeLocals(expression).has(local)) return new Map([[0, expression]]);
  const { span } = expression;
  const within = (part: Expression): Polynomial | null => polynomialIn(part, local);
  switch (expression.kind) {
    case 'local':
      return new Map([[1, constant(1, span)]]);
    case 'add':
      return combined(
        expression.terms.map(({ body, negative }) => signed(within(body), negative)),
        sumOf,
      );
    case 'multiply':
      return combined(expression.factors.map(within), productOf);
    case 'divide':
      if (freeLocals(expression.denominator).has(local)) return null;
      return changed(within(expression.numerator), (each) =>
        divide(each, expression.denominator, span),
      );
    case 'unary':
      return unaryPolynomial(expression, within);
    case 'power':
      return powerPolynomial(expression, local);
    default:
      return null;
  }
}

function unaryPolynomial(
  { operator, body }: Extract<Expression, { kind: 'unary' }>,
  within: (part: Expression) => Polynomial | null,
): Polynomial | null {
  if (operator === 'negate') return signed(within(body), true);
  const inner = operator === 'square' ? within(body) : null;
  return inner === null ? null : productOf(inner, inner);
}

function powerPolynomial(
  { base, exponent }: Extract<Expression, { kind: 'power' }>,
  local: Local,
): Polynomial | null {
  const degree = staticNumber(exponent);
  if (degree === null || !Number.isInteger(degree) || degree < 1 || degree > HIGHEST_DEGREE)
    return null;
  const inner = polynomialIn(base, local);
  return combined(
    Array.from({ length: degree }, () => inner),
    productOf,
  );
}

type Combine = (left: Polynomial, right: Polynomial) => Polynomial | null;

function combined(parts: readonly (Polynomial | null)[], combine: Combine): Polynomial | null {
  const [first = null, ...rest] = parts;
  return rest.reduce<Polynomial | null>(
    (total, part) => (total === null || part === null ? null : combine(total, part)),
    first,
  );
}

function changed(
  polynomial: Polynomial | null,
  change: (coefficient: Expression) => Expression,
): Polynomial | null {
  if (polynomial === null) return null;
  return new Map([...polynomial].map(([degree, each]) => [degree, change(each)]));
}

function signed(polynomial: Polynomial | null, negative: boolean): Polynomial | null {
  return negative ? changed(polynomial, (each) => unary('negate', each, each.span)) : polynomial;
}

function sumOf(left: Polynomial, right: Polynomial): Polynomial {
  const sum = new Map(left);
  for (const [degree, each] of right) {
    const known = sum.get(degree);
    sum.set(degree, known === undefined ? each : addition(known, each));
  }
  return sum;
}

function addition(left: Expression, right: Expression): Expression {
  const terms = [left, right].map((body) => ({ negative: false, body }));
  return addTerms(terms, left.span);
}

function productOf(left: Polynomial, right: Polynomial): Polynomial | null {
  let product: Polynomial = new Map();
  for (const [degree, each] of left) {
    const row = new Map([...right].map(([other, factor]) => [degree + other, times(each, factor)]));
    product = sumOf(product, row);
  }
  return Math.max(...product.keys()) > HIGHEST_DEGREE ? null : product;
}

export function times(left: Expression, right: Expression): Expression {
  if (isOne(left)) return right;
  return isOne(right) ? left : multiply([left, right], left.span);
}

function isOne(expression: Expression): boolean {
  return expression.kind === 'constant' && staticNumber(expression) === 1;
}

/** Names and calls put in, where that does not grow too large; else `null`. */
export function inlined(expression: Expression): Expression | null {
  const room = { nodes: MOST_NODES };
  const inline = (part: Expression): Expression => {
    if (--room.nodes < 0) return part;
    if (part.kind === 'let') {
      const value = inline(part.value);
      return inline(substitute(part.body, new Map([[part.local, value]])));
    }
    if (part.kind === 'call') {
      const { parameters, body } = part.instance;
      const places = new Map<Local, Expression>();
      parameters.forEach((parameter, at) => {
        const value = part.arguments[at];
        if (value !== undefined) places.set(parameter, inline(value));
      });
      return inline(substitute(body, places));
    }
    return mapChildren(part, inline);
  };
  const result = inline(expression);
  return room.nodes < 0 ? null : result;
}

const MOST_NODES = 2_000;
