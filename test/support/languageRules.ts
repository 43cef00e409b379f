// Tables of what the worksheet language promises: each rule with worksheets where it holds, and where it refuses.
import { expect, it } from 'vitest';
import type { Value, Verdict } from '../../src/evaluate/result.js';
import { checkQuery, checkRefused, evaluateSheet } from './worksheets.js';

export interface LanguageRule {
  readonly rule: string;
  /** Lines before each of the formulas. */
  readonly given?: string;
  /** Formulas with what they come to, known without this evaluator: a value, or a verdict. */
  readonly holds: readonly (readonly [formula: string, comesTo: Value | Verdict])[];
  /** Formulas with the code of the only problem, and where it stands. */
  readonly refuses?: readonly (readonly [formula: string, code: string, place: string])[];
  /** Formulas with the code of a note that has to stand beside the value. */
  readonly says?: readonly (readonly [formula: string, note: string])[];
}

/** One test for each rule. */
export function checkRules(rules: readonly LanguageRule[]): void {
  it.each(rules.map((rule) => [rule.rule, rule] as const))('%s', (_, rule) => {
    const { given = '', holds, refuses = [], says = [] } = rule;
    const lines = (formula: string): string => (given === '' ? formula : `${given}\n${formula}`);
    for (const [formula, comesTo] of holds) {
      if (typeof comesTo === 'string') checkVerdict(lines(formula), formula, comesTo);
      else checkQuery(lines(formula), comesTo, 9);
    }
    for (const [formula, code, place] of refuses) checkRefused(lines(formula), code, place);
    for (const [formula, note] of says) checkSays(lines(formula), formula, note);
  });
}

function checkVerdict(lines: string, formula: string, verdict: Verdict): void {
  const result = evaluateSheet(lines).at(-1);
  expect([formula, result?.verdict, result?.problems]).toEqual([formula, verdict, []]);
}

function checkSays(lines: string, formula: string, note: string): void {
  const result = evaluateSheet(lines).at(-1);
  expect([formula, result?.notes.map(({ code }) => code)]).toEqual([
    formula,
    expect.arrayContaining([note]),
  ]);
}
