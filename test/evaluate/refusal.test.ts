// Where evaluation ends: what a person wrote becomes a refusal, what the project did wrong does not.
import { expect, it } from 'vitest';
import { attempt, refuse } from '../../src/evaluate/refusal.js';

const whole = { start: 0, end: 1 };

function codeOf(compute: () => unknown): string | null {
  const result = attempt(compute, whole);
  return result.ok ? null : result.refusal.code;
}

it('takes every way in which a stack overflows for a formula too deep', () => {
  const endless = (depth: number): number => endless(depth + 1) + 1;
  expect(codeOf(() => endless(0))).toBe('limit.depth');
  expect(
    codeOf(() => {
      throw new SyntaxError('Invalid regular expression: /a/g: Maximum call stack size exceeded');
    }),
  ).toBe('limit.depth');
});

it('keeps refusals, and passes on what is wrong in the project', () => {
  expect(codeOf(() => refuse('value.division-by-zero', whole))).toBe('value.division-by-zero');
  expect(() => codeOf(() => JSON.parse('{'))).toThrow(SyntaxError);
});
