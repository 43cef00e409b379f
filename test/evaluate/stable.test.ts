// Forms that do not overflow: the same values where the literal ones have some, and values where they have none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../src/evaluate/formula.js';
import { propertyRuns } from '../support/runs.js';
import { checkQuery, evaluateSheet, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;

describe('stable forms', () => {
  const given = 'z = [800,801,900]\nx = 800\ns = [1,2]';

  it.each([
    [raw`\log\sum_i e^{z_i}`, 900],
    [raw`\log\sum_{i=1}^3 \exp(-z_i)`, -800 + Math.log1p(Math.exp(-1))],
    [raw`\log\left(1+\sum_i e^{s_i}\right)`, Math.log(1 + Math.E + Math.E ** 2)],
    [raw`\log(e^x+e^{-x})`, 800],
    [raw`\log(2e^x)`, 800 + Math.LN2],
    [raw`\log(1+e^x)`, 800],
    [raw`\ln(1+e^x)`, 800],
    [raw`\log\sigma(-x)`, -800],
    [raw`\log(1-\sigma(x))`, -800],
    [raw`\log\frac{e^x}{1+e^x}`, 0],
    [raw`\frac{e^{z_3}}{\sum_j e^{z_j}}`, 1],
    [raw`\frac{e^x}{1+e^x}`, 1],
    [raw`\frac{d}{dx}\log(1+e^x)`, 1],
    [raw`\nabla_s\log\sum_i e^{s_i}`, [1 / (1 + Math.E), Math.E / (1 + Math.E)]],
    [raw`\log e^{-x}`, -800],
    [raw`\log(1+y)`.replace('y', '(-1)'), -Infinity],
  ])('%s', (tex, expected) => {
    checkQuery(`${given}\n${tex}`, expected);
  });

  it.each([
    [raw`\log(1+10^{-20})`, 1e-20],
    [raw`\log(1+e^{-50})`, Math.exp(-50)],
    [raw`-\log\sigma(50)`, Math.exp(-50)],
    [raw`1-\sigma(50)`, Math.exp(-50)],
  ])('keep the digits of %s', (tex, expected) => {
    const [result] = evaluateSheet(tex);
    expect(Number(result?.value) / expected).toBeCloseTo(1, 12);
    expect(result?.digits).toBe(6);
  });

  it('are told', () => {
    const notes = (tex: string): readonly string[] =>
      evaluateSheet(`${given}\n${tex}`).flatMap((result) => result.notes.map(({ code }) => code));
    expect(notes(raw`\log\sum_i e^{z_i}`)).toContain('stable.logarithm');
    expect(notes(raw`\frac{e^{z_1}}{\sum_j e^{z_j}}`)).toContain('stable.quotient');
    expect(notes(raw`1-\sigma(x)`)).toContain('stable.complement');
    expect(notes(raw`\log\sum_i z_i`)).not.toContain('stable.logarithm');
  });

  it('leave what is claimed as it is', () => {
    expect(verdictsOf(raw`\log e^2 = 2`)).toEqual(['holds']);
    expect(verdictsOf(raw`\frac{1}{1+e^{-1}} = 0.7311`)).toEqual(['holds']);
    expect(verdictsOf(raw`\frac{e^1}{1+e^1} = 0.7312`)).toEqual(['fails']);
    checkQuery(raw`\log(1-3)`.replace('1-3', '4-3'), 0);
  });
});

it('gives the softmax and its logarithm at any scale', () => {
  const numbers = fc.array(fc.integer({ min: -2000, max: 2000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(numbers, fc.constantFrom(0.001, 0.1, 1), (whole, scale) => {
      const z = whole.map((each) => each * scale);
      const greatest = Math.max(...z);
      const total = z.reduce((sum, each) => sum + Math.exp(each - greatest), 0);
      for (const mode of ['compiled', 'interpreted'] as const) {
        const sum = evaluateFormula(raw`\log\sum_i e^{z_i}`, { z }, { mode });
        expect(Number(sum.value)).toBeCloseTo(greatest + Math.log(total), 9);
        const share = evaluateFormula(raw`\frac{e^{z_1}}{\sum_j e^{z_j}}`, { z }, { mode });
        expect(Number(share.value)).toBeCloseTo(Math.exp((z[0] ?? 0) - greatest) / total, 9);
      }
    }),
    { numRuns: propertyRuns },
  );
});
