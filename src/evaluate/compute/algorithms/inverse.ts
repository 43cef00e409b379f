// The inverse of a square matrix by elimination, and its whole powers by repeated squaring.
import { attempt, refuse } from '../../refusal.js';
import { arrayIn, numberIn, type Algorithm, type AlgorithmCall } from '../arithmetic.js';
import { PlainArithmetic } from '../plainArithmetic.js';
import { eliminate } from './elimination.js';
import {
  constantNear,
  distanceOf,
  doublesOf,
  entryAt,
  exactMatrix,
  identityMatrix,
  productOf,
  SLACK,
  squareRowsOf,
  transposeOf,
  type Matrix,
  type Workplace,
} from './matrices.js';

/** Elimination in bounds loses digits with every step; above this size another way may keep more. */
const LARGE = 8;

/** Refused where there is none, or where rounding hides whether there is one. */
export function inverseOf<T>(matrix: Matrix<T>, call: Workplace<T>): Matrix<T> {
  const { arithmetic, span } = call;
  const near = matrix.length > LARGE && arithmetic.order === 0 ? nearInverse(matrix, call) : null;
  if (near === null) return eliminatedInverse(matrix, call);
  const exact = attempt(() => eliminatedInverse(matrix, call), span);
  if (!exact.ok) {
    if (exact.refusal.code !== 'matrix.unsure') throw exact.refusal;
    return near;
  }
  const errorOf = (number: T): number => arithmetic.known(number).error;
  return near.map((row, at) =>
    row.map((entry, column) => {
      const other = entryAt(exact.value, at, column);
      return errorOf(other) <= errorOf(entry) ? other : entry;
    }),
  );
}

function eliminatedInverse<T>(
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
    const pivot = entryAt(rows, row, column);
    const right = rows[row]?.slice(size) ?? [];
    inverse[column] = right.map((entry) => arithmetic.divide(entry, pivot, span));
  }
  return inverse;
}

/**
 * R in doubles, and how far it may be off: with G = I − RA and ‖G‖ < 1 the inverse is (I − G)⁻¹R.
 * `null` where it is not near enough.
 */
function nearInverse<T>(matrix: Matrix<T>, call: Workplace<T>): Matrix<T> | null {
  const { arithmetic, count, span } = call;
  count(2 * matrix.length ** 3);
  const plain = { arithmetic: new PlainArithmetic(), count, span };
  const found = attempt(() => eliminatedInverse(doublesOf(matrix, arithmetic), plain), span);
  if (!found.ok || !found.value.every((row) => row.every(Number.isFinite))) return null;
  const near = found.value;
  const product = productOf(exactMatrix(near, arithmetic), matrix, arithmetic, span);
  const distance = distanceOf(product, arithmetic);
  if (!(distance < 0.1)) return null;
  const part = (distance / (1 - distance)) * SLACK;
  const largest = transposeOf(near).map((column) => Math.max(...column.map(Math.abs)));
  return near.map((row) =>
    row.map((entry, column) => {
      return constantNear(entry, part * (largest[column] ?? 0), arithmetic, span);
    }),
  );
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
