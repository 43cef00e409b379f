// Laws and what is expected under them: values of SciPy 1.17 or in closed form, and where nothing is told.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EVALUATION_LIMITS } from '../../src/evaluate/evaluatePost.js';
import { propertyRuns } from '../support/runs.js';
import {
  checkQuery,
  checkRefused,
  evaluateSheet,
  evaluateText,
  postOf,
  verdictsOf,
} from '../support/worksheets.js';

const raw = String.raw;

const variables = raw`X \sim \mathcal N(1,4)
Y = 2X+1
Z \sim \mathcal U(-1,3)
W \sim \operatorname{Laplace}(1,3)
B \sim \operatorname{Bernoulli}(0.3)
T \sim \operatorname{Exp}(2)
C \sim \operatorname{Cauchy}(1,2)
M \sim \frac14\mathcal N(-2,1)+\frac34\mathcal N(2,1)
f(t) = t^2 - 1`;

describe('expectations', () => {
  it.each([
    [raw`\mathbb E[X]`, 1],
    [raw`\mathbb E[X^2]`, 5],
    [raw`\mathbb E[(X-1)^4]`, 48],
    [raw`\mathbb E[X^3-X]`, 12],
    [raw`\mathbb E[Y]`, 3],
    [raw`\mathbb E[f(X)]`, 4],
    [raw`\mathbb E[f(Y)]`, 24],
    [raw`\mathbb E[Z^3]`, 5],
    [raw`\mathbb E[W^4]`, 1 + 6 * 18 + 24 * 81],
    [raw`\mathbb E[T^3]`, 0.75],
    [raw`\mathbb E[M]`, 1],
    [raw`\mathbb E[M^2]`, 5],
    [raw`\mathbb E[B]`, 0.3],
    [raw`\mathbb E[e^B]`, 0.7 + 0.3 * Math.E],
    [raw`\mathbb E[e^X]`, Math.exp(3)],
    [raw`\mathbb E[\sigma(X)]`, 0.6477264385258688],
    [raw`\mathbb E[\tanh W]`, 0.2571417220371412],
    [raw`\mathbb E[\sqrt{T}]`, Math.sqrt(Math.PI / 2) / 2],
    [raw`\mathbb E[\cos Z]`, 0.24564774821694094],
    [raw`\mathbb E[|X-1|]`, 2 * Math.sqrt(2 / Math.PI)],
    [raw`\mathbb E[\max(X-1,0)]`, Math.sqrt(2 / Math.PI)],
    [raw`\mathbb E[e^{X-1}]\,e^{-2}`, 1],
    [raw`\mathbb E_{x\sim\mathcal N(0,1)}[x^2]`, 1],
    [raw`\mathbb E_{x\sim\mathcal N(3,2^2)}[x^2]`, 13],
    [raw`\mathbb E_{x\sim\mathcal U(0,1),\,y\sim\mathcal U(0,x)}[y]`, 0.25],
    [raw`\mathbb E_{x,y\sim\mathcal U(0,1)}[xy]`, 0.25],
    [raw`\mathbb E_{x\sim U[0,2]}[x]`, 1],
  ])('%s', (tex, expected) => {
    checkQuery(`${variables}\n${tex}`, expected, 9);
  });

  it('are exact where moments and parameters are', () => {
    const given = raw`X \sim \mathcal N(0.1,0.2)`;
    expect(verdictsOf(`${given}\n${raw`\mathbb E[X^2] = \frac{21}{100}`}`)).toEqual(['holds']);
    expect(verdictsOf(`${given}\n${raw`\mathbb E[X^2] > 0.21`}`)).toEqual(['fails']);
  });

  it('find narrow laws, and wide ones', () => {
    checkQuery(raw`\mathbb E_{x\sim\mathcal N(1234.5,10^{-12})}[\cos(x-1234.5)]`, 1, 9);
    checkQuery(
      raw`\mathbb E_{x\sim\mathcal N(0,10^{12})}[e^{-x^2/2}]`,
      1 / Math.sqrt(1 + 1e12),
      12,
    );
  });

  it('see a narrow peak', () => {
    checkQuery(
      raw`\mathbb E_{x\sim\mathcal N(0,1)}[e^{-10^{12}(x-0.37)^2}]`,
      6.603247032766225e-7,
      15,
    );
  });

  it('do not take for 0 what is too small to hold', () => {
    checkRefused(raw`\mathbb E_{x\sim\mathcal N(0,1)}[e^{-10^3(1+x^2)}]`, 'value.underflow');
  });

  it('see through definitions, both ways', () => {
    checkQuery(`${variables}\n${raw`m = \mathbb E[X]`}\n${raw`\mathbb E[(X-m)^2]`}`, 4);
    checkQuery(`${variables}\n${raw`\mathbb E[(X-\mathbb E[X])^2]`}`, 4);
    checkQuery(
      `${variables}\n${raw`F(t) = \mathbb P(X \le t)`}\n${raw`F(1) + F(3)`}`,
      0.5 + 0.8413447460685429,
    );
  });

  it('have derivatives by the parameters of the law', () => {
    const given = raw`\theta = 3` + '\n' + raw`X \sim \mathcal N(\theta,1)`;
    checkQuery(`${given}\n${raw`\frac{d}{d\theta}\mathbb E[X^2]`}`, 6);
    checkQuery(`${given}\n${raw`\frac{d}{d\theta}\mathbb E[e^X]`}`, Math.exp(3.5), 6);
    checkQuery(`${given}\n${raw`\frac{d}{d\theta}\mathbb E_{x\sim\mathcal N(\theta,1)}[x^3]`}`, 30);
  });

  it('take probabilities with their values', () => {
    const given = 'p = [.5,.25,.25]\nx = [1,2,3]';
    checkQuery(`${given}\n${raw`\mathbb E_{x\sim p}[x^2]`}`, 3.75);
    checkQuery(`${given}\n${raw`\mathbb E_{i\sim p}[x_i]`}`, 1.75);
    checkQuery(`${given}\n${raw`\operatorname{Var}_{x\sim p}[x]`}`, 0.6875);
    checkQuery(`x = [[1,0],[0,1]]\np = [.25,.75]\n${raw`\mathbb E_{x\sim p}[\|x\|^2]`}`, 1);
    // What has probability 0 is not asked for.
    checkQuery(`p = [1,0]\nx = [1,0]\n${raw`\mathbb E_{x\sim p}[\log x]`}`, 0);
    checkRefused(`p = [.5,.5]\n${raw`\mathbb E_{x\sim p}[x]`}`, 'law.support', 'p');
    checkRefused(`p = [.5,.6]\nx = [1,2]\n${raw`\mathbb E_{x\sim p}[x]`}`, 'law.weights', 'p');
  });

  it('keep to data where no random variable is', () => {
    checkQuery(`${variables}\nv = [1,2,6]\n${raw`\mathbb E[v]`}`, 3);
    checkQuery(`${variables}\n${raw`m = \mathbb E[X]`}\nv = [1,2,6]\n${raw`\mathbb E[mv]`}`, 3);
  });
});

describe('variances and covariances', () => {
  it.each([
    [raw`\operatorname{Var}[X]`, 4],
    [raw`\operatorname{Var}[Y]`, 16],
    [raw`\operatorname{Var}[Z]`, 4 / 3],
    [raw`\operatorname{Var}[W]`, 18],
    [raw`\operatorname{Var}[B]`, 0.21],
    [raw`\operatorname{Var}[M]`, 4],
    [raw`\operatorname{Var}[e^T]`, Infinity],
    [raw`\operatorname{Cov}(X,Y)`, 8],
    [raw`\operatorname{Cov}(X,Z)`, 0],
    [raw`\operatorname{Var}[X+Z]`, 4 + 4 / 3],
  ])('%s', (tex, expected) => {
    const lines = `${variables}\n${tex}`;
    if (Number.isFinite(expected)) checkQuery(lines, expected, 9);
    else checkRefused(lines, 'expectation.unsettled');
  });

  it('take variables with laws of their own for independent, and say so', () => {
    const [result] = evaluateSheet(`${variables}\n${raw`\operatorname{Cov}(X,Z)`}`);
    expect(result?.notes.map(({ code }) => code)).toContain('law.independent');
  });
});

describe('probabilities', () => {
  it.each([
    [raw`\mathbb P(X>3)`, 0.15865525393145707],
    [raw`\Pr(|X-1|\ge 2)`, 0.31731050786291415],
    [raw`P(-1<X<3)`, 0.6826894921370859],
    [raw`\mathbb P((X-1)^2 < 4)`, 0.6826894921370859],
    [raw`\mathbb P(Y > 3)`, 0.5],
    [raw`\mathbb P(-2X < -6)`, 0.15865525393145707],
    [raw`\mathbb P(W>2)`, 0.35826565528689464],
    [raw`\mathbb P(W\le -2)`, 0.18393972058572117],
    [raw`\mathbb P(C>4)`, 0.1871670418109988],
    [raw`\mathbb P(T\le 1.3)`, 0.9257264217856661],
    [raw`\mathbb P(Z<0)`, 0.25],
    [raw`\mathbb P(Z>5)`, 0],
    [raw`\mathbb P(B=1)`, 0.3],
    [raw`\mathbb P(M>0)`, 0.25 * 0.02275013194817921 + 0.75 * 0.9772498680518208],
    [raw`\mathbb P(X=1)`, 0],
    [raw`\mathbb P(X>1, Z<0)`, 0.125],
    [raw`\mathbb P(|X|<-1)`, 0],
    [raw`\mathbb P_{x\sim\mathcal N(0,1)}(x>1)`, 0.15865525393145707],
    [raw`\mathbb E[\mathbb 1[X>3]]`, 0.15865525393145707],
  ])('%s', (tex, expected) => {
    checkQuery(`${variables}\n${tex}`, expected, 11);
  });

  it('keep their digits far out', () => {
    const given = raw`X \sim \mathcal N(0,1)`;
    for (const [at, expected] of [
      [6, 9.865876450376946e-10],
      [10, 7.61985302416047e-24],
    ] as const) {
      const [result] = evaluateSheet(`${given}\n${raw`\mathbb P(X>`}${at})`);
      expect(Number(result?.value) / expected).toBeCloseTo(1, 11);
    }
  });

  it('are refused where the event is not solved', () => {
    checkRefused(`${variables}\n${raw`\mathbb P(\sin X>0.1)`}`, 'probability.event');
    checkRefused(
      `${variables}\n${raw`\mathbb P(X>1\mid Z>0)`}`,
      'expectation.conditional',
      raw`\mid`,
    );
  });

  it('claim what they are', () => {
    const given = raw`X \sim \mathcal N(0,1)`;
    expect(verdictsOf(`${given}\n${raw`\mathbb P(X>1.96) = 0.025`}`)).toEqual(['holds']);
    expect(verdictsOf(`${given}\n${raw`\mathbb P(X>1.96) = 0.0251`}`)).toEqual(['fails']);
    expect(verdictsOf(`${given}\nt = 2\n${raw`\mathbb P(|X|\ge t) \le \frac{1}{t^2}`}`)).toEqual([
      'holds',
    ]);
  });
});

describe('densities', () => {
  it.each([
    [raw`\mathcal N(2.2;1,4)`, 0.16661230144589984],
    [raw`\mathcal N(2.2\mid 1,4)`, 0.16661230144589984],
    [raw`\operatorname{Laplace}(-1;1,3)`, 0.08556951983876533],
    [raw`\operatorname{Cauchy}(3;1,2)`, 0.07957747154594767],
    [raw`\operatorname{Exp}(0.7;2)`, 0.493193927883213],
    [raw`\mathcal U(0.5;0,4)`, 0.25],
    [raw`\mathcal U(5;0,4)`, 0],
    [raw`\log\mathcal N(50;0,1)`, -1250 - Math.log(2 * Math.PI) / 2],
  ])('%s', (tex, expected) => {
    checkQuery(tex, expected);
  });

  const mixture = raw`p = \frac12\mathcal N(-1,1)+\frac12\mathcal N(1,1)`;

  it('of mixtures, with their scores', () => {
    checkQuery(`${mixture}\np(0)`, 0.24197072451914337);
    checkQuery(`${mixture}\nx = 0.3\n${raw`\nabla_x\log p(x)`}`, -0.3 + Math.tanh(0.3));
    // Where the density is too small to hold.
    checkQuery(`${mixture}\nx = 50\n${raw`\nabla_x\log p(x)`}`, -49);
  });

  it('have divergences', () => {
    const given = `${mixture}\n${raw`q = \mathcal N(0,1)`}`;
    checkQuery(`${given}\n${raw`KL(q\|\mathcal N(1,2))`}`, Math.log(2) / 2);
    checkQuery(`${given}\n${raw`KL(p\|q)`}`, 0.16316917965316838);
    checkQuery(
      `${given}\n${raw`\int_{-\infty}^\infty p(x)\log\frac{p(x)}{q(x)}\,dx`}`,
      0.16316917965316838,
    );
    checkQuery(raw`KL(\operatorname{Laplace}(0,1)\|\mathcal N(0,4))`, 0.1689385332046727, 9);
    checkQuery(`set log 2\n${given}\n${raw`KL(q\|\mathcal N(1,2))`}`, 0.5);
  });

  it('are laws where they have the name drawn', () => {
    checkQuery(`p(x) = ${raw`\mathcal N(x;2,3)`}\n${raw`\mathbb E_{x\sim p(x)}[x^2]`}`, 7);
    checkQuery(
      `y = 2\np(x|y) = ${raw`\mathcal N(x;y,3)`}\n${raw`\mathbb E_{x\sim p(x|y)}[x^2]`}`,
      7,
    );
    checkQuery(raw`p_t = \mathcal N(0,t)` + '\nt = 2\n' + raw`\mathbb E_{x_t\sim p_t}[x_t^2]`, 2);
    checkRefused(`p(x) = e^{-x}\n${raw`\mathbb E_{x\sim p(x)}[x]`}`, 'law.unclear');
  });
});

describe('random vectors', () => {
  const given = raw`V \sim \mathcal N([1,2],\begin{pmatrix}2&1\\1&3\end{pmatrix})
D \sim \operatorname{Dirichlet}([1,2,3])
w = [1,2]`;

  it.each([
    [raw`\mathbb E[V]`, [1, 2]],
    [raw`\mathbb E[\|V\|^2]`, 10],
    [raw`\mathbb E[V_1V_2]`, 3],
    [raw`\operatorname{Cov}(V_1,V_2)`, 1],
    [raw`\operatorname{Var}[w^\top V]`, 18],
    [raw`\mathbb E[\|V-\mathbb E[V]\|^2]`, 5],
    [raw`\mathbb E[D]`, [1 / 6, 1 / 3, 1 / 2]],
    [raw`\operatorname{Var}[D_1]`, 5 / 252],
    [raw`\mathbb E_{x\sim\mathcal N(w,I)}[\|x\|^2]`, 7],
    [raw`\mathbb E_{x\sim\mathcal N(w,4I)}[\|x\|^2]`, 13],
    [raw`\mathbb E_{x\sim\mathcal N(0,I_3)}[\|x\|^2]`, 3],
    [raw`\mathbb E_{x\sim\mathcal N(0,I_3)}[x^2]`, [1, 1, 1]],
  ])('%s', (tex, expected) => {
    checkQuery(`${given}\n${tex}`, expected);
  });

  it('have as many entries as their law says', () => {
    checkRefused(raw`\mathbb E_{x\sim\mathcal N(0,I)}[x^2]`, 'shape.size-open', 'I');
    checkRefused(raw`\mathbb E_{x\sim\mathcal N([1,2],I_3)}[\|x\|^2]`, 'law.shapes');
    checkRefused(raw`p = \mathcal N(0,I_2)` + '\np([0,0])', 'law.no-density');
  });

  it('are drawn where moments do not tell, and decide only what draws can', () => {
    const mean = raw`\mathbb E[e^{V_1/2}]`;
    const [result] = evaluateSheet(`${given}\n${mean}`);
    expect(Number(result?.value)).toBeCloseTo(Math.exp(0.75), 0);
    expect(result?.digits).toBe(1);
    const verdicts = ['= 2.117', '= 2.6', '> 1.5'].map((rest) =>
      verdictsOf(`${given}\n${mean} ${rest}`),
    );
    expect(verdicts.flat()).toEqual(['unknown', 'fails', 'holds']);
    checkRefused(`${given}\n${raw`\mathbb E[e^{4V_1}]`}`, 'expectation.heavy-tail');
  });
});

describe('samples', () => {
  const sample = (seed: number): string =>
    `set seed ${seed}\n${raw`x \sim \mathcal N(0,1)^{1000}`}\n`;

  it('are those of their seed and name', () => {
    checkQuery(`${sample(7)}x_1`, 1.9006245896606015, 12);
    const values = [sample(7), sample(7), sample(8), sample(7).replace('x', 'y')].map(
      (lines, at) => evaluateSheet(`${lines}${at === 3 ? 'y_1' : 'x_1'}`)[0]?.value,
    );
    expect(values[0]).toBe(values[1]);
    expect(new Set(values).size).toBe(3);
  });

  it.each([
    [raw`\mathcal N(3,4)`, 3, 4],
    [raw`\mathcal U(0,2)`, 1, 1 / 3],
    [raw`\operatorname{Laplace}(1,2)`, 1, 8],
    [raw`\operatorname{Exp}(2)`, 0.5, 0.25],
    [raw`\operatorname{Bernoulli}(.3)`, 0.3, 0.21],
    [raw`(\frac14\mathcal N(-2,1)+\frac34\mathcal N(2,1))`, 1, 4],
  ])('have the mean and variance of %s', (law, mean, variance) => {
    const given = `${raw`x \sim `}${law}${raw`^{20000}`}`;
    const [first, second] = evaluateSheet(
      `${given}\n${raw`\mathbb E[x]`}\n${raw`\operatorname{Var}[x]`}`,
    ).map(({ value }) => Number(value));
    const error = 5 * Math.sqrt(variance / 20000);
    expect(Math.abs((first ?? NaN) - mean)).toBeLessThan(error);
    expect(Math.abs((second ?? NaN) / variance - 1)).toBeLessThan(0.12);
  });

  it('of vectors have rows', () => {
    const given = raw`y \sim \operatorname{Dirichlet}([1,2,3])^{4000}`;
    const [result] = evaluateSheet(`${given}\n${raw`\mathbb E[y]`}`);
    const entries = result?.value as readonly number[];
    [1 / 6, 1 / 3, 1 / 2].forEach((mean, at) => {
      expect(entries[at]).toBeCloseTo(mean, 1);
    });
  });
});

describe('laws of expectation', () => {
  const place = fc.integer({ min: -500, max: 500 }).map((each) => each / 100);
  const width = fc
    .integer({ min: -60, max: 20 })
    .map((each) => Number((10 ** (each / 10)).toPrecision(3)));

  function value(lines: string): number {
    const [result] = evaluateText(postOf(lines), {
      ...DEFAULT_EVALUATION_LIMITS,
      mode: 'compiled',
    });
    return Number(result?.value ?? NaN);
  }

  it('quadrature gives the known generating function of a normal law', () => {
    fc.assert(
      fc.property(place, width, fc.integer({ min: -9, max: 9 }), (mean, spread, tenth) => {
        const variance = spread.toFixed(8);
        const found = value(
          raw`\mathbb E_{x\sim\mathcal N(` +
            `${mean},${variance})}` +
            raw`[e^{` +
            `${tenth / 10}x}]`,
        );
        const slope = tenth / 10;
        const expected = Math.exp(slope * mean + (slope * slope * Number(variance)) / 2);
        expect(found / expected).toBeCloseTo(1, 8);
      }),
      { numRuns: Math.ceil(propertyRuns / 8) },
    );
  });

  it('both sides of a bound have probability 1 together', () => {
    fc.assert(
      fc.property(place, place, (mean, bound) => {
        for (const law of [
          raw`\mathcal N`,
          raw`\operatorname{Laplace}`,
          raw`\operatorname{Cauchy}`,
        ]) {
          const given = `${raw`X \sim `}${law}(${mean},2)`;
          const [above, below] = [`X > ${bound}`, raw`X \le ` + String(bound)].map((event) =>
            value(`${given}\n${raw`\mathbb P(`}${event})`),
          );
          expect((above ?? NaN) + (below ?? NaN)).toBeCloseTo(1, 13);
        }
      }),
      { numRuns: Math.ceil(propertyRuns / 8) },
    );
  });
});

/** By mpmath, and √2, 2 log 2, e·erfc(1) in closed form. */
it.each([
  ['0,1', raw`\sqrt{|X|}`, Math.SQRT2],
  ['0,1', raw`\log(1+X^2)`, 2 * Math.LN2],
  ['0,1', raw`e^{-X^2}`, 0.427583576155807],
  ['2,3', raw`\tanh X`, 0.357638225090626],
])('Cauchy laws %s have the mean of %s', (law, body, expected) => {
  checkQuery(
    raw`X \sim \operatorname{Cauchy}(${law})` + '\n' + raw`\mathbb E[${body}]`,
    expected,
    9,
  );
});

it.each([raw`|X|`, raw`X\tanh X`, raw`|X|^{0.99}`])('Cauchy laws have no mean of %s', (body) => {
  const lines = raw`X \sim \operatorname{Cauchy}(0,1)` + '\n' + raw`\mathbb E[${body}]`;
  checkRefused(lines, 'integral.unsettled');
});
