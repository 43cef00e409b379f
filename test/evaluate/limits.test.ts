// Limits: values known in closed form, one-sided and infinite ones, and what is refused.
import { describe, expect, it } from 'vitest';
import { checkQuery, checkRefused, evaluateSheet, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;

describe('limits', () => {
  it.each([
    [raw`\lim_{x\to 0} \frac{\sin x}{x}`, 1],
    [raw`\lim_{x\to 0} \frac{1-\cos x}{x^2}`, 0.5],
    [raw`\lim_{h\to 0} \frac{(2+h)^3-8}{h}`, 12],
    [raw`\lim_{x\to 1} (\frac{1}{\log x} - \frac{1}{x-1})`, 0.5],
    [raw`\lim_{x\to 0^+} x\log x`, 0],
    [raw`\lim_{x\downarrow 0} \sqrt x`, 0],
    [raw`\lim_{x\to 0^-} \frac{|x|}{x}`, -1],
    [raw`\lim_{x\to 3^-} \lfloor x\rfloor`, 2],
    [raw`\lim_{x\to 2} x^2`, 4],
    [raw`\lim_{x\to 0} e^{-1/x^2}`, 0],
    [raw`\lim_{x\to\infty} (\sqrt{x^2+x}-x)`, 0.5],
    [raw`\lim_{x\to\infty} \frac{\log x}{x}`, 0],
    [raw`\lim_{x\to-\infty} \tanh x`, -1],
    [raw`\lim_{n\to\infty} \left(1+\frac{1}{n}\right)^n`, Math.E],
    [raw`\lim_{n\to\infty} n^{1/n}`, 1],
    [raw`\lim_{n\to\infty} \cos(2\pi n)`, 1],
    [raw`\lim_{n\to\infty} (\sum_{k=1}^n \frac{1}{k} - \log n)`, 0.5772156649015329],
    [raw`2\lim_{x\to 0} \frac{\tan x}{x} + 1`, 3],
  ])('%s', (tex, expected) => {
    checkQuery(tex, expected, 9);
  });

  it('are infinite where values grow without end', () => {
    checkQuery(raw`\lim_{x\to 0^+} \frac{1}{x}`, Infinity);
    checkQuery(raw`\lim_{x\to 0^+} \log x`, -Infinity);
    checkQuery(raw`\lim_{x\to\infty} e^x`, Infinity);
  });

  it('of losses and entropies are their well-known ends', () => {
    const loss = raw`\lim_{\gamma\to 1} \left(-\frac{\log(\gamma+(1-\gamma)p)}{1-\gamma}\right)`;
    checkQuery(`p = 0.1\n${loss}`, 0.9, 9);
    const entropy = raw`\lim_{q\to 1} \frac{1}{1-q}\log\sum_i p_i^q`;
    checkQuery(`p = [0.5, 0.25, 0.25]\n${entropy}`, 1.5 * Math.LN2, 9);
    const least = raw`\lim_{q\to\infty} \frac{1}{1-q}\log\sum_i p_i^q = \log 2`;
    expect(verdictsOf(`p = [0.5, 0.25, 0.25]\n${least}`)).toEqual(['holds']);
  });

  it('of difference quotients are derivatives', () => {
    for (const f of [raw`\sin t`, raw`t^3 e^{-t}`, raw`\log(1+t^2)`, raw`\sigma(2t)`]) {
      const lines = `f(t) = ${f}\n${raw`f'(0.7) - \lim_{h\to 0} \frac{f(0.7+h)-f(0.7)}{h}`}`;
      checkQuery(lines, 0, 9);
    }
  });

  it('see through definitions, and leave other values of their name alone', () => {
    checkQuery('x = 3\n' + raw`y = \frac{\sin x}{x}` + '\n' + raw`\lim_{x\to 0} y + x`, 4, 9);
  });

  it('say where only one side has values', () => {
    const [result] = evaluateSheet(raw`\lim_{x\to 0} x\log x`);
    expect(result?.notes.map(({ code }) => code)).toContain('approach.one-sided');
  });

  it('are refused where there is none, or none that is sure', () => {
    checkRefused(raw`\lim_{x\to 0} \frac{|x|}{x}`, 'approach.sides');
    checkRefused(raw`\lim_{x\to 0} \frac{1}{x}`, 'approach.sides');
    checkRefused(raw`\lim_{x\to 0} \sin\frac{1}{x}`, 'approach.unsettled');
    checkRefused(raw`\lim_{n\to\infty} (-1)^n`, 'approach.unsettled');
    checkRefused(raw`\lim_{x\to\infty} \cos(2\pi x)`, 'approach.unsettled');
    checkRefused(raw`\lim_{x\to\infty} \frac{1}{\log x}`, 'approach.unsettled');
    checkRefused(raw`\lim_{x\to\infty} \log\log x`, 'approach.unsettled');
    checkRefused(raw`\lim_{x\to 0^-} \log x`, 'value.logarithm-of-negative');
    checkRefused(raw`\lim x^2`, 'approach.where');
    checkRefused(raw`\lim_{x=0} x^2`, 'approach.where');
    checkRefused(raw`\lim_{x\to 1} x + x^2`, 'name.index-after-sum', 'x');
  });

  it('are not misled by what happens close to the point only', () => {
    checkQuery(raw`\lim_{x\to 0} \frac{x}{x+10^{-9}}`, 0, 9);
    checkQuery(raw`\lim_{x\to\infty} \frac{x}{x+10^{9}}`, 1, 9);
  });

  it('have no derivative by what they rest on', () => {
    checkRefused(
      'a = 2\n' + raw`\frac{d}{da} \lim_{x\to 0} \frac{\sin ax}{x}`,
      'derivative.of-method',
    );
  });
});
