// The determinant of a square matrix, by elimination with the largest pivot of each column (Golub & Van Loan, 4th ed., algorithm 3.4.1).
import { arrayIn, type Algorithm, type AlgorithmCall } from '../algorithm.js';

/** Of the n² entries of a matrix, row by row. */
export const determinant: Algorithm = {
  jumps: false,
  run<T>({ operands, arithmetic, count, span }: AlgorithmCall<T>): T {
    const entries = [...arrayIn(operands[0])];
    const size = Math.round(Math.sqrt(entries.length));
    count(size ** 3);
    const at = (row: number, column: number): T => entries[row * size + column] as T;
    let total = arithmetic.of(1, span);
    for (let step = 0; step < size; step++) {
      const pivot = pivotOf(step, size, (row) => Math.abs(arithmetic.valueOf(at(row, step))));
      if (pivot !== step) {
        for (let column = step; column < size; column++) {
          const moved = at(step, column);
          entries[step * size + column] = at(pivot, column);
          entries[pivot * size + column] = moved;
        }
        total = arithmetic.unary('negate', total, span);
      }
      total = arithmetic.multiply(total, at(step, step), span);
      if (arithmetic.valueOf(at(step, step)) === 0) continue;
      for (let row = step + 1; row < size; row++) {
        const factor = arithmetic.divide(at(row, step), at(step, step), span);
        for (let column = step + 1; column < size; column++) {
          const product = arithmetic.multiply(factor, at(step, column), span);
          entries[row * size + column] = arithmetic.subtract(at(row, column), product, span);
        }
      }
    }
    return total;
  },
};

function pivotOf(step: number, size: number, sizeAt: (row: number) => number): number {
  let best = step;
  for (let row = step + 1; row < size; row++) if (sizeAt(row) > sizeAt(best)) best = row;
  return best;
}
