// Calculus against mpmath and scipy (scripts/calculusAnswers.py), and its laws for random functions.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { propertyRuns } from '../support/runs.js';
import { checkQuery, evaluateSheet } from '../support/worksheets.js';

const raw = String.raw;

type Answers = Readonly<Record<string, readonly (readonly [lines: string, value: number])[]>>;
const answers = JSON.parse(
  readFileSync(new URL('data/calculusAnswers.json', import.meta.url), 'utf8'),
) as Answers;

/** Digits behind the point that are promised. */
const DIGITS: Readonly<Record<string, number>> = { extrema: 7, motions: 8 };

for (const [kind, cases] of Object.entries(answers)) {
  describe(kind, () => {
    it.each(cases)('%s', (lines, value) => {
      checkQuery(lines, value, DIGITS[kind] ?? 9);
    });
  });
}

/** A smooth function of t and what it is made of. */
const smooth = fc
  .record({
    height: fc.integer({ min: -3, max: 3 }),
    rate: fc.integer({ min: 1, max: 4 }),
    form: fc.constantFrom(
      raw`\sin(Rt)`,
      raw`e^{-t^2/R}`,
      raw`\log(R+t^2)`,
      raw`\frac{1}{R+t^2}`,
      raw`\tanh(Rt)`,
      raw`t^R`,
      raw`\sigma(Rt)`,
    ),
  })
  .map(({ height, rate, form }) => `${form.replaceAll('R', String(rate))} + (${height})t`);

const place = fc
  .integer({ min: -200, max: 200 })
  .map((hundredths) => (hundredths / 100).toFixed(2));

/** What has to be 0 is, as far as it is computed. */
function checkZero(lines: string): void {
  const [result] = evaluateSheet(lines);
  expect(result?.problems).toEqual([]);
  expect(Math.abs(result?.value as number)).toBeLessThan(1e-8);
}

describe('laws', () => {
  const runs = { numRuns: Math.ceil(propertyRuns / 12) };

  it('the derivative of an integral by its end is the integrand', () => {
    fc.assert(
      fc.property(smooth, place, (f, at) => {
        checkZero(`f(t) = ${f}\na = ${at}\n${raw`\frac{d}{da}\int_0^a f(t)\,dt - f(a)`}`);
      }),
      runs,
    );
  });

  it('integrals over two ranges add up', () => {
    fc.assert(
      fc.property(smooth, place, place, (f, from, to) => {
        const parts = raw`\int_{A}^{0} f(t)\,dt + \int_0^{B} f(t)\,dt - \int_{A}^{B} f(t)\,dt`;
        checkZero(`f(t) = ${f}\n${parts.replaceAll('A', from).replaceAll('B', to)}`);
      }),
      runs,
    );
  });

  it('the limit of difference quotients is the derivative', () => {
    fc.assert(
      fc.property(smooth, place, (f, at) => {
        const limit = raw`\lim_{h\to 0} \frac{f(a+h)-f(a)}{h}`;
        checkZero(`f(t) = ${f}\na = ${at}\nf'(a) - ${limit}`);
      }),
      runs,
    );
  });

  it('no value in an interval is above the maximum there', () => {
    fc.assert(
      fc.property(smooth, fc.double({ min: 0, max: 1, noNaN: true }), (f, at) => {
        const inside = (4 * at - 2).toFixed(6);
        const [result] = evaluateSheet(
          `f(t) = ${f}\n${raw`\max_{s\in[-2,2]} f(s)`} - f(${inside})`.replace(
            raw`\max_{s\in[-2,2]} f(s)`,
            raw`(\max_{s\in[-2,2]} f(s))`,
          ),
        );
        expect(result?.problems).toEqual([]);
        expect(result?.value as number).toBeGreaterThan(-1e-9);
      }),
      runs,
    );
  });

  it('a solution of dx/dt = f(t) is the integral of f', () => {
    fc.assert(
      fc.property(smooth, place, (f, at) => {
        const lines = `f(t) = ${f}\n${raw`\frac{dx}{dt} = f(t), x(0) = 0`}`;
        checkZero(`${lines}\nx(${at}) - ${raw`\int_0^{A} f(s)\,ds`.replace('A', at)}`);
      }),
      runs,
    );
  });
});
