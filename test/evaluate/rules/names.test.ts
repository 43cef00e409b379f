// What names stand for: letters and their dress, entries, constants, sizes and where indices start.
import { describe } from 'vitest';
import { checkRules, type LanguageRule } from '../../support/languageRules.js';

const raw = String.raw;
const { E, PI } = Math;

const letters: readonly LanguageRule[] = [
  {
    rule: 'bold and plain letters are one symbol',
    given: raw`\boldsymbol{x} = [1,2]` + '\na = 3',
    holds: [
      ['x', [1, 2]],
      [raw`\mathbf{x}`, [1, 2]],
      [raw`\bm{a}`, 3],
      [raw`\mathbf x_2`, 2],
    ],
  },
  {
    rule: 'bold and plain letters are two symbols where both are bound',
    given: raw`\mathbf{x} = [1,2]` + '\nx = 3',
    holds: [
      ['x', 3],
      [raw`\boldsymbol{x}`, [1, 2]],
    ],
  },
  {
    rule: 'a parameter is meant by both letters, whatever the other one is bound to',
    given: raw`x = [3,4]
\boldsymbol y = [1,2]
u = [1,-2]
S(\boldsymbol x) = \frac{\sum_i |x_i|}{\|\boldsymbol x\|_1}+\boldsymbol x_1
T(\boldsymbol x) = \|x\|_1
V(y) = \|\boldsymbol y\|_1`,
    holds: [
      ['S(u)', 2],
      ['T(u)', 3],
      ['V(u)', 3],
      ['T(x)', 7],
      [raw`\nabla_{\boldsymbol x}T(\boldsymbol x)`, [1, 1]],
      [raw`\nabla_x T(x)`, [1, 1]],
    ],
  },
  {
    rule: 'a body that tells both letters apart, or a post that binds both, is asked which one it means',
    given: 'x = 3\n' + raw`\mathbf z = [1,2]` + '\nz = [3,4]',
    holds: [[raw`f(\boldsymbol x,x) = x\|\boldsymbol x\|_1` + '\nf([1,2],2)', 6]],
    refuses: [
      [raw`f(\boldsymbol x) = \|\boldsymbol x\|_1+x` + '\nf([1,2])', 'name.both-letters', 'x'],
      [raw`f(z) = \|\mathbf z\|_1` + '\nf([1,2])', 'name.both-letters', raw`\mathbf z`],
    ],
  },
  {
    rule: 'fonts, accents, marks and stars make names of their own',
    given: [raw`\mathcal{S} = 1`, raw`\hat y = 2`, 'x^{(t)} = 3', 'x^* = 4', "y' = 5"].join('\n'),
    holds: [[raw`\mathcal{S} + 10\hat y + 100x^{(t)} + 1000x^* + 10^4y'`, 54321]],
    refuses: [
      ['S', 'name.unbound', 'S'],
      ['y', 'name.unbound', 'y'],
      ['x', 'name.unbound', 'x'],
      [raw`\tilde y`, 'name.unbound', raw`\tilde y`],
      ['x^{(s)}', 'name.unbound', 'x^{(s)}'],
      ["(y+1)'", 'syntax.mark-without-name', "(y+1)'"],
    ],
  },
  {
    rule: 'a prime is the derivative of a function of one variable',
    given: 'f(t) = t^3\ng(a,b) = ab\nx = [1,2]',
    holds: [
      ["f'(2)", 12],
      ["f''(2)", 12],
    ],
    refuses: [
      ["g'(1)", 'call.unbound', "g'"],
      ["x'", 'name.unbound', "x'"],
    ],
  },
  {
    rule: 'a prime that is defined is what it is defined as',
    given: "f(t) = t^3\nf'(t) = 7",
    holds: [["f'(2)", 7]],
  },
  {
    rule: 'a bar over a vector is its mean',
    given: 'x = [1,2,6]\na = 3',
    holds: [
      [raw`\bar x`, 3],
      [raw`\overline{x}`, 3],
      [raw`y \in \mathbb{R}^n` + '\n' + raw`\bar y \le \max_i y_i`, 'holds'],
    ],
    refuses: [
      [raw`\bar a`, 'name.unbound', raw`\bar a`],
      [raw`\bar z`, 'name.unbound', raw`\bar z`],
    ],
    says: [[raw`\bar x`, 'statistic.bar']],
  },
  {
    rule: 'a bar that is defined is what it is defined as',
    given: 'x = [1,2,6]\n' + raw`\bar x = 4`,
    holds: [[raw`\bar x`, 4]],
  },
];

const indices: readonly LanguageRule[] = [
  {
    rule: 'an index in parentheses counts from the smallest entry, of absolute values too',
    given: raw`x = [3,-1,2]` + '\n' + raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}`,
    holds: [
      ['x_{(1)}', -1],
      ['|x|_{(1)}', 1],
      ['|x|_{(3)}', 3],
      [raw`\sum_{k=1}^2 |x|_{(k)}`, 3],
      [raw`\left|x\right|_{(2)}`, 2],
    ],
    refuses: [
      [raw`\|x\|_{(1)}`, 'index.brackets', '(1)'],
      ['|x|_{[1]}', 'index.brackets', '[1]'],
      ['x_{[1]}', 'index.brackets', '[1]'],
      ['A_{(1)}', 'index.brackets', '(1)'],
    ],
  },
  {
    rule: 'an index by a number, or by what is bound to one, takes an entry',
    given: 'x = [5,1,3]\nk = 2',
    holds: [
      ['x_1', 5],
      ['x_k', 1],
      ['x_{k+1}', 3],
      [raw`\sum_i x_i`, 9],
      ['x_2 = 1', 'holds'],
      ['x_2 = 4', 'fails'],
    ],
    refuses: [
      ['x_j', 'name.unbound', 'j'],
      ['k_1', 'index.of-number', 'k_1'],
    ],
  },
  {
    rule: 'a name with an index that is bound by itself is a name of its own',
    given: 'x_0 = 3\n' + raw`\mu_1 = 2` + '\np = [1,2]\n' + raw`p_\theta = 0.5`,
    holds: [
      [raw`x_0\mu_1p_\theta`, 3],
      ['p_2', 2],
    ],
    refuses: [['x_1', 'name.unbound', 'x_1']],
  },
  {
    rule: 'of a matrix, two indices are an entry, one is a row, a colon takes all',
    given: raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}` + '\ni = 2\nj = 1',
    holds: [
      ['A_{ij}', 3],
      ['A_{i,j}', 3],
      ['A_{12}', 2],
      ['A_i', [3, 4]],
      ['A_{:,2}', [2, 4]],
      ['A_{2,:}', [3, 4]],
    ],
    refuses: [
      ['A_{13}', 'index.out-of-range', '13'],
      ['A_3', 'index.out-of-range', '3'],
    ],
  },
  {
    rule: 'an index in parentheses counts from the smallest',
    given: raw`x = [5,1,3], z = [-4,1], A = \begin{pmatrix}1&2\\3&4\end{pmatrix}`,
    holds: [
      ['x_{(1)}', 1],
      ['|z|_{(2)}', 4],
      ['|z|_{(1)}^2 + |z|_1', 6],
      ['x_{(3)}', 5],
      [raw`\sum_{i=1}^3 i x_{(i)}`, 22],
    ],
    refuses: [
      ['x_{(4)}', 'index.out-of-range', '(4)'],
      [raw`\|A\|_{(2)}`, 'norm.matrix-unsupported', '(2)'],
    ],
    says: [['x_{(1)}', 'index.order']],
  },
  {
    rule: 'words in an index are part of the name, as factors they are refused',
    given: raw`L_{\text{total}} = 2` + '\n' + raw`L_{总} = 3` + '\nx = [1,2]',
    holds: [
      [raw`L_{\text{total}}`, 2],
      [raw`L_{\text{总}}`, 3],
    ],
    refuses: [
      [raw`2\text{总}`, 'syntax.text-in-formula', raw`\text{总}`],
      ['2总', 'syntax.text-in-formula', '总'],
      ['x_{中}', 'name.unbound', 'x_{中}'],
    ],
  },
  {
    rule: 'indices start at 1, and none is out of range',
    given: 'x = [4,5]\ni = 0',
    holds: [['x_1', 4]],
    refuses: [
      ['x_0', 'index.zero', '0'],
      ['x_i', 'index.zero', 'i'],
      ['x_3', 'index.out-of-range', '3'],
      ['x_{-1}', 'index.out-of-range', '-1'],
      [raw`\sum_{k=1}^3 x_k`, 'index.out-of-range', 'k'],
    ],
  },
  {
    rule: 'set index 0 starts them at 0',
    given: 'x = [4,5]\nset index 0',
    holds: [
      ['x_0', 4],
      [raw`\sum_i i x_i`, 5],
    ],
    refuses: [['x_2', 'index.out-of-range', '2']],
  },
];

const builtIn: readonly LanguageRule[] = [
  {
    rule: 'KL before bars is the divergence unless both letters have a meaning',
    given: 'p = [.5,.5]\nq = [.25,.75]\nK = 8',
    holds: [
      [raw`KL(p\|q)`, Math.log(4 / 3) / 2],
      [raw`\frac12KL(p\|q) + K`, 8 + Math.log(4 / 3) / 4],
      ['L(t) = t^2\nKL(2)', 32],
    ],
    refuses: [['KL(p,q)', 'call.unbound', 'L']],
  },
  {
    rule: 'e, π, σ(·), softmax and KL have their meaning while nothing else is bound to them',
    given: raw`p = [.5,.5]`,
    holds: [
      ['e', E],
      [raw`\pi`, PI],
      [raw`\sigma(0)`, 0.5],
      [raw`\operatorname{softmax}([0,0])`, [0.5, 0.5]],
      [raw`KL(p\|p)`, 0],
    ],
    refuses: [
      [raw`KL(p,p)`, 'call.missing-bar', '(p,p)'],
      [raw`\operatorname{softmax}(1)`, 'shape.vector-expected', raw`\operatorname{softmax}(1)`],
    ],
  },
  {
    rule: 'what is bound has the meaning that it is given',
    given: raw`e = 0.1` + '\n' + raw`\pi = 2` + '\n' + raw`\sigma = 3` + '\nI = 5',
    holds: [
      ['e^2', 0.01],
      [raw`\pi`, 2],
      [raw`\sigma(4)`, 12],
      ['I', 5],
      [raw`\mathrm{e}`, E],
    ],
    says: [['e^2', 'name.euler-bound']],
  },
  {
    rule: 'I, 1 and 0 have the size that fits, or that is written',
    given: raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}` + '\nx = [5,6]',
    holds: [
      [
        'A + I',
        [
          [2, 2],
          [3, 5],
        ],
      ],
      [raw`\mathbf 1^\top x`, 11],
      [raw`x + \mathbf 0`, [5, 6]],
      [raw`\mathbf 1_3`, [1, 1, 1]],
    ],
    refuses: [
      ['I', 'shape.size-open', 'I'],
      [raw`\mathbf 1`, 'syntax.ones-without-length', raw`\mathbf 1`],
      [raw`\mathbf 1_n`, 'name.unbound-size', 'n'],
    ],
  },
  {
    rule: 'δ with two bound indices is 1 where they are equal',
    given: 'i = 1\nj = 2',
    holds: [
      [raw`\delta_{ij}`, 0],
      [raw`\delta_{11}`, 1],
      [raw`\sum_{k=1}^3\sum_{l=1}^3\delta_{kl}`, 3],
    ],
    refuses: [
      [raw`\delta_{ik}`, 'name.unbound', 'k'],
      [raw`\delta`, 'name.unbound', raw`\delta`],
    ],
  },
  {
    rule: 'upright d and e are constants whatever is bound',
    given: 'd = 64\ne = 2',
    holds: [
      [raw`\mathrm{e}`, E],
      [raw`\int_0^1\frac{x}{d}\,\mathrm{d}x`, 1 / 128],
      [raw`\mathrm{e} = 3`, 'fails'],
    ],
    refuses: [[raw`\mathrm{d} = 3`, 'definition.differential', raw`\mathrm{d}`]],
  },
  {
    rule: 'γ and i are no constants',
    holds: [
      [raw`\gamma = 2` + '\n' + raw`\gamma`, 2],
      ['i = 2\ni^2', 4],
    ],
    refuses: [
      [raw`\gamma`, 'name.unbound', raw`\gamma`],
      ['i', 'name.unbound-i', 'i'],
      [raw`e^{i\theta}`, 'unsupported.complex', 'i'],
    ],
  },
];

const sizes: readonly LanguageRule[] = [
  {
    rule: 'n comes from a domain, or from a range whose index stands on a vector',
    given: 'x = [3,1,2]',
    holds: [
      [raw`\frac1n\sum_{i=1}^n x_i`, 2],
      [raw`x \in \mathbb{R}^n` + '\n' + raw`\frac1n\sum_i x_i`, 2],
    ],
    refuses: [
      [raw`\frac1n\sum_i x_i`, 'name.unbound-size', 'n'],
      [raw`\sum_{i=1}^n 2^i`, 'name.unbound-size', 'n'],
      [raw`\sum_i x_i + n`, 'name.unbound-size', 'n'],
    ],
  },
  {
    rule: 'Δ with k above has k + 1 entries, with n below n',
    given: 'p = [.5,.25,.25]',
    holds: [
      [raw`p \in \Delta^2` + '\np_1', 0.5],
      [raw`p \in \Delta_3` + '\np_1', 0.5],
      [raw`p \in \Delta^{n-1}` + '\nn', 3],
      [raw`p \in \Delta_n` + '\nn', 3],
    ],
    refuses: [
      [raw`p \in \Delta^3`, 'domain.size', raw`\Delta^3`],
      [raw`p \in \Delta_2`, 'domain.size', raw`\Delta_2`],
    ],
  },
];

describe('letters', () => {
  checkRules(letters);
});

describe('indices', () => {
  checkRules(indices);
});

describe('built-in names', () => {
  checkRules(builtIn);
});

describe('sizes', () => {
  checkRules(sizes);
});
