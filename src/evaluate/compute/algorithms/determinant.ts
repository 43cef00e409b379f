// The determinant of a square matrix, by elimination; where its entries vary, by its rows.
import { arrayIn, type Algorithm, type AlgorithmCall } from '../arithmetic.js';
import { refuse } from '../../refusal.js';
import { EnclosureArithmetic } from '../enclosing.js';
import { RateArithmetic } from '../rates.js';
import { eliminate, greatestDeterminant, type Elimination, type Pivot } from './elimination.js';
import { constantWithin, squareRowsOf } from './matrices.js';

/** Of the n² entries of a matrix, row by row. */
export const determinant: Algorithm = {
  jumps: false,
  run<T>({ operands, arithmetic, count, span }: AlgorithmCall<T>): T {
    const rows = squareRowsOf(arrayIn(operands[0])).map((row) => [...row]);
    const varies =
      arithmetic instanceof EnclosureArithmetic || arithmetic instanceof RateArithmetic;
    if (varies && rows.length <= MOST_EXPANDED) return expanded(rows, { arithmetic, span });
    const task = { rows, width: rows.length, everywhere: false, arithmetic, count, span };
    const elimination = eliminate(task);
    const factors = elimination.pivots.map(({ row, column }) => rows[row]?.[column] as T);
    const rest = restOf(rows, elimination, { arithmetic, span });
    const product = [...factors, ...(rest === null ? [] : [rest])].reduce(
      (total, factor) => arithmetic.multiply(total, factor, span),
      arithmetic.of(1, span),
    );
    return isOdd(elimination) ? arithmetic.unary('negate', product, span) : product;
  },
};

/** Larger ones have too many terms. */
const MOST_EXPANDED = 5;

/** By the entries of the first row and their minors (Laplace): no pivots have to be told from 0. */
function expanded<T>(
  [first = [], ...others]: readonly (readonly T[])[],
  { arithmetic, span }: Pick<AlgorithmCall<T>, 'arithmetic' | 'span'>,
): T {
  if (first.length === 0) return arithmetic.of(1, span);
  return first.reduce<T>(
    (sum, entry, at) => {
      const minor = others.map((row) => row.filter((_, column) => column !== at));
      const term = arithmetic.multiply(entry, expanded(minor, { arithmetic, span }), span);
      return at % 2 === 0 ? arithmetic.add(sum, term, span) : arithmetic.subtract(sum, term, span);
    },
    arithmetic.of(0, span),
  );
}

/** The determinant of what has no pivots, `null` where nothing is left. */
function restOf<T>(
  rows: readonly (readonly T[])[],
  elimination: Elimination,
  { arithmetic, span }: Pick<AlgorithmCall<T>, 'arithmetic' | 'span'>,
): T | null {
  const { rest, freeRows, freeColumns } = elimination;
  if (rest === 'none') return null;
  // Zeros that vary: a product of more of them than derivatives are taken stays 0.
  if (rest === 'zero' && freeRows.length > arithmetic.order) return arithmetic.of(0, span);
  const [row] = freeRows;
  const [column] = freeColumns;
  if (freeRows.length === 1 && row !== undefined && column !== undefined)
    return rows[row]?.[column] as T;
  if (arithmetic.order > 0) return refuse('derivative.singular', span);
  return constantWithin(greatestDeterminant(rows, elimination, arithmetic), arithmetic);
}

/** Whether rows and columns are paired by an odd permutation. */
function isOdd({ pivots, freeRows, freeColumns }: Elimination): boolean {
  const free = freeRows.map((row, at): Pivot => ({ row, column: freeColumns[at] ?? row }));
  const places = [...pivots, ...free].sort((left, right) => left.row - right.row);
  let isOdd = false;
  places.forEach(({ column }, at) => {
    for (const later of places.slice(at + 1)) if (later.column < column) isOdd = !isOdd;
  });
  return isOdd;
}
