// Extrema over intervals: values and places known in closed form, ends, ties, and what is refused.
import { describe, expect, it } from 'vitest';
import { checkQuery, checkRefused, evaluateSheet, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;

describe('extrema over an interval', () => {
  it.each([
    [raw`\max_{x\in[0,1]} x(1-x)`, 0.25],
    [raw`\min_{x\in[-1,3]} x^2 e^{-x}`, 0],
    [raw`\max_{0\le x\le 2} x^3`, 8],
    [raw`\min_{x>0} x\log x`, -1 / Math.E],
    [raw`\max_{x\in\mathbb{R}} e^{-(x-3)^2}`, 1],
    [raw`\max_{x\in[0,10]} \sin x`, 1],
    [raw`\sup_{x\in(0,1)} x`, 1],
    [raw`\sup_{x\in\mathbb{R}} \tanh x`, 1],
    [raw`\inf_{x\ge 1} \frac{1}{x}`, 0],
    [raw`\max_{x\in(0,\infty)} \frac{x}{1+x^2}`, 0.5],
    [raw`\max_{x\in[0,1]} (x + \min_{y\in[0,1]} ((x-y)^2))`, 1],
  ])('%s', (tex, expected) => {
    checkQuery(tex, expected, 9);
  });

  it.each([
    [raw`\operatorname{argmax}_{x\in[0,1]} x(1-x)`, 0.5],
    [raw`\operatorname{argmin}_{x>0} x\log x`, 1 / Math.E],
    [raw`\operatorname{argmin}_{x\in[0,1]} |x-0.3|`, 0.3],
    [raw`\operatorname{argmin}_{x\in[-1,1]} ((x-0.25)^4)`, 0.25],
    [raw`\arg\max_{0\le x\le 2} x^3`, 2],
    [raw`\mathop{\text{argmin}}_{t\in\mathbb{R}} (e^t - 2t)`, Math.LN2],
  ])('%s', (tex, expected) => {
    checkQuery(tex, expected, 8);
  });

  it('find the discriminator of the original GAN', () => {
    const objective = raw`(p\log\sigma(D) + q\log(1-\sigma(D)))`;
    const given = 'p = 0.6\nq = 0.3\n';
    const best = raw`\operatorname{argmax}_{D\in\mathbb{R}} `;
    checkQuery(given + best + objective, Math.LN2, 8);
    expect(verdictsOf(`${given}${best}${objective} = ${raw`\log\frac{p}{q}`}`)).toEqual(['holds']);
  });

  it('bring back measures that are extrema', () => {
    const energy = raw`\min_{c\in\mathbb{R}} \sum_i (x_i-c)^2`;
    checkQuery(`x = [1, 2, 6]\n${energy}`, 14, 9);
    checkQuery(
      raw`L(t) = (t-2)^2 + 1` + '\n' + raw`t^* = \operatorname{argmin}_{t\in[0,5]} L(t)` + '\nt^*',
      2,
      8,
    );
  });

  it('take the smallest of several places, and say so', () => {
    const [result] = evaluateSheet(raw`\operatorname{argmax}_{x\in[0,10]} \sin x`);
    expect(result?.value).toBeCloseTo(Math.PI / 2, 9);
    expect(result?.notes.map(({ code }) => code)).toContain('argument.tie');
  });

  it('have the derivative of what stands inside', () => {
    checkQuery('a = 2\n' + raw`\frac{d}{da}\max_{x\in[0,3]} (ax - x^2)`, 1, 7);
  });

  it('are refused where nothing is greatest', () => {
    checkRefused(raw`\max_{x\in(0,1)} x`, 'search.not-attained');
    checkRefused(raw`\max_{x\in\mathbb{R}} \tanh x`, 'search.not-attained');
    checkRefused(raw`\max_{x>0} \log x`, 'search.unbounded');
    checkRefused(raw`\inf_{x\in(0,1)} (-\frac{1}{x})`, 'search.unbounded');
    checkRefused(raw`\sup_{x>2} (1-\frac{1}{\log x})`, 'search.unsettled');
    checkRefused(raw`\operatorname{argmax}_{x\in[0,1]} \min(x, 0.5)`, 'search.level');
    checkRefused(raw`\max_{x\in[1,0]} x`, 'value.empty-extremum');
    checkRefused(raw`\max_{x\in[-1,1]} \log x`, 'value.logarithm-of-negative');
    checkRefused(
      'a = 2\n' + raw`\frac{d}{da}\operatorname{argmax}_{x\in[0,3]} (ax - x^2)`,
      'derivative.of-method',
    );
    checkRefused(raw`\max_{x\in[0,1]} x + x^2`, 'name.index-after-sum', 'x');
  });
});

/** Peaks narrower than any grid, by mpmath. */
describe('extrema that a grid would miss', () => {
  it.each([
    [raw`\max_{x\in[0,1]} e^{-(x-0.3141592)^2\cdot 10^{12}}`, 1],
    [raw`\max_{x\in[0,1]} (x(1-x) + e^{-(x-0.3141592)^2\cdot 10^{12}})`, 1.2154631970554],
    [raw`\max_{x\in\mathbb{R}} (\frac{1}{1+x^2} + 2e^{-(x-100.123)^2\cdot 10^6})`, 2.0000997445],
    [raw`\min_{x\in[0,1]} (x - \frac{2}{1+10^{10}(x-0.7123)^2})`, -1.2877],
    [raw`\max_{x\in[0,10]} \sin(1000x)`, 1],
    [raw`\max_{x\in[0,1]} (1-\sqrt{|x-0.3|})`, 1],
    [
      raw`\max_{x\in[0,1]} (\det\begin{pmatrix}x&1\\1&x\end{pmatrix} + e^{-10^{10}(x-0.3217)^2})`,
      0.10349089001,
    ],
    [raw`\max_{x\in[0,1]} (\max_{y\in[0,1]} ((x-y)^2 + e^{-10^8(x-0.37)^2}))`, 1.3969],
  ])('%s', (tex, expected) => {
    const [result] = evaluateSheet(tex);
    expect(result?.value).toBeCloseTo(expected, 6);
    expect(result?.notes.map(({ code }) => code)).not.toContain('method.estimate');
  });

  it('say where a narrower peak may be missed', () => {
    const [result] = evaluateSheet(
      raw`\max_{t\in[0,1]} (\|\begin{pmatrix}t&1\\1&t\end{pmatrix}\|_2)`,
    );
    expect(result?.value).toBeCloseTo(2, 9);
    expect(result?.notes.map(({ code }) => code)).toContain('method.estimate');
  });
});

describe('supremum and infimum of finitely many', () => {
  it('are the greatest and the least', () => {
    const given = 'x = [3,1,2]\n';
    checkQuery(given + raw`\sup_i x_i`, 3);
    checkQuery(given + raw`\inf_i x_i`, 1);
    checkQuery(given + raw`\inf_{i\in\{1,3\}} x_i`, 2);
    checkQuery(given + raw`\sup x`, 3);
    checkQuery(given + raw`\sup\{i \mid x_i > 1\}`, 3);
  });
});
