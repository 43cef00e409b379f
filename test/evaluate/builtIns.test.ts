// Functions that have a meaning without a definition: claims about them, other functions of their names, their logarithms.
import { describe, expect, it } from 'vitest';
import { checkQuery, evaluateSheet, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;

describe('names of built-in functions', () => {
  const given = 'w = [.5,.5]\np = [.25,.75]\nx = [1,2,3]\n';

  it('are claimed about where an argument is bound', () => {
    for (const line of [
      raw`KL(w\|p) = 7`,
      raw`D_{KL}(w\|p) = 7`,
      raw`\operatorname{Var}[x] = 9`,
      raw`\operatorname{Var}(x) = 9`,
      raw`\operatorname{Cov}(w,p) = 9`,
      raw`\operatorname{mean}(x) = 9`,
      raw`\operatorname{softmax}(x) = [1,2,3]`,
      raw`\sigma(x) = [1,2,3]`,
      raw`\sigma(0) = 0.7`,
      raw`\sigma(x_1) = 0.8`,
    ]) {
      const [claim, value] = evaluateSheet(`${given}${line}\n${line.split('=')[0] ?? ''}`);
      expect(claim?.verdict, line).toBe('fails');
      expect(value?.value, line).toEqual(claim?.value);
    }
    expect(verdictsOf(`${given}${raw`\sigma(x) = \frac{1}{1+e^{-x}}`}`)).toEqual(['holds']);
    expect(verdictsOf(raw`\operatorname{Var}[x] = 9` + '\nx = [1,2,3]')).toEqual(['fails']);
  });

  it('are defined where the arguments are fresh, or by a sign that only defines', () => {
    checkQuery(`${given}${raw`\sigma(t) = 2t`}\n${raw`\sigma(3)`}`, 6);
    checkQuery(`${given}${raw`KL(a\|b) = \sum_i (a_i-b_i)^2`}\n${raw`KL(w\|p)`}`, 0.125);
    checkQuery(`${given}${raw`\operatorname{Var}(a) = a^2`}\n${raw`\operatorname{Var}(3)`}`, 9);
    checkQuery(`${given}${raw`\sigma(x) := 2x`}\n${raw`\sigma(3)`}`, 6);
    checkQuery(`${given}${raw`\sigma(x) \triangleq 2x`}\n${raw`\sigma(3)`}`, 6);
  });
});

describe('settings', () => {
  it('reach the logarithms of built-in functions', () => {
    const given = 'w = [.5,.5]\np = [.25,.75]\n';
    const expected = 0.5 * Math.log2(0.5 / 0.25) + 0.5 * Math.log2(0.5 / 0.75);
    checkQuery(`set log 2\n${given}${raw`KL(w\|p)`}`, expected);
    checkQuery(`set log 3\n${given}${raw`KL(w\|p)`}`, (expected * Math.LN2) / Math.log(3));
    checkQuery(`set log 2\n${given}${raw`\ln 2`}`, Math.LN2);
    checkQuery(`set log 2\nw = [1,0]\np = [.5,.5]\n${raw`KL(w\|p)`}`, 1);
    checkQuery(`set log 2\nw = [1,0]\np = [.5,.5]\n${raw`KL(p\|w)`}`, Infinity);
    const [result] = evaluateSheet(`${given}${raw`KL(w\|p) = 0.2075`}`);
    expect(result?.verdict).toBe('unknown');
    expect(result?.notes.map(({ code }) => code)).toContain('claim.base-two');
  });
});
