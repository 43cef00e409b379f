// The places at which formulas are compared: the same for all, without any order that a formula could rest on.
import { decimalFraction } from '../../check/decimals.js';
import { seededRandom, type Random } from '../../check/random.js';
import { SCALAR, type Shape } from '../../expression.js';
import { fraction, times } from '../fractions.js';
import { vectorOf } from '../measure/vectors.js';
import type { Entries } from '../probe.js';
import type { ArgumentKind } from './argumentKinds.js';

export interface ComparedPlace {
  readonly shapes: readonly Shape[];
  readonly entries: readonly Entries[];
}

/** Signs of the entries of vectors. */
export type Signs = 'any' | 'none';

const PLACES = 72;
const SEED = 5;

/** Even ones first: some formulas take pairs of entries. */
const LENGTHS = [4, 2, 3, 5, 6] as const;

/** In use as parameters, and at hand to tell one value from another. */
const PARAMETERS = [2, 0.5, 3, 0.3, 1.5, 4, 0.7, 5];

/** `numbers` stand in the formula: a threshold among them is met from both sides. */
export function placesFor(
  kinds: readonly ArgumentKind[],
  signs: Signs,
  numbers: readonly number[],
): readonly ComparedPlace[] {
  const random = seededRandom(SEED);
  return Array.from({ length: PLACES }, (_, at) => {
    const length = LENGTHS[at % LENGTHS.length] ?? 4;
    const near =
      at % 6 === 5 ? numbers[Math.floor(at / 6) % Math.max(1, numbers.length)] : undefined;
    const made = kinds.map((kind, place) =>
      MAKERS[kind]({ random, at, place, length, signs, near }),
    );
    return { shapes: made.map(({ shape }) => shape), entries: made.map(({ entries }) => entries) };
  });
}

const SCALES = [fraction(1, 1000), fraction(1, 20), fraction(1), fraction(50)] as const;

interface Made {
  readonly shape: Shape;
  readonly entries: Entries;
}

interface Place {
  readonly random: Random;
  readonly at: number;
  readonly place: number;
  readonly length: number;
  readonly signs: Signs;
  readonly near: number | undefined;
}

const MAKERS: Readonly<Record<ArgumentKind, (place: Place) => Made>> = {
  vector: (place) => vector(vectorEntries(place)),
  half: ({ length, random }) => vector(hundredths(Math.max(1, Math.floor(length / 2)), random)),
  positives: ({ length, random }) => vector(hundredths(length, random)),
  simplex: ({ at, length, random }) => {
    const hasZero = at % 6 === 4 && length > 2;
    return vector(
      hasZero ? [...simplex(length - 1, random), fraction(0)] : simplex(length, random),
    );
  },
  target: ({ at, length, random }) => {
    if (at % 3 > 0) return vector(simplex(length, random));
    const hot = random.below(length);
    return vector(vectorOf(Array.from({ length }, (_, entry) => (entry === hot ? 1 : 0))));
  },
  matrix: ({ at, length, random }) => {
    const entries = hundredths(length * 3, random, true);
    // With one row that is not 0 its rank is 1.
    const sparse = entries.map((entry, own) => (own < 3 ? entry : fraction(0)));
    return matrix(length, 3, at % 6 === 4 ? sparse : entries);
  },
  square: ({ length, random }) => matrix(length, length, hundredths(length ** 2, random, true)),
  definite: ({ random }) => matrix(2, 2, definite(random)),
  probability: ({ at, random }) => {
    const p = number(1 + random.below(99), 100);
    return at % 6 === 3 ? number(1 + random.below(9), 1000) : p;
  },
  number: ({ random }) => number(random.below(801) - 400, 100),
  positive: ({ random }) => number(1 + random.below(400), 100),
  whole: ({ random }) => number(1 + random.below(30), 1),
  label: ({ random }) => number(random.oneIn(2) ? 1 : -1, 1),
  parameter: ({ at, place, random }) =>
    parameter(PARAMETERS[(at + 3 * place + random.below(3)) % PARAMETERS.length] ?? 2),
};

function vector(entries: Entries): Made {
  return { shape: { rank: 1, length: entries.length }, entries };
}

function matrix(rows: number, columns: number, entries: Entries): Made {
  return { shape: { rank: 2, rows, columns }, entries };
}

function number(numerator: number, denominator: number): Made {
  return { shape: SCALAR, entries: [fraction(numerator, denominator)] };
}

export function parameter(value: number): Made {
  return { shape: SCALAR, entries: [decimalFraction(value, 17)] };
}

/** Most in general position; some with zeros, some zero but for one entry, and some beside a number of the formula. */
function vectorEntries({ random, at, length, signs, near }: Place): Entries {
  const isSigned = signs === 'any';
  if (near !== undefined && near !== 0)
    return Array.from({ length }, () => {
      const beside = Math.abs(near) * random.pick([0.999, 1, 1.001, 3]);
      return decimalFraction(beside, 12);
    });
  const entries = hundredths(length, random, isSigned);
  // Some are far smaller and larger than others.
  if (at % 6 === 3) return entries.map((entry) => times(entry, random.pick(SCALES)));
  if (at % 6 === 4) return entries.map((entry, own) => (own === at % length ? entry : fraction(0)));
  return at % 6 === 2 ? entries.map((entry, own) => (own === 0 ? fraction(0) : entry)) : entries;
}

function hundredths(length: number, random: Random, isSigned = false): Entries {
  return Array.from({ length }, () => {
    const size = 1 + random.below(300);
    return fraction(isSigned && random.oneIn(2) ? -size : size, 100);
  });
}

function simplex(length: number, random: Random): Entries {
  const parts = Array.from({ length }, () => 1 + random.below(40));
  const sum = parts.reduce((all, part) => all + part, 0);
  return parts.map((part) => fraction(part, sum));
}

/** A matrix of two rows without negative eigenvalues. */
function definite(random: Random): Entries {
  const [a, b, c] = [1 + random.below(30), random.below(20) - 10, 1 + random.below(30)];
  return vectorOf([a * a + 25, a * b, a * b, b * b + c * c], 100);
}
