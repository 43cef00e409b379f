// What results say: the relation as it stands, and both sides with enough digits to differ.
import { expect, it } from 'vitest';
import { describeResult } from '../../src/evaluate/describe.js';
import { evaluateSheet, evaluateText } from '../support/worksheets.js';

const raw = String.raw;

/** `state: value relation expected` of each result. */
function checkDescribed(lines: string, ...expected: readonly string[]): void {
  const found = evaluateSheet(lines).map((result) => {
    const { state, value, expected: other, failedRelation } = describeResult(result);
    return [state, value, failedRelation, other].filter((part) => part !== '').join(' ');
  });
  expect(found, lines).toEqual(expected);
}

it('says in which relation the sides do not stand', () => {
  checkDescribed('1 = 2', 'fails 1 ≠ 2');
  checkDescribed(raw`1 \ne 1`, 'fails 1 = 1');
  checkDescribed(raw`2 \ge 3`, 'fails 2 ≱ 3');
  checkDescribed('3 < 2', 'fails 3 ≮ 2');
  checkDescribed(raw`x = 2` + '\n' + raw`x \in [0,1]`, 'fails 2 ∉ [0, 1]');
  checkDescribed(raw`\pi \approx 3.2`, 'fails 3.14159 ≉ 3.2');
  checkDescribed('a = 1\na \\equiv 2', 'fails 1 ≠ 2');
});

it('writes sides that differ with as many digits as show it', () => {
  checkDescribed('0.1 + 0.2 = 0.30000001', 'fails 0.3 ≠ 0.30000001');
  checkDescribed('1/3 = 0.333333333', 'holds 0.3333333333 ≠ 0.333333333');
  checkDescribed(raw`2\pi = 6.28`, 'holds 6.28319 ≠ 6.28');
});

it('writes as many digits as the post sets', () => {
  checkDescribed(raw`set digits 9` + '\n' + raw`\pi`, 'value 3.14159265');
});

it('says of a stated value whether it holds', () => {
  const [result] = evaluateText('$1+1$<!--= 3 -->\n');
  expect(result && describeResult(result)).toMatchObject({
    state: 'fails',
    value: '2',
    failedRelation: '≠',
    expected: '3',
  });
});

it('names the problem of what has no value', () => {
  const [result] = evaluateSheet('1/0');
  expect(result && describeResult(result)).toMatchObject({
    state: 'problem',
    value: '',
    problem: { code: 'value.division-by-zero' },
  });
});
