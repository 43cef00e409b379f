// Calculus and determinants that are easily got wrong, against mpmath (scripts/hardAnswers.py): each value is right as far as it is shown, or refused.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import { evaluateSheet } from '../support/worksheets.js';

/** `null` where there is no value, `uncertain` where none is known. */
type Answer = number | 'Infinity' | '-Infinity' | 'uncertain' | null;
const answers = JSON.parse(
  readFileSync(new URL('data/hardAnswers.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly (readonly [lines: string, answer: Answer])[]>>;

/** Relative; what is farther off has to say so. */
const PROMISED: Readonly<Record<string, number>> = { extrema: 1e-7, motions: 1e-8 };

/** How many of each kind may have no value shown though there is one. */
const MOST_REFUSED: Readonly<Record<string, number>> = {
  limits: 9,
  integrals: 4,
  extrema: 9,
  sequences: 3,
  motions: 5,
  determinants: 3,
};

const NEAR_ZERO = 1e-9;

function isRight({ value, full, notes }: EvaluationResult, answer: number, kind: string): boolean {
  if (typeof value !== 'number') return false;
  const off = value === answer ? 0 : Math.abs(value - answer);
  if (notes.some(({ code }) => code === 'value.near-zero')) return off <= NEAR_ZERO;
  const shown = 0.51 * Math.abs(value) * 10 ** (1 - (full?.certainDigits ?? Infinity));
  const tiny = answer === 0 ? 1e-12 : 0;
  return off <= Math.max((PROMISED[kind] ?? 1e-9) * Math.abs(answer), shown, tiny);
}

for (const [kind, cases] of Object.entries(answers)) {
  describe(kind, () => {
    let refused = 0;
    it.each(cases)('%s', (lines, answer) => {
      const result = evaluateSheet(lines).at(-1);
      if (answer === null || answer === 'uncertain') expect(result?.value).toBeNull();
      else if (result?.value === null) refused++;
      else expect(result !== undefined && isRight(result, Number(answer), kind)).toBe(true);
    });

    it('are seldom refused', () => {
      expect(refused).toBeLessThanOrEqual(MOST_REFUSED[kind] ?? 0);
    });
  });
}
