// The positive root of a symmetric positive matrix: found in doubles, with a bound on its error, and with its slope.
import { refuse } from '../../refusal.js';
import { arrayIn, type Algorithm, type AlgorithmCall } from '../arithmetic.js';
import { BoundedArithmetic } from '../bounded.js';
import { eliminate } from './elimination.js';
import { leastEigenvalue } from './eigenvalues.js';
import { symmetricBasis } from './jacobi.js';
import {
  constantNear,
  constantWithin,
  distanceFromIdentity,
  doublesOf,
  entryAt,
  exactMatrix,
  madeMatrix,
  productOf,
  reachOf,
  SLACK,
  squareRowsOf,
  transposeOf,
  type Matrix,
  type Workplace,
} from './matrices.js';

export const matrixRoot: Algorithm = {
  jumps: true,
  run<T>(call: AlgorithmCall<T>): readonly T[] {
    const { arithmetic, operands, span } = call;
    if (arithmetic.order > 1) return refuse('derivative.second-of-eigenvalue', span);
    const matrix = symmetricOf(squareRowsOf(arrayIn(operands[0])), call);
    call.count(40 * matrix.length ** 3);
    const root = rootInDoubles(doublesOf(matrix, arithmetic));
    const { from, to } = leastEigenvalue(matrix, call);
    if (to < 0) refuse('matrix.not-positive', span);
    const least = leastOfRoot(root.matrix, call);
    if (from > 0 && least > 0) return certainRoot(matrix, root, Math.sqrt(from) + least, call);
    return borderRoot(matrix, root, least, call);
  },
};

interface Root {
  readonly matrix: Matrix<number>;
  /** Its eigenvectors in columns, and its eigenvalues, nearly. */
  readonly vectors: Matrix<number>;
  readonly values: readonly number[];
}

/** Refuses what is certainly not symmetric; entries that should mirror each other become their mean. */
function symmetricOf<T>(matrix: Matrix<T>, { arithmetic, span }: Workplace<T>): Matrix<T> {
  const largest = Math.max(...matrix.flat().map((entry) => reachOf(entry, arithmetic)));
  const two = arithmetic.of(2, span);
  return matrix.map((row, at) =>
    row.map((entry, column) => {
      const mirrored = entryAt(matrix, column, at);
      const [one, other] = [arithmetic.known(entry), arithmetic.known(mirrored)];
      const allowed = one.error + other.error + 1e-13 * matrix.length * largest;
      if (!(Math.abs(one.value - other.value) <= allowed)) refuse('matrix.not-symmetric', span);
      if (at === column) return entry;
      return arithmetic.divide(arithmetic.add(entry, mirrored, span), two, span);
    }),
  );
}

function rootInDoubles(matrix: Matrix<number>): Root {
  const vectors = symmetricBasis(matrix);
  const columns = transposeOf(vectors);
  const values = columns.map((column) => {
    const square = column.reduce((sum, entry, at) => {
      return (
        sum +
        entry * (matrix[at] ?? []).reduce((dot, each, to) => dot + each * (column[to] ?? 0), 0)
      );
    }, 0);
    return Math.sqrt(Math.max(square, 0));
  });
  const size = matrix.length;
  const half = madeMatrix(size, size, (row, column) =>
    values.reduce(
      (sum, value, at) => sum + entryAt(vectors, row, at) * value * entryAt(vectors, column, at),
      0,
    ),
  );
  const root = madeMatrix(size, size, (row, column) =>
    entryAt(half, Math.min(row, column), Math.max(row, column)),
  );
  return { matrix: root, vectors, values };
}

/** No eigenvalue of these very doubles is less. */
function leastOfRoot(
  root: Matrix<number>,
  { count, span }: Omit<Workplace<unknown>, 'arithmetic'>,
): number {
  const arithmetic = new BoundedArithmetic();
  return leastEigenvalue(exactMatrix(root, arithmetic), { arithmetic, count, span }).from;
}

/** What the square of the root leaves of the matrix. */
function remainderOf<T>(
  matrix: Matrix<T>,
  root: Matrix<number>,
  { arithmetic, span }: Workplace<T>,
): { readonly entries: Matrix<T>; readonly size: number } {
  const exact = exactMatrix(root, arithmetic);
  const square = productOf(exact, exact, arithmetic, span);
  const entries = matrix.map((row, at) =>
    row.map((entry, column) => arithmetic.subtract(entry, entryAt(square, at, column), span)),
  );
  const reaches = entries.flat().map((entry) => reachOf(entry, arithmetic));
  return { entries, size: Math.hypot(...reaches) * SLACK };
}

/** ‖√A − √B‖ ≤ ‖A − B‖ / (√λ(A) + √λ(B)) with the least eigenvalues (van Hemmen & Ando 1980). */
function certainRoot<T>(
  matrix: Matrix<T>,
  root: Root,
  least: number,
  call: Workplace<T>,
): readonly T[] {
  const { arithmetic, span } = call;
  const { entries, size } = remainderOf(matrix, root.matrix, call);
  const error = (size / least) * SLACK;
  const reach = arithmetic.order === 0 ? error : 3 * error;
  const known = root.matrix.flat().map((entry) => constantNear(entry, reach, arithmetic, span));
  if (arithmetic.order === 0) return known;
  const slopes = correctionOf(entries, root, error, call);
  // Of the corrections only the slopes count: their values lie within the reach.
  return known.map((entry, at) => arithmetic.add(entry, slopes[at] as T, span));
}

/** D of RD + DR = E, by the eigenvectors of R; its slope is that of the root. */
function correctionOf<T>(
  entries: Matrix<T>,
  { matrix, vectors, values }: Root,
  error: number,
  call: Workplace<T>,
): readonly T[] {
  const { arithmetic, span } = call;
  const basis = exactMatrix(vectors, arithmetic);
  const turned = transposeOf(basis);
  const product = (left: Matrix<T>, right: Matrix<T>): Matrix<T> =>
    productOf(left, right, arithmetic, span);
  const seen = product(product(turned, entries), basis);
  const divided = seen.map((row, at) =>
    row.map((entry, column) => {
      const [one, other] = [values[at] ?? 0, values[column] ?? 0].map((each) =>
        arithmetic.exactly(each),
      );
      return arithmetic.divide(entry, arithmetic.add(one as T, other as T, span), span);
    }),
  );
  const found = product(product(basis, divided), turned).flat();
  const open = operatorError({ matrix, vectors, values }, error);
  if (!(open < 0.1)) return refuse('derivative.multiple-eigenvalue', span);
  const change = constantWithin((open / (1 - open)) * SLACK, arithmetic);
  const sum = found
    .map((entry) => arithmetic.multiply(change, entry, span))
    .reduce((total, entry) => arithmetic.add(total, entry, span));
  return found.map((entry) => arithmetic.add(entry, sum, span));
}

/** How far solving by these eigenvectors is from solving by the true root, relatively. */
function operatorError({ matrix, vectors, values }: Root, error: number): number {
  const distance = distanceFromIdentity(transposeOf(vectors), vectors);
  const arithmetic = new BoundedArithmetic();
  const nowhere = { start: 0, end: 0 };
  const [root, basis] = [exactMatrix(matrix, arithmetic), exactMatrix(vectors, arithmetic)];
  const moved = productOf(root, basis, arithmetic, nowhere);
  const missed = moved.flatMap((row, at) =>
    row.map((entry, column) => {
      const factor = arithmetic.exactly(values[column] ?? 0);
      const wanted = arithmetic.multiply(
        factor,
        arithmetic.exactly(entryAt(vectors, at, column)),
        nowhere,
      );
      return reachOf(arithmetic.subtract(entry, wanted, nowhere), arithmetic);
    }),
  );
  const wide = 1 + distance;
  const least = Math.min(...values);
  return (
    (2 * distance + distance ** 2 + (wide ** 2 * (Math.hypot(...missed) + error)) / least) * SLACK
  );
}

/** Where the least eigenvalue cannot be told from 0: ‖√A − √B‖ ≤ √‖A − B‖, if A is certainly not negative. */
function borderRoot<T>(
  matrix: Matrix<T>,
  root: Root,
  least: number,
  call: Workplace<T>,
): readonly T[] {
  const { arithmetic, span } = call;
  if (arithmetic.order > 0) return refuse('derivative.multiple-eigenvalue', span);
  if (!isPositive(matrix, call)) return refuse('matrix.positive-unsure', span);
  const { size } = remainderOf(matrix, root.matrix, call);
  const error = (Math.sqrt(size) + 2 * Math.max(0, -least)) * SLACK;
  return root.matrix.flat().map((entry) => constantNear(entry, error, arithmetic, span));
}

/** Whether all pivots of a symmetric elimination are certainly positive, and all that is left is certainly 0. */
function isPositive<T>(matrix: Matrix<T>, { arithmetic, count, span }: Workplace<T>): boolean {
  const rows = matrix.map((row) => [...row]);
  const task = { rows, width: rows.length, everywhere: false, arithmetic, count, span };
  const { pivots, rest } = eliminate(task);
  const isPivotPositive = pivots.every(({ row, column }) => {
    return row === column && arithmetic.known(entryAt(rows, row, column)).value > 0;
  });
  return isPivotPositive && rest !== 'hidden';
}
