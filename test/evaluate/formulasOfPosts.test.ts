// Formulas as real posts write them: each is right or refused at its place, none is silently wrong.
import { describe, expect, it } from 'vitest';
import { numberedFormulas } from '../support/numberedFormulas.js';
import { sum, p, givenX, givenP, absolute, euclidean } from '../support/formulaData.js';
import {
  checkQuery,
  checkRefused,
  evaluateSheet,
  problemsOf,
  verdictsOf,
} from '../support/worksheets.js';

const raw = String.raw;
const formula = numberedFormulas(26);

describe('as written in real posts', () => {
  const sigma = [3, 2, 1, 0];
  const givenSigma = raw`\sigma = [3, 2, 1, 0]`;
  const givenM = raw`M = \begin{pmatrix}1&2\\3&4\end{pmatrix}`;
  const given = `${givenSigma}\n${givenM}`;
  const erank = raw`\mathop{\text{erank}}`;

  formula([1], 'rank as the last positive singular value', () => {
    const definition = raw`\mathop{\text{rank}}(\boldsymbol{M}) \triangleq \max\{i\,|\,\sigma_i > 0\}\leq n`;
    const lines = `${given}\nn = 4\n${definition}\n${raw`\mathop{\text{rank}}(M)`}`;
    expect(evaluateSheet(lines).map(({ kind, value, verdict }) => [kind, value, verdict])).toEqual([
      ['claim', 3, 'holds'],
      ['value', 3, null],
    ]);
  });

  formula([2], 'a chain with dots is computed where it can be', () => {
    const lines = `${givenSigma}\nn = 4\n${raw`\sigma_1\geq \sigma_2\geq \cdots\geq\sigma_n \geq 0`}`;
    const results = evaluateSheet(lines);
    expect(results.map(({ verdict }) => verdict)).toEqual(['holds', 'unknown', 'unknown', 'holds']);
    expect(problemsOf(lines)).toEqual([
      ['unsupported.dots', raw`\cdots`],
      ['unsupported.dots', raw`\cdots`],
    ]);
  });

  formula([3], 'a threshold', () => {
    const definition = raw`${erank}(\boldsymbol{M},\epsilon) \triangleq \max\big\{i\,\big|\,\sigma_i/\sigma_1 > \epsilon\big\}`;
    checkQuery(`${given}\n${definition}\n${erank}(M, 0.5)`, 2);
    checkQuery(`${given}\n${definition}\n${erank}(M, 0.1)`, 3);
  });

  formula([4], 'fences that cross are refused', () => {
    const tex = raw`${erank}(\boldsymbol{M},\epsilon) \triangleq \min\left\{ i\,\,\left|\,\,\sqrt{\left(\sum_{i=1}^r \sigma_i^2\right)\left/\left(\sum_{i=1}^n \sigma_i^2\right.\right)} \geq 1-\epsilon\right.\right\}`;
    checkRefused(`${given}\n${tex}`, 'syntax.unclosed');
    // With its fences closed, and r for the letter that runs, it has a value: 9/14, 13/14, 1.
    const mended = raw`\min\left\{r\,\middle|\,\frac{\sum_{i=1}^r \sigma_i^2}{\sum_{i=1}^n \sigma_i^2} \geq (1-\epsilon)^2,\ \sigma_r\geq 0\right\}`;
    checkQuery(`${given}\n${raw`\epsilon = 0.1`}\n${mended}`, 2);
  });

  formula([5, 7], 'quotients of sums', () => {
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

  formula([6, 12], 'nuclear and spectral norms', () => {
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

  formula([8], 'a family', () => {
    const family = raw`p_i = \frac{\sigma_i^{\gamma}}{\sum_{j=1}^n \sigma_j^{\gamma}}`;
    const lines = `${givenSigma}\n${raw`\gamma = 2`}\n${family}`;
    const expected = sigma.map((each) => each ** 2 / 14);
    checkQuery(`${lines}\np`, expected);
    checkQuery(`${lines}\np_2`, expected[1] ?? NaN);
    checkQuery(`${lines}\nk = 3\np_k`, expected[2] ?? NaN);
    checkRefused(`${lines}\np_5`, 'index.out-of-range', '5');
  });

  formula([9, 10, 11], 'entropies', () => {
    const entropy = -sum(p.map((each) => each * Math.log(each)));
    checkQuery(`${givenP}\n${raw`H = -\sum_{i=1}^n p_i \log p_i`}\nH`, entropy);
    const chain = raw`${erank}(\boldsymbol{M}) \triangleq e^H = \exp\left(-\sum_{i=1}^n p_i \log p_i\right)`;
    const lines = `${givenP}\n${givenM}\n${raw`H = -\sum_{i=1}^n p_i \log p_i`}\n${chain}`;
    expect(evaluateSheet(lines).map(({ verdict }) => verdict)).toEqual(['holds']);
    const other = raw`${erank}(\boldsymbol{M}) = \exp\left(\log\sum_{i=1}^n \sigma_i -\frac{\sum_{i=1}^n \sigma_i\log\sigma_i}{\sum_{i=1}^n \sigma_i}\right)`;
    const logs = 3 * Math.log(3) + 2 * Math.log(2);
    checkQuery(`${given}\n${other}\n${erank}(M)`, Math.exp(Math.log(6) - logs / 6));
  });

  formula([13], 'an identity of sums, no index captured', () => {
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

  formula([14], 'a derivative within a chain', () => {
    const tex = raw`\frac{1}{2}\sum_{i,j}\left|\frac{\partial p_i}{\partial s_j}\right| = \frac{1}{2}\sum_i \alpha(p_i - p_i^2) + \frac{1}{2}\sum_{i\neq j}\alpha p_i p_j = \alpha\left(1 - \sum_i p_i^2\right)`;
    const softmax = raw`p_i = \frac{e^{\alpha s_i}}{\sum_j e^{\alpha s_j}}`;
    const given = `s = [1,2,-1]\n${raw`\alpha = 0.7`}\n${softmax}\n`;
    expect(verdictsOf(given + tex)).toEqual(['holds', 'holds']);
    checkRefused(`${givenP}\n${raw`\frac{\partial p_1}{\partial s_1}`}`, 'name.unbound', 's');
  });

  formula([15], 'a function of data', () => {
    const definition = raw`S(x) = \frac{\mathbb{E}[|x|]}{\sqrt{\mathbb{E}[x^2]}}`;
    checkQuery(`${definition}\nS([3,4])`, 3.5 / Math.sqrt(12.5));
    checkQuery(`${definition}\n${givenX}\nS(x)`, absolute / 4 / Math.sqrt(euclidean ** 2 / 4));
  });

  formula([16], 'a function of two arguments with a bar', () => {
    const definition = raw`p(j|i) = \frac{\exp\left(\frac{s(j|i)}{\sqrt{d}}\right)}{\sum_{j=1}^i \exp\left(\frac{s(j|i)}{\sqrt{d}}\right)}`;
    const lines = `d = 4\ns(a|b) = ab\n${definition}`;
    const score = (j: number): number => Math.exp((j * 2) / 2);
    checkQuery(`${lines}\np(1|2)`, score(1) / (score(1) + score(2)));
    checkRefused(`${givenP}\nj = 1\ni = 2\np(j|i)`, 'call.vector', 'p');
  });

  formula([17], 'a cosine of two vectors', () => {
    const tex = raw`\Vert\boldsymbol{q}_i\Vert \Vert\boldsymbol{k}_j\Vert \cos(\boldsymbol{q}_i,\boldsymbol{k}_j)`;
    const matrices = raw`q = [[1,2],[3,4]]` + '\n' + raw`k = [[1,0],[1,2]]`;
    checkQuery(`${matrices}\ni = 2\nj = 2\n${tex}`, 3 + 8);
    checkQuery(raw`\cos([1,2],[3,4])`, 11 / Math.sqrt(5 * 25));
    checkQuery(raw`\cos^2([1,0],[1,1])`, 0.5);
    checkRefused(raw`\cos([0,0],[1,1])`, 'value.division-by-zero');
    checkRefused(raw`\cos([1,2],[1,2,3])`, 'shape.shapes-differ');
    checkRefused(raw`\cos(1,2)`, 'function.arguments', '(1,2)');
    checkRefused(raw`\sin([1,2],[3,4])`, 'function.arguments');
    checkRefused(tex, 'name.unbound', raw`\boldsymbol{q}_i`);
  });

  formula([18], 'sums over index sets', () => {
    const tex = raw`\log\left(1+\sum_{i\in\Omega_{neg}} e^{s_i}\right)+\log\left(1+\sum_{j\in\Omega_{pos}} e^{-s_j}\right)`;
    const sets = raw`\Omega_{neg} = \{1,3\}` + '\n' + raw`\Omega_{pos} = \{2\}`;
    const expected = Math.log(1 + Math.E + Math.exp(3)) + Math.log(1 + Math.exp(-2));
    checkQuery(`s = [1,2,3]\n${sets}\n${tex}`, expected);
    checkRefused(`s = [1,2,3]\n${tex}`, 'set.unbound', raw`\Omega_{neg}`);
  });

  formula([20], 'an integral over the line', () => {
    const integral = raw`\int_{-\infty}^{\infty} \frac{1}{\sqrt{2\pi}} e^{-x^2/2} dx = 1`;
    expect(verdictsOf(integral)).toEqual(['holds']);
  });

  formula([19], 'an argument of the least value needs its set', () => {
    const minimum = raw`\lambda^* = \mathop{\text{argmin}}_{\lambda} \mathcal{L}(\lambda)`;
    checkRefused(minimum, 'call.unbound', raw`\mathcal{L}`);
    checkRefused(`${raw`\mathcal{L}(t) = t^2`}\n${minimum}`, 'binder.no-range');
    const loss = raw`\mathcal{L}(t) = (t-3)^2`;
    const over = raw`\mathop{\text{argmin}}_{\lambda\in\mathbb{R}} \mathcal{L}(\lambda)`;
    checkQuery(`${loss}\n${over}`, 3, 7);
  });

  formula([21], 'steps along a gradient', () => {
    const step = raw`\boldsymbol{x}_{t+1} = \boldsymbol{x}_t - \eta_t \nabla_{\boldsymbol{x}} f(\boldsymbol{x}_t)`;
    checkRefused(step, 'sequence.no-start');
    const given = raw`f(x) = \|x\|^2
\eta_t = \frac{1}{t+2}
\boldsymbol{x}_0 = [1,2]
`;
    checkQuery(`${given}${step}\n${raw`\boldsymbol{x}_1`}`, [0, 0]);
  });

  formula([22], 'a divergence as an integral over all values', () => {
    const divergence = raw`KL(p\Vert q) = \int p(x)\log\frac{p(x)}{q(x)}dx`;
    const laws = raw`p = \mathcal N(0,1)` + '\n' + raw`q = \mathcal N(1,2)` + '\n';
    checkQuery(laws + divergence.replace(/^.*= /, ''), Math.log(2) / 2);
    expect(verdictsOf(laws + divergence)).toEqual(['holds']);
    const densities = laws.replaceAll(/(\w) = (\S+)\(/g, '$1(y) = $2(y;');
    checkQuery(densities + divergence.replace(/^.*= /, ''), Math.log(2) / 2);
    checkQuery(laws + raw`\int p(x)\,dx`, 1);
    checkRefused(divergence.replace(/^.*= /, ''), 'call.unbound', 'p');
    checkRefused(raw`\int x^2\,dx`, 'integral.ends', raw`\int`);
    checkRefused(laws + raw`\int (p(x)-q(x))^2\,dx`, 'integral.ends', raw`\int`);
    // Densities of another variable, with this one for what is known.
    const kernel = raw`r(y|x) = \mathcal N(y;x,1)` + '\nu = 0.5\n';
    checkRefused(kernel + raw`\int r(u|x)\,dx`, 'integral.ends');
    const marginal = Math.exp(-0.0625) / Math.sqrt(4 * Math.PI);
    checkQuery(laws + kernel + raw`\int r(u|x)p(x)\,dx`, marginal, 10);
  });

  formula([23], 'powers of a matrix without end are refused, with an end they are summed', () => {
    const series = raw`\boldsymbol{A}^{-1} = \sum_{k=0}^{\infty} (\boldsymbol{I}-\boldsymbol{A})^k`;
    const matrix = raw`A = \begin{pmatrix}1&.2\\.3&1\end{pmatrix}` + '\n';
    checkRefused(matrix + series, 'series.of-arrays', raw`(\boldsymbol{I}-\boldsymbol{A})^k`);
    const sum = raw`\sum_{k=0}^{60} (\boldsymbol{I}-\boldsymbol{A})^k`;
    checkQuery(matrix + sum, [
      [1 / 0.94, -0.2 / 0.94],
      [-0.3 / 0.94, 1 / 0.94],
    ]);
  });

  formula([24], 'a trace', () => {
    const lines = raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}
B = \begin{pmatrix}5&6\\7&8\end{pmatrix}
\text{tr}(\boldsymbol{A}^{\top}\boldsymbol{B})=\sum_{i,j} A_{i,j}B_{i,j}`;
    const [result] = evaluateSheet(lines);
    expect([result?.value, result?.expected, result?.verdict]).toEqual([70, 70, 'holds']);
  });

  formula([25], 'a system of definitions', () => {
    const system = raw`\left\{\begin{aligned}a &= b+1\\ c &= d\end{aligned}\right.`;
    checkQuery(`b = 1\nd = 5\n${system}\na + c`, 7);
  });

  formula([26], 'a probability', () => {
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
