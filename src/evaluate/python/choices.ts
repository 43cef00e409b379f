// Cases, indicators, and the convention that 0 · log 0 is 0.
import type { Condition, Expression } from '../expression.js';
import { isAlongAxis } from './elementwise.js';
import { numberPiece } from './numbers.js';
import { call, LEVEL, piece, within, type Piece } from './piece.js';
import { inner, type Scope } from './scope.js';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

export function writeChoose(expression: Of<'choose'>, scope: Scope): Piece {
  const { branches, otherwise } = expression;
  const inside = inner(scope);
  const last = otherwise === null ? piece('np.nan') : scope.write(otherwise, inside);
  const isArray = isAlongAxis(expression, scope);
  return branches.reduceRight(
    (rest, { conditions, value }) =>
      either(
        writeConditions(conditions, inside, isArray),
        scope.write(value, inside),
        rest,
        isArray,
      ),
    last,
  );
}

/** `p \log p` and `p \log(p/q)`. */
export function writeConvention(expression: Of<'convention'>, scope: Scope): Piece {
  const { zero, divisor, otherwise } = expression;
  const inside = inner(scope);
  const isArray = isAlongAxis(expression, scope);
  const factor = scope.write(zero, inside);
  const value = scope.write(otherwise, inside);
  const rest =
    divisor === null
      ? value
      : overZero(factor, scope.write(divisor, inside), value, scope, isArray);
  return either(test(factor, '==', piece('0'), scope), piece('0'), rest, isArray);
}

/** Of a positive number over 0. */
function overZero(
  factor: Piece,
  divisor: Piece,
  value: Piece,
  scope: Scope,
  isArray: boolean,
): Piece {
  const tests = [test(divisor, '==', piece('0'), scope), test(factor, '>', piece('0'), scope)];
  return either(joined(tests, isArray), piece('np.inf'), value, isArray);
}

/** NumPy computes both sides, and leaves out what is not meant. */
function either(condition: Piece, value: Piece, otherwise: Piece, isArray: boolean): Piece {
  if (isArray) return call('np.where', condition, value, otherwise);
  const [yes, no] = [within(value, LEVEL.comparison), otherwise.text];
  return piece(`${yes} if ${within(condition, LEVEL.comparison)} else ${no}`, LEVEL.choice);
}

export function writeConditions(
  conditions: readonly Condition[],
  scope: Scope,
  isArray: boolean,
): Piece {
  return joined(
    conditions.map((condition) => writeCondition(condition, scope, isArray)),
    isArray,
  );
}

function joined(tests: readonly Piece[], isArray: boolean): Piece {
  const [only] = tests;
  if (only === undefined) return piece('True');
  if (tests.length === 1) return only;
  const texts = tests.map((each) => (isArray ? `(${each.text})` : within(each, LEVEL.comparison)));
  return piece(texts.join(isArray ? ' & ' : ' and '), isArray ? LEVEL.choice : LEVEL.comparison);
}

const OPERATORS = {
  '=': '==',
  '\\ne': '!=',
  '<': '<',
  '>': '>',
  '\\le': '<=',
  '\\ge': '>=',
} as const;

function writeCondition(condition: Condition, scope: Scope, isArray: boolean): Piece {
  if (condition.kind === 'comparison') {
    const { left, right, operator } = condition;
    const sides = [scope.write(left, scope), scope.write(right, scope)] as const;
    return test(sides[0], OPERATORS[operator], sides[1], scope);
  }
  const body = scope.write(condition.body, scope);
  const values = [...condition.elements.values].map((value) => numberPiece(value).text);
  const set = `[${values.join(', ')}]`;
  if (isArray) return call('np.isin', body, set, ...(condition.negated ? ['invert=True'] : []));
  const sign = condition.negated ? 'not in' : 'in';
  return piece(`${within(body, LEVEL.sum)} ${sign} ${set}`, LEVEL.comparison);
}

/** What carries a slope is compared without it. */
function test(left: Piece, operator: string, right: Piece, { isComplex }: Scope): Piece {
  const side = (each: Piece): string =>
    isComplex && /[a-z]/.test(each.text) ? `np.real(${each.text})` : within(each, LEVEL.sum);
  return piece(`${side(left)} ${operator} ${side(right)}`, LEVEL.comparison);
}
