// Runs an algorithm in arithmetic with bounds, and holds what it gives against numbers that are known.
import { expect } from 'vitest';
import { exactOf, ofFraction } from '../../src/evaluate/compute/bounds.js';
import { ALGORITHMS } from '../../src/evaluate/compute/algorithms.js';
import type { Arithmetic, Interpreted } from '../../src/evaluate/compute/arithmetic.js';
import { BoundedArithmetic } from '../../src/evaluate/compute/bounded.js';
import {
  addFractions,
  compareFractions,
  fractionOf,
  negateFraction,
  type Fraction,
} from '../../src/evaluate/compute/fraction.js';
import type { AlgorithmName, Bounded } from '../../src/evaluate/expression.js';

const span = { start: 0, end: 0 };

export function runIn<T>(
  arithmetic: Arithmetic<T>,
  algorithm: AlgorithmName,
  operands: readonly Interpreted<T>[],
): readonly T[] {
  const value = ALGORITHMS[algorithm].run({
    arithmetic,
    operands,
    functions: [],
    within: () => [],
    count: () => undefined,
    span,
  });
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** The entries of a matrix, and further whole numbers. */
export function runBounded(
  algorithm: AlgorithmName,
  entries: readonly Bounded[],
  ...more: readonly number[]
): readonly Bounded[] {
  const arithmetic = new BoundedArithmetic();
  const operands = [entries, ...more.map((each) => arithmetic.of(each, span))];
  return runIn(arithmetic, algorithm, operands).map((each) => arithmetic.settled(each));
}

export function fractionOfText(text: string): Fraction {
  const size = fractionOf(text.replace(/^-/, ''));
  if (size === null) throw new Error(`${text} is no decimal`);
  return text.startsWith('-') ? negateFraction(size) : size;
}

/** Known exactly, as a decimal in a formula is. */
export const exactly = (text: string): Bounded => ofFraction(fractionOfText(text));

/** Known as well as a double, as a root in a formula is. */
export function roughly(text: string): Bounded {
  const { value } = exactly(text);
  return { value, error: Math.abs(value) * 2 ** -53, exact: null };
}

/** This very double. */
function fractionOfDouble(value: number): Fraction {
  let [scaled, doublings] = [value, 0n];
  while (!Number.isInteger(scaled)) [scaled, doublings] = [scaled * 2, doublings + 1n];
  return { numerator: BigInt(scaled), denominator: 1n << doublings };
}

/** The true number lies within the bounds, and these leave no more than `most` open. */
export function expectWithin(found: Bounded | undefined, truth: Fraction, most: number): void {
  if (found === undefined) throw new Error('There is no such number');
  const exact = exactOf(found);
  const near = exact ?? fractionOfDouble(found.value);
  const difference = addFractions(near, negateFraction(truth));
  if (difference === null) throw new Error('Too long to compare');
  const error = exact === null ? fractionOfDouble(found.error) : fractionOfDouble(0);
  const below = difference.numerator < 0n ? negateFraction(difference) : difference;
  expect(compareFractions(below, error), `${found.value} ± ${found.error}`).toBeLessThanOrEqual(0);
  expect(found.error).toBeLessThanOrEqual(most);
}
