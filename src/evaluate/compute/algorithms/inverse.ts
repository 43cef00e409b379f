// The inverse of a square matrix by elimination, and its whole powers by repeated squaring.
import { refuse } from '../../refusal.js';
import { arrayIn, numberIn, type Algorithm, type AlgorithmCall } from '../algorithm.js';
import { eliminate } from './elimination.js';
import {
  identityMatrix,
  productOf,
  squareRowsOf,
  type Matrix,
  type Workplace,
} from './matrices.js';

/** Refused where there is none, or where rounding hides whether there is one. */
export function inverseOf<T>(
  matrix: Matrix<T>,
  { arithmetic, count, span }: Workplace<T>,
): Matrix<T> {
  const size = matrix.length;
  const identity = identityMatrix(size, arithmetic, span);
  const rows = matrix.map((row, at) => [...row, ...(identity[at] ?? [])]);
  const task = { rows, width: size, everywhere: true, arithmetic, count, span };
  const { pivots, rest } = eliminate(task);
  if (rest === 'zero') refuse('matrix.singular', span);
  if (rest === 'hidden') refuse('matrix.unsure', span);
  const inverse: (readonly T[])[] = [];
  for (const { row, column } of pivots) {
    const pivot = rows[row]?.[column] as T;
    const right = rows[row]?.slice(size) ?? [];
    inverse[column] = right.map((entry) => arithmetic.divide(entry, pivot, span));
  }
  return inverse;
}

/** A matrix and a whole exponent, which may be negative. */
export const matrixPower: Algorithm = {
  jumps: true,
  run<T>(call: AlgorithmCall<T>): readonly T[] {
    const { operands, arithmetic, span } = call;
    const matrix = squareRowsOf(arrayIn(operands[0]));
    const exponent = arithmetic.integer(numberIn(operands[1]), span);
    if (!Number.isInteger(exponent)) refuse('shape.power-of-matrix', span);
    return powerOf(
      exponent < 0 ? inverseOf(matrix, call) : matrix,
      Math.abs(exponent),
      call,
    ).flat();
  },
};

function powerOf<T>(
  matrix: Matrix<T>,
  exponent: number,
  { arithmetic, count, span }: Workplace<T>,
): Matrix<T> {
  const product = (left: Matrix<T>, right: Matrix<T>): Matrix<T> => {
    count(matrix.length ** 3);
    return productOf(left, right, arithmetic, span);
  };
  let result: Matrix<T> | null = null;
  let square = matrix;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result === null ? square : product(result, square);
    if (rest > 1) square = product(square, square);
  }
  return result ?? identityMatrix(matrix.length, arithmetic, span);
}
