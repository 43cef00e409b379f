// Real eigenvalues of a matrix in doubles, by the QR algorithm with shifts on its Hessenberg form (Golub & Van Loan, 4th ed., section 7.5).
import { madeMatrix, type Matrix } from './matrices.js';

/** For each eigenvalue; a few are enough. */
const ITERATIONS = 120;
const NEGLIGIBLE = 2 ** -52;

/** `null` where it finds some that are not real. */
export function realEigenvalues(matrix: Matrix<number>): readonly number[] | null {
  const size = matrix.length;
  const rows = madeMatrix(size, size, (row, column) => matrix[row]?.[column] ?? 0);
  makeHessenberg(rows);
  const found: number[] = [];
  let last = size - 1;
  for (let tries = 0; last >= 0; tries++) {
    const first = startOfBlock(rows, last);
    if (first === last) {
      found.push(at(rows, last, last));
      last--;
      tries = 0;
    } else if (first === last - 1 && tries > 10 && discriminantOf(rows, last) < 0) return null;
    else if (tries > ITERATIONS) return null;
    else step(rows, first, last, shiftOf(rows, last, tries));
  }
  return found;
}

function at(rows: Matrix<number>, row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}

/** Combines two rows, or two columns, of a matrix by a rotation. */
function turnRows(rows: number[][], first: number, second: number, [c, s]: Turn): void {
  const [one, other] = [rows[first] ?? [], rows[second] ?? []];
  one.forEach((entry, column) => {
    const below = other[column] ?? 0;
    one[column] = c * entry + s * below;
    other[column] = c * below - s * entry;
  });
}

function turnColumns(rows: number[][], first: number, second: number, [c, s]: Turn): void {
  for (const row of rows) {
    const [one, other] = [row[first] ?? 0, row[second] ?? 0];
    row[first] = c * one + s * other;
    row[second] = c * other - s * one;
  }
}

/** Cosine and sine. */
type Turn = readonly [number, number];

/** Turns the second number to 0. */
function turnTo(first: number, second: number): Turn {
  const length = Math.hypot(first, second);
  return length === 0 ? [1, 0] : [first / length, second / length];
}

/** Zeros below the diagonal that lies beside the main one. */
function makeHessenberg(rows: number[][]): void {
  for (let column = 0; column < rows.length - 2; column++) {
    for (let row = rows.length - 1; row > column + 1; row--) {
      const turn = turnTo(at(rows, row - 1, column), at(rows, row, column));
      turnRows(rows, row - 1, row, turn);
      turnColumns(rows, row - 1, row, turn);
    }
  }
}

function startOfBlock(rows: Matrix<number>, last: number): number {
  let first = last;
  while (first > 0) {
    const around = Math.abs(at(rows, first - 1, first - 1)) + Math.abs(at(rows, first, first));
    if (Math.abs(at(rows, first, first - 1)) <= NEGLIGIBLE * around) break;
    first--;
  }
  return first;
}

/** Below 0 where the last two eigenvalues of the block are not real. */
function discriminantOf(rows: Matrix<number>, last: number): number {
  const half = (at(rows, last - 1, last - 1) - at(rows, last, last)) / 2;
  return half * half + at(rows, last - 1, last) * at(rows, last, last - 1);
}

/** The eigenvalue of the last two rows and columns that is nearer to the last entry. */
function shiftOf(rows: Matrix<number>, last: number, tries: number): number {
  const corner = at(rows, last, last);
  if (tries % 11 === 10) return corner + Math.abs(at(rows, last, last - 1));
  const discriminant = discriminantOf(rows, last);
  if (discriminant < 0) return corner;
  const half = (at(rows, last - 1, last - 1) - corner) / 2;
  const root = half + (half < 0 ? -1 : 1) * Math.sqrt(discriminant);
  return root === 0
    ? corner
    : corner - (at(rows, last - 1, last) * at(rows, last, last - 1)) / root;
}

function step(rows: number[][], first: number, last: number, shift: number): void {
  const move = (by: number): void => {
    for (let place = first; place <= last; place++) {
      const row = rows[place];
      if (row !== undefined) row[place] = (row[place] ?? 0) + by;
    }
  };
  move(-shift);
  const turns: Turn[] = [];
  for (let row = first; row < last; row++) {
    const turn = turnTo(at(rows, row, row), at(rows, row + 1, row));
    turnRows(rows, row, row + 1, turn);
    turns.push(turn);
  }
  turns.forEach((turn, offset) => {
    turnColumns(rows, first + offset, first + offset + 1, turn);
  });
  move(shift);
}
