// Our reading of random LaTeX comes to what NumPy computes for the same terms.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EvaluationResult, Value } from '../../../src/evaluate/result.js';
import { evaluateSheet } from '../../support/worksheets.js';
import { prelude } from './data.js';
import { Chance } from './chance.js';
import { termOf } from './generate.js';
import { toLatex } from './latex.js';

type Answer = readonly [seed: number, tex: string, value: Value | 'unsure' | null];

const answers: readonly Answer[] = readFileSync(new URL('answers.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Answer);

interface Compared {
  readonly answer: Answer;
  readonly result: EvaluationResult | undefined;
}

/** Refusals of terms that have a value. */
const SHARE_ANSWERED = 0.95;

const compared: readonly Compared[] = answers.map((answer) => ({
  answer,
  result: evaluateSheet(`${prelude}\n${answer[1]}`).at(-1),
}));

describe('random terms', () => {
  it('are written by the printer as they were when NumPy was asked', () => {
    const changed = answers.filter(
      ([seed, tex]) => toLatex(termOf(seed), new Chance(seed + 0x9e3779b9)) !== tex,
    );
    expect(changed.map(([seed]) => seed)).toEqual([]);
    expect(answers.length).toBeGreaterThanOrEqual(2000);
  });

  it('are worth what NumPy says, to the last digit that is shown', () => {
    const wrong = compared.filter(({ answer: [, , value], result }) => {
      if (result === undefined) return true;
      if (result.value === null || value === 'unsure') return false;
      if (value === null) return !isInfinite(result.value);
      return !agree(result.value, value, result.digits);
    });
    expect(wrong.map(({ answer, result }) => [...answer, result?.value])).toEqual([]);
  });

  it('are answered, but for a few', () => {
    const withValue = compared.filter(
      ({ answer: [, , value] }) => typeof value !== 'string' && value !== null,
    );
    const refused = withValue.filter(({ result }) => result?.value === null);
    const share = 1 - refused.length / withValue.length;
    const codes = new Map<string, number>();
    for (const { result } of refused) {
      const code = result?.problems[0]?.code ?? '';
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    const byCode = [...codes].sort(([, left], [, right]) => right - left);
    process.stdout.write(
      `${(100 * share).toFixed(1)} % of ${withValue.length} terms are answered; refused: ${byCode.map(([code, count]) => `${code} ${count}`).join(', ')}\n`,
    );
    expect(share).toBeGreaterThanOrEqual(SHARE_ANSWERED);
  });
});

function isInfinite(value: Value): boolean {
  return typeof value === 'number' ? Math.abs(value) === Infinity : value.some(isInfinite);
}

/** Half a unit of the last digit, and what rounding to a double takes. */
function agree(ours: Value, theirs: Value, digits: number): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    const room = 0.5 * 10 ** (1 - digits) + 4 * Number.EPSILON;
    return Math.abs(ours - theirs) <= room * Math.abs(theirs) + 1e-15;
  }
  if (typeof ours === 'number' || typeof theirs === 'number') return false;
  return (
    ours.length === theirs.length &&
    ours.every((entry, at) => agree(entry, theirs[at] ?? NaN, digits))
  );
}
