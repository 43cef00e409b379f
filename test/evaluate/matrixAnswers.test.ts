// What is computed of matrices, against what mpmath finds with 40 digits (scripts/matrixAnswers.py): bounds hold, and are narrow.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { AlgorithmName, Bounded } from '../../src/evaluate/expression.js';
import { attempt } from '../../src/evaluate/refusal.js';
import {
  exactly,
  expectWithin,
  fractionOfText,
  roughly,
  runBounded,
} from '../support/algorithms.js';

interface Answers {
  readonly entries: readonly (readonly string[])[];
  readonly singular: readonly string[];
  readonly determinant?: string;
  readonly inverse?: readonly (readonly string[])[];
  /** `null` where some are not real. */
  readonly eigenvalues?: readonly string[] | null;
  readonly root?: readonly (readonly string[])[];
}

const file = await readFile(new URL('data/matrices.json', import.meta.url), 'utf8');
const matrices = JSON.parse(file) as readonly Answers[];

/** The decimals of the file have 30 digits, which none of the bounds is near to. */
function checkAnswers(
  algorithm: AlgorithmName,
  { entries }: Answers,
  answers: readonly string[],
  most: number,
  ...more: readonly number[]
): void {
  for (const known of [exactly, roughly]) {
    const found = runBounded(algorithm, entries.flat().map(known), ...more);
    expect(found).toHaveLength(answers.length);
    answers.forEach((answer, at) => {
      expectWithin(widened(found[at]), fractionOfText(answer), most);
    });
  }
}

/** What is known exactly is compared with digits that are not all there are. */
function widened(found: Bounded | undefined): Bounded | undefined {
  if (found?.exact == null) return found;
  return { value: found.value, error: found.error + Math.abs(found.value) * 2e-16, exact: null };
}

const norm = ({ singular }: Answers): number => Number(singular[0]);
/** How much an inverse makes of errors. */
const condition = (each: Answers): number => norm(each) / Number(each.singular.at(-1));

describe.each(matrices.map((each, at) => [at, each] as const))('matrix %i', (_, each) => {
  it('has these singular values', () => {
    checkAnswers('singularValues', each, each.singular, 1e-11 * norm(each), each.entries.length);
  });

  const { determinant, inverse, eigenvalues, root } = each;
  if (determinant !== undefined)
    it('has this determinant', () => {
      const most = 1e-11 * norm(each) ** each.entries.length;
      checkAnswers('determinant', each, [determinant], most);
    });

  if (inverse !== undefined)
    it('has this inverse, which is its pseudo-inverse', () => {
      const most = (1e-12 * condition(each) ** 2) / norm(each);
      checkAnswers('matrixPower', each, inverse.flat(), most, -1);
      checkAnswers('pseudoInverse', each, inverse.flat(), most, each.entries.length);
    });

  if (eigenvalues !== undefined && eigenvalues !== null)
    it('has these eigenvalues', () => {
      checkAnswers('eigenvalues', each, eigenvalues, 1e-9 * norm(each));
      eigenvalues.forEach((answer, at) => {
        checkAnswers('eigenvalues', each, [answer], 1e-9 * norm(each), at + 1);
      });
    });

  if (eigenvalues === null)
    it('has eigenvalues that are not real, and is refused', () => {
      const entries = each.entries.flat().map(exactly);
      const found = attempt(() => runBounded('eigenvalues', entries), { start: 0, end: 0 });
      expect(found).toMatchObject({ ok: false, refusal: { code: 'matrix.eigenvalues' } });
    });

  if (root !== undefined)
    it('has this root', () => {
      checkAnswers(
        'matrixRoot',
        each,
        root.flat(),
        1e-11 * norm(each) * Math.sqrt(condition(each)),
      );
    });
});
