// What results say: one for each query and relation, values and expectations, problems with places, notes beside.
import { describe, expect, it } from 'vitest';
import type { EvaluationResult, Value, Verdict } from '../../../src/evaluate/result.js';
import { evaluateSheet, evaluateText } from '../../support/worksheets.js';

const raw = String.raw;

type Shown = readonly [
  kind: EvaluationResult['kind'],
  value: Value | null,
  expected: Value | null,
  verdict: Verdict | null,
];

/** Each rule with lines, and what their results are in order. */
const results: readonly (readonly [rule: string, lines: string, shown: readonly Shown[]])[] = [
  ['a query has a value and no verdict', '1 + 1', [['value', 2, null, null]]],
  ['what only binds gives no result', 'x = [1,2]\nf(t) = t^2\n' + raw`y \in \mathbb{R}^n`, []],
  [
    'a claim has its left side as value and its right side as what was expected',
    '1 + 1 = 3',
    [['claim', 2, 3, 'fails']],
  ],
  [
    'a chain has one result a relation',
    raw`1 + 1 = 2 < 3 \le 2`,
    [
      ['claim', 2, 2, 'holds'],
      ['claim', 2, 3, 'holds'],
      ['claim', 3, 2, 'fails'],
    ],
  ],
  [
    'membership expects the ends or the elements',
    raw`2 \in [0,1]`,
    [['claim', 2, [0, 1], 'fails']],
  ],
  ['a check that holds has no sides', 't > 0\n' + raw`2t > t`, [['check', null, null, 'holds']]],
  ['what is refused has no value and no verdict', 'u', [['value', null, null, null]]],
  ['a claim that is refused is unknown', 'a = 1\na = u', [['claim', null, null, 'unknown']]],
];

describe('results', () => {
  it.each(results)('%s', (_, lines, shown) => {
    expect(
      evaluateSheet(lines).map(({ kind, value, expected, verdict }) => [
        kind,
        value,
        expected,
        verdict,
      ]),
    ).toEqual(shown);
  });

  it('of a stated value are values with what was expected', () => {
    const text = '```eval\na = 3\n```\n\n$2a$<!--= 6 --> and $2a$<!--= 7 --> and $2a$<!--= -->\n';
    expect(
      evaluateText(text).map(({ kind, value, expected, verdict }) => [
        kind,
        value,
        expected,
        verdict,
      ]),
    ).toEqual([
      ['value', 6, 6, 'holds'],
      ['value', 6, 7, 'fails'],
      ['value', 6, null, null],
    ]);
  });

  it('of prose are information where they fail', () => {
    const [result] = evaluateText('Since $2^{10}=1000$.\n');
    expect([result?.verdict, result?.informative]).toEqual(['fails', true]);
    const [claim] = evaluateSheet('2^{10}=1000');
    expect([claim?.verdict, claim?.informative]).toEqual(['fails', false]);
  });
});

describe('problems and notes', () => {
  it('are told apart: what kept a value from being computed, and what was used', () => {
    const [shown, refused] = evaluateSheet(raw`\log 2` + '\n' + raw`\log(-2)`);
    expect([shown?.problems, shown?.notes.map(({ code }) => code)]).toEqual([
      [],
      ['convention.natural-log'],
    ]);
    expect(refused?.value).toBeNull();
    expect(refused?.problems.map(({ code }) => code)).toEqual(['value.logarithm-of-negative']);
  });

  it('have the place of what they are about, in the source of the post', () => {
    const text = '中文 $a$\n\n> ```eval\n> 2 + 3u\n> ```\n';
    const [problem] = evaluateText(text)[0]?.problems ?? [];
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('u');
  });
});
