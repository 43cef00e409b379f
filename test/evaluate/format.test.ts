// How values are written, and how a stated number is held against a computed one.
import { expect, it } from 'vitest';
import { formatValue, toJsonValue } from '../../src/evaluate/format.js';
import { agreesWithStated, readStated, writeAsStated } from '../../src/evaluate/stated.js';

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

function checkStated(value: number, text: string, agrees: boolean): void {
  const stated = readStated(text);
  expect(stated).not.toBeNull();
  if (stated !== null) expect(agreesWithStated(value, stated)).toBe(agrees);
}

it('allows half a unit of the last digit, and nothing for an integer', () => {
  checkStated(1.10834, '1.1083', true);
  checkStated(1.10836, '1.1083', false);
  checkStated(0.1 + 0.2, '0.3', true);
  checkStated(4095, '4095', true);
  checkStated(4095.4, '4095', false);
  checkStated(1000, '1{,}000', true);
  checkStated(Infinity, '3', false);
});

it('reads nothing but a plain literal', () => {
  for (const text of ['', 'x', '1,000', '1.2.3', '1e3', '--1']) expect(readStated(text)).toBeNull();
});

it('writes a value with as many digits as stood there', () => {
  expect(writeAsStated(1.108342, '1.11')).toBe('1.11');
  expect(writeAsStated(2 / 3, '')).toBe('0.666667');
});
