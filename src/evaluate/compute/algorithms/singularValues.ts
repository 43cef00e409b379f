// The singular values of a matrix, each with a bound on its error.
import { refuse } from '../../refusal.js';
import { arrayIn, numberIn, type Algorithm, type AlgorithmCall } from '../arithmetic.js';
import { eigenvaluesOf } from './eigenvalues.js';
import { singularBasis } from './jacobi.js';
import {
  constantNear,
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
  const certain = columns.filter(({ isCertain }) => isCertain).sort(longerFirst);
  const lost = Math.hypot(...columns.map((each) => (each.isCertain ? 0 : each.reach))) * 1.2;
  const skew = skewOf(certain, call);
  if (!(distance < 0.1)) return refuse('matrix.singular-values', span);
  const one = arithmetic.of(1, span);
  const factor = arithmetic.add(one, constantWithin(distance, arithmetic), span);
  const lengths = certain.map(({ entries, reach }) => {
    const length = arithmetic.unary('sqrt', dotProduct(entries, entries, arithmetic, span), span);
    const turned = Math.min(skew.relative * reach, skew.absolute) * SLACK;
    const near = arithmetic.add(length, constantWithin(turned, arithmetic), span);
    const scaled = arithmetic.multiply(near, factor, span);
    return arithmetic.add(scaled, constantWithin(lost, arithmetic), span);
  });
  const rest = columns.slice(certain.length).map(() => constantWithin(lost, arithmetic));
  return [...sortedDown(lengths, call), ...rest].map((each) => () => each);
}

interface Column<T> {
  readonly entries: readonly T[];
  /** How long it may be, how long it is at least, and whether that tells it from 0. */
  readonly reach: number;
  readonly least: number;
  readonly isCertain: boolean;
}

function columnOf<T>(entries: readonly T[], { arithmetic }: Workplace<T>): Column<T> {
  const known = entries.map((entry) => arithmetic.known(entry));
  const length = Math.hypot(...known.map(({ value }) => value));
  const error = Math.hypot(...known.map((each) => each.error));
  return {
    entries,
    reach: (length + error) * SLACK,
    least: (length - error) / SLACK,
    isCertain: length > 1e3 * error && length > 0,
  };
}

function longerFirst(left: Column<unknown>, right: Column<unknown>): number {
  return right.reach - left.reach;
}

/** How far the lengths of columns may be from their singular values since they are not orthogonal. */
interface Skew {
  /** As a part of each: the columns, made as long as 1, have these cosines (Ostrowski). */
  readonly relative: number;
  /** For all: with orthonormal columns before it, R is what they are, and R is nearly diagonal (Weyl). */
  readonly absolute: number;
}

/** The columns come by their lengths, the longest first. */
function skewOf<T>(columns: readonly Column<T>[], { arithmetic, span }: Workplace<T>): Skew {
  const products = columns.map(({ entries }, at) =>
    columns
      .slice(0, at)
      .map((other) => reachOf(dotProduct(entries, other.entries, arithmetic, span), arithmetic)),
  );
  const cosines = columns.map((column, at) =>
    columns.reduce((sum, other, place) => {
      const product = products[Math.max(at, place)]?.[Math.min(at, place)] ?? 0;
      return sum + product / (column.least * other.least);
    }, 0),
  );
  const relative = Math.max(0, ...cosines) * SLACK;
  return {
    relative: relative < 0.1 ? relative : Infinity,
    absolute: absoluteSkew(columns, products),
  };
}

/** Bounds of R by the recursion of Cholesky; its diagonal is as long as the columns but for what lies above. */
function absoluteSkew(
  columns: readonly Column<unknown>[],
  products: readonly (readonly number[])[],
): number {
  const above: number[][] = [];
  const diagonal: number[] = [];
  columns.forEach(({ least }, at) => {
    const own: number[] = [];
    products[at]?.forEach((product, place) => {
      const taken = own.reduce((sum, each, row) => sum + each * (above[place]?.[row] ?? 0), 0);
      own.push((product + taken) / (diagonal[place] ?? 0));
    });
    above.push(own);
    diagonal.push(Math.max(0, least - own.reduce((sum, each) => sum + each, 0)));
  });
  const sums = above.map((own) => own.reduce((sum, each) => sum + each, 0));
  const found = (Math.hypot(...above.flat()) + Math.max(0, ...sums)) * SLACK;
  return Number.isNaN(found) ? Infinity : found;
}

/** Where the order of some is not certain, each may be any of them. */
function sortedDown<T>(values: readonly T[], call: Workplace<T>): readonly T[] {
  const known = values.map((entry): Placed<T> => {
    const { value, error } = call.arithmetic.known(entry);
    return { entry, value, from: value - error, to: value + error };
  });
  known.sort((left, right) => right.value - left.value);
  const groups: Placed<T>[][] = [];
  for (const each of known) {
    const group = groups[groups.length - 1];
    if (group?.some(({ from }) => from <= each.to) === true) group.push(each);
    else groups.push([each]);
  }
  return groups.flatMap((group) => ofGroup(group, call));
}

interface Placed<T> {
  readonly entry: T;
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

function ofGroup<T>(group: readonly Placed<T>[], { arithmetic, span }: Workplace<T>): readonly T[] {
  if (group.length === 1) return group.map(({ entry }) => entry);
  const least = Math.min(...group.map(({ from }) => from));
  const greatest = Math.max(...group.map(({ to }) => to));
  return group.map(({ value }) => {
    const reach = Math.max(greatest - value, value - least) * SLACK;
    return constantNear(value, reach, arithmetic, span);
  });
}
