// Near eigenvectors of a matrix in doubles: what eigenvalues are found by, and never their certainty.
import { attempt } from '../../refusal.js';
import type { AlgorithmCall } from '../arithmetic.js';
import { PlainArithmetic } from '../plainArithmetic.js';
import { eliminate } from './elimination.js';
import { inverseOf } from './inverse.js';
import { symmetricBasis } from './jacobi.js';
import { entryAt, transposeOf, type Matrix } from './matrices.js';
import { realEigenvalues } from './shiftedQr.js';

export interface Basis {
  /** In its columns. */
  readonly vectors: Matrix<number>;
  readonly inverse: Matrix<number>;
}

type Place = Pick<AlgorithmCall<number>, 'count' | 'span'>;

/** `null` where there are not as many as columns, or where some are not real. */
export function eigenbasisOf(matrix: Matrix<number>, { count, span }: Place): Basis | null {
  if (!matrix.every((row) => row.every(Number.isFinite))) return null;
  if (isSymmetric(matrix)) {
    const vectors = symmetricBasis(matrix);
    return { vectors, inverse: transposeOf(vectors) };
  }
  const values = realEigenvalues(matrix);
  if (values === null) return null;
  const arithmetic = new PlainArithmetic();
  const found = attempt(() => {
    const columns = values.map((value) => nullVector(matrix, value, { count, span }));
    const vectors = transposeOf(columns);
    return { vectors, inverse: inverseOf(vectors, { arithmetic, count, span }) };
  }, span);
  return found.ok ? found.value : null;
}

function isSymmetric(matrix: Matrix<number>): boolean {
  return matrix.every((row, at) =>
    row.every((entry, column) => entry === entryAt(matrix, column, at)),
  );
}

/** What a matrix nearly multiplies by a value: it solves all equations but the one that has almost no pivot left. */
function nullVector(matrix: Matrix<number>, value: number, { count, span }: Place): number[] {
  const rows = matrix.map((row, at) =>
    row.map((entry, column) => (column === at ? entry - value : entry)),
  );
  const size = rows.length;
  const arithmetic = new PlainArithmetic();
  const task = { rows, width: size, everywhere: true, most: size - 1, arithmetic, count, span };
  const { pivots, freeColumns } = eliminate(task);
  const [free = 0] = freeColumns;
  const vector = rows.map<number>((_, at) => (at === free ? 1 : 0));
  for (const { row, column } of pivots)
    vector[column] = -entryAt(rows, row, free) / entryAt(rows, row, column);
  const length = Math.hypot(...vector);
  return vector.map((entry) => entry / length);
}
