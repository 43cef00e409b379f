// The sparsity measures and losses of the field give their known values from their own LaTeX.
import { describe, expect, it } from 'vitest';
import { evaluateFormula, type Bindings } from '../../src/evaluate/formula.js';

const modes = ['compiled', 'interpreted'] as const;

function checkValue(tex: string, bindings: Bindings, expected: number, digits = 9): void {
  for (const mode of modes) {
    const { value, problems } = evaluateFormula(tex, bindings, { mode });
    expect(problems).toEqual([]);
    expect(value).toBeCloseTo(expected, digits);
  }
}

describe('losses', () => {
  const tailr = String.raw`-\frac{\log[\gamma+(1-\gamma)p]}{1-\gamma}`;

  it('gives cross-entropy', () => {
    checkValue(String.raw`-\log p`, { p: 0.1 }, 2.302585093);
    checkValue(
      String.raw`-\log p_{\theta}(y|x)`.replace('(y|x)', ''),
      { 'p_{\\theta}': 0.5 },
      0.693147181,
    );
  });

  it('gives TaiLr at four values of its parameter', () => {
    const expected = [
      [0.1, 0, 2.302585093],
      [0.1, 0.1, 1.845256896],
      [0.1, 0.5, 1.195674002],
      [0.1, 0.8, 0.992254694],
      [0.5, 0, 0.693147181],
      [0.5, 0.1, 0.664263334],
      [0.5, 0.5, 0.575364145],
      [0.5, 0.8, 0.526802578],
    ] as const;
    for (const [p, gamma, value] of expected) checkValue(tailr, { p, '\\gamma': gamma }, value, 8);
  });

  it('gives the weight and its floor', () => {
    const weight = String.raw`\frac{p}{\gamma+(1-\gamma)p}`;
    checkValue(weight, { p: 0.1, '\\gamma': 0.5 }, 0.1 / 0.55);
    checkValue(String.raw`\max\left(b, ${weight}\right)`, { p: 0.1, '\\gamma': 0.5, b: 0.3 }, 0.3);
    checkValue(String.raw`\max(b, ${weight})`, { p: 0.9, '\\gamma': 0.5, b: 0.3 }, 0.9 / 0.95);
  });
});

describe('measures of sparsity', () => {
  const oneHot = { x: [0, 0, 1, 0], n: 4 };
  const pair = { x: [3, 4], n: 2 };

  it('gives mean over maximum', () => {
    checkValue(String.raw`\frac{\mathrm{mean}|x_i|}{\max|x_i|}`, oneHot, 0.25);
    checkValue(String.raw`\frac{\operatorname{mean}|x_i|}{\max |x_i|}`, pair, 3.5 / 4);
  });

  it('gives quotients of norms', () => {
    checkValue(String.raw`\frac{l_1}{\sqrt n\,l_2}`, oneHot, 0.5);
    checkValue(String.raw`\frac{l_1}{\sqrt n\,l_2}`, pair, 7 / (5 * Math.SQRT2));
    checkValue(String.raw`\frac{l_1/n}{l_p}`, { ...pair, p: 3 }, 3.5 / Math.cbrt(27 + 64));
    checkValue(
      String.raw`n^{1/p-1/q}\frac{l_q}{l_p}`,
      { ...pair, p: 2, q: 1 },
      7 / (5 * Math.SQRT2),
    );
    checkValue(String.raw`\frac{\mathbb{E}[|x|]}{\sqrt{\mathbb{E}[x^2]}}`, oneHot, 0.5);
    checkValue(String.raw`\mathbb E[|x|]/\sqrt{\mathbb E[x^2]}`, pair, 3.5 / Math.sqrt(12.5));
  });

  it('gives Shannon and Rényi entropies', () => {
    const p = [0.5, 0.25, 0.25];
    checkValue(String.raw`-\sum_{i=1}^n p_i\log p_i`, { p }, 1.0397207708);
    const renyi = String.raw`\frac{1}{1-\alpha}\log\sum_{i=1}^n p_i^{\alpha}`;
    checkValue(renyi, { p, '\\alpha': 0 }, 1.098612289);
    checkValue(renyi, { p, '\\alpha': 2 }, 0.980829253);
    checkValue(renyi, { p, '\\alpha': 3 }, 0.928148995);
    checkValue(String.raw`\log\|p\|_0`, { p }, 1.098612289);
    checkValue(String.raw`-\log\max_i p_i`, { p }, 0.693147181);
    checkValue(String.raw`-\log\|p\|_\infty`, { p }, 0.693147181);
  });

  it('gives Hoyer and Gini', () => {
    const hoyer = String.raw`\frac{\sqrt{n}-\|x\|_1/\|x\|_2}{\sqrt{n}-1}`;
    checkValue(hoyer, oneHot, 1);
    checkValue(hoyer, { x: [2, 2, 2, 2], n: 4 }, 0);
    checkValue(hoyer, { x: [0, 3, 3, 3], n: 4 }, 2 - Math.sqrt(3));
    const gini = String.raw`1-2\sum_{i=1}^{n}\frac{x_{(i)}}{\|x\|_1}\left(\frac{n-i+1/2}{n}\right)`;
    checkValue(gini, oneHot, 0.75);
    checkValue(gini, { x: [1, 1, 1, 1] }, 0);
    checkValue(gini, { x: [4, 3, 1, 2] }, 0.25);
  });
});
