// Whether two computed sides stand in a relation, as far as rounding lets that be told.
import { exactOf } from '../compute/bounds.js';
import {
  addFractions,
  compareFractions,
  halfUnitFraction,
  negateFraction,
  type Fraction,
} from '../compute/fraction.js';
import type { Bounded } from '../expression.js';
import type { Verdict } from '../result.js';
import type { RelationOperator } from '../syntax.js';
import { halfUnit, isList, type Stated, type StatedValue } from './literals.js';

/** A side as numbers with error bounds, and as it was stated, where it is a literal. */
export interface Side {
  readonly values: readonly Bounded[];
  readonly stated: StatedValue | null;
}

/** Errors above this part of the values tell nothing. */
const USEFUL = 1e-6;
/** Sides that are about 0 have no scale of their own. */
const SMALLEST_SCALE = 1e-3;
/** Below it, a 0 may be a number too small for a double. */
const SMALLEST_NUMBER = 2 ** -1022;

/** All entries have to stand in the relation; one that does not decides. */
export function compareSides(operator: RelationOperator, left: Side, right: Side): Verdict {
  const verdicts = left.values.map((value, at) => {
    const other = right.values[at] ?? { value: NaN, error: 0, exact: null };
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

/** The unit of which half is open, `null` where nothing is; `undecided` where ≈ stands between computed sides. */
type Openness = number | null | 'undecided';

function openness(operator: RelationOperator, left: Side, right: Side, at: number): Openness {
  const literals = [left, right].flatMap(({ stated }) => statedAt(stated, at));
  if (operator === '\\approx')
    return literals.length === 0 ? 'undecided' : largest(literals.map((each) => each.roughUnit));
  if (operator !== '=' && operator !== '\\equiv' && operator !== '\\triangleq' && operator !== ':=')
    return null;
  return largest(literals.map(({ unit }) => unit));
}

/** How far apart two entries may be: half a unit where a side was stated with a decimal point. */
export function allowanceOf(
  operator: RelationOperator,
  left: StatedValue | null,
  right: StatedValue | null,
  at: number,
): number {
  const open = openness(operator, { values: [], stated: left }, { values: [], stated: right }, at);
  return open === 'undecided' ? 0 : halfUnit(open);
}

function largest(units: readonly (number | null)[]): number | null {
  return units.reduce((most, unit) => (most === null ? unit : Math.max(most, unit ?? most)), null);
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
  open: Openness,
): Verdict {
  if (open === 'undecided') return 'unknown';
  const exact = [exactOf(left), exactOf(right)] as const;
  const decided = compareExactly(operator, ...exact, open);
  if (decided !== null) return decided ? 'holds' : 'fails';
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
      return differ(difference, error);
    default:
      return isUnderflow(left, right, error) ? 'unknown' : equal(difference, error, open, scale);
  }
}

/** Whether the relation stands between two numbers that are known exactly, else `null`. */
function compareExactly(
  operator: RelationOperator,
  left: Fraction | null,
  right: Fraction | null,
  open: number | null,
): boolean | null {
  if (left === null || right === null) return null;
  const order = compareFractions(left, right);
  switch (operator) {
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '\\le':
      return order <= 0;
    case '\\ge':
      return order >= 0;
    case '\\ne':
      return order !== 0;
    default:
      return open === null ? order === 0 : isWithin(left, right, open);
  }
}

function isWithin(left: Fraction, right: Fraction, open: number): boolean | null {
  const allowed = halfUnitFraction(open);
  const [smaller, larger] = compareFractions(left, right) < 0 ? [left, right] : [right, left];
  const distance = addFractions(larger, negateFraction(smaller));
  return allowed === null || distance === null ? null : compareFractions(distance, allowed) <= 0;
}

function isUnderflow(left: Bounded, right: Bounded, error: number): boolean {
  const largest = Math.max(Math.abs(left.value), Math.abs(right.value));
  return error > 0 && largest + error < SMALLEST_NUMBER;
}

function scaleOf(left: Bounded, right: Bounded): number {
  return Math.max(Math.abs(left.value), Math.abs(right.value), SMALLEST_SCALE);
}

function equal(difference: number, error: number, open: number | null, scale: number): Verdict {
  const distance = Math.abs(difference);
  const half = halfUnit(open);
  // Half a unit is itself written in decimals: a few units in the last place belong to it.
  const allowed = half + (half > 0 ? 4 * Number.EPSILON * scale : 0);
  if (distance > allowed + error) return 'fails';
  return distance + error <= allowed || error <= USEFUL * scale ? 'holds' : 'unknown';
}

/** That numbers are equal cannot be seen from doubles, only that they differ. */
function differ(difference: number, error: number): Verdict {
  if (Math.abs(difference) > error) return 'holds';
  return error === 0 ? 'fails' : 'unknown';
}

/** Whether the difference is below 0, or at most 0. */
function order(difference: number, error: number, scale: number, kind: 'strict' | 'weak'): Verdict {
  if (difference > error) return 'fails';
  if (difference < -error || (kind === 'weak' && difference === 0 && error === 0)) return 'holds';
  if (kind === 'weak') return error <= USEFUL * scale ? 'holds' : 'unknown';
  return error === 0 ? 'fails' : 'unknown';
}
