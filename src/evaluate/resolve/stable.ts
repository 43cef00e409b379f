// Logarithms of powers of e and of their sums, without computing what would be too large: log(e^a + e^b), log σ(x), softmax as a quotient.
import type { Span } from '../../core/text/span.js';
import { SCALAR, type ConstantExpression, type Expression } from '../expression.js';
import {
  addTerms,
  algorithmOf,
  constant,
  divide,
  multiply,
  staticNumber,
  subtract,
  unary,
} from './construct.js';
import { inlined } from './polynomials.js';

/** The logarithm of what is positive for certain, and whether a power of e is in it. */
interface Logarithm {
  readonly value: Expression;
  readonly hasPower: boolean;
}

/** A form of `\log x` that does not overflow where x does, `null` where the literal one is as good. */
export function stableLogarithm(argument: Expression, span: Span): Expression | null {
  const found = logarithmOf(argument);
  if (found?.hasPower === true) return found.value;
  const rest = behindOne(argument);
  return rest === null ? null : unary('log1p', rest, span);
}

/** `\frac{e^{z_i}}{\sum_j e^{z_j}}`, `\frac{1}{1+e^{-x}}`. */
export function stableQuotient(
  numerator: Expression,
  denominator: Expression,
  span: Span,
): Expression | null {
  if (denominator.kind !== 'add' && denominator.kind !== 'reduce') return null;
  const below = logarithmOf(denominator);
  if (below?.hasPower !== true) return null;
  const power = staticNumber(numerator) === 1 ? behindOne(denominator) : null;
  if (power?.kind === 'unary' && power.operator === 'exp')
    return unary('logistic', unary('negate', power.body, span), span);
  const above = logarithmOf(numerator);
  return above === null ? null : unary('exp', subtract(above.value, below.value, span), span);
}

/** `1-\sigma(x)`. */
export function stableComplement(
  terms: readonly { readonly negative: boolean; readonly body: Expression }[],
  span: Span,
): Expression | null {
  const [first, second] = terms;
  if (terms.length !== 2 || first === undefined || second === undefined) return null;
  const isComplement = !first.negative && staticNumber(first.body) === 1 && second.negative;
  const { body } = second;
  if (!isComplement || body.kind !== 'unary' || body.operator !== 'logistic') return null;
  return unary('logistic', unary('negate', body.body, span), span);
}

/** The x of `1 + x`. */
function behindOne(argument: Expression): Expression | null {
  if (argument.kind !== 'add' || argument.terms.length !== 2) return null;
  const at = argument.terms.findIndex(
    ({ negative, body }) => !negative && staticNumber(body) === 1,
  );
  const other = argument.terms[1 - at];
  if (at < 0 || other === undefined) return null;
  return other.negative ? unary('negate', other.body, other.body.span) : other.body;
}

function logarithmOf(expression: Expression): Logarithm | null {
  const { span } = expression;
  switch (expression.kind) {
    case 'constant':
      return ofConstant(expression);
    case 'unary':
      return ofUnary(expression);
    case 'multiply':
      return together(expression.factors.map(logarithmOf), (values) =>
        addTerms(
          values.map((body) => ({ negative: false, body })),
          span,
        ),
      );
    case 'divide':
      return together(
        [expression.numerator, expression.denominator].map(logarithmOf),
        ([above, below]) => subtract(above ?? expression, below ?? expression, span),
      );
    case 'add':
      if (expression.terms.some(({ negative }) => negative)) return null;
      return together(
        expression.terms.map(({ body }) => logarithmOf(body)),
        (items) =>
          sumOf({ kind: 'list', items, shape: { rank: 1, length: items.length }, span }, span),
      );
    case 'reduce':
      return ofSum(expression);
    case 'call':
    case 'let': {
      const plain = inlined(expression);
      return plain === null || plain.kind === 'call' || plain.kind === 'let'
        ? null
        : logarithmOf(plain);
    }
    default:
      return null;
  }
}

function ofConstant(expression: ConstantExpression): Logarithm | null {
  const { value, span } = expression;
  if (!(value > 0) || !Number.isFinite(value)) return null;
  const isOne = staticNumber(expression) === 1;
  return { value: isOne ? constant(0, span) : unary('log', expression, span), hasPower: false };
}

function ofUnary({
  operator,
  body,
  span,
}: Extract<Expression, { kind: 'unary' }>): Logarithm | null {
  switch (operator) {
    case 'exp':
      return { value: body, hasPower: true };
    case 'logistic': {
      const items = [constant(0, span), unary('negate', body, span)];
      const list = { kind: 'list', items, shape: { rank: 1, length: 2 }, span } as const;
      return { value: unary('negate', sumOf(list, span), span), hasPower: true };
    }
    case 'sqrt':
      return together([logarithmOf(body)], ([value]) =>
        divide(value ?? body, constant(2, span), span),
      );
    case 'square':
      return together([logarithmOf(body)], ([value]) =>
        multiply([constant(2, span), value ?? body], span),
      );
    default:
      return null;
  }
}

/** A sum over a range that is known and not empty. */
function ofSum(expression: Extract<Expression, { kind: 'reduce' }>): Logarithm | null {
  const { operator, index, from, to, conditions, body, span } = expression;
  if (operator !== 'sum' || conditions.length > 0) return null;
  const [first, last] = [staticNumber(from), staticNumber(to)];
  if (first !== 1 || last === null || !(last >= 1) || !Number.isInteger(last)) return null;
  const inner = logarithmOf(body);
  if (inner === null) return null;
  const vector: Expression = {
    kind: 'build',
    indices: [index],
    shape: { rank: 1, length: last },
    body: inner.value,
    span,
  };
  return { value: sumOf(vector, span), hasPower: inner.hasPower };
}

function together(
  parts: readonly (Logarithm | null)[],
  combine: (values: readonly Expression[]) => Expression,
): Logarithm | null {
  const known = parts.flatMap((part) => (part === null ? [] : [part]));
  if (known.length < parts.length || known.length === 0) return null;
  return {
    value: combine(known.map(({ value }) => value)),
    hasPower: known.some(({ hasPower }) => hasPower),
  };
}

/** The logarithm of the sum of the powers of e with these exponents. */
function sumOf(exponents: Expression, span: Span): Expression {
  return algorithmOf('logSumExp', [exponents], SCALAR, span);
}
