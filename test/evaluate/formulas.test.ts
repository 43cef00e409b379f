// Ordinary formulas of machine learning and of real posts: each is right or refused at its place, none is silently wrong.
import { describe, expect, it } from 'vitest';
import {
  checkQuery,
  checkRefused,
  evaluateSheet,
  problemsOf,
  verdictsOf,
} from '../support/worksheets.js';

const raw = String.raw;
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

const x = [0.9, 0.05, -0.3, 0.2];
const y = [1, 2, 3, 4];
const p = [0.4, 0.3, 0.2, 0.1];
const givenX = 'x = [0.9, 0.05, -0.3, 0.2]';
const givenP = 'p = [0.4, 0.3, 0.2, 0.1]';
const absolute = sum(x.map(Math.abs));
const euclidean = Math.hypot(...x);

describe('ordinary machine learning', () => {
  it('1: quotient of norms, bold', () => {
    const given = raw`\boldsymbol{x} = [0.9, 0.05, -0.3, 0.2]`;
    const tex = raw`\frac{\Vert\boldsymbol{x}\Vert_1}{\Vert\boldsymbol{x}\Vert_2}`;
    checkQuery(`${given}\n${tex}`, absolute / euclidean);
    checkQuery(`${givenX}\n${tex}`, absolute / euclidean);
  });

  it('2: Hoyer', () => {
    const tex = raw`\frac{\sqrt{n}-\|x\|_1/\|x\|_2}{\sqrt{n}-1}`;
    const expected = (2 - absolute / euclidean) / (2 - 1);
    checkQuery(`${givenX}\n${raw`x \in \mathbb{R}^n`}\n${tex}`, expected);
    checkRefused(`${givenX}\n${tex}`, 'name.unbound-size', 'n');
  });

  it('3: entropy', () => {
    const expected = -sum(p.map((each) => each * Math.log(each)));
    checkQuery(`${givenP}\n${raw`-\sum_{i=1}^n p_i\log p_i`}`, expected);
  });

  it('4: p-norm', () => {
    const tex = raw`\left(\sum_{i=1}^n |x_i|^p\right)^{1/p}`;
    checkQuery(`${givenX}\np = 3\n${tex}`, Math.cbrt(sum(x.map((each) => Math.abs(each) ** 3))));
    checkRefused(`${givenX}\n${givenP}\n${tex}`, 'shape.power-of-vectors');
  });

  it('5: Gini by order statistics', () => {
    const sorted = [...x].sort((left, right) => left - right);
    const terms = sorted.map((each, at) => (each / absolute) * ((4 - (at + 1) + 0.5) / 4));
    const tex = raw`1-2\sum_{i=1}^{n}\frac{x_{(i)}}{\|x\|_1}\left(\frac{n-i+1/2}{n}\right)`;
    checkQuery(`${givenX}\n${tex}`, 1 - 2 * sum(terms));
  });

  it('6: softmax as a quotient', () => {
    const expected = Math.exp(2) / sum([1, 2, 3].map(Math.exp));
    const tex = raw`\frac{e^{z_i}}{\sum_j e^{z_j}}`;
    checkQuery(`z = [1,2,3]\ni = 2\n${tex}`, expected);
    checkRefused(`z = [1,2,3]\n${tex}`, 'name.unbound-i', 'i');
  });

  it('7: a conditional probability', () => {
    const given = raw`p_\theta(y|x) = \frac{1}{1+e^{-yx}}`;
    const tex = raw`-\log p_{\theta}(y|x)`;
    checkQuery(`${given}\nx = 2\ny = 1\n${tex}`, Math.log(1 + Math.exp(-2)));
    checkRefused(`${givenP}\nx = 2\ny = 1\n${tex}`, 'ambiguous.argument', '(y|x)');
  });

  it('8: the weighted loss', () => {
    const tex = raw`-\frac{p}{\gamma+(1-\gamma)p}\log p`;
    const expected = (-0.1 / (0.5 + 0.5 * 0.1)) * Math.log(0.1);
    checkQuery(`p = 0.1\n${raw`\gamma = 0.5`}\n${tex}`, expected);
    checkRefused(`p = 0.1\n${tex}`, 'name.unbound', raw`\gamma`);
  });

  it('9: mean squared error', () => {
    const tex = raw`\frac{1}{N}\sum_{k=1}^N (y_k-\hat{y}_k)^2`;
    checkQuery(`y = [1,2,3]\n${raw`\hat y = [1.5,2,2]`}\n${tex}`, (0.25 + 0 + 1) / 3);
    checkRefused(`y = [1,2,3]\n${raw`\hat y = [1.5,2]`}\n${tex}`, 'shape.lengths-differ');
  });

  it('10: the greatest entry', () => {
    checkQuery(`${givenX}\n${raw`\max_i x_i`}`, 0.9);
  });

  it('11: how many are small', () => {
    checkQuery(`${givenX}\n${raw`\epsilon = 0.2`}\n${raw`\#\{i: |x_i|\le\epsilon\}`}`, 2);
  });

  it('12: an expectation under a law', () => {
    const tex = raw`\mathbb{E}_{x\sim p(x)}[f(x)]`;
    checkQuery(`f(x) = x^2\n${raw`p = \mathcal N(1,4)`}\n${tex}`, 5);
    checkQuery(`f(x) = x^2\n${raw`p(x) = \mathcal N(x;1,4)`}\n${tex}`, 5);
    checkQuery(`f(x) = x^2\nx = [1,2]\np = [.25,.75]\n${raw`\mathbb{E}_{x\sim p}[f(x)]`}`, 3.25);
    checkRefused(`${givenX}\nf(x) = x^2\np(x) = 1\n${tex}`, 'law.unclear', '1');
  });

  it('13: an integral', () => {
    checkQuery(raw`\int_0^1 x^2\,dx`, 1 / 3);
  });

  it('14 and 15: a derivative and a gradient', () => {
    checkQuery(`x = 2\n${raw`\frac{d}{dx}x^3`}`, 12);
    const gradient = raw`\nabla_{\boldsymbol{x}}\log p(\boldsymbol{x})`;
    const score = x.map((each) => -each);
    checkQuery(`${givenX}\n${raw`p(x) = e^{-\|x\|^2/2}`}\n${gradient}`, score);
  });

  it('16: an inner product by transposition', () => {
    const expected = sum(x.map((each, at) => each * (y[at] ?? 0)));
    const given = `${givenX}\ny = [1,2,3,4]`;
    checkQuery(`${given}\n${raw`\boldsymbol{x}^{\top}\boldsymbol{y}`}`, expected);
    checkQuery(`${given}\nx^T y`, expected);
    checkRefused(`${given}\nT = 3\nx^T y`, 'shape.product-of-vectors');
  });

  it('17: a matrix', () => {
    const tex = raw`\begin{pmatrix}1&2\\3&4\end{pmatrix}`;
    checkQuery(tex, [
      [1, 2],
      [3, 4],
    ]);
  });

  it('18: cases', () => {
    const tex = raw`\begin{cases}1,&x>0\\0,&x\le0\end{cases}`;
    checkQuery(`x = 2\n${tex}`, 1);
    checkQuery(`x = -2\n${tex}`, 0);
    checkQuery(`x = 0\n${tex}`, 0);
  });

  it('19: a product', () => {
    checkQuery(`${givenX}\n${raw`\prod_{i=1}^n x_i`}`, 0.9 * 0.05 * -0.3 * 0.2);
  });

  it('20: digits to a base', () => {
    const tex = raw`\lfloor n/\beta^{m-1}\rfloor \bmod \beta`;
    checkQuery(`n = 4725\n${raw`\beta = 10`}\nm = 2\n${tex}`, 2);
  });

  it('21: a rotary angle', () => {
    const tex = raw`\cos\left(\frac{n}{10000^{2i/d}}\right)`;
    checkQuery(`n = 3\ni = 1\nd = 4\n${tex}`, Math.cos(3 / 10000 ** (2 / 4)));
    checkRefused(`n = 3\nd = 4\n${tex}`, 'name.unbound-i', 'i');
  });

  it('22: the logistic function, defined and built in', () => {
    const expected = 1 / (1 + Math.exp(-1));
    checkQuery(`${raw`\sigma(x)=\frac{1}{1+e^{-x}}`}\n${raw`\sigma(1)`}`, expected);
    checkQuery(raw`\sigma(1)`, expected);
    checkQuery(`${raw`\sigma(x) = 2x`}\n${raw`\sigma(1)`}`, 2);
  });

  it('23: an indicator', () => {
    checkQuery(`x = 2\n${raw`\boldsymbol{1}_{x>0}`}`, 1);
    checkQuery(`x = [2, -1]\n${raw`\boldsymbol{1}_{x>0}`}`, [1, 0]);
  });

  it('24: softmax by its name', () => {
    const expected = Math.exp(2) / sum([1, 2, 3].map(Math.exp));
    checkQuery(`z = [1,2,3]\ni = 2\n${raw`\text{softmax}(\boldsymbol{z})_i`}`, expected);
    checkQuery(`z = [1000,1001]\n${raw`\text{softmax}(z)_2`}`, 1 / (1 + Math.exp(-1)));
  });

  it('25: a divergence, defined and built in', () => {
    const expected = sum(p.map((each) => each * Math.log(each / 0.25)));
    const given = `${givenP}\nq = [0.25,0.25,0.25,0.25]`;
    const definition = raw`\operatorname{KL}(p\|q)=\sum_i p_i\log\frac{p_i}{q_i}`;
    const query = raw`\operatorname{KL}(p\|q)`;
    expect(verdictsOf(`${given}\n${definition}\n${query}`)).toEqual(['holds', null]);
    const own = raw`\operatorname{KL}(a\|b)=\sum_i a_i\log\frac{a_i}{b_i}`;
    checkQuery(`${given}\n${own}\n${query}`, expected);
    for (const tex of [raw`KL(p\|q)`, raw`KL(p\Vert q)`, raw`D_{\mathrm{KL}}(p\,\|\,q)`])
      checkQuery(`${given}\n${tex}`, expected);
  });

  it('26: an inner product by brackets', () => {
    const expected = sum(x.map((each, at) => each * (y[at] ?? 0)));
    checkQuery(`${givenX}\ny = [1,2,3,4]\n${raw`\langle x,y\rangle`}`, expected);
  });

  it('27 and 28: a step and an infimum are refused', () => {
    const step = raw`x_{t+1}=x_t+\eta v(x_t)`;
    checkRefused(`x_0 = 1\n${step}`, 'unsupported.statement', 'x_{t+1}');
    checkRefused(
      raw`\inf_{\gamma\in\Pi}\sum_{ij}\gamma_{ij}c_{ij}`,
      'unsupported.construct',
      raw`\inf`,
    );
    const given = raw`\gamma = \begin{pmatrix}.1&.2\\.3&.4\end{pmatrix}`;
    const costs = raw`c = \begin{pmatrix}1&2\\3&4\end{pmatrix}`;
    checkQuery(`${given}\n${costs}\n${raw`\sum_{ij}\gamma_{ij}c_{ij}`}`, 0.1 + 0.4 + 0.9 + 1.6);
  });

  it('29: a power of a hyperbolic tangent', () => {
    checkQuery(`a = 2\nx = 0.3\nb = 3\n${raw`\tanh(ax)^b`}`, Math.tanh(0.6) ** 3);
  });

  it('30: pairs', () => {
    let expected = 0;
    for (let i = 0; i < x.length; i++)
      for (let j = i + 1; j < x.length; j++) expected += Math.abs((x[i] ?? 0) - (x[j] ?? 0));
    checkQuery(`${givenX}\n${raw`\sum_{i<j}|x_i-x_j|`}`, expected);
  });
});

describe('as written in real posts', () => {
  const sigma = [3, 2, 1, 0];
  const givenSigma = raw`\sigma = [3, 2, 1, 0]`;
  const givenM = raw`M = \begin{pmatrix}1&2\\3&4\end{pmatrix}`;
  const given = `${givenSigma}\n${givenM}`;
  const erank = raw`\mathop{\text{erank}}`;

  it('1: rank as the last positive singular value', () => {
    const definition = raw`\mathop{\text{rank}}(\boldsymbol{M}) \triangleq \max\{i\,|\,\sigma_i > 0\}\leq n`;
    const lines = `${given}\nn = 4\n${definition}\n${raw`\mathop{\text{rank}}(M)`}`;
    expect(evaluateSheet(lines).map(({ kind, value, verdict }) => [kind, value, verdict])).toEqual([
      ['claim', 3, 'holds'],
      ['value', 3, null],
    ]);
  });

  it('2: a chain with dots is computed where it can be', () => {
    const lines = `${givenSigma}\nn = 4\n${raw`\sigma_1\geq \sigma_2\geq \cdots\geq\sigma_n \geq 0`}`;
    const results = evaluateSheet(lines);
    expect(results.map(({ verdict }) => verdict)).toEqual(['holds', 'unknown', 'unknown', 'holds']);
    expect(problemsOf(lines)).toEqual([
      ['unsupported.dots', raw`\cdots`],
      ['unsupported.dots', raw`\cdots`],
    ]);
  });

  it('3: a threshold', () => {
    const definition = raw`${erank}(\boldsymbol{M},\epsilon) \triangleq \max\big\{i\,\big|\,\sigma_i/\sigma_1 > \epsilon\big\}`;
    checkQuery(`${given}\n${definition}\n${erank}(M, 0.5)`, 2);
    checkQuery(`${given}\n${definition}\n${erank}(M, 0.1)`, 3);
  });

  it('4: fences that cross are refused', () => {
    const tex = raw`${erank}(\boldsymbol{M},\epsilon) \triangleq \min\left\{ i\,\,\left|\,\,\sqrt{\left(\sum_{i=1}^r \sigma_i^2\right)\left/\left(\sum_{i=1}^n \sigma_i^2\right.\right)} \geq 1-\epsilon\right.\right\}`;
    checkRefused(`${given}\n${tex}`, 'syntax.unclosed');
  });

  it('5, 7: quotients of sums', () => {
    const first = raw`${erank}(\boldsymbol{M}) \triangleq \sum_{i=1}^n\frac{\sigma_i}{\sigma_1}`;
    checkQuery(`${given}\n${first}\n${erank}(M)`, 2);
    const second = raw`${erank}(\boldsymbol{M}) \triangleq \sum_{i=1}^n\frac{\sigma_i^2}{\sigma_1^2} = \frac{\Vert\boldsymbol{M}\Vert_F^2}{\Vert\boldsymbol{M}\Vert_2^2}`;
    const values = raw`\sigma = \operatorname{svd}(\boldsymbol{M})`;
    const [claim, value] = evaluateSheet(`${givenM}\n${values}\n${second}\n${erank}(M)`);
    expect(claim?.verdict).toBe('holds');
    expect(value?.value).toBeCloseTo(30 / (15 + Math.sqrt(221)), 12);
    expect(verdictsOf(`${given}\n${second}`)).toEqual(['fails']);
    checkQuery(`${givenM}\n${raw`\Vert\boldsymbol{M}\Vert_F^2`}`, 30);
  });

  it('6, 12: nuclear and spectral norms', () => {
    // The singular values of M have the sum of squares 30 and the product 2.
    const [sum, difference] = [Math.sqrt(34), Math.sqrt(26)];
    const first = raw`\frac{\Vert\boldsymbol{M}\Vert_*}{\Vert\boldsymbol{M}\Vert_2}`;
    checkQuery(`${givenM}\n${first}`, (2 * sum) / (sum + difference));
    const second = raw`${erank}(\boldsymbol{M}) \triangleq \frac{\Vert\boldsymbol{M}\Vert_*^2}{\Vert\boldsymbol{M}\Vert_F^2} = \frac{(\sum_{i=1}^n\sigma_i)^2}{\sum_{i=1}^n\sigma_i^2}`;
    const values = raw`\sigma = \operatorname{svd}(\boldsymbol{M})`;
    const lines = `${givenM}\n${values}\n${second}\n${erank}(M)`;
    const [holds, value] = evaluateSheet(lines);
    expect(holds?.verdict).toBe('holds');
    expect(value?.value).toBeCloseTo(34 / 30, 12);
    checkQuery(
      `${given}\n${raw`\frac{(\sum_{i=1}^n\sigma_i)^2}{\sum_{i=1}^n\sigma_i^2}`}`,
      36 / 14,
    );
  });

  it('8: a family', () => {
    const family = raw`p_i = \frac{\sigma_i^{\gamma}}{\sum_{j=1}^n \sigma_j^{\gamma}}`;
    const lines = `${givenSigma}\n${raw`\gamma = 2`}\n${family}`;
    const expected = sigma.map((each) => each ** 2 / 14);
    checkQuery(`${lines}\np`, expected);
    checkQuery(`${lines}\np_2`, expected[1] ?? NaN);
    checkQuery(`${lines}\nk = 3\np_k`, expected[2] ?? NaN);
    checkRefused(`${lines}\np_5`, 'index.out-of-range', '5');
  });

  it('9 to 11: entropies', () => {
    const entropy = -sum(p.map((each) => each * Math.log(each)));
    checkQuery(`${givenP}\n${raw`H = -\sum_{i=1}^n p_i \log p_i`}\nH`, entropy);
    const chain = raw`${erank}(\boldsymbol{M}) \triangleq e^H = \exp\left(-\sum_{i=1}^n p_i \log p_i\right)`;
    const lines = `${givenP}\n${givenM}\n${raw`H = -\sum_{i=1}^n p_i \log p_i`}\n${chain}`;
    expect(evaluateSheet(lines).map(({ verdict }) => verdict)).toEqual(['holds']);
    const other = raw`${erank}(\boldsymbol{M}) = \exp\left(\log\sum_{i=1}^n \sigma_i -\frac{\sum_{i=1}^n \sigma_i\log\sigma_i}{\sum_{i=1}^n \sigma_i}\right)`;
    const logs = 3 * Math.log(3) + 2 * Math.log(2);
    checkQuery(`${given}\n${other}\n${erank}(M)`, Math.exp(Math.log(6) - logs / 6));
  });

  it('13: an identity of sums, no index captured', () => {
    const tex = raw`\frac{1}{2}\sum_i (p_i - p_i^2) + \frac{1}{2}\sum_{i\neq j} p_i p_j = 1 - \sum_i p_i^2`;
    const expected = 1 - sum(p.map((each) => each ** 2));
    const [result] = evaluateSheet(`${givenP}\n${tex}`);
    expect(result?.verdict).toBe('holds');
    expect(result?.value).toBeCloseTo(expected, 12);
    checkRefused(
      `${givenP}\ni = 1\nj = 2\n${raw`\sum_{i\neq j} p_i p_j`}`,
      'binder.nothing-to-bind',
    );
  });

  it('14: a derivative within a chain', () => {
    const tex = raw`\frac{1}{2}\sum_{i,j}\left|\frac{\partial p_i}{\partial s_j}\right| = \frac{1}{2}\sum_i \alpha(p_i - p_i^2) + \frac{1}{2}\sum_{i\neq j}\alpha p_i p_j = \alpha\left(1 - \sum_i p_i^2\right)`;
    const softmax = raw`p_i = \frac{e^{\alpha s_i}}{\sum_j e^{\alpha s_j}}`;
    const given = `s = [1,2,-1]\n${raw`\alpha = 0.7`}\n${softmax}\n`;
    expect(verdictsOf(given + tex)).toEqual(['holds', 'holds']);
    checkRefused(`${givenP}\n${raw`\frac{\partial p_1}{\partial s_1}`}`, 'name.unbound', 's');
  });

  it('15: a function of data', () => {
    const definition = raw`S(x) = \frac{\mathbb{E}[|x|]}{\sqrt{\mathbb{E}[x^2]}}`;
    checkQuery(`${definition}\nS([3,4])`, 3.5 / Math.sqrt(12.5));
    checkQuery(`${definition}\n${givenX}\nS(x)`, absolute / 4 / Math.sqrt(euclidean ** 2 / 4));
  });

  it('16: a function of two arguments with a bar', () => {
    const definition = raw`p(j|i) = \frac{\exp\left(\frac{s(j|i)}{\sqrt{d}}\right)}{\sum_{j=1}^i \exp\left(\frac{s(j|i)}{\sqrt{d}}\right)}`;
    const lines = `d = 4\ns(a|b) = ab\n${definition}`;
    const score = (j: number): number => Math.exp((j * 2) / 2);
    checkQuery(`${lines}\np(1|2)`, score(1) / (score(1) + score(2)));
    checkRefused(`${givenP}\nj = 1\ni = 2\np(j|i)`, 'call.vector', 'p');
  });

  it('17: a cosine of two vectors is refused', () => {
    const tex = raw`\Vert\boldsymbol{q}_i\Vert \Vert\boldsymbol{k}_j\Vert \cos(\boldsymbol{q}_i,\boldsymbol{k}_j)`;
    const matrices = raw`q = [[1,2],[3,4]]` + '\n' + raw`k = [[1,0],[0,1]]`;
    checkRefused(`${matrices}\ni = 1\nj = 2\n${tex}`, 'function.arguments');
    checkRefused(tex, 'name.unbound', raw`\boldsymbol{q}_i`);
  });

  it('18: sums over index sets', () => {
    const tex = raw`\log\left(1+\sum_{i\in\Omega_{neg}} e^{s_i}\right)+\log\left(1+\sum_{j\in\Omega_{pos}} e^{-s_j}\right)`;
    const sets = raw`\Omega_{neg} = \{1,3\}` + '\n' + raw`\Omega_{pos} = \{2\}`;
    const expected = Math.log(1 + Math.E + Math.exp(3)) + Math.log(1 + Math.exp(-2));
    checkQuery(`s = [1,2,3]\n${sets}\n${tex}`, expected);
    checkRefused(`s = [1,2,3]\n${tex}`, 'set.unbound', raw`\Omega_{neg}`);
  });

  it('20: an integral over the line', () => {
    const integral = raw`\int_{-\infty}^{\infty} \frac{1}{\sqrt{2\pi}} e^{-x^2/2} dx = 1`;
    expect(verdictsOf(integral)).toEqual(['holds']);
  });

  it('19 and 21 to 23: optimisation, steps and series are refused', () => {
    const minimum = raw`\lambda^* = \mathop{\text{argmin}}_{\lambda} \mathcal{L}(\lambda)`;
    checkRefused(minimum, 'call.unbound', raw`\mathcal{L}`);
    checkRefused(`${raw`\mathcal{L}(t) = t^2`}\n${minimum}`, 'binder.no-range');
    const step = raw`\boldsymbol{x}_{t+1} = \boldsymbol{x}_t - \eta_t \nabla_{\boldsymbol{x}} f(\boldsymbol{x}_t)`;
    checkRefused(step, 'unsupported.statement');
    const divergence = raw`KL(p\Vert q) = \int p(x)\log\frac{p(x)}{q(x)}dx`;
    checkRefused(divergence, 'integral.ends');
    const series = raw`\boldsymbol{A}^{-1} = \sum_{k=0}^{\infty} (\boldsymbol{I}-\boldsymbol{A})^k`;
    const matrix = raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}`;
    checkRefused(`${matrix}\n${series}`, 'unsupported.construct', raw`\infty`);
  });

  it('24: a trace', () => {
    const lines = raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}
B = \begin{pmatrix}5&6\\7&8\end{pmatrix}
\text{tr}(\boldsymbol{A}^{\top}\boldsymbol{B})=\sum_{i,j} A_{i,j}B_{i,j}`;
    const [result] = evaluateSheet(lines);
    expect([result?.value, result?.expected, result?.verdict]).toEqual([70, 70, 'holds']);
  });

  it('25: a system of definitions', () => {
    const system = raw`\left\{\begin{aligned}a &= b+1\\ c &= d\end{aligned}\right.`;
    checkQuery(`b = 1\nd = 5\n${system}\na + c`, 7);
  });

  it('26: a probability', () => {
    const tex = raw`\mathbb{P}(|X-\mu|\geq t)\leq \frac{\sigma^2}{t^2}`;
    checkRefused(`t = 2\n${tex}`, 'probability.no-variable');
    const given = raw`\mu = 1` + '\n' + raw`\sigma = 3` + '\nt = 4';
    expect(verdictsOf(`${given}\n${raw`X \sim \mathcal N(\mu,\sigma^2)`}\n${tex}`)).toEqual([
      'holds',
    ]);
    checkQuery(
      `${given}\n${raw`X \sim \mathcal N(\mu,\sigma^2)`}\n${raw`\mathbb{P}(|X-\mu|\geq t)`}`,
      0.1824224394517358,
    );
  });
});

it('has no logarithm to the base 0, and keeps whole bases exact', () => {
  checkRefused(raw`\log_0 2`, 'value.division-by-zero');
  checkRefused('b = 0\n' + raw`\log_b 2`, 'value.division-by-zero');
  checkQuery('b = 3\n' + raw`\log_b 9`, 2);
});
