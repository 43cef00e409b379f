// Whether two computed sides stand in a relation, as far as rounding lets that be told.
import type { Bounded } from '../compute/bounded.js';
import type { Verdict } from '../result.js';
import type { RelationOperator } from '../syntax.js';
import { isList, type Stated, type StatedValue } from './literals.js';

/** A side as numbers with error bounds, and as it was stated, where it is a literal. */
export interface Side {
  readonly values: readonly Bounded[];
  readonly stated: StatedValue | null;
}

/** Errors above this part of the values tell nothing. */
const USEFUL = 1e-6;
/** Sides that are about 0 have no scale of their own. */
const SMALLEST_SCALE = 1e-3;

/** All entries have to stand in the relation; one that does not decides. */
export function compareSides(operator: RelationOperator, left: Side, right: Side): Verdict {
  const verdicts = left.values.map((value, at) => {
    const other = right.values[at] ?? { value: NaN, error: 0 };
    return comparePair(operator, value, other, openness(operator, left, right, at));
  });
  if (operator === '\\ne') return anyOf(verdicts);
  if (verdicts.includes('fails')) return 'fails';
  return verdicts.every((verdict) => verdict === 'holds') ? 'holds' : 'unknown';
}

/** Two vectors differ if one entry does. */
function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('holds')) return 'holds';
  return verdicts.includes('unknown') ? 'unknown' : 'fails';
}

/** What the literals of the two sides leave open; `null` where ≈ stands between computed sides. */
function openness(operator: RelationOperator, left: Side, right: Side, at: number): number | null {
  const literals = [left, right].flatMap(({ stated }) => statedAt(stated, at));
  if (operator === '\\approx') {
    if (literals.length === 0) return null;
    return Math.max(...literals.map(({ roughHalfUnit }) => roughHalfUnit));
  }
  if (operator !== '=' && operator !== '\\equiv' && operator !== '\\triangleq' && operator !== ':=')
    return 0;
  return Math.max(0, ...literals.map(({ halfUnit }) => halfUnit));
}

function statedAt(stated: StatedValue | null, at: number): readonly Stated[] {
  if (stated === null) return [];
  if (!isList(stated)) return [stated];
  const entry = stated[at];
  return entry === undefined ? [] : [entry];
}

function comparePair(
  operator: RelationOperator,
  left: Bounded,
  right: Bounded,
  open: number | null,
): Verdict {
  if (open === null) return 'unknown';
  const same = left.value === right.value;
  // Two infinite values of one sign are the same.
  const error = same && !Number.isFinite(left.value) ? 0 : left.error + right.error;
  const difference = same ? 0 : left.value - right.value;
  const scale = scaleOf(left, right);
  switch (operator) {
    case '<':
      return order(difference, error, scale, 'strict');
    case '>':
      return order(-difference, error, scale, 'strict');
    case '\\le':
      return order(difference, error, scale, 'weak');
    case '\\ge':
      return order(-difference, error, scale, 'weak');
    case '\\ne':
      return opposite(equal(difference, error, 0, scale));
    default:
      return equal(difference, error, open, scale);
  }
}

function scaleOf(left: Bounded, right: Bounded): number {
  return Math.max(Math.abs(left.value), Math.abs(right.value), SMALLEST_SCALE);
}

function equal(difference: number, error: number, open: number, scale: number): Verdict {
  const distance = Math.abs(difference);
  // Half a unit is itself written in decimals: a few units in the last place belong to it.
  const allowed = open + (open > 0 ? 4 * Number.EPSILON * scale : 0);
  if (distance > allowed + error) return 'fails';
  return distance + error <= allowed || error <= USEFUL * scale ? 'holds' : 'unknown';
}

/** Whether the difference is below 0, or at most 0. */
function order(difference: number, error: number, scale: number, kind: 'strict' | 'weak'): Verdict {
  if (difference > error) return 'fails';
  if (difference < -error || (kind === 'weak' && difference === 0 && error === 0)) return 'holds';
  if (kind === 'weak') return error <= USEFUL * scale ? 'holds' : 'unknown';
  return error === 0 ? 'fails' : 'unknown';
}

function opposite(verdict: Verdict): Verdict {
  if (verdict === 'unknown') return verdict;
  return verdict === 'holds' ? 'fails' : 'holds';
}
