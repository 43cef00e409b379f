// Whether two sides of 50 digits stand in a relation.
import { compareFractions } from '../compute/fraction.js';
import { Decimal, type Precise } from '../compute/preciseNumber.js';
import type { Verdict } from '../result.js';
import type { RelationOperator } from '../syntax.js';
import { allowanceOf } from '../worksheet/compare.js';
import type { StatedValue } from '../worksheet/literals.js';

/** Errors above this part of the values tell nothing. */
const USEFUL = 1e-6;
const SMALLEST_SCALE = 1e-3;

/** All entries have to stand in the relation; one that does not decides. */
export function comparePrecisely(
  operator: RelationOperator,
  left: readonly Precise[],
  right: readonly Precise[],
  stated: readonly [StatedValue | null, StatedValue | null],
): Verdict {
  const verdicts = left.map((value, at) => {
    const other = right[at];
    if (other === undefined) return 'unknown';
    return comparePair(operator, value, other, allowanceOf(operator, ...stated, at));
  });
  if (operator === '\\ne') return anyOf(verdicts);
  if (verdicts.includes('fails')) return 'fails';
  return verdicts.every((verdict) => verdict === 'holds') ? 'holds' : 'unknown';
}

function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('holds')) return 'holds';
  return verdicts.includes('unknown') ? 'unknown' : 'fails';
}

function comparePair(
  operator: RelationOperator,
  left: Precise,
  right: Precise,
  allowed: number,
): Verdict {
  const difference = left.value.sub(right.value);
  if (!difference.isFinite()) return left.value.eq(right.value) ? 'holds' : 'unknown';
  const error = left.error.add(right.error);
  const order = orderOf(left, right) ?? (difference.abs().gt(error) ? difference.cmp(0) : null);
  const scale = Decimal.max(left.value.abs(), right.value.abs(), SMALLEST_SCALE);
  const isNear = error.lte(scale.mul(USEFUL));
  switch (operator) {
    case '<':
    case '\\le':
      return ordered(order, operator === '\\le', isNear);
    case '>':
    case '\\ge':
      return ordered(negated(order), operator === '\\ge', isNear);
    case '\\ne':
      return order === null ? 'unknown' : order === 0 ? 'fails' : 'holds';
    default: {
      if (order === 0) return 'holds';
      const isApart = difference.abs().gt(error.add(allowed * (1 + 1e-12)));
      return isApart ? 'fails' : isNear ? 'holds' : 'unknown';
    }
  }
}

/** `null` where it is not known exactly. */
function orderOf({ exact: left }: Precise, { exact: right }: Precise): number | null {
  return left === null || right === null ? null : compareFractions(left, right);
}

function negated(order: number | null): number | null {
  return order === null ? null : -order;
}

/** `null` is that the two cannot be told apart. */
function ordered(order: number | null, isWeak: boolean, isNear: boolean): Verdict {
  if (order === null) return isWeak && isNear ? 'holds' : 'unknown';
  if (order > 0) return 'fails';
  if (order < 0) return 'holds';
  return isWeak ? 'holds' : 'fails';
}
