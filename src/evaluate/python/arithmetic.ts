// Sums, products, quotients, powers, remainders and the greatest of several numbers.
import type { Expression } from '../expression.js';
import { call, LEVEL, piece, within, type Piece } from './piece.js';
import { isAlongAxis } from './elementwise.js';
import type { Scope } from './scope.js';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

export function writeAdd({ terms }: Of<'add'>, scope: Scope): Piece {
  const [first, ...rest] = terms;
  if (first === undefined) return piece('0');
  const head = scope.write(first.body, scope);
  const start = first.negative ? negated(head) : head;
  const tail = rest.map(({ negative, body }) => {
    const term = within(scope.write(body, scope), LEVEL.product);
    return ` ${negative ? '-' : '+'} ${term}`;
  });
  return tail.length === 0 ? start : piece([within(start, LEVEL.sum), ...tail].join(''), LEVEL.sum);
}

/** Of a product the sign is that of its first factor. */
export function negated(body: Piece): Piece {
  const isProduct = body.level === LEVEL.product;
  return piece(`-${within(body, LEVEL.product)}`, isProduct ? LEVEL.product : LEVEL.sign);
}

export function writeMultiply({ factors }: Of<'multiply'>, scope: Scope): Piece {
  const texts = factors.map((factor, at) =>
    within(scope.write(factor, scope), at === 0 ? LEVEL.product : LEVEL.sign),
  );
  return texts.length === 0 ? piece('1') : piece(texts.join(' * '), LEVEL.product);
}

export function writeDivide({ numerator, denominator }: Of<'divide'>, scope: Scope): Piece {
  const above = within(scope.write(numerator, scope), LEVEL.product);
  const below = within(scope.write(denominator, scope), LEVEL.sign);
  return piece(`${above} / ${below}`, LEVEL.product);
}

export function writePower({ base, exponent }: Of<'power'>, scope: Scope): Piece {
  return powerOf(scope.write(base, scope), scope.write(exponent, scope));
}

export function powerOf(base: Piece, exponent: Piece): Piece {
  return piece(`${within(base, LEVEL.whole)} ** ${within(exponent, LEVEL.sign)}`, LEVEL.power);
}

/** That of Python and NumPy floors too; a sign before it would be that of its left side. */
export function writeRemainder({ left, right }: Of<'remainder'>, scope: Scope): Piece {
  const [one, other] = [scope.write(left, scope), scope.write(right, scope)];
  const [of, by] = [within(one, LEVEL.product), within(other, LEVEL.sign)];
  if (!scope.isComplex) return piece(`${of} % ${by}`, LEVEL.sum);
  return piece(
    `${of} - ${by} * np.floor(np.real(${one.text}) / np.real(${other.text}))`,
    LEVEL.sum,
  );
}

export function writeExtremum(expression: Of<'extremum'>, scope: Scope): Piece {
  const { operator, items } = expression;
  const pieces = items.map((item) => scope.write(item, scope));
  const [first, ...rest] = pieces;
  if (first === undefined || rest.length === 0) return first ?? piece('0');
  if (!isAlongAxis(expression, scope))
    return call(operator, ...pieces, ...(scope.isComplex ? ['key=np.real'] : []));
  const name = operator === 'max' ? 'np.maximum' : 'np.minimum';
  return rest.reduce((best, item) => call(name, best, item), first);
}
