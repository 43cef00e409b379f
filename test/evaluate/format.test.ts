// How values are written.
import { expect, it } from 'vitest';
import { formatValue, toJsonValue } from '../../src/evaluate/format.js';

it('writes numbers with six digits, and whole numbers in full', () => {
  expect(formatValue(1 / 3)).toBe('0.333333');
  expect(formatValue(2.5)).toBe('2.5');
  expect(formatValue(123456789)).toBe('123456789');
  expect(formatValue(1.5e-9)).toBe('1.5×10^-9');
  expect(formatValue(0.0000012)).toBe('0.0000012');
  expect(formatValue(-Infinity)).toBe('-∞');
});

it('never writes what was rounded as if it were whole', () => {
  expect(formatValue(1234567.8)).toBe('1.23457×10^6');
  expect(formatValue(1e15 / 7)).toBe('1.42857×10^14');
  expect(formatValue(123456.7)).toBe('1.23457×10^5');
  expect(formatValue(123456.7, 8)).toBe('123456.7');
  expect(formatValue(2.9999999)).toBe('3.00000');
  expect(formatValue(999999.9)).toBe('1×10^6');
  expect(formatValue(2 ** 60)).toBe('1.15292×10^18');
  expect(formatValue(Math.PI, 1)).toBe('3');
});

it('cuts long vectors and names their shape', () => {
  expect(formatValue([1, 2.5])).toBe('[1, 2.5]');
  const long = Array.from({ length: 9 }, (_, index) => index + 1);
  expect(formatValue(long)).toBe('[1, 2, 3, 4, 5, 6, 7, 8, …] (9)');
});

it('gives JSON what JSON can hold', () => {
  expect(toJsonValue([1, -Infinity, [Infinity]])).toEqual([1, '-Infinity', ['Infinity']]);
});
