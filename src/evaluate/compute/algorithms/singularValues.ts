// The singular values of a matrix, each with a bound on its error.
import { refuse } from '../../refusal.js';
import { arrayIn, numberIn, type Algorithm, type AlgorithmCall } from '../algorithm.js';
import { eigenvaluesOf } from './eigenvalues.js';
import { singularBasis } from './jacobi.js';
import {
  constantWithin,
  distanceFromIdentity,
  dotProduct,
  doublesOf,
  exactMatrix,
  productOf,
  reachOf,
  rowsOf,
  SLACK,
  transposeOf,
  type Matrix,
  type Workplace,
} from './matrices.js';

/** A matrix, how many rows it has, and optionally which value, from the greatest; else all of them. */
export const singularValues: Algorithm = {
  jumps: true,
  run<T>(call: AlgorithmCall<T>): T | readonly T[] {
    const { operands, arithmetic, span } = call;
    const given = rowsOf(arrayIn(operands[0]), arithmetic.valueOf(numberIn(operands[1])));
    const isWide = (given[0]?.length ?? 0) > given.length;
    const matrix = isWide ? transposeOf(given) : given;
    const found = arithmetic.order > 0 ? rootsOf(matrix, call) : valuesOf(matrix, call);
    if (operands[2] === undefined) return found.map((each) => each());
    const place = arithmetic.valueOf(numberIn(operands[2]));
    return found[place - 1]?.() ?? arithmetic.of(NaN, span);
  },
};

/** The roots of the eigenvalues of AᵀA are less certain, and have slopes. */
function rootsOf<T>(matrix: Matrix<T>, call: Workplace<T>): readonly (() => T)[] {
  const { arithmetic, span } = call;
  const square = productOf(transposeOf(matrix), matrix, arithmetic, span);
  return eigenvaluesOf(square, call).map((each) => () => arithmetic.unary('sqrt', each(), span));
}

/**
 * With V nearly orthogonal the columns of AV are nearly so. Their lengths are the singular values of
 * A up to a factor: what V does (Ostrowski), and what their angles do.
 */
function valuesOf<T>(matrix: Matrix<T>, call: Workplace<T>): readonly (() => T)[] {
  const { arithmetic, count, span } = call;
  const size = matrix[0]?.length ?? 0;
  count(30 * size * size * matrix.length);
  const doubles = doublesOf(matrix, arithmetic);
  if (!doubles.every((row) => row.every(Number.isFinite))) refuse('matrix.singular-values', span);
  const basis = singularBasis(doubles);
  const distance = distanceFromIdentity(transposeOf(basis), basis);
  const moved = productOf(matrix, exactMatrix(basis, arithmetic), arithmetic, span);
  const columns = transposeOf(moved).map((column) => columnOf(column, call));
  const certain = columns.filter(({ isCertain }) => isCertain);
  const lost = Math.hypot(...columns.map((each) => (each.isCertain ? 0 : each.reach))) * SLACK;
  const skew = skewOf(
    certain.map(({ entries }) => entries),
    call,
  );
  if (!(distance < 0.1 && skew < 0.1)) return refuse('matrix.singular-values', span);
  const factor = arithmetic.add(
    arithmetic.of(1, span),
    constantWithin((skew + distance + skew * distance) * SLACK, arithmetic),
    span,
  );
  const lengths = certain.map(({ entries }) => {
    const length = arithmetic.unary('sqrt', dotProduct(entries, entries, arithmetic, span), span);
    const scaled = arithmetic.multiply(length, factor, span);
    return arithmetic.add(scaled, constantWithin(lost * 1.2, arithmetic), span);
  });
  const sorted = sortedDown(lengths, call);
  const rest = columns.slice(certain.length).map(() => constantWithin(lost * 1.2, arithmetic));
  return [...sorted, ...rest].map((each) => () => each);
}

interface Column<T> {
  readonly entries: readonly T[];
  /** How long it may be, and whether it is certainly not nearly 0. */
  readonly reach: number;
  readonly isCertain: boolean;
}

function columnOf<T>(entries: readonly T[], { arithmetic }: Workplace<T>): Column<T> {
  const known = entries.map((entry) => arithmetic.known(entry));
  const length = Math.hypot(...known.map(({ value }) => value));
  const error = Math.hypot(...known.map((each) => each.error));
  return {
    entries,
    reach: (length + error) * SLACK,
    isCertain: length > 1e3 * error && length > 0,
  };
}

/** How far the columns, made as long as 1, are from being orthogonal: the greatest sum of cosines. */
function skewOf<T>(columns: readonly (readonly T[])[], { arithmetic, span }: Workplace<T>): number {
  const reaches = columns.map((column) =>
    Math.hypot(...column.map((each) => reachOf(each, arithmetic))),
  );
  const sums = columns.map((column, at) =>
    columns.reduce((sum, other, place) => {
      if (place === at) return sum;
      const product = reachOf(dotProduct(column, other, arithmetic, span), arithmetic);
      return sum + product / ((reaches[at] ?? 1) * (reaches[place] ?? 1) * 0.99);
    }, 0),
  );
  return Math.max(0, ...sums) * SLACK;
}

/** Where the order is not certain, each may be as far off as the one that is known worst. */
function sortedDown<T>(values: readonly T[], { arithmetic }: Workplace<T>): readonly T[] {
  const known = values.map((entry) => ({ entry, ...arithmetic.known(entry) }));
  known.sort((left, right) => right.value - left.value);
  const worst = Math.max(0, ...known.map(({ error }) => error)) * SLACK;
  return known.map(({ entry, value, error }) =>
    error === worst
      ? entry
      : arithmetic.reconciled(arithmetic.exactly(value), arithmetic.exactly(value + worst)),
  );
}
