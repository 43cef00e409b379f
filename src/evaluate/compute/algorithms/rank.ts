// The rank of a matrix, and its pseudo-inverse: certain, or refused.
import { refuse } from '../../refusal.js';
import { arrayIn, numberIn, type Algorithm, type AlgorithmCall } from '../arithmetic.js';
import { eliminate, type Elimination } from './elimination.js';
import { inverseOf } from './inverse.js';
import { entryAt, productOf, rowsOf, transposeOf, type Matrix } from './matrices.js';

/** A matrix, and how many rows it has. */
export const rank: Algorithm = {
  jumps: true,
  run<T>(call: AlgorithmCall<T>): T {
    const { pivots } = eliminationOf(matrixOf(call), call);
    return call.arithmetic.of(pivots.length, call.span);
  },
};

/**
 * A matrix, and how many rows it has. With the columns C and the rows R that hold its pivots,
 * A⁺ = Rᵀ(CᵀARᵀ)⁻¹Cᵀ (Ben-Israel & Greville, 2nd ed., theorem 1.5).
 */
export const pseudoInverse: Algorithm = {
  jumps: true,
  run<T>(call: AlgorithmCall<T>): readonly T[] {
    const { arithmetic, count, span } = call;
    const matrix = matrixOf(call);
    const { pivots } = eliminationOf(matrix, call);
    const [first = []] = matrix;
    if (pivots.length === 0) return matrix.flat();
    const product = (left: Matrix<T>, right: Matrix<T>): Matrix<T> => {
      count(left.length * right.length * (right[0]?.length ?? 0));
      return productOf(left, right, arithmetic, span);
    };
    const isWhole = pivots.length === first.length;
    if (isWhole && matrix.length === first.length) return inverseOf(matrix, call).flat();
    if (isWhole) {
      const turned = transposeOf(matrix);
      return product(inverseOf(product(turned, matrix), call), turned).flat();
    }
    const rows = pivots.map(({ row }) => matrix[row] ?? first);
    const columns = pivots.map(({ column }) =>
      matrix.map((_, row) => entryAt(matrix, row, column)),
    );
    const turned = transposeOf(rows);
    const inner = inverseOf(product(product(columns, matrix), turned), call);
    return product(product(turned, inner), columns).flat();
  },
};

function matrixOf<T>({ operands, arithmetic }: AlgorithmCall<T>): Matrix<T> {
  return rowsOf(arrayIn(operands[0]), arithmetic.valueOf(numberIn(operands[1])));
}

function eliminationOf<T>(
  matrix: Matrix<T>,
  { arithmetic, count, span }: AlgorithmCall<T>,
): Elimination {
  const rows = matrix.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  const found = eliminate({ rows, width, everywhere: false, arithmetic, count, span });
  if (found.rest === 'hidden') refuse('matrix.rank-unsure', span);
  // What is 0 here and varies is not 0 beside this place.
  for (const row of found.freeRows)
    for (const column of found.freeColumns) arithmetic.isZero(entryAt(rows, row, column), span);
  return found;
}
