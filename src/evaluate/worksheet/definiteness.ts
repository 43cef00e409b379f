// Whether a matrix is positive definite or semidefinite: exactly where its entries are known so, else by its least eigenvalue.
import { exactOf } from '../compute/bounds.js';
import type { BoundedResult, Budget } from '../compute/budget.js';
import {
  addFractions,
  divideFractions,
  multiplyFractions,
  negateFraction,
  type Fraction,
} from '../compute/fraction.js';
import {
  describeShape,
  SCALAR,
  shapeOf,
  type Bounded,
  type Expression,
  type MatrixShape,
} from '../expression.js';
import { formatNumber } from '../format.js';
import { refuse } from '../refusal.js';
import { algorithmOf, constant } from '../resolve/construct.js';
import type { Context } from '../resolve/context.js';
import type { Verdict } from '../result.js';
import type { Relation } from '../syntax.js';
import { compareSides } from './compare.js';
import type { Sign } from './domainSets.js';
import type { Note } from './results.js';

export interface Definiteness {
  readonly verdict: Verdict;
  readonly notes: readonly Note[];
}

/** Of larger matrices fractions are not tried: they take long. */
const MOST_EXACT_ROWS = 16;

export function definiteness(
  matrix: Expression,
  sign: Sign,
  { span }: Relation,
  context: Context,
  budget: Budget,
): Definiteness {
  const shape = shapeOf(matrix);
  if (shape.rank !== 2) refuse('shape.matrix-expected', span, { found: describeShape(shape) });
  if (shape.rows !== shape.columns)
    refuse('shape.square-expected', span, { found: describeShape(shape) });
  const computed = budget.computeBounded(matrix, context.shared.instances);
  const { unsure, nearTie } = computed.trace;
  const symmetric = symmetryOf(computed, shape);
  if (sign === 'any' || unsure !== null || nearTie)
    return { verdict: unsure !== null || nearTie ? 'unknown' : symmetric, notes: [] };
  if (symmetric === 'fails') refuse('matrix.asymmetric', span);
  const place = constant(shape.rows, span);
  const least = algorithmOf('eigenvalues', [matrix, place], SCALAR, span);
  const [value] = budget.computeBounded(least, context.shared.instances).values;
  const verdict = exactVerdict(computed, shape, sign) ?? verdictOf(value, sign);
  return { verdict, notes: notesFor(verdict, value) };
}

/** Whether the entries that mirror each other are equal. */
function symmetryOf({ values }: BoundedResult, { rows }: MatrixShape): Verdict {
  const at = (row: number, column: number): Bounded | undefined => values[row * rows + column];
  const pairs = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: row }, (_, column) => [at(row, column), at(column, row)] as const),
  ).flat();
  const verdicts = pairs.map(([one, other]): Verdict => {
    if (one === undefined || other === undefined) return 'unknown';
    const sides = [one, other].map((each) => ({ values: [each], stated: null }));
    const [left, right] = sides;
    return left === undefined || right === undefined ? 'unknown' : compareSides('=', left, right);
  });
  if (verdicts.includes('fails')) return 'fails';
  return verdicts.includes('unknown') ? 'unknown' : 'holds';
}

/** An eigenvalue that may be 0 decides nothing. */
function verdictOf(least: Bounded | undefined, sign: Sign): Verdict {
  if (least === undefined) return 'unknown';
  const { value, error } = least;
  if (value + error < 0 || (sign === 'positive' && value === 0 && error === 0)) return 'fails';
  if (value - error > 0) return 'holds';
  return error === 0 && sign === 'nonnegative' ? 'holds' : 'unknown';
}

function exactVerdict(
  { values }: BoundedResult,
  { rows }: MatrixShape,
  sign: Sign,
): Verdict | null {
  const exact = values.map(exactOf);
  if (rows > MOST_EXACT_ROWS || exact.includes(null)) return null;
  const entries = exact.flatMap((entry) => (entry === null ? [] : [entry]));
  const matrix = Array.from({ length: rows }, (_, row) =>
    entries.slice(row * rows, (row + 1) * rows),
  );
  const isMirrored = matrix.every((row, at) =>
    row.every((entry, column) => isZero(difference(entry, matrix[column]?.[at]))),
  );
  const found = isMirrored ? exactSign(matrix) : null;
  if (found === null) return null;
  return found === 'positive' || found === sign ? 'holds' : 'fails';
}

/**
 * By Schur complements (Horn & Johnson, Matrix Analysis, 2nd ed., theorem 7.7.7): a matrix with a positive
 * entry on its diagonal is as definite as its complement there; without one it is semidefinite only if it is 0.
 */
function exactSign(matrix: readonly (readonly Fraction[])[]): Sign | 'indefinite' | null {
  let rest = matrix;
  while (rest.length > 0) {
    const diagonal = rest.map((row, at) => row[at]?.numerator ?? 0n);
    if (diagonal.some((entry) => entry < 0n)) return 'indefinite';
    const pivot = diagonal.findIndex((entry) => entry > 0n);
    if (pivot < 0) return rest.flat().every(isZero) ? 'nonnegative' : 'indefinite';
    const complement = complementAt(rest, pivot);
    if (complement === null) return null;
    rest = complement;
  }
  return 'positive';
}

function complementAt(
  matrix: readonly (readonly Fraction[])[],
  pivot: number,
): readonly (readonly Fraction[])[] | null {
  const others = matrix.flatMap((_, at) => (at === pivot ? [] : [at]));
  const centre = matrix[pivot]?.[pivot];
  const rows = others.map((row) =>
    others.map((column) => {
      const [side, top] = [matrix[row]?.[pivot], matrix[pivot]?.[column]];
      if (side === undefined || top === undefined || centre === undefined) return null;
      const product = multiplyFractions(side, top);
      const part = product === null ? null : divideFractions(product, centre);
      return part === null ? null : difference(matrix[row]?.[column], part);
    }),
  );
  const known = rows.map((row) => row.flatMap((entry) => (entry === null ? [] : [entry])));
  return known.every(({ length }) => length === others.length) ? known : null;
}

function difference(left: Fraction | undefined, right: Fraction | undefined): Fraction | null {
  return left === undefined || right === undefined
    ? null
    : addFractions(left, negateFraction(right));
}

function isZero(fraction: Fraction | null): boolean {
  return fraction?.numerator === 0n;
}

/** The least eigenvalue, where digits of it are certain. */
function notesFor(verdict: Verdict, least: Bounded | undefined): readonly Note[] {
  if (verdict === 'unknown') return [{ code: 'claim.uncertain', data: {} }];
  if (least === undefined || Math.abs(least.value) < 1e6 * least.error) return [];
  return [{ code: 'claim.least-eigenvalue', data: { value: formatNumber(least.value) } }];
}
