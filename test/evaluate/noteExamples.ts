// One example for every note: lines behind these data.
import type { NoteCode } from '../../src/evaluate/notes.js';

const raw = String.raw;

/** Lines behind these data, unless they hold a post of their own. */
export const data = raw`x = [3,1,2]
y = [1,1,4]
a = 6
A = \begin{pmatrix}1&2\\3&4\end{pmatrix}
f(t) = t^2
W = \{1,3\}`;

export const notes: Readonly<Record<NoteCode, string>> = {
  'convention.natural-log': raw`\log 2`,
  'convention.zero-log-zero': raw`\sum_{i=0}^1 i\log i`,
  'binder.starts-at-first': raw`\sum_i^3 x_i`,
  'index.order': 'x_{(1)}',
  'norm.of-only-vector': '',
  'norm.zero': raw`\|x\|_0`,
  'name.euler-bound': 'e = 3\ne^2',
  'statistic.bar': raw`\bar x`,
  'norm.operator': raw`\|A\|_1`,
  'matrix.order': raw`\lambda_1(A)`,
  'matrix.condition': raw`\kappa(A)`,
  'matrix.diagonal': raw`\operatorname{diag}(A)`,
  'matrix.kronecker': raw`A\otimes A`,
  'matrix.outer': raw`x\otimes y`,
  'matrix.root': '(A^\\top A)^{1/2}',
  'stable.softmax': raw`\text{softmax}(x)`,
  'stable.logarithm': raw`\log(1+e^{1000})`,
  'stable.quotient': raw`\frac{e^{a}}{e^{a}+e^{1000}}`,
  'stable.complement': raw`1-\sigma(50)`,
  'derivative.hessian': raw`h(v) = v_1v_2` + '\n' + raw`\nabla^2 h([1,2])`,
  'integral.everywhere': raw`p = \mathcal N(0,1)` + '\n' + raw`\int p(t)\,dt`,
  'function.cosine': raw`\cos(x,y)`,
  'law.variance': raw`\mathcal N(0;0,1)`,
  'law.rate': raw`\mathbb E_{t\sim\operatorname{Exp}(2)}[t]`,
  'law.independent': raw`X, Y \sim \mathcal U(0,1)` + '\n' + raw`\mathbb E[XY]`,
  'law.seeded': raw`s \sim \mathcal U(0,1)^3` + '\ns_1',
  'curve.no-domain': '',
  'slide.over': raw`slide t \in [0,1]`,
  'law.drawn': raw`X \sim \mathcal N([1,1],I)` + '\n' + raw`\mathbb E[\|X\|]`,
  'claim.defined-by': 'a = 7',
  'claim.defined-before': raw`\eqref{eq:a}`,
  'claim.built-in': raw`\sigma(x) = [1,2,3]`,
  'value.fewer-digits': raw`\frac{1-\cos 10^{-6}}{10^{-12}}`,
  'approach.one-sided': raw`\lim_{t\to 0} t\log t`,
  'argument.near-tie': raw`\operatorname{argmin}_i e^{y_i}`,
  'method.estimate': raw`\max_{t\in[0,1]} (\|\begin{pmatrix}t&1\\1&t\end{pmatrix}\|_2)`,
  'argument.tie': raw`\arg\min_i y_i`,
  'claim.base-two': raw`\log 8 = 3`,
  'claim.base-ten': raw`\log 100 = 2`,
  'claim.approximate': raw`a \approx a + a - a`,
  'value.near-zero': raw`\sqrt2\sqrt2 - 2`,
  'check.whole-numbers': raw`m \in \mathbb{N}` + '\n' + raw`m^2 \ge m`,
  'check.samples': raw`t > 0` + '\n' + raw`\log t \le t - 1`,
  'check.all-points': raw`s \in \{-1,1\}` + '\n' + 's^2 = 1',
  'check.counterexample': raw`t > 0` + '\n' + raw`\log t \ge t - 1`,
  'check.only-left': raw`t \in \mathbb{R}` + '\n' + raw`\log t^2 = 2\log t`,
  'check.only-right': raw`t \in \mathbb{R}` + '\n' + raw`2\log t = \log t^2`,
  'check.overflow': raw`t > 1000` + '\n' + raw`\prod_{i=1}^{9} e^{e^{e^t}} > 1`,
  'check.rounding': raw`t > 0` + '\n' + raw`\sqrt{t}\sqrt{t} < t`,
  'check.method':
    raw`u \in \mathbb{R}_{>0}^3` + '\n' + raw`\lim_{p\to\infty} \|u\|_p = \|u\|_\infty`,
  'check.no-points': raw`t > 0` + '\n' + raw`\log(-t) = \sqrt{-t}`,
  'check.stopped': raw`t > 0` + '\n' + raw`\sum_{i=1}^{10^5} t \ge 0`,
  'check.comment-first': '',
  'check.other-section': '',
  'library.used': raw`\operatorname{Gini}(x)`,
  'claim.least-eigenvalue': raw`A^\top A \succ 0`,
  'claim.uncertain': raw`\sqrt2\sqrt2 < 2`,
};
