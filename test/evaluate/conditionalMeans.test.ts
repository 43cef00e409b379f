// Means under the law of one variable once another is known: two points, normal laws, what is refused.
import { expect, it } from 'vitest';
import { checkQuery, checkRefused, problemsOf, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;

const points = raw`x_0 \sim \mathcal U\{-1,1\}
p(x_t|x_0) = \mathcal N(x_t;.8x_0,.36)
x_t = 1
`;
const normal = raw`s = 0.5
x_0 \sim \mathcal N(0.2,s^2)
p(x_t|x_0) = \mathcal N(x_t;(1-t)x_0,t^2)
t = 0.3
x_t = 0.7
`;

it('of two points are sums with weights', () => {
  checkQuery(points + raw`\mathbb E_{x_0|x_t}[x_0]`, Math.tanh(0.8 / 0.36));
  checkQuery(points + raw`\mathbb E_{x_0\mid x_t}[x_0^2]`, 1);
  checkQuery(points + raw`\operatorname{Var}_{x_0|x_t}[x_0]`, 1 - Math.tanh(0.8 / 0.36) ** 2);
  checkQuery(points + raw`\mathbb E_{x_0|x_t}[[x_0,2]]`, [Math.tanh(0.8 / 0.36), 2]);
  const mean = raw`m(x_t) = \mathbb E_{x_0|x_t}[x_0]` + '\n';
  checkQuery(`${points}${mean}m(-0.3)`, Math.tanh(-0.24 / 0.36));
  checkQuery(`${points}${mean}m'(0)`, 0.8 / 0.36);
});

it('of a normal variable with normal noise are those of a normal law', () => {
  const gain = (0.7 * 0.25) / (0.49 * 0.25 + 0.09);
  const [centre, variance] = [0.2 + gain * (0.7 - 0.14), (0.25 * 0.09) / (0.49 * 0.25 + 0.09)];
  checkQuery(normal + raw`\mathbb E_{x_0|x_t}[x_0]`, centre);
  checkQuery(normal + raw`\operatorname{Var}_{x_0|x_t}[x_0]`, variance);
  checkQuery(normal + raw`\mathbb E_{x_0|x_t}[e^{x_0}]`, Math.exp(centre + variance / 2), 9);
  // Noise so narrow, and a place so far out, that no node of a quadrature would be near.
  const far = normal.replace('t = 0.3', 't = 10^{-9}').replace('x_t = 0.7', 'x_t = 40');
  checkQuery(far + raw`\mathbb E_{x_0|x_t}[x_0]`, 40 / (1 - 1e-9), 7);
});

it('of other laws are quotients of two means', () => {
  const noise = raw`p(x_t|x_0) = \operatorname{Laplace}(x_t;x_0,1)`;
  const lines = raw`x_0 \sim \mathcal U(0,2)` + `\n${noise}\nx_t = 3\n`;
  // The weight is e^{x_0} on [0, 2].
  const mean = (2 * Math.E ** 2 - Math.E ** 2 + 1) / (Math.E ** 2 - 1);
  checkQuery(lines + raw`\mathbb E_{x_0|x_t}[x_0]`, mean, 9);
});

it('give the score of a mixture, and the flow between normal laws', () => {
  const score = raw`\mathbb E_{x_0|x_t}[\nabla_{x_t}\log p(x_t|x_0)]`;
  checkQuery(points + score, -0.6071436286, 10);
  const flow = raw`s = 0.5
x_0 \sim \mathcal N(0,s^2)
p(x_t|x_0) = \mathcal N(x_t;(1-t)x_0,t^2)
\frac{dx_t}{dt} = \mathbb E_{x_0|x_t}\left[\frac{x_t-x_0}{t}\right]
x_1 = 0.8
`;
  checkQuery(`${flow}x_{0.1}`, 0.8 * Math.sqrt(0.81 * 0.25 + 0.01), 8);
});

it('need a law, one density that is known, and two names', () => {
  const mean = raw`\mathbb E_{x_0|x_t}[x_0]`;
  checkRefused(`x_t = 1\n${mean}`, 'expectation.prior', 'x_0|x_t');
  checkRefused(raw`x_0 \sim \mathcal N(0,1)` + `\nx_t = 1\n${mean}`, 'expectation.kernel');
  checkRefused(
    `${points}${raw`q(x_t|x_0) = \mathcal N(x_t;x_0,1)`}\n${mean}`,
    'expectation.kernel',
  );
  const written = points.replace(raw`\mathcal N(x_t;.8x_0,.36)`, raw`e^{-(x_t-x_0)^2}`);
  expect(problemsOf(written + mean).map(([code]) => code)).toEqual(['law.unclear']);
  checkRefused(points.replace('x_t = 1\n', '') + mean, 'name.unbound', 'x_t');
  checkRefused(points + raw`\mathbb E_{x_0+1|x_t}[x_0]`, 'expectation.given');
  // What is no part of the density is not drawn with it.
  const other = raw`x_1 \sim \mathcal N(0,1)` + '\n';
  checkRefused(points + other + raw`\mathbb E_{x_0|x_t}[x_1-x_0]`, 'law.alone', 'x_1');
});

it('leave random variables beside a flow of the same letter as they are', () => {
  const lines = raw`x_0 \sim \mathcal N(3,1)
\frac{dx_t}{dt} = -x_t
x_1 = 1
\mathbb E[x_0] = 3
x_2 = e^{-1}`;
  expect(verdictsOf(lines)).toEqual(['holds', 'holds']);
});

it('members of families of laws have densities', () => {
  const law = raw`p_t = \mathcal N(0,e^{-2t})` + '\nt = 1\nx = .3\n';
  checkQuery(`${law}p_t(x)`, (Math.E / Math.sqrt(2 * Math.PI)) * Math.exp(-0.045 * Math.E ** 2));
  checkQuery(law + raw`\nabla_x\log p_t(x)`, -0.3 * Math.E ** 2);
  checkQuery(
    law + raw`\int_0^1\mathbb E_{y\sim p_t}[(\nabla_y\log p_t(y))^2]dt`,
    (Math.E ** 2 - 1) / 2,
    9,
  );
});
