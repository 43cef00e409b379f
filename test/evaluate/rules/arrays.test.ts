// What vectors, matrices and sets do: norms, brackets, products, means, dots; and the conventions at 0.
import { describe } from 'vitest';
import { checkRules, type LanguageRule } from '../../support/languageRules.js';

const raw = String.raw;
const { E, exp, log, sqrt } = Math;
const arrays = raw`x = [3,-1,2]
y = [1,1,4]
v = [3,4]
a = 6
b = 2
p = 0.5
S = \{2,5,7\}
A = \begin{pmatrix}1&2\\3&4\end{pmatrix}`;

const bars: readonly LanguageRule[] = [
  {
    rule: 'double bars are the Euclidean norm, or that of the index',
    given: arrays,
    holds: [
      [raw`\|v\|`, 5],
      [raw`\|v\|_2^2`, 25],
      [raw`\|x\|_1`, 6],
      [raw`\|x\|_\infty`, 3],
      [raw`\|x\|_p^p`, 1 + sqrt(2) + sqrt(3)],
      [raw`|x|_2^2`, 14],
      ['||v||', 5],
      [raw`\left|\left|v\right|\right|`, 5],
      [raw`\left|\left|x\right|\right|_1`, 6],
      [raw`\bigl|\bigl|v\bigr|\bigr|`, 5],
    ],
    refuses: [
      [raw`\|a\|`, 'norm.of-number', raw`\|a\|`],
      [raw`\|x\|_F`, 'norm.of-vector', 'F'],
      [raw`\|x\|_A`, 'shape.number-expected', 'A'],
    ],
  },
  {
    rule: 'a norm of a matrix says which',
    given: arrays,
    holds: [
      [raw`\|A\|_F`, sqrt(30)],
      // Singular values s with s₁² + s₂² = 30 and s₁s₂ = 2.
      [raw`\|A\|_*`, sqrt(34)],
      [raw`\|A\|_2`, (sqrt(34) + sqrt(26)) / 2],
    ],
    refuses: [
      [raw`\|A\|`, 'norm.matrix-unnamed', raw`\|A\|`],
      [raw`\|A\|^2`, 'norm.matrix-unnamed', raw`\|A\|`],
      [raw`\|A\|_3`, 'norm.matrix-unsupported', '3'],
    ],
  },
  {
    rule: 'bars are taken entry by entry, and are the size of a set',
    given: arrays,
    holds: [
      ['|x|', [3, 1, 2]],
      ['|a||b|', 12],
      ['|S|', 3],
      [raw`|\{1,2\}|`, 2],
    ],
    refuses: [
      ['|A|', 'norm.bars-of-matrix', '|A|'],
      ['|a|b|', 'syntax.operand-missing', '|'],
    ],
  },
  {
    rule: 'l with an index is the norm of the only vector',
    given: 'x = [3,4]',
    holds: [
      ['l_1', 7],
      [raw`\ell_2`, 5],
    ],
    refuses: [['y = [1,2]\nl_1', 'norm.several-vectors', 'l_1']],
  },
];

const brackets: readonly LanguageRule[] = [
  {
    rule: 'brackets are vectors behind = and as arguments, intervals behind ∈, and group elsewhere',
    given: raw`m(u) = \sum_i u_i` + '\nf(t) = 2t\na = 6\nn = 3',
    holds: [
      ['w = [4,5]\nw_2', 5],
      ['w = (4,5)\nw_2', 5],
      ['w = [4]\nw_1', 4],
      ['m([1,2])', 3],
      ['m((1,2))', 3],
      ['m([5])', 5],
      ['2[a+1]', 14],
      ['[a]', 6],
      [raw`a \in [0,6]`, 'holds'],
      [raw`a \in [0,6)`, 'fails'],
      [raw`a \in (6,7]`, 'fails'],
    ],
    refuses: [
      ['m(1,2)', 'call.vector-argument', '(1,2)'],
      ['2(1,2)', 'value.tuple', '(1,2)'],
      ['(0,1]', 'syntax.unmatched', '(0,1]'],
    ],
  },
  {
    rule: '[n] behind ∈ is 1 to n, whole numbers alone',
    given: 'x = [3,-1,2]\nn = 2\nk = 1.5',
    holds: [
      [raw`\sum_{i\in[n]}x_i`, 2],
      [raw`n \in [n]`, 'holds'],
      [raw`n + 1 \in [n]`, 'fails'],
      [raw`k \in [n]`, 'fails'],
      [raw`\sqrt2\sqrt2 \in [n]`, 'unknown'],
      [raw`\mathbf 1_{k\in[n]}`, 0],
    ],
    refuses: [
      [raw`\sum_{i\in[0,1]}x_i`, 'binder.infinite-set', '[0,1]'],
      [raw`n \notin [n]`, 'claim.relation', raw`\notin`],
    ],
  },
  {
    rule: 'a plus at brackets or a name is the positive part',
    given: arrays,
    holds: [
      ['[x]_+', [3, 0, 2]],
      ['(1-a)_+', 0],
      ['x_+', [3, 0, 2]],
      ['x^+', [3, 0, 2]],
      ['(-2)^+ + 2^+', 2],
    ],
    refuses: [
      ['A^+', 'shape.positive-part-of-matrix', 'A^+'],
      ['[A]_+', 'shape.positive-part-of-matrix', '[A]_+'],
    ],
  },
  {
    rule: 'a bold or blackboard 1 with a condition is an indicator',
    given: arrays,
    holds: [
      [raw`\mathbb 1[a>1]`, 1],
      [raw`\mathbf 1_{a<1}`, 0],
      [raw`\mathbb 1\{a>1,b>3\}`, 0],
      [raw`\sum_i\mathbb 1[x_i>0]`, 2],
      [raw`\mathbf 1[x>1]`, [1, 0, 1]],
    ],
    refuses: [
      [raw`\mathbb 1[a]`, 'syntax.indicator-without-condition', raw`\mathbb 1[a]`],
      ['1[a>1]', 'value.relation', 'a>1'],
      ['1_{a>1}', 'syntax.subscript-of-number', '1_{a>1}'],
    ],
  },
  {
    rule: 'braces are sets',
    given: arrays,
    holds: [
      [raw`\sum_{i\in\{1,3\}}x_i`, 5],
      [raw`\max\{a,b\}`, 6],
      [raw`2 \in S`, 'holds'],
    ],
    refuses: [
      [raw`\{1,3\}`, 'value.set', raw`\{1,3\}`],
      [raw`\{a+b\}b`, 'value.set', raw`\{a+b\}`],
    ],
  },
];

const products: readonly LanguageRule[] = [
  {
    rule: 'functions of one number and sums with numbers go over vectors',
    given: arrays,
    holds: [
      ['e^x', [exp(3), exp(-1), exp(2)]],
      [raw`\sigma(x)_2`, 1 / (1 + E)],
      ['1 - x', [-2, 2, -1]],
      ['x + 1', [4, 0, 3]],
      [raw`\frac{a}{x}`, [2, -6, 3]],
    ],
    refuses: [
      ['A + 1', 'shape.number-plus-matrix', '1'],
      ['x + v', 'shape.shapes-differ', 'v'],
      [raw`\log A`, 'shape.function-of-matrix', raw`\log A`],
    ],
  },
  {
    rule: 'a product, quotient or power of two vectors says which is meant',
    given: arrays,
    holds: [
      [raw`x\odot y`, [3, -1, 8]],
      [raw`x^\top y`, 10],
      [raw`x^T y`, 10],
      [raw`x^{\mathsf T} y`, 10],
      [raw`\langle x,y\rangle`, 10],
      ['Av', [11, 25]],
    ],
    refuses: [
      ['xy', 'shape.product-of-vectors', 'xy'],
      [raw`x\cdot y`, 'shape.product-of-vectors', raw`x\cdot y`],
      ['x/y', 'shape.quotient-of-arrays', 'x/y'],
      ['x^y', 'shape.power-of-vectors', 'x^y'],
    ],
  },
  {
    rule: 'a raised T transposes an array while nothing is bound to it',
    given: arrays,
    holds: [
      // softmax([0,log 2]) is (1/3, 2/3).
      [raw`\operatorname{softmax}([0,\log 2])^\top v`, 11 / 3],
      [raw`v^\top\operatorname{softmax}([0,\log 2])`, 11 / 3],
      [
        raw`A^\top`,
        [
          [1, 3],
          [2, 4],
        ],
      ],
      [
        'A^T',
        [
          [1, 3],
          [2, 4],
        ],
      ],
      [
        'T = 2\nA^T',
        [
          [7, 10],
          [15, 22],
        ],
      ],
      ['T = 2\na^T', 36],
    ],
    refuses: [
      [raw`a^\top`, 'shape.transpose-of-number', raw`a^\top`],
      ['a^T', 'name.unbound', 'T'],
    ],
  },
];

const means: readonly LanguageRule[] = [
  {
    rule: 'means run over the entries of a vector or the rows of a matrix, and divide by n',
    given: arrays,
    holds: [
      [raw`\mathbb E[y]`, 2],
      [raw`\mathbb E[xy]`, 10 / 3],
      [raw`\mathbb E[y]^2`, 4],
      [raw`\mathbb E(x)\mathbb E(y)`, (4 / 3) * 2],
      [raw`\mathbb E[x/y]`, (3 - 1 + 0.5) / 3],
      [raw`\operatorname{mean}(y)`, 2],
      [raw`\operatorname{Var}[y]`, 2],
      [raw`\operatorname{Cov}(x,y)`, 10 / 3 - (4 / 3) * 2],
      [raw`\mathbb E[A]`, [2, 3]],
    ],
    refuses: [
      [raw`\mathbb E[a]`, 'statistic.no-data', raw`\mathbb E[a]`],
      [raw`\mathbb E[\|x\|]`, 'norm.of-number', raw`\|x\|`],
      [raw`\operatorname{Var}(A)`, 'statistic.of-matrix', raw`\operatorname{Var}(A)`],
      // A mean of squares, or the square of one?
      [raw`\mathbb E(y-1)^2`, 'ambiguous.argument', '(y-1)^2'],
      [raw`\mathbb E(x-1)(y-1)`, 'ambiguous.argument', '(x-1)'],
      ['E[x]', 'call.unbound', 'E'],
    ],
  },
  {
    rule: 'an index below a mean is what it runs over',
    given: `${arrays}\nk = 2`,
    holds: [
      [raw`\mathbb E_i[x_i]`, 4 / 3],
      [raw`\mathbb E_i[x_iy_i]`, 10 / 3],
      [raw`\mathbb E_j[A_{1j}]`, 1.5],
    ],
    refuses: [[raw`\mathbb E_k[x_k]`, 'binder.captured', 'k']],
  },
  {
    rule: 'a law below a mean is known, or has its values',
    given: 'x = [3,1,2]\nw = [.5,.25,.25]',
    holds: [
      [raw`\mathbb E_{x\sim w}[x]`, 2.25],
      [raw`\mathbb E_{i\sim w}[x_i^2]`, 0.5 * 9 + 0.25 + 1],
      [raw`\mathbb E_{t\sim\mathcal N(1,4)}[t^2]`, 5],
    ],
    refuses: [
      [raw`\mathbb E_{u\sim w}[u]`, 'law.support', 'w'],
      [raw`\mathbb E_{t\sim r}[t]`, 'law.unknown', 'r'],
      [raw`\mathbb E_{x\sim x}[x]`, 'law.weights', 'x'],
    ],
  },
  {
    rule: 'extrema and means without an index below run over the one that is free',
    given: arrays,
    holds: [
      [raw`\max|x_i|`, 3],
      [raw`\mathrm{mean}|x_i|`, 2],
      [raw`\max x_iy_i`, 8],
      [raw`\max x`, 3],
    ],
    refuses: [
      [raw`\max x_iy_j`, 'binder.several-open', raw`\max x_iy_j`],
      [raw`\max a`, 'extremum.of-number', raw`\max a`],
    ],
  },
  {
    rule: 'the place of an extremum is the first of equals, which is said',
    given: 'y = [1,1,4]\nz = [2,5,5]',
    holds: [
      [raw`\operatorname{argmax}_i y_i`, 3],
      [raw`\arg\min_i y_i`, 1],
      [raw`\operatorname{argmax}_i z_i`, 2],
    ],
    says: [
      [raw`\arg\min_i y_i`, 'argument.tie'],
      [raw`\operatorname{argmax}_i z_i`, 'argument.tie'],
    ],
  },
  {
    rule: 'dots stand for what lies between two members that differ in one index',
    given: `x = [3,1,2,5]\nm = 3\nk = 2`,
    holds: [
      [raw`x_1\cdots x_4`, 30],
      [raw`x_1x_2\cdots x_m`, 6],
      [raw`x_1+\cdots+x_m`, 6],
      [raw`x_kx_{k+1}\cdots x_m`, 2],
    ],
    refuses: [
      [raw`x_1+x_2+\cdots`, 'unsupported.dots', raw`x_1+x_2+\cdots`],
      [raw`1+2+\cdots+10`, 'unsupported.dots', raw`1+2+\cdots+10`],
      [raw`x_1^2+\cdots+x_4^2`, 'unsupported.dots', raw`x_1^2+\cdots+x_4^2`],
      // Odd members, every other sign, and an order that goes down.
      [raw`x_1+x_3+\cdots+x_4`, 'unsupported.dots', raw`x_1+x_3+\cdots+x_4`],
      [raw`x_1-x_2+\cdots+x_4`, 'unsupported.dots', raw`x_1-x_2+\cdots+x_4`],
      [raw`x_m\cdots x_1`, 'unsupported.dots', raw`x_m\cdots x_1`],
    ],
  },
];

const conventions: readonly LanguageRule[] = [
  {
    rule: '0·log 0 is 0 within p log p and p log(p/q), which is said',
    given: 'p = [.5,.5,0]\nq = [.25,.75,0]\nz = [1,0,0]\nc = 0',
    holds: [
      [raw`-\sum_i p_i\log p_i`, log(2)],
      [raw`\sum_i p_i\log\frac{p_i}{q_i}`, 0.5 * log(2) + 0.5 * log(2 / 3)],
      [raw`\sum_i p_i\log(p_i/q_i)`, 0.5 * log(2) + 0.5 * log(2 / 3)],
      [raw`KL(p\|q)`, 0.5 * log(2) + 0.5 * log(2 / 3)],
      [raw`\sum_i p_i\log\frac{p_i}{z_i}`, Infinity],
      [raw`KL(p\|z)`, Infinity],
      [raw`\sum_{i:p_i>0} p_i\log q_i`, 0.5 * log(0.25) + 0.5 * log(0.75)],
    ],
    says: [
      [raw`-\sum_i p_i\log p_i`, 'convention.zero-log-zero'],
      [raw`\log 2`, 'convention.natural-log'],
    ],
    refuses: [
      [raw`-\sum_i p_i\log q_i`, 'value.zero-times-infinity', raw`p_i\log q_i`],
      [raw`c^2\log c`, 'value.zero-times-infinity', raw`c^2\log c`],
      [raw`c\log\frac1c`, 'value.division-by-zero', raw`\frac1c`],
      [raw`c\cdot\infty`, 'value.zero-times-infinity', raw`c\cdot\infty`],
    ],
  },
  {
    rule: '0⁰ is 1, sign 0 is 0, and mod rounds down',
    holds: [
      ['0^0', 1],
      [raw`\operatorname{sign} 0`, 0],
      [raw`\operatorname{sgn}(-3)`, -1],
      [raw`(-7)\bmod 3`, 2],
      [raw`7\bmod(-3)`, -2],
    ],
    refuses: [
      [raw`-7\bmod 3`, 'ambiguous.remainder', raw`7\bmod 3`],
      [raw`7\bmod 0`, 'value.division-by-zero', raw`7\bmod 0`],
    ],
  },
  {
    rule: 'roots of negative numbers are odd ones that are written as roots',
    holds: [
      [raw`\sqrt[3]{-8}`, -2],
      ['(-8)^3', -512],
    ],
    refuses: [
      ['(-8)^{1/3}', 'value.power-of-negative', '(-8)^{1/3}'],
      [raw`\sqrt{-1}`, 'value.root-of-negative', raw`\sqrt{-1}`],
    ],
  },
  {
    rule: 'there are no complex numbers',
    given: 'z = [1,2]',
    holds: [[raw`\sum_i e^{i}z_i`, E + 2 * exp(2)]],
    refuses: [
      [raw`e^{i\theta}`, 'unsupported.complex', 'i'],
      [raw`e^{-i\omega t}`, 'unsupported.complex', 'i'],
      [raw`\exp(2\pi i/3)`, 'unsupported.complex', 'i'],
      ['2+3i', 'name.unbound-i', 'i'],
      ['e^{z_i}', 'name.unbound-i', 'i'],
    ],
  },
];

describe('bars', () => checkRules(bars));
describe('brackets', () => checkRules(brackets));
describe('products', () => checkRules(products));
describe('means, extrema and dots', () => checkRules(means));
describe('conventions', () => checkRules(conventions));
