// What is printed in pieces, held against the whole.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonPieces, printPieces } from '../../src/cli/print.js';

it('writes in pieces what JSON.stringify writes, however deep it takes it apart', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(5), (data, levels) => {
      const whole = `${JSON.stringify(data, null, 2)}\n`;
      expect([...jsonPieces(data, levels)].join('')).toBe(whole);
    }),
  );
});

it('leaves out what is not there', () => {
  const data = { none: undefined, one: { none: undefined }, two: [{ none: undefined, list: [] }] };
  expect([...jsonPieces(data, 3)].join('')).toBe(`${JSON.stringify(data, null, 2)}\n`);
});

it('makes no piece of what a list holds longer than that', () => {
  const data = { findings: Array.from({ length: 1000 }, (_, at) => ({ line: at })), count: 1000 };
  const lengths = [...jsonPieces(data, 2)].map(({ length }) => length);
  expect(Math.max(...lengths)).toBeLessThan(30);
});

it('prints many pieces at once, and all of them in order', () => {
  const pieces = Array.from({ length: 100_000 }, (_, at) => `${at}\n`);
  const printed: string[] = [];
  printPieces((text) => printed.push(text), pieces);
  expect(printed.join('')).toBe(pieces.join(''));
  expect(printed.length).toBeGreaterThan(5);
  expect(printed.length).toBeLessThan(20);
});
