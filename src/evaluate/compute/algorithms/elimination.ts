// Elimination with the largest pivot of all (Golub & Van Loan, 4th ed., section 3.4.8), which is exact where the entries are.
import type { Span } from '../../../core/text/span.js';
import type { Arithmetic } from '../arithmetic.js';
import { reachOf } from './matrices.js';

export interface Pivot {
  readonly row: number;
  readonly column: number;
}

export interface Elimination {
  readonly pivots: readonly Pivot[];
  /** What is left beside the rows and columns of the pivots: only zeros, or what may be some. */
  readonly rest: 'none' | 'zero' | 'hidden';
  readonly freeRows: readonly number[];
  readonly freeColumns: readonly number[];
}

export interface EliminationTask<T> {
  /** Changed on the way. */
  readonly rows: T[][];
  /** Pivots stand in the first columns, so many. */
  readonly width: number;
  /** Whether the rows of earlier pivots are cleared too. */
  readonly everywhere: boolean;
  /** After so many pivots it stops. */
  readonly most?: number;
  readonly arithmetic: Arithmetic<T>;
  readonly count: (steps: number) => void;
  readonly span: Span;
}

export function eliminate<T>(task: EliminationTask<T>): Elimination {
  const { rows, width, count, everywhere, most = Infinity } = task;
  const freeRows = rows.map((_, row) => row);
  const freeColumns = Array.from({ length: width }, (_, column) => column);
  const pivots: Pivot[] = [];
  const length = rows[0]?.length ?? 0;
  for (;;) {
    const found = pivots.length < most ? pivotAmong(task, freeRows, freeColumns) : 'hidden';
    if (typeof found === 'string') return { pivots, rest: found, freeRows, freeColumns };
    pivots.push(found);
    remove(freeRows, found.row);
    remove(freeColumns, found.column);
    const targets = everywhere
      ? rows.map((_, row) => row).filter((row) => row !== found.row)
      : freeRows;
    count(targets.length * length + 1);
    for (const row of targets) clear(task, row, found);
  }
}

function remove(list: number[], item: number): void {
  list.splice(list.indexOf(item), 1);
}

/** Takes a multiple of the row of the pivot from a row, so that its entry below the pivot is 0. */
function clear<T>({ rows, arithmetic, span }: EliminationTask<T>, row: number, pivot: Pivot): void {
  const [target, source] = [rows[row], rows[pivot.row]];
  if (target === undefined || source === undefined) return;
  const above = source[pivot.column] as T;
  const factor = arithmetic.divide(target[pivot.column] as T, above, span);
  source.forEach((entry, column) => {
    const product = arithmetic.multiply(factor, entry, span);
    target[column] =
      column === pivot.column
        ? arithmetic.of(0, span)
        : arithmetic.subtract(target[column] as T, product, span);
  });
}

/** The largest entry that is certainly not 0. */
function pivotAmong<T>(
  { rows, arithmetic }: EliminationTask<T>,
  freeRows: readonly number[],
  freeColumns: readonly number[],
): Pivot | Elimination['rest'] {
  let best: Pivot | null = null;
  let largest = 0;
  let isHidden = false;
  for (const row of freeRows) {
    for (const column of freeColumns) {
      const { value, error } = arithmetic.known(rows[row]?.[column] as T);
      const size = Math.abs(value);
      if (size <= error && error > 0) isHidden = true;
      if (size > error && size > largest) {
        largest = size;
        best = { row, column };
      }
    }
  }
  if (best !== null) return best;
  if (freeRows.length === 0 || freeColumns.length === 0) return 'none';
  return isHidden ? 'hidden' : 'zero';
}

/** No determinant of these rows and columns is larger (Hadamard). */
export function greatestDeterminant<T>(
  rows: readonly (readonly T[])[],
  { freeRows, freeColumns }: Elimination,
  arithmetic: Arithmetic<T>,
): number {
  const greatest = freeRows
    .map((row) =>
      freeColumns.reduce((sum, column) => sum + reachOf(rows[row]?.[column] as T, arithmetic), 0),
    )
    .reduce((product, sum) => product * sum, 1);
  // What is too small to hold is not 0.
  return greatest + Number.MIN_VALUE;
}
