// Values that the parameters of a library formula may have in a formula: numbers that stand in it, and usual ones.
import { meetsCondition } from '../../library/condition.js';
import { parametersOf, type LibraryEntry } from '../../library/entry.js';
import type { Shape } from '../../expression.js';
import { vectorOf } from '../measure/vectors.js';
import type { Entries } from '../probe.js';
import { parameter } from './places.js';

interface ParameterValue {
  readonly text: string;
  readonly shape: Shape;
  readonly entries: Entries;
}

/** One value for each parameter. */
export type Candidate = readonly ParameterValue[];

const COMMON = [0, 0.5, 1, 2, -1];

/** Together; with more parameters fewer numbers are tried for each. */
const MOST = 600;

export function candidates(entry: LibraryEntry, numbers: readonly number[]): readonly Candidate[] {
  const count = parametersOf(entry).length;
  const room = count === 0 ? 1 : Math.max(1, Math.floor(MOST ** (1 / count)));
  const all = entry.usual.reduce<readonly Candidate[]>(
    (known, usual) => {
      const values = valuesFor(usual, numbers).slice(0, room);
      return known.flatMap((before) => values.map((value) => [...before, value]));
    },
    [[]],
  );
  return all.filter((candidate) => meetsCondition(entry, candidate.map(numberOf)));
}

function numberOf({ text, shape }: ParameterValue): number | null {
  return shape.rank === 0 ? Number(text) : null;
}

/** Numbers of the formula and what it writes them for: γ of 1 − γ, p of 1/p. */
function valuesFor(usual: string, numbers: readonly number[]): readonly ParameterValue[] {
  const read = JSON.parse(usual) as number | readonly number[];
  if (typeof read !== 'number')
    return [{ text: usual, shape: { rank: 1, length: read.length }, entries: tenths(read) }];
  const derived = numbers.flatMap((number) => [1 - number, -number, 1 / number]);
  const all = [read, ...numbers, ...COMMON, ...derived.map(rounded)];
  return [...new Set(all)]
    .filter(Number.isFinite)
    .map((value) => ({ text: String(value), ...parameter(value) }));
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** Usual vectors have one decimal at most. */
function tenths(values: readonly number[]): Entries {
  return vectorOf(
    values.map((value) => Math.round(10 * value)),
    10,
  );
}
