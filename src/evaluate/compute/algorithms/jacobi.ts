// Rotations of Jacobi in doubles: eigenvectors of symmetric matrices, right singular vectors of any (Golub & Van Loan, 4th ed., sections 8.5 and 8.6.3).
import { madeMatrix, transposeOf, type Matrix } from './matrices.js';

/** Many more than are needed: they converge quadratically. */
const SWEEPS = 40;

interface Rotation {
  readonly cosine: number;
  readonly sine: number;
}

/** The rotation that makes [[a, c], [c, b]] diagonal. */
function rotationOf(a: number, b: number, c: number): Rotation {
  const ratio = (b - a) / (2 * c);
  const tangent = Math.sign(ratio || 1) / (Math.abs(ratio) + Math.hypot(1, ratio));
  const cosine = 1 / Math.hypot(1, tangent);
  return { cosine, sine: cosine * tangent };
}

function rotate(first: number[], second: number[], { cosine, sine }: Rotation): void {
  first.forEach((one, at) => {
    const other = second[at] ?? 0;
    first[at] = cosine * one - sine * other;
    second[at] = sine * one + cosine * other;
  });
}

function identity(size: number): number[][] {
  return madeMatrix(size, size, (row, column) => (row === column ? 1 : 0));
}

/** Columns that are nearly orthonormal and nearly eigenvectors. */
export function symmetricBasis(matrix: Matrix<number>): Matrix<number> {
  const size = matrix.length;
  const rows = madeMatrix(size, size, (row, column) => {
    return ((matrix[row]?.[column] ?? 0) + (matrix[column]?.[row] ?? 0)) / 2;
  });
  const vectors = identity(size);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let isDiagonal = true;
    forEachPair(size, (first, second) => {
      const [one, other] = [rows[first], rows[second]];
      if (one === undefined || other === undefined) return;
      const [a, b, c] = [one[first] ?? 0, other[second] ?? 0, one[second] ?? 0];
      if (Math.abs(c) <= 1e-17 * Math.sqrt(Math.abs(a * b)) || c === 0) return;
      isDiagonal = false;
      const rotation = rotationOf(a, b, c);
      rotate(one, other, rotation);
      rotateColumns(rows, first, second, rotation);
      [one[second], other[first]] = [0, 0];
      rotate(vectors[first] ?? [], vectors[second] ?? [], rotation);
    });
    if (isDiagonal) break;
  }
  return transposeOf(vectors);
}

function rotateColumns(rows: number[][], first: number, second: number, by: Rotation): void {
  for (const row of rows) {
    const [one, other] = [row[first] ?? 0, row[second] ?? 0];
    row[first] = by.cosine * one - by.sine * other;
    row[second] = by.sine * one + by.cosine * other;
  }
}

/** Columns that are nearly orthonormal, and that a matrix takes to nearly orthogonal ones. */
export function singularBasis(matrix: Matrix<number>): Matrix<number> {
  const columns = transposeOf(matrix).map((column) => [...column]);
  const vectors = identity(columns.length);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let isOrthogonal = true;
    forEachPair(columns.length, (first, second) => {
      const [one, other] = [columns[first] ?? [], columns[second] ?? []];
      const [a, b, c] = [dot(one, one), dot(other, other), dot(one, other)];
      if (Math.abs(c) <= 1e-16 * Math.sqrt(a * b) || c === 0) return;
      isOrthogonal = false;
      const rotation = rotationOf(a, b, c);
      rotate(one, other, rotation);
      rotate(vectors[first] ?? [], vectors[second] ?? [], rotation);
    });
    if (isOrthogonal) break;
  }
  return transposeOf(vectors);
}

function forEachPair(size: number, visit: (first: number, second: number) => void): void {
  for (let first = 0; first < size; first++)
    for (let second = first + 1; second < size; second++) visit(first, second);
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, entry, at) => sum + entry * (right[at] ?? 0), 0);
}
