// Domains that bend: probability vectors, unit vectors, symmetric and orthogonal matrices. Every value is rational.
import {
  addFractions,
  divideFractions,
  multiplyFractions,
  negateFraction,
  toNumber,
  wholeFraction,
  type Fraction,
} from '../compute/fraction.js';
import { decimalFraction, reduced, roundedFraction } from './decimals.js';
import { moderateNumber, positiveNumber, signedNumber, type Random } from './random.js';
import type { Parameters, Sampler } from './sampler.js';

const ONE = wholeFraction(1);
const ZERO = wholeFraction(0);

/** Weights, divided by their sum. */
export function simplexSampler(length: number): Sampler {
  const made = (entry: (at: number) => number): Parameters =>
    Array.from({ length }, (_, at) => entry(at));
  return {
    shape: { rank: 1, length },
    specials: [
      made(() => 1),
      made((at) => (at === 0 ? 1 : 0)),
      made((at) => (at === length - 1 ? 1 : 0)),
      made((at) => (at < 2 ? 1 : 0)),
      made((at) => at + 1),
      made((at) => (at === 0 ? 9 : 1)),
    ],
    random: (random) => drawWeights(length, random),
    values: normalized,
    exact: exactWeights,
    wholes: null,
    count: length === 1 ? 1 : Infinity,
  };
}

/** From even to almost one-hot, as Dirichlet draws of several concentrations are. */
function drawWeights(length: number, random: Random): Parameters {
  const spread = random.below(5);
  return Array.from({ length }, () => {
    if (spread === 4 && random.oneIn(3)) return 0;
    return (10 + random.below(90)) * 10 ** -random.below(spread + 1);
  });
}

function normalized(weights: Parameters): readonly number[] | null {
  const sizes = weights.map(Math.abs);
  const total = sizes.reduce((sum, each) => sum + each, 0);
  return total > 0 && Number.isFinite(total) ? sizes.map((each) => each / total) : null;
}

/** Rounded, with what is left given to the largest. */
function exactWeights(weights: Parameters, digits: number): readonly Fraction[] | null {
  const values = normalized(weights);
  if (values === null) return null;
  const largest = values.indexOf(Math.max(...values));
  let rest: Fraction | null = ONE;
  const entries = values.map((value, at) => {
    const entry = at === largest ? ZERO : roundedFraction(value, digits);
    rest = rest === null ? null : addFractions(rest, negateFraction(entry));
    return entry;
  });
  const last: Fraction | null = rest;
  if (last === null || last.numerator < 0n) return null;
  return entries.map((entry, at) => (at === largest ? reduced(last) : entry));
}

/** Any direction that is not 0. */
export function sphereSampler(length: number): Sampler {
  const made = (entry: (at: number) => number): Parameters =>
    Array.from({ length }, (_, at) => entry(at));
  return {
    shape: { rank: 1, length },
    specials: [
      made((at) => (at === 0 ? 1 : 0)),
      made((at) => (at === 0 ? -1 : 0)),
      made((at) => (at === length - 1 ? 1 : 0)),
      made(() => 1),
      made((at) => (at === 0 ? 3 : at === 1 ? 4 : 0)),
    ],
    random: (random) => made((at) => (at > 0 && random.oneIn(4) ? 0 : signedNumber(random) || 1)),
    values: (parameters) => exactDirection(parameters, 15)?.map(toNumber) ?? null,
    exact: exactDirection,
    wholes: null,
    count: length === 1 ? 2 : Infinity,
  };
}

/** By stereographic projection from the pole that is farthest: rational points of the sphere. */
function exactDirection(parameters: Parameters, digits: number): readonly Fraction[] | null {
  const length = Math.hypot(...parameters);
  if (!(length > 0) || !Number.isFinite(length)) return null;
  const unit = parameters.map((each) => each / length);
  const pole = unit.reduce(
    (best, each, at) => (Math.abs(each) > Math.abs(unit[best] ?? 0) ? at : best),
    0,
  );
  const top = unit[pole] ?? 1;
  const slopes = unit.map((each, at) =>
    at === pole ? ZERO : roundedFraction(each / (1 + Math.abs(top)), Math.min(digits, 3)),
  );
  const square = slopes.reduce<Fraction | null>((sum, each) => {
    const own = multiplyFractions(each, each);
    return sum === null || own === null ? null : addFractions(sum, own);
  }, ZERO);
  const below = square === null ? null : addFractions(ONE, square);
  const above = square === null ? null : addFractions(ONE, negateFraction(square));
  if (below === null || above === null) return null;
  const entries = slopes.map((each, at) => {
    const scaled = at === pole ? above : multiplyFractions(each, wholeFraction(2));
    const entry = scaled === null ? null : divideFractions(scaled, below);
    if (entry === null) return null;
    return reduced(at === pole && top < 0 ? negateFraction(entry) : entry);
  });
  return entries.every((entry) => entry !== null) ? entries : null;
}

/** Of the entries on and above the diagonal. */
export function symmetricSampler(size: number): Sampler {
  const places = upperTriangle(size);
  const made = (entry: (row: number, column: number) => number): Parameters =>
    places.map(([row, column]) => entry(row, column));
  const spread = <T>(upper: readonly T[]): readonly T[] => fullMatrix(size, upper);
  return {
    shape: { rank: 2, rows: size, columns: size },
    specials: [
      made((row, column) => (row === column ? 1 : 0)),
      made(() => 0),
      made(() => 1),
      made((row, column) => (row === column ? (row % 2 === 0 ? 1 : -1) : 0)),
      made((row, column) => row + column + 1),
    ],
    random: (random) => {
      const scale = random.oneIn(2) ? 1 : positiveNumber(random);
      return made(() => scale * signedModerate(random));
    },
    values: spread,
    exact: (parameters, digits) => spread(parameters.map((each) => decimalFraction(each, digits))),
    wholes: null,
    count: Infinity,
  };
}

function signedModerate(random: Random): number {
  return random.oneIn(2) ? moderateNumber(random) : -moderateNumber(random);
}

function upperTriangle(size: number): readonly (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  for (let row = 0; row < size; row++)
    for (let column = row; column < size; column++) places.push([row, column]);
  return places;
}

function fullMatrix<T>(size: number, upper: readonly T[]): readonly T[] {
  const entries = new Array<T>(size * size);
  upperTriangle(size).forEach(([row, column], at) => {
    const entry = upper[at] as T;
    entries[row * size + column] = entry;
    entries[column * size + row] = entry;
  });
  return entries;
}

/** BᵀB, with something on the diagonal where 0 is no eigenvalue. */
export function definiteSampler(size: number, isPositive: boolean): Sampler {
  const square = size * size;
  const made = (entry: (row: number, column: number) => number, ridge = 1): Parameters => [
    ...Array.from({ length: square }, (_, at) => entry(Math.floor(at / size), at % size)),
    ridge,
  ];
  const exact = (parameters: Parameters, digits: number): readonly Fraction[] | null => {
    const factor = parameters
      .slice(0, square)
      .map((each) => decimalFraction(each, Math.min(digits, 3)));
    const ridge = isPositive ? decimalFraction(Math.abs(parameters[square] ?? 1) + 1e-3, 3) : ZERO;
    return gramMatrix(size, factor, ridge);
  };
  return {
    shape: { rank: 2, rows: size, columns: size },
    specials: [
      made((row, column) => (row === column ? 1 : 0)),
      made(() => 0),
      made(() => 1),
      made((row, column) => (row === column ? row + 1 : 0)),
      made((row, column) => (row === 0 ? column + 1 : 0)),
    ],
    random: (random) => {
      const scale = random.oneIn(2) ? 1 : positiveNumber(random);
      const isThin = random.oneIn(3);
      const ridge = positiveNumber(random);
      return made((row) => (isThin && row > 0 ? 0 : scale * signedModerate(random)), ridge);
    },
    values: (parameters) => exact(parameters, 3)?.map(toNumber) ?? null,
    exact,
    wholes: null,
    count: Infinity,
  };
}

function gramMatrix(
  size: number,
  factor: readonly Fraction[],
  ridge: Fraction,
): readonly Fraction[] | null {
  const upper = upperTriangle(size).map(([row, column]) => {
    let total: Fraction | null = row === column ? ridge : ZERO;
    for (let at = 0; at < size; at++) {
      const own = multiplyFractions(
        factor[at * size + row] ?? ZERO,
        factor[at * size + column] ?? ZERO,
      );
      total = total === null || own === null ? null : addFractions(total, own);
    }
    return total === null ? null : reduced(total);
  });
  return upper.every((entry) => entry !== null) ? fullMatrix(size, upper) : null;
}

/** Products of reflections at vectors of whole numbers. */
export function orthogonalSampler(size: number, isSpecial: boolean): Sampler {
  const mirrors = isSpecial ? 2 * Math.floor(size / 2) : size;
  const length = mirrors * size;
  const made = (entry: (mirror: number, at: number) => number): Parameters =>
    Array.from({ length }, (_, at) => entry(Math.floor(at / size), at % size));
  const exact = (parameters: Parameters): readonly Fraction[] | null => {
    const vectors = Array.from({ length: mirrors }, (_, mirror) =>
      parameters.slice(mirror * size, (mirror + 1) * size).map(Math.round),
    );
    const used = vectors.filter((vector) => vector.some((each) => each !== 0));
    return isSpecial && used.length % 2 === 1 ? null : reflections(size, used);
  };
  return {
    shape: { rank: 2, rows: size, columns: size },
    specials: [
      made(() => 0),
      made((mirror, at) => (mirror < 2 ? (at === mirror ? 1 : 0) : 0)),
      made((mirror, at) =>
        mirror === 0 ? ([1, -1][at] ?? 0) : mirror === 1 ? (at === 0 ? 1 : 0) : 0,
      ),
    ],
    random: (random) => {
      const count = isSpecial ? 2 * random.below(mirrors / 2 + 1) : random.below(mirrors + 1);
      return made((mirror) => (mirror < count ? 1 + random.below(3) - 3 * random.below(2) : 0));
    },
    values: (parameters) => exact(parameters)?.map(toNumber) ?? null,
    exact,
    wholes: null,
    count: Infinity,
  };
}

function reflections(size: number, vectors: readonly (readonly number[])[]): readonly Fraction[] {
  let matrix: readonly Fraction[] = Array.from({ length: size * size }, (_, at) =>
    Math.floor(at / size) === at % size ? ONE : ZERO,
  );
  for (const vector of vectors) matrix = reflected(size, matrix, vector);
  return matrix;
}

/** M (I − 2vvᵀ/vᵀv). */
function reflected(
  size: number,
  matrix: readonly Fraction[],
  vector: readonly number[],
): readonly Fraction[] {
  const square = BigInt(vector.reduce((sum, each) => sum + each * each, 0));
  return matrix.map((entry, at) => {
    const row = at - (at % size);
    let along = ZERO;
    for (let column = 0; column < size; column++) {
      const own = times(matrix[row + column] ?? ZERO, BigInt(vector[column] ?? 0), 1n);
      along = addFractions(along, own) ?? ZERO;
    }
    const shift = times(along, BigInt(-2 * (vector[at % size] ?? 0)), square);
    return reduced(addFractions(entry, shift) ?? ZERO);
  });
}

function times({ numerator, denominator }: Fraction, factor: bigint, divisor: bigint): Fraction {
  return { numerator: numerator * factor, denominator: denominator * divisor };
}
