// Numbers as Python reads them: the same doubles.
import { staticNumber } from '../resolve/construct.js';
import type { ConstantExpression, Expression } from '../expression.js';
import { call, LEVEL, piece, within, type Piece } from './piece.js';
import type { Scope } from './scope.js';

export function writeConstant({ value, truth, origin }: ConstantExpression, scope: Scope): Piece {
  if (origin !== undefined) return piece(scope.program.nameOf(origin));
  if (truth === 'nearest' && value === Math.E) return piece('np.e');
  if (truth === 'nearest' && value === Math.PI) return piece('np.pi');
  return numberPiece(value);
}

export function numberPiece(value: number): Piece {
  const size = Math.abs(value);
  const text = size === Infinity ? 'np.inf' : Object.is(value, -0) ? '0.0' : String(size);
  return value < 0 || Object.is(value, -0) ? piece(`-${text}`, LEVEL.sign) : piece(text);
}

/** As Python counts: an `int`, whatever the last digit of a double is. */
export function writeWhole(expression: Expression, scope: Scope): Piece {
  const written = scope.write(expression, scope);
  return isInt(expression, scope) ? written : call('round', written);
}

function isInt(expression: Expression, scope: Scope): boolean {
  switch (expression.kind) {
    case 'constant': {
      const from = expression.origin?.from;
      if (from === undefined) return Number.isInteger(expression.value);
      return from.kind === 'constant' && isInt(from, scope);
    }
    case 'local': {
      const bound = scope.locals.get(expression.local);
      return bound?.kind === 'piece' && bound.isWhole;
    }
    case 'add':
      return expression.terms.every(({ body }) => isInt(body, scope));
    case 'multiply':
      return expression.factors.every((factor) => isInt(factor, scope));
    case 'checkedIndex':
      return true;
    default:
      return false;
  }
}

/** A place that counts from 1 as one that counts from 0. */
export function writePlace(expression: Expression, scope: Scope): string {
  return shifted(expression, -1, scope);
}

/** Where a range ends, of which Python leaves the end out. */
export function writeEnd(expression: Expression, scope: Scope): string {
  return shifted(expression, 1, scope);
}

function shifted(expression: Expression, by: number, scope: Scope): string {
  if (expression.kind === 'checkedIndex') return shifted(expression.body, by, scope);
  const number = literalOf(expression);
  if (number !== null) return String(number + by);
  const last = expression.kind === 'add' ? expression.terms.at(-1) : undefined;
  const shift = last === undefined ? null : literalOf(last.body);
  if (expression.kind !== 'add' || last === undefined || shift === null)
    return withShift(expression, by, scope);
  const rest = { ...expression, terms: expression.terms.slice(0, -1) };
  return withShift(rest, by + (last.negative ? -shift : shift), scope);
}

function withShift(expression: Expression, by: number, scope: Scope): string {
  const written = writeWhole(expression, scope);
  if (by === 0) return written.text;
  return `${within(written, LEVEL.sum)} ${by < 0 ? '-' : '+'} ${Math.abs(by)}`;
}

/** A whole number that stands in the formula itself. */
function literalOf(expression: Expression): number | null {
  if (expression.kind !== 'constant' || expression.origin !== undefined) return null;
  const number = staticNumber(expression);
  return number !== null && Number.isSafeInteger(number) ? number : null;
}
