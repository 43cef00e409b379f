// What algorithms on matrices share: rows and entries, products, and constants that are known only roughly.
import type { Span } from '../../../core/text/span.js';
import type { AlgorithmCall, Arithmetic } from '../arithmetic.js';
import { BoundedArithmetic } from '../bounded.js';

/** Row by row. */
export type Matrix<T> = readonly (readonly T[])[];

/** What work on matrices needs. */
export type Workplace<T> = Pick<AlgorithmCall<T>, 'arithmetic' | 'count' | 'span'>;

const NOWHERE: Span = { start: 0, end: 0 };

export function rowsOf<T>(entries: readonly T[], rows: number): Matrix<T> {
  const columns = entries.length / rows;
  return Array.from({ length: rows }, (_, row) =>
    entries.slice(row * columns, (row + 1) * columns),
  );
}

export function squareRowsOf<T>(entries: readonly T[]): Matrix<T> {
  return rowsOf(entries, Math.round(Math.sqrt(entries.length)));
}

export function entryAt<T>(matrix: Matrix<T>, row: number, column: number): T {
  return matrix[row]?.[column] as T;
}

export function madeMatrix<T>(
  rows: number,
  columns: number,
  entry: (row: number, column: number) => T,
): T[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => entry(row, column)),
  );
}

export function transposeOf<T>(matrix: Matrix<T>): Matrix<T> {
  const [first = []] = matrix;
  return madeMatrix(first.length, matrix.length, (row, column) => entryAt(matrix, column, row));
}

export function identityMatrix<T>(size: number, arithmetic: Arithmetic<T>, span: Span): Matrix<T> {
  return madeMatrix(size, size, (row, column) => arithmetic.of(row === column ? 1 : 0, span));
}

export function productOf<T>(
  left: Matrix<T>,
  right: Matrix<T>,
  arithmetic: Arithmetic<T>,
  span: Span,
): Matrix<T> {
  const columns = transposeOf(right);
  return left.map((row) => columns.map((column) => dotProduct(row, column, arithmetic, span)));
}

export function dotProduct<T>(
  left: readonly T[],
  right: readonly T[],
  arithmetic: Arithmetic<T>,
  span: Span,
): T {
  const [first, ...rest] = left.map((entry, at) =>
    arithmetic.multiply(entry, right[at] as T, span),
  );
  if (first === undefined) return arithmetic.of(0, span);
  return rest.reduce((total, entry) => arithmetic.add(total, entry, span), first);
}

/** These very doubles. */
export function exactMatrix<T>(matrix: Matrix<number>, arithmetic: Arithmetic<T>): Matrix<T> {
  return matrix.map((row) => row.map((entry) => arithmetic.exactly(entry)));
}

export function doublesOf<T>(matrix: Matrix<T>, arithmetic: Arithmetic<T>): Matrix<number> {
  return matrix.map((row) => row.map((entry) => arithmetic.known(entry).value));
}

/** A constant of which no more is known than that it lies within this distance of 0. */
export function constantWithin<T>(distance: number, arithmetic: Arithmetic<T>): T {
  return arithmetic.reconciled(arithmetic.exactly(0), arithmetic.exactly(distance));
}

/** A constant of which it is known how far it is from a double. */
export function constantNear<T>(
  value: number,
  distance: number,
  arithmetic: Arithmetic<T>,
  span: Span,
): T {
  return arithmetic.add(arithmetic.exactly(value), constantWithin(distance, arithmetic), span);
}

/** How large a number may be. */
export function reachOf<T>(number: T, arithmetic: Arithmetic<T>): number {
  const { value, error } = arithmetic.known(number);
  return Math.abs(value) + error;
}

/** How far the product of two matrices of doubles may be from the identity. */
export function distanceFromIdentity(left: Matrix<number>, right: Matrix<number>): number {
  const arithmetic = new BoundedArithmetic();
  const [first, second] = [exactMatrix(left, arithmetic), exactMatrix(right, arithmetic)];
  return distanceOf(productOf(first, second, arithmetic, NOWHERE), arithmetic);
}

/** How far a matrix may be from the identity: the greatest sum of a row of the difference. */
export function distanceOf<T>(matrix: Matrix<T>, arithmetic: Arithmetic<T>): number {
  const sums = matrix.map((row, at) =>
    row.reduce((sum, entry, column) => {
      const { value, error } = arithmetic.known(entry);
      return sum + Math.abs(value - (at === column ? 1 : 0)) + error;
    }, 0),
  );
  return Math.max(...sums) * SLACK;
}

/** What the rounding of sums of doubles can take away from a bound. */
export const SLACK = 1 + 1e-10;
