// Sums without end: values known in closed form, and what has no bound.
import { describe, expect, it } from 'vitest';
import { checkQuery, checkRefused, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;

describe('sums without end', () => {
  it.each([
    [raw`\sum_{k=0}^\infty 0.5^k`, 2],
    [raw`\sum_{k=1}^\infty \frac{k}{2^k}`, 2],
    [raw`\sum_{k=1}^\infty \frac{0.9^k}{k}`, Math.log(10)],
    [raw`\sum_{k=0}^\infty \frac{1}{\prod_{j=1}^k j}`, Math.E],
    [raw`\sum_{k=0}^\infty e^{-k^2}`, 1.3863186024133263],
    [raw`\sum_{k=1}^\infty \frac{1}{k^2}`, Math.PI ** 2 / 6],
    [raw`\sum_{k=1}^\infty \frac{1}{k^{1.5}}`, 2.612375348685488],
    [raw`\sum_{k=0}^\infty \frac{(-1)^k}{2k+1}`, Math.PI / 4],
    [raw`\sum_{k=1}^\infty \frac{(-1)^k}{\sqrt k}`, -0.6048986434216304],
  ])('%s', (tex, expected) => {
    checkQuery(tex, expected, 9);
  });

  it('give the mean of a Poisson law', () => {
    const mean = raw`\sum_{k=0}^\infty k e^{-\lambda}\frac{\lambda^k}{\prod_{j=1}^k j}`;
    checkQuery(raw`\lambda = 3` + `\n${mean}`, 3, 9);
  });

  it('are claimed of', () => {
    expect(verdictsOf(raw`\sum_{k=1}^\infty \frac{1}{k^2} = \frac{\pi^2}{6}`)).toEqual(['holds']);
    expect(verdictsOf(raw`\sum_{k=1}^\infty \frac{1}{k^2} = 1.64`)).toEqual(['holds']);
    expect(verdictsOf(raw`\sum_{k=1}^\infty \frac{1}{k^2} = 1.65`)).toEqual(['fails']);
  });

  it.each([
    [raw`\sum_{k=1}^\infty \frac{1}{k}`, 'series.no-bound'],
    [raw`\sum_{k=1}^\infty (-1)^k`, 'series.no-bound'],
    [raw`\sum_{k=0}^\infty 2^k`, 'series.no-bound'],
    [raw`\sum_{k=2}^\infty \frac{1}{k\log k}`, 'series.no-bound'],
    [raw`\sum_{k=1}^\infty (e^{-k} + 10^{-12}/k)`, 'series.no-bound'],
    [raw`\sum_{k=0}^\infty \mathbf 1_{k>1000}`, 'series.no-bound'],
    [raw`\sum_{k=0}^\infty [0.5^k, 1]`, 'series.of-arrays'],
    ['x = 0.3\n' + raw`\frac{d}{dx}\sum_{k=0}^\infty x^k`, 'derivative.of-method'],
  ])('%s is refused', (tex, code) => {
    checkRefused(tex, code);
  });
});
