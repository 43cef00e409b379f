// The real eigenvalues of a square matrix, each with a bound on its error.
import { refuse } from '../../refusal.js';
import {
  type Algorithm,
  type AlgorithmCall,
  type Arithmetic,
  arrayIn,
  numberIn,
} from '../arithmetic.js';
import { eigenbasisOf } from './eigenbasis.js';
import {
  constantNear,
  constantWithin,
  distanceFromIdentity,
  dotProduct,
  doublesOf,
  exactMatrix,
  productOf,
  reachOf,
  SLACK,
  squareRowsOf,
  transposeOf,
  type Matrix,
  type Workplace,
} from './matrices.js';

/** A matrix, and optionally which eigenvalue, from the greatest; else all of them, the greatest first. */
export const eigenvalues: Algorithm = {
  jumps: true,
  run<T>(call: AlgorithmCall<T>): T | readonly T[] {
    const { operands, arithmetic } = call;
    const found = eigenvaluesOf(squareRowsOf(arrayIn(operands[0])), call);
    if (operands[1] === undefined) return found.map((each) => each());
    const place = arithmetic.valueOf(numberIn(operands[1]));
    return found[place - 1]?.() ?? arithmetic.of(NaN, call.span);
  },
};

/** The greatest first; what is refused is refused where it is asked for. */
export function eigenvaluesOf<T>(matrix: Matrix<T>, call: Workplace<T>): readonly (() => T)[] {
  const diagonal = knownDiagonal(matrix, call);
  if (diagonal !== null) return diagonal.map((entry) => () => entry);
  const similar = similarMatrix(matrix, call);
  return clustersOf(similar).flatMap((cluster) =>
    cluster.discs.map((disc) => () => {
      if (cluster.discs.length === 1) return simpleEigenvalue(disc, similar, call);
      return oneOfSeveral(disc, cluster, isSymmetric(matrix, call), call);
    }),
  );
}

/** Between which numbers the least eigenvalue of a symmetric matrix lies. */
export function leastEigenvalue<T>(
  matrix: Matrix<T>,
  call: Workplace<T>,
): { readonly from: number; readonly to: number } {
  const clusters = clustersOf(similarMatrix(matrix, call));
  const last = clusters[clusters.length - 1];
  return last === undefined ? { from: 0, to: 0 } : last;
}

/** The entries of a triangular matrix whose order is certain. */
function knownDiagonal<T>(matrix: Matrix<T>, { arithmetic }: Workplace<T>): readonly T[] | null {
  if (arithmetic.order > 0) return null;
  const isZero = (entry: T): boolean => reachOf(entry, arithmetic) === 0;
  const isTriangular = (rows: Matrix<T>): boolean =>
    rows.every((row, at) => row.slice(0, at).every(isZero));
  if (!isTriangular(matrix) && !isTriangular(transposeOf(matrix))) return null;
  const entries = matrix.map((row, at) => row[at] as T);
  const known = entries.map((entry) => ({ entry, ...arithmetic.known(entry) }));
  known.sort((left, right) => right.value - left.value);
  const isOrdered = known.every(({ value, error }, at) => {
    const next = known[at + 1];
    if (next === undefined || (error === 0 && next.error === 0)) return true;
    return value - error > next.value + next.error;
  });
  return isOrdered ? known.map(({ entry }) => entry) : null;
}

/** Whether it equals its transpose as far as is known: entries that mirror each other are computed alike. */
function isSymmetric<T>(matrix: Matrix<T>, { arithmetic }: Workplace<T>): boolean {
  return matrix.every((row, at) =>
    row.every((entry, column) => {
      const [one, other] = [entry, matrix[column]?.[at] as T].map((each) => arithmetic.known(each));
      return one?.value === other?.value && one?.error === other?.error;
    }),
  );
}

/** A matrix that has the same eigenvalues, up to a factor near the identity, and is nearly diagonal. */
interface Similar<T> {
  readonly matrix: Matrix<T>;
  /** The factor on its left is the identity and another, of which no row has a greater sum. */
  readonly factor: number;
  /** Discs that hold the eigenvalues (Gershgorin), the greatest first. */
  readonly discs: readonly Disc[];
}

interface Disc {
  readonly at: number;
  readonly centre: number;
  readonly radius: number;
}

function similarMatrix<T>(matrix: Matrix<T>, call: Workplace<T>): Similar<T> {
  const { arithmetic, count, span } = call;
  count(30 * matrix.length ** 3);
  const basis = eigenbasisOf(doublesOf(matrix, arithmetic), call);
  const distance = basis === null ? Infinity : distanceFromIdentity(basis.inverse, basis.vectors);
  if (basis === null || !(distance < 0.1)) return refuse('matrix.eigenvalues', span);
  const moved = productOf(matrix, exactMatrix(basis.vectors, arithmetic), arithmetic, span);
  const near = productOf(exactMatrix(basis.inverse, arithmetic), moved, arithmetic, span);
  const factor = (distance / (1 - distance)) * SLACK;
  return { matrix: near, factor, discs: discsOf(near, factor, arithmetic) };
}

function discsOf<T>(matrix: Matrix<T>, factor: number, arithmetic: Arithmetic<T>): readonly Disc[] {
  const sums = matrix.map((row) => row.reduce((sum, each) => sum + reachOf(each, arithmetic), 0));
  const open = factor * Math.max(...sums);
  const discs = matrix.map((row, at): Disc => {
    const { value } = arithmetic.known(row[at] as T);
    return { at, centre: value, radius: ((sums[at] ?? 0) - Math.abs(value) + open) * SLACK };
  });
  return discs.sort((left, right) => right.centre - left.centre);
}

/** Discs that touch; together they hold as many eigenvalues as they are. */
interface Cluster {
  readonly discs: readonly Disc[];
  readonly from: number;
  readonly to: number;
}

function clustersOf({ discs }: Similar<unknown>): readonly Cluster[] {
  const clusters: Cluster[] = [];
  for (const disc of discs) {
    let cluster = clusterOf(disc);
    for (let last = clusters.pop(); last !== undefined; last = clusters.pop()) {
      if (cluster.to < last.from) {
        clusters.push(last);
        break;
      }
      cluster = joined(last, cluster);
    }
    clusters.push(cluster);
  }
  return clusters;
}

function joined(left: Cluster, right: Cluster): Cluster {
  return {
    discs: [...left.discs, ...right.discs],
    from: Math.min(left.from, right.from),
    to: Math.max(left.to, right.to),
  };
}

/**
 * w Y v / w v with the eigenvectors w and v of Y, of which all entries but one are small. The slope
 * of an eigenvalue is that of this formula with w and v held fixed.
 */
function simpleEigenvalue<T>(disc: Disc, similar: Similar<T>, call: Workplace<T>): T {
  const { arithmetic, span, count } = call;
  if (arithmetic.order > 1) return refuse('derivative.second-of-eigenvalue', span);
  const { matrix, factor, discs } = similar;
  const size = matrix.length;
  count(2 * size ** 2);
  const gaps = discs
    .filter(({ at }) => at !== disc.at)
    .map(({ centre, radius }) => Math.abs(centre - disc.centre) - radius - disc.radius);
  const widest = Math.max(...discs.map(({ radius }) => radius));
  const small = size === 1 ? 0 : ((size * widest) / Math.min(...gaps)) * SLACK;
  if (!(small < 0.01)) return oneOfSeveral(disc, clusterOf(disc), false, call);
  const one = arithmetic.of(1, span);
  const vector = (open: number): readonly T[] =>
    matrix.map((_, at) => (at === disc.at ? one : constantWithin(open, arithmetic)));
  const moved = matrix.map((row) => dotProduct(row, vector(small), arithmetic, span));
  const corrected = moved.map((entry) => {
    const change = dotProduct(
      moved.map(() => constantWithin(factor, arithmetic)),
      moved,
      arithmetic,
      span,
    );
    return arithmetic.add(entry, change, span);
  });
  const above = dotProduct(vector(small), corrected, arithmetic, span);
  const open = constantWithin(size * small ** 2 * SLACK, arithmetic);
  return arithmetic.divide(above, arithmetic.add(one, open, span), span);
}

function clusterOf(disc: Disc): Cluster {
  return { discs: [disc], from: disc.centre - disc.radius, to: disc.centre + disc.radius };
}

/** Which of a cluster an eigenvalue is does not matter for its bounds, only that it is real. */
function oneOfSeveral<T>(
  { centre }: Disc,
  { discs, from, to }: Cluster,
  isReal: boolean,
  { arithmetic, span }: Workplace<T>,
): T {
  if (arithmetic.order > 0) return refuse('derivative.multiple-eigenvalue', span);
  if (!isReal && discs.length > 1) return refuse('matrix.eigenvalues', span);
  const reach = Math.max(to - centre, centre - from) * SLACK;
  return constantNear(centre, reach, arithmetic, span);
}
