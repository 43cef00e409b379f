// How formulas are read: functions and their arguments, sums, products and calls, quotients, numbers.
import { describe } from 'vitest';
import { checkRules, type LanguageRule } from '../../support/languageRules.js';

const raw = String.raw;
const { log, tanh, exp, E, PI } = Math;
const numbers = raw`x = [3,1,2]
a = 6
b = 2
p = 0.25
k = 2
f(t) = t^2
q(t) = t/2`;

const functions: readonly LanguageRule[] = [
  {
    rule: 'the logarithm is natural, or to the base that the post sets',
    holds: [
      [raw`\log 8`, log(8)],
      [raw`\log 8` + '\nset log 2', 3],
      [raw`\log_2 8`, 3],
      [raw`\log_{10} 1000 + \log_3 9`, 5],
      [raw`\lg 100`, 2],
      [raw`\log 1000 = 3` + '\nset log 10', 'holds'],
      // It would hold to base 2 or 10: not false, and said.
      [raw`\log 8 = 3`, 'unknown'],
      [raw`\log 100 = 2`, 'unknown'],
      [raw`\ln 8 = 3`, 'fails'],
    ],
    says: [
      [raw`\log 8 = 3`, 'claim.base-two'],
      [raw`\log 100 = 2`, 'claim.base-ten'],
    ],
  },
  {
    rule: 'parentheses and brackets in an exponent make a name, and are no power',
    given: `${numbers}\n${raw`b^{(1)} = 5`}\n${raw`b^{[2]} = 7`}`,
    holds: [
      ['b^{(1)} + b^{[2]}', 12],
      ['b^{1+1}', 4],
    ],
    refuses: [
      ['a^{(2)}', 'name.unbound', 'a^{(2)}'],
      ['a^{[k]}', 'name.unbound', 'a^{[k]}'],
      ['2^{(k)}', 'syntax.mark-without-name', '2^{(k)}'],
    ],
  },
  {
    rule: 'a power of a function is one of its value, but for the inverses of sin, cos and tan',
    given: numbers,
    holds: [
      [raw`\log^2 a`, log(6) ** 2],
      [raw`\tanh^2(b)`, tanh(2) ** 2],
      [raw`\sin^{-1} 1`, PI / 2],
      [raw`\cos^{-1}(0)`, PI / 2],
    ],
    refuses: [
      [raw`\log^{-1} a`, 'function.inverse', raw`\log^{-1} a`],
      [raw`\exp^{-1}(a)`, 'function.inverse', raw`\exp^{-1}(a)`],
      [raw`\log^{(2)} a`, 'function.power', raw`\log^{(2)}`],
      ['f^2(3)', 'ambiguous.function-power', 'f^2'],
      ['f^{-1}(9)', 'function.inverse', 'f^{-1}'],
      [raw`\sigma^{-1}(p)`, 'function.inverse', raw`\sigma^{-1}`],
    ],
  },
  {
    rule: 'primes and orders in parentheses are derivatives of functions of one number',
    given: `${numbers}\n${raw`h(u) = \|u\|^2`}`,
    holds: [
      ["f'(3)", 6],
      ["f''(3)", 2],
      ['f^{(2)}(3)', 2],
      [raw`\sigma'(0)`, 0.25],
      [raw`\tanh'(b)`, 1 - tanh(2) ** 2],
      [raw`\tanh' b`, 1 - tanh(2) ** 2],
      [raw`\exp'(x)`, [exp(3), E, exp(2)]],
      [raw`\log'(b)`, 0.5],
      ["h'(x)", [6, 2, 4]],
      // Where f' is defined, it is that.
      ["f' = 5\nf'(3-1)", 10],
    ],
    refuses: [
      ["f'", 'name.function-alone', "f'"],
      ["f'(x)", 'derivative.entries', "f'(x)"],
      [raw`\operatorname{softmax}'(x)`, 'shape.vector-expected', raw`\operatorname{softmax}'(x)`],
    ],
  },
  {
    rule: 'an argument without parentheses runs to the next sign, relation or function name',
    given: numbers,
    holds: [
      [raw`\log ab`, log(12)],
      [raw`\log 2a`, log(12)],
      [raw`\log a\log b`, log(6) * log(2)],
      [raw`\log a \sin b`, log(6) * Math.sin(2)],
      [raw`\log a + 1`, log(6) + 1],
      [raw`\log a - b`, log(6) - 2],
      [raw`\log a = 1.79`, 'holds'],
      [raw`\log x_1x_3`, log(6)],
      [raw`\cos 2\pi a`, 1],
      [raw`\log a/\log b`, log(6) / log(2)],
      [raw`\log|x_2-a|`, log(5)],
      [raw`\log\frac ab`, log(3)],
      [raw`\log\tfrac12 a`, log(3)],
      [raw`\log\sum_i x_i`, log(6)],
    ],
    refuses: [
      [raw`\log a/b`, 'ambiguous.argument', 'a/'],
      [raw`\log a\cdot b`, 'ambiguous.argument', raw`a\cdot`],
      [raw`\log p(1-p)`, 'ambiguous.argument', '(1-p)'],
      // Writers mean the logarithm of a product, or of the first factor alone.
      [raw`\log q(a)f(b)`, 'ambiguous.argument', 'f(b)'],
      [raw`\log q(a)b`, 'ambiguous.argument', 'b'],
      [raw`\log\frac{a}{b}q(a)`, 'ambiguous.argument', 'q(a)'],
      [raw`\log\frac{1}{b}\sum_i x_i`, 'ambiguous.argument', raw`\frac{1}{b}`],
      [raw`\log b\,\mathbb E[x]`, 'ambiguous.argument', 'b'],
      [raw`\log b\int_0^1 t\,dt`, 'ambiguous.argument', 'b'],
    ],
  },
  {
    rule: 'with parentheses the argument is what stands in them, and what is behind marks the value',
    given: numbers,
    holds: [
      [raw`\log(1-p)^2`, log(0.75) ** 2],
      [raw`\log\left(1-p\right)b`, log(0.75) * 2],
      [raw`\tanh(ap)^b`, tanh(1.5) ** 2],
      [raw`\log(a)/b`, log(6) / 2],
      [raw`\log[1-p]`, log(0.75)],
      [raw`\exp\{p\}`, exp(0.25)],
      [raw`\log q(a)`, log(3)],
      [raw`\log q(a)^2`, 2 * log(3)],
      [raw`\exp(b)(1-p)`, exp(2) * 0.75],
    ],
    refuses: [
      [raw`\log(1-p)(1+p)`, 'ambiguous.argument', '(1-p)'],
      [raw`\log(a,b)`, 'function.arguments', '(a,b)'],
    ],
  },
];

const sums: readonly LanguageRule[] = [
  {
    rule: 'sums and products end at a sign',
    given: `${numbers}\ny = [1,1,4]`,
    holds: [
      [raw`\sum_i x_i + 1`, 7],
      [raw`\sum_i x_i - b`, 4],
      [raw`\sum_i x_i y_i`, 12],
      [raw`\sum_i x_i/a`, 1],
      [raw`\prod_i x_i + 1`, 7],
      [raw`\sum_i (x_i + 1)`, 9],
      [raw`\sum_i x_i + \sum_i y_i`, 12],
    ],
    refuses: [
      [raw`\sum_i x_i + y_i`, 'name.index-after-sum', 'i'],
      [raw`\sum_i x_i - \bar x + x_i`, 'name.index-after-sum', 'i'],
      [raw`\prod_i x_i/b`, 'ambiguous.argument', 'x_i/b'],
    ],
  },
  {
    rule: 'a bare index runs over what it indexes, and two letters are two indices',
    given: `${numbers}\ny = [1,1,4]\nw = [1,2]\n${raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}`}`,
    holds: [
      [raw`\sum_i x_i`, 6],
      [raw`\sum_{ij} A_{ij}`, 10],
      [raw`\sum_{ij} x_iw_j`, 18],
      [raw`\sum_i A_{ii}`, 5],
    ],
    refuses: [
      [raw`\sum_i x_iw_i`, 'shape.lengths-differ', 'i'],
      [raw`\sum_i 2`, 'binder.no-range', 'i'],
      [raw`\sum x_i`, 'binder.no-index', raw`\sum x_i`],
    ],
  },
  {
    rule: 'conditions below filter',
    given: `${numbers}\n${raw`\Omega = \{1,3\}`}`,
    holds: [
      [raw`\sum_{j\ne k}x_j`, 5],
      [raw`\sum_{i<j}x_ix_j`, 3 + 6 + 2],
      [raw`\sum_{i\in\Omega}x_i`, 5],
      [raw`\sum_{i\notin\Omega}x_i`, 1],
      [raw`\sum_{i:x_i>1}x_i`, 5],
      [raw`\sum_{1\le i<j\le 3}x_ix_j`, 11],
    ],
    refuses: [
      [raw`\sum_{i\in S}x_i`, 'set.unbound', 'S'],
      [raw`\sum_{i=1,2}x_i`, 'binder.unclear', 'i=1'],
      [raw`\sum_{i=1,i\ne2}x_i`, 'binder.unclear', 'i=1'],
      [raw`\sum_{i=1}x_i`, 'binder.no-end', raw`\sum_{i=1}`],
    ],
  },
  {
    rule: 'what is bound outside is not bound again',
    given: numbers,
    holds: [
      [raw`\sum_{i\ne k}x_i`, 5],
      [raw`\sum_i\sum_jx_ix_j`, 36],
      [raw`\sum_{k=1}^3x_k`, 6],
    ],
    refuses: [
      [raw`\sum_k x_k`, 'binder.captured', 'k'],
      [raw`\sum_i x_i\sum_i x_i`, 'binder.captured', 'i'],
      [raw`\sum_i\frac{x_i}{\sum_i x_i}`, 'binder.captured', 'i'],
    ],
  },
  {
    rule: 'a range without a beginning starts at 1 and says so',
    given: numbers,
    holds: [[raw`\sum_i^3 x_i`, 6]],
    says: [[raw`\sum_i^3 x_i`, 'binder.starts-at-first']],
    refuses: [[raw`\sum_i^n i`, 'name.unbound-size', 'n']],
  },
  {
    rule: 'a sum without end has a value where a bound on its rest is known',
    holds: [
      [raw`\sum_{k=0}^\infty 0.5^k`, 2],
      [raw`\sum_{k=1}^\infty\frac{1}{k^2}`, PI ** 2 / 6],
    ],
    refuses: [
      [raw`\sum_{k=1}^\infty\frac{1}{k}`, 'series.no-bound', raw`\sum_{k=1}^\infty\frac{1}{k}`],
    ],
  },
  {
    rule: 'indices that are repeated without a sum are never summed',
    given: `x = [3,1,2]\ny = [1,1,4]\n${raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}`}`,
    holds: [[raw`\sum_i x_iy_i`, 12]],
    refuses: [
      ['x_iy_i', 'name.unbound-i', 'i'],
      ['A_{jj}', 'name.unbound', 'j'],
    ],
  },
];

const products: readonly LanguageRule[] = [
  {
    rule: 'a name before parentheses is multiplied if it is a number and called if it is a function',
    given: `${numbers}\nr(s|t) = s/t`,
    holds: [
      ['p(1-p)', 0.1875],
      ['a(b+k)', 24],
      ['f(1-p)', 0.5625],
      ['2p(1-p)', 0.375],
      ['r(1|2)', 0.5],
    ],
    refuses: [
      ['x(1-x)', 'call.vector', 'x'],
      ['u(1-u)', 'call.unbound', 'u'],
      ['p(a|b)', 'syntax.bar-in-group', '|'],
      ['r(1,2)', 'call.bar', '(1,2)'],
      ['f(a|b)', 'call.bar', '(a|b)'],
    ],
  },
  {
    rule: 'a quotient with a slash is refused where it can be read in two ways',
    given: numbers,
    holds: [
      ['ab/k', 6],
      ['1/(2a)', 1 / 12],
      [raw`a/b\cdot k`, 6],
      [raw`\frac{1}{2a}`, 1 / 12],
    ],
    refuses: [
      ['a/bk', 'ambiguous.slash', 'a/bk'],
      ['1/2a', 'ambiguous.slash', '1/2a'],
      [raw`1/2\pi`, 'ambiguous.slash', raw`1/2\pi`],
      ['a/b/k', 'ambiguous.slash', 'a/b/k'],
      [raw`1/b\sum_i x_i`, 'ambiguous.slash', raw`1/b\sum_i x_i`],
    ],
  },
  {
    rule: 'a fraction is a derivative if both parts start with d and the lower one is d and a symbol',
    given: `${numbers}\nL = p^2\nd = 8`,
    holds: [
      [raw`\frac{d}{2}`, 4],
      [raw`\frac{d}{a}`, 8 / 6],
      [raw`\frac{dL}{dp}`, 0.5],
      [raw`\frac{d}{dp}p^3`, 3 / 16],
      [raw`\frac{d^2}{dp^2}p^3`, 1.5],
      [raw`\frac{\mathrm dL}{\mathrm dp}`, 0.5],
      [raw`\partial L/\partial p`, 0.5],
      [raw`\frac{d}{dp}p^2+1`, 1.5],
    ],
    refuses: [
      [raw`\frac{d^2L}{dp}`, 'derivative.order', raw`\frac{d^2L}{dp}`],
      [raw`\frac{d}{dp}|p-0.25|`, 'derivative.kink', raw`|p-0.25|`],
    ],
  },
  {
    rule: 'a derivative goes through definitions',
    given: `z = [1,2]\n${raw`p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}`}\n${raw`L = -\log p_1`}`,
    holds: [
      [raw`\partial L/\partial z_1`, 1 / (1 + 1 / E) - 1 - (1 / (1 + 1 / E) - 1 / (1 + E))],
      [raw`\frac{\partial L}{\partial z_2}`, E / (1 + E)],
      [raw`\nabla_z L`, [-E / (1 + E), E / (1 + E)]],
    ],
    refuses: [[raw`\frac{\partial L}{\partial w}`, 'name.unbound', 'w']],
  },
  {
    rule: 'a bar with an equation below it says where a formula is taken, and definitions follow',
    given: raw`f(x) = x^2
a = 2
p = 0.5
L = -\log p`,
    holds: [
      [raw`\left.\frac{d}{dx}x^3\right|_{x=1}`, 3],
      [raw`\left.\frac{df(x)}{dx}\right|_{x=a}`, 4],
      [raw`\frac{d}{dx}x^3\Big|_{x=2} - 2`, 10],
      [raw`1 + f'(x)|_{x=3}`, 7],
      [raw`\frac{d}{dx}(x^2+x)|_{x=1}`, 3],
      [raw`\frac{d}{dx}\Big|_{x=1}(x^2+x)`, 3],
      [raw`\left[\frac{d^2}{dx^2}x^3\right]_{x=2}`, 12],
      [raw`\left.\frac{\partial}{\partial u}uv\right|_{u=1,v=3}`, 3],
      [raw`\left.\nabla_w\|w\|^2\right|_{w=[1,2]}`, [2, 4]],
      [raw`\left.\frac{dL}{dp}\right|_{p=0.1}`, -10],
      [raw`L|_{p=1}+\frac{dL}{dp}`, -2],
      [raw`|a|\cdot|{-3}|`, 6],
    ],
    refuses: [
      [raw`\left.x^2\right|_0^1`, 'substitution.unclear', raw`\left.x^2\right|_0^1`],
      [raw`\left.f(x)\right|`, 'substitution.unclear', raw`\left.f(x)\right|`],
      [raw`x f'(x)|_{x=3}`, 'ambiguous.argument', raw`x f'(x)`],
    ],
  },
  {
    rule: 'a gradient is by its subscript, or by the one argument of the function',
    given: `w = [1,2]\nh(u) = \\|u\\|^2\nf(t) = t^2\nb = 3`,
    holds: [
      [raw`\nabla_w \|w\|^2`, [2, 4]],
      [raw`\nabla h(w)`, [2, 4]],
      [raw`\nabla h([3,4])`, [6, 8]],
      [raw`\nabla f(3)`, 6],
    ],
    refuses: [
      [raw`\nabla\|w\|^2`, 'derivative.by-what', raw`\nabla\|w\|^2`],
      [raw`\nabla h(w)f(b)`, 'ambiguous.argument', 'h(w)f(b)'],
    ],
  },
];

const literals: readonly LanguageRule[] = [
  {
    rule: 'thousands are parted by a comma in braces; any other comma is refused',
    holds: [
      ['1{,}000', 1000],
      ['10{,}000', 10_000],
      ['1{,}000{,}000', 1_000_000],
    ],
    refuses: [
      ['1,000', 'number.comma', '1,000'],
      ['3,14', 'number.comma', '3,14'],
      [raw`2 + 12,345`, 'number.comma', '12,345'],
      ['12 000', 'number.split', '12 0'],
      ['007', 'number.leading-zero', '007'],
    ],
  },
  {
    rule: 'percent is a hundredth, and powers of ten are written out but in lists of data',
    holds: [
      [raw`50\%`, 0.5],
      [raw`1 + 5\%`, 1.05],
      ['z = [1e-3, 2e3]\nz', [0.001, 2000]],
      [raw`2\times10^{-3}`, 0.002],
      [raw`2\mathrm{e} - 3`, 2 * Math.E - 3],
      [raw`2\mathrm{e}^{-3}`, 2 * Math.exp(-3)],
    ],
    refuses: [
      ['2e-3', 'number.exponent-notation', '2e-3'],
      ['1 + 2E5', 'number.exponent-notation', '2E5'],
      ['1 + 1.5e{-3}', 'number.exponent-notation', '1.5e{-3}'],
      [raw`1.5\mathrm{e}-3`, 'number.exponent-upright', raw`1.5\mathrm{e}-3`],
      [raw`1 + 2\text{E}5`, 'number.exponent-upright', raw`2\text{E}5`],
      [raw`z = [2\mathrm{e}-3, 1]`, 'number.exponent-upright', raw`2\mathrm{e}-3`],
      [raw`2\mathrm{e}{+3}`, 'number.exponent-notation', raw`2\mathrm{e}{+3}`],
    ],
  },
];

describe('functions', () => checkRules(functions));
describe('sums', () => checkRules(sums));
describe('products, quotients and derivatives', () => checkRules(products));
describe('numbers', () => checkRules(literals));
