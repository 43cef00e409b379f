// Readings of a claim that writers use besides the one of the language: in the prose, where nobody asked, they count.
import type { ScalarFunction } from '../scalarFunctions.js';
import type { RelationOperator, Syntax } from '../syntax.js';
import { visitSyntax } from '../syntaxChildren.js';
import { halfUnit, isList, statedOf } from './literals.js';

/** A relation between two numbers, with what its sides come to. */
export interface NumberClaim {
  readonly left: Syntax;
  readonly right: Syntax;
  readonly operator: RelationOperator;
  readonly leftValue: number;
  readonly rightValue: number;
}

/** Whether a claim that does not hold as it is read may have been meant in another way. */
export function mayBeMeantOtherwise(claim: NumberClaim): boolean {
  return (
    [claim.left, claim.right].some(holdsDoubtfulReading) ||
    isNearby(claim) ||
    isWholeDivision(claim) ||
    isOtherArithmetic(claim)
  );
}

/**
 * `\log 10^9+7` may be meant as `\log(10^9+7)`, `\ln(3)^2` as `\ln 3^2`, `\lg 8` to base 2, `\sin 30` in
 * degrees, and `17 = 2 \bmod 5` as a congruence.
 */
function holdsDoubtfulReading(side: Syntax): boolean {
  let doubtful = false;
  visitSyntax(side, (node) => {
    if (node.kind === 'function') doubtful ||= WITH_CONVENTIONS.has(node.name);
    if (node.kind === 'power') doubtful ||= node.base.kind === 'function';
    if (node.kind === 'sum')
      doubtful ||= node.terms.slice(0, -1).some(({ body }) => endsInOpenArgument(body));
    if (node.kind === 'remainder') doubtful = true;
  });
  return doubtful;
}

const WITH_CONVENTIONS: ReadonlySet<ScalarFunction> = new Set([
  'lg',
  'sin',
  'cos',
  'tan',
  'cot',
  'sec',
  'csc',
  'arcsin',
  'arccos',
  'arctan',
]);

/** Whether a sign behind it is what ended the argument of a function. */
function endsInOpenArgument(term: Syntax): boolean {
  if (term.kind === 'function') return !BRACKETED.has(term.argument.kind);
  const last = term.kind === 'product' ? term.factors.at(-1) : undefined;
  return last !== undefined && endsInOpenArgument(last.body);
}

const BRACKETED: ReadonlySet<Syntax['kind']> = new Set([
  'group',
  'set',
  'bars',
  'floor',
  'ceiling',
]);

/** `2/3\approx 0.66`, `\pi = 3.141`: digits that were cut off, or rounded up. */
function isNearby({ left, right, operator, leftValue, rightValue }: NumberClaim): boolean {
  const units = [left, right].map((side) => {
    const stated = statedOf(side);
    if (stated === null || isList(stated)) return 0;
    return 2 * halfUnit(operator === '\\approx' ? stated.roughUnit : stated.unit);
  });
  return Math.abs(leftValue - rightValue) <= Math.max(...units);
}

/** `5/4=1`: division as programs do it. */
function isWholeDivision({ left, right, leftValue, rightValue }: NumberClaim): boolean {
  const divides = (side: Syntax): boolean => {
    let found = false;
    visitSyntax(side, (node) => {
      if (node.kind === 'quotient') found = true;
      if (node.kind === 'product') found ||= node.factors.some((each) => each.operator === 'slash');
    });
    return found;
  };
  return (
    (divides(left) && Math.trunc(leftValue) === rightValue) ||
    (divides(right) && Math.trunc(rightValue) === leftValue)
  );
}

/** `3\cdot 5=1` holds modulo 7, `1+1=1` of truth values, `101+1=110` of binary numbers. */
function isOtherArithmetic({ left, right, operator, leftValue, rightValue }: NumberClaim): boolean {
  if (operator !== '=') return false;
  const numbers: string[] = [];
  let whole = true;
  for (const side of [left, right])
    visitSyntax(side, (node) => {
      if (node.kind === 'number') numbers.push(node.text);
      else if (!WHOLE.has(node.kind)) whole = false;
    });
  if (!whole || !numbers.every((text) => /^\d+$/.test(text))) return false;
  const smaller = Math.min(Math.abs(leftValue), Math.abs(rightValue));
  const isResidue = Math.abs(leftValue - rightValue) >= smaller;
  return isResidue || numbers.every((text) => /^[01]+$/.test(text));
}

const WHOLE: ReadonlySet<Syntax['kind']> = new Set(['sum', 'product', 'power', 'group']);
