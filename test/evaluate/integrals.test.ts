// Integrals: values known in closed form, with steep ends and infinite ranges, and what is refused.
import { describe, expect, it } from 'vitest';
import { DEFAULT_EVALUATION_LIMITS } from '../../src/evaluate/evaluatePost.js';
import {
  checkQuery,
  checkRefused,
  evaluateText,
  postOf,
  verdictsOf,
} from '../support/worksheets.js';

const raw = String.raw;

describe('integrals', () => {
  it.each([
    [raw`\int_0^1 x^2\,dx`, 1 / 3],
    [raw`\int_0^1 x + 1\,dx + 5`, 6.5],
    [raw`\int_0^1 dx\,x^2`, 1 / 3],
    [raw`2\int_0^\pi \sin t\,\mathrm{d}t`, 4],
    [raw`\int_1^0 x\,dx`, -0.5],
    [raw`\int_0^1\log x\,dx`, -1],
    [raw`\int_0^1\frac{1}{\sqrt{x}}\,dx`, 2],
    [raw`\int_{-\infty}^{\infty} \frac{1}{\sqrt{2\pi}} e^{-x^2/2} dx`, 1],
    [raw`\int_{\mathbb{R}} e^{-(x-30)^2} dx`, Math.sqrt(Math.PI)],
    [raw`\int_0^\infty e^{-t}\,dt`, 1],
    [raw`\int_{-\infty}^0 e^{t}\,dt`, 1],
    [raw`\int_0^\infty \frac{1}{1+x^2} dx`, Math.PI / 2],
    [raw`\int_{-1}^1 |x-0.3|\,dx`, (1.3 ** 2 + 0.7 ** 2) / 2],
    [raw`\int_0^1\int_0^x xy\,dy\,dx`, 1 / 8],
    [raw`\int_0^{10000} e^{-(x-3)^2} dx`, (Math.sqrt(Math.PI) / 2) * (1 + 0.9999779095030014)],
  ])('%s', (tex, expected) => {
    checkQuery(tex, expected, 9);
  });

  it('see definitions that depend on their variable', () => {
    checkQuery('x = 3\n' + raw`y = x^2` + '\n' + raw`\int_0^1 y\,dx`, 1 / 3, 9);
    checkQuery(
      's = 2\n' + raw`f(t) = e^{-st}` + '\n' + raw`\int_0^1 f(t)\,dt`,
      (1 - Math.exp(-2)) / 2,
      9,
    );
    checkQuery(
      raw`L_s = 1+s` + '\n' + raw`I_t = \exp\int_0^t L_s\,ds` + '\n' + 'I_1',
      Math.exp(1.5),
      9,
    );
  });

  it('have derivatives by their ends', () => {
    checkQuery('x = 2\n' + raw`\frac{d}{dx}\int_0^x t^2\,dt`, 4, 6);
  });

  it('are compared within what two methods agree on', () => {
    expect(
      verdictsOf(raw`\int_{-\infty}^{\infty} \frac{1}{\sqrt{2\pi}} e^{-x^2/2} dx = 1`),
    ).toEqual(['holds']);
    expect(verdictsOf(raw`\int_0^1 x^2\,dx = 0.3333`)).toEqual(['holds']);
    expect(verdictsOf(raw`\int_0^1 x^2\,dx = 0.34`)).toEqual(['fails']);
  });

  it('are refused where they have no value, or none that is sure', () => {
    checkRefused(raw`\int_0^1\frac{1}{x}\,dx`, 'integral.unsettled');
    checkRefused(raw`\int_{-1}^1\frac{1}{x}\,dx`, 'value.hidden-zero');
    checkRefused(raw`\int_0^\infty \sin x\,dx`, 'integral.unsettled');
    checkRefused(raw`\int f(x)\,dx`, 'call.unbound', 'f');
    checkRefused('f(x) = x^2\n' + raw`\int f(x)\,dx`, 'integral.ends', raw`\int`);
    checkRefused(raw`\int_0^1 x`, 'integral.differential');
  });

  it('take few steps of the square of an absolute value, which has no kink', () => {
    const limits = { ...DEFAULT_EVALUATION_LIMITS, steps: 2_500 };
    const inner = raw`|e^2x-e^2x-.3|^2`;
    for (const of of [raw`\int_0^1 ${inner}\,dx`, raw`\mathbb E_{x\sim\mathcal N(0,1)}${inner}`]) {
      const [result] = evaluateText(postOf(of), limits);
      expect([result?.value, result?.problems]).toEqual([expect.closeTo(0.09, 12), []]);
    }
  });

  it('stop at the limit of steps', () => {
    const nested = raw`\int_0^1\int_0^1\int_0^1\int_0^1\int_0^1 uvwxy\,du\,dv\,dw\,dx\,dy`;
    const [result] = evaluateText(postOf(nested), { ...DEFAULT_EVALUATION_LIMITS, steps: 10_000 });
    expect(result?.problems[0]?.code).toBe('limit.steps');
  });
});
