// Ordinary formulas of machine learning: each is right or refused at its place, none is silently wrong.
import { describe, expect } from 'vitest';
import { numberedFormulas } from '../support/numberedFormulas.js';
import { sum, x, y, p, givenX, givenP, absolute, euclidean } from '../support/formulaData.js';
import { checkQuery, checkRefused, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;
const formula = numberedFormulas(30);

describe('ordinary machine learning', () => {
  formula([1], 'quotient of norms, bold', () => {
    const given = raw`\boldsymbol{x} = [0.9, 0.05, -0.3, 0.2]`;
    const tex = raw`\frac{\Vert\boldsymbol{x}\Vert_1}{\Vert\boldsymbol{x}\Vert_2}`;
    checkQuery(`${given}\n${tex}`, absolute / euclidean);
    checkQuery(`${givenX}\n${tex}`, absolute / euclidean);
  });

  formula([2], 'Hoyer', () => {
    const tex = raw`\frac{\sqrt{n}-\|x\|_1/\|x\|_2}{\sqrt{n}-1}`;
    const expected = (2 - absolute / euclidean) / (2 - 1);
    checkQuery(`${givenX}\n${raw`x \in \mathbb{R}^n`}\n${tex}`, expected);
    checkRefused(`${givenX}\n${tex}`, 'name.unbound-size', 'n');
  });

  formula([3], 'entropy', () => {
    const expected = -sum(p.map((each) => each * Math.log(each)));
    checkQuery(`${givenP}\n${raw`-\sum_{i=1}^n p_i\log p_i`}`, expected);
  });

  formula([4], 'p-norm', () => {
    const tex = raw`\left(\sum_{i=1}^n |x_i|^p\right)^{1/p}`;
    checkQuery(`${givenX}\np = 3\n${tex}`, Math.cbrt(sum(x.map((each) => Math.abs(each) ** 3))));
    checkRefused(`${givenX}\n${givenP}\n${tex}`, 'shape.power-of-vectors');
  });

  formula([5], 'Gini by order statistics', () => {
    const sorted = [...x].sort((left, right) => left - right);
    const terms = sorted.map((each, at) => (each / absolute) * ((4 - (at + 1) + 0.5) / 4));
    const tex = raw`1-2\sum_{i=1}^{n}\frac{x_{(i)}}{\|x\|_1}\left(\frac{n-i+1/2}{n}\right)`;
    checkQuery(`${givenX}\n${tex}`, 1 - 2 * sum(terms));
  });

  formula([6], 'softmax as a quotient', () => {
    const expected = Math.exp(2) / sum([1, 2, 3].map(Math.exp));
    const tex = raw`\frac{e^{z_i}}{\sum_j e^{z_j}}`;
    checkQuery(`z = [1,2,3]\ni = 2\n${tex}`, expected);
    checkRefused(`z = [1,2,3]\n${tex}`, 'name.unbound-i', 'i');
  });

  formula([7], 'a conditional probability', () => {
    const given = raw`p_\theta(y|x) = \frac{1}{1+e^{-yx}}`;
    const tex = raw`-\log p_{\theta}(y|x)`;
    checkQuery(`${given}\nx = 2\ny = 1\n${tex}`, Math.log(1 + Math.exp(-2)));
    checkRefused(`${givenP}\nx = 2\ny = 1\n${tex}`, 'ambiguous.argument', '(y|x)');
  });

  formula([8], 'the weighted loss', () => {
    const tex = raw`-\frac{p}{\gamma+(1-\gamma)p}\log p`;
    const expected = (-0.1 / (0.5 + 0.5 * 0.1)) * Math.log(0.1);
    checkQuery(`p = 0.1\n${raw`\gamma = 0.5`}\n${tex}`, expected);
    checkRefused(`p = 0.1\n${tex}`, 'name.unbound', raw`\gamma`);
  });

  formula([9], 'mean squared error', () => {
    const tex = raw`\frac{1}{N}\sum_{k=1}^N (y_k-\hat{y}_k)^2`;
    checkQuery(`y = [1,2,3]\n${raw`\hat y = [1.5,2,2]`}\n${tex}`, (0.25 + 0 + 1) / 3);
    checkRefused(`y = [1,2,3]\n${raw`\hat y = [1.5,2]`}\n${tex}`, 'shape.lengths-differ');
  });

  formula([10], 'the greatest entry', () => {
    checkQuery(`${givenX}\n${raw`\max_i x_i`}`, 0.9);
  });

  formula([11], 'how many are small', () => {
    checkQuery(`${givenX}\n${raw`\epsilon = 0.2`}\n${raw`\#\{i: |x_i|\le\epsilon\}`}`, 2);
  });

  formula([12], 'an expectation under a law', () => {
    const tex = raw`\mathbb{E}_{x\sim p(x)}[f(x)]`;
    checkQuery(`f(x) = x^2\n${raw`p = \mathcal N(1,4)`}\n${tex}`, 5);
    checkQuery(`f(x) = x^2\n${raw`p(x) = \mathcal N(x;1,4)`}\n${tex}`, 5);
    checkQuery(`f(x) = x^2\nx = [1,2]\np = [.25,.75]\n${raw`\mathbb{E}_{x\sim p}[f(x)]`}`, 3.25);
    checkRefused(`${givenX}\nf(x) = x^2\np(x) = 1\n${tex}`, 'law.unclear', '1');
  });

  formula([13], 'an integral', () => {
    checkQuery(raw`\int_0^1 x^2\,dx`, 1 / 3);
  });

  formula([14, 15], 'a derivative and a gradient', () => {
    checkQuery(`x = 2\n${raw`\frac{d}{dx}x^3`}`, 12);
    const gradient = raw`\nabla_{\boldsymbol{x}}\log p(\boldsymbol{x})`;
    const score = x.map((each) => -each);
    checkQuery(`${givenX}\n${raw`p(x) = e^{-\|x\|^2/2}`}\n${gradient}`, score);
  });

  formula([16], 'an inner product by transposition', () => {
    const expected = sum(x.map((each, at) => each * (y[at] ?? 0)));
    const given = `${givenX}\ny = [1,2,3,4]`;
    checkQuery(`${given}\n${raw`\boldsymbol{x}^{\top}\boldsymbol{y}`}`, expected);
    checkQuery(`${given}\nx^T y`, expected);
    checkRefused(`${given}\nT = 3\nx^T y`, 'shape.product-of-vectors');
  });

  formula([17], 'a matrix', () => {
    const tex = raw`\begin{pmatrix}1&2\\3&4\end{pmatrix}`;
    checkQuery(tex, [
      [1, 2],
      [3, 4],
    ]);
  });

  formula([18], 'cases', () => {
    const tex = raw`\begin{cases}1,&x>0\\0,&x\le0\end{cases}`;
    checkQuery(`x = 2\n${tex}`, 1);
    checkQuery(`x = -2\n${tex}`, 0);
    checkQuery(`x = 0\n${tex}`, 0);
  });

  formula([19], 'a product', () => {
    checkQuery(`${givenX}\n${raw`\prod_{i=1}^n x_i`}`, 0.9 * 0.05 * -0.3 * 0.2);
  });

  formula([20], 'digits to a base', () => {
    const tex = raw`\lfloor n/\beta^{m-1}\rfloor \bmod \beta`;
    checkQuery(`n = 4725\n${raw`\beta = 10`}\nm = 2\n${tex}`, 2);
  });

  formula([21], 'a rotary angle', () => {
    const tex = raw`\cos\left(\frac{n}{10000^{2i/d}}\right)`;
    checkQuery(`n = 3\ni = 1\nd = 4\n${tex}`, Math.cos(3 / 10000 ** (2 / 4)));
    checkRefused(`n = 3\nd = 4\n${tex}`, 'name.unbound-i', 'i');
  });

  formula([22], 'the logistic function, defined and built in', () => {
    const expected = 1 / (1 + Math.exp(-1));
    checkQuery(`${raw`\sigma(x)=\frac{1}{1+e^{-x}}`}\n${raw`\sigma(1)`}`, expected);
    checkQuery(raw`\sigma(1)`, expected);
    checkQuery(`${raw`\sigma(x) = 2x`}\n${raw`\sigma(1)`}`, 2);
  });

  formula([23], 'an indicator', () => {
    checkQuery(`x = 2\n${raw`\boldsymbol{1}_{x>0}`}`, 1);
    checkQuery(`x = [2, -1]\n${raw`\boldsymbol{1}_{x>0}`}`, [1, 0]);
  });

  formula([24], 'softmax by its name', () => {
    const expected = Math.exp(2) / sum([1, 2, 3].map(Math.exp));
    checkQuery(`z = [1,2,3]\ni = 2\n${raw`\text{softmax}(\boldsymbol{z})_i`}`, expected);
    checkQuery(`z = [1000,1001]\n${raw`\text{softmax}(z)_2`}`, 1 / (1 + Math.exp(-1)));
  });

  formula([25], 'a divergence, defined and built in', () => {
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

  formula([26], 'an inner product by brackets', () => {
    const expected = sum(x.map((each, at) => each * (y[at] ?? 0)));
    checkQuery(`${givenX}\ny = [1,2,3,4]\n${raw`\langle x,y\rangle`}`, expected);
  });

  formula([27], 'a step of a sequence', () => {
    const step = raw`x_{t+1}=x_t+\eta v(x_t)`;
    const given = raw`\eta = 0.5` + '\nv(x) = -x\n';
    checkQuery(`${given}x_0 = 1\n${step}\nx_3`, 1 / 8);
    checkRefused(`${given}${step}`, 'sequence.no-start', 'x_{t+1}');
    const data = 'x = [4, 2, 1]\nt = 1\n';
    expect(verdictsOf(given + data + step)).toEqual(['holds']);
  });

  formula([28], 'an infimum over couplings is refused', () => {
    checkRefused(raw`\inf_{\gamma\in\Pi}\sum_{ij}\gamma_{ij}c_{ij}`, 'set.unbound', raw`\Pi`);
    const given = raw`\gamma = \begin{pmatrix}.1&.2\\.3&.4\end{pmatrix}`;
    const costs = raw`c = \begin{pmatrix}1&2\\3&4\end{pmatrix}`;
    checkQuery(`${given}\n${costs}\n${raw`\sum_{ij}\gamma_{ij}c_{ij}`}`, 0.1 + 0.4 + 0.9 + 1.6);
  });

  formula([29], 'a power of a hyperbolic tangent', () => {
    checkQuery(`a = 2\nx = 0.3\nb = 3\n${raw`\tanh(ax)^b`}`, Math.tanh(0.6) ** 3);
  });

  formula([30], 'pairs', () => {
    let expected = 0;
    for (let i = 0; i < x.length; i++)
      for (let j = i + 1; j < x.length; j++) expected += Math.abs((x[i] ?? 0) - (x[j] ?? 0));
    checkQuery(`${givenX}\n${raw`\sum_{i<j}|x_i-x_j|`}`, expected);
  });
});
