// What the lines of a worksheet are: definitions, functions, families, sequences, domains, claims, checks, settings.
import { describe } from 'vitest';
import { checkRules, type LanguageRule } from '../../support/languageRules.js';

const raw = String.raw;

const lines: readonly LanguageRule[] = [
  {
    rule: 'a line is a statement, and goes on while something is open',
    holds: [
      ['x = [1,\n2,\n3]\nx_3', 3],
      [
        'A = ' +
          raw`\begin{pmatrix}` +
          '\n' +
          raw`1&2\\` +
          '\n3&4\n' +
          raw`\end{pmatrix}` +
          '\nA_{21}',
        3,
      ],
      ['y = (1\n+ 2)^{\n2}\ny', 9],
    ],
    refuses: [
      ['x = [1,2', 'statement.unclosed', '['],
      ['1 +', 'syntax.operand-missing', '+'],
    ],
  },
  {
    rule: 'a percent sign begins a comment, one with a backslash is percent',
    holds: [
      ['a = 3 % b = 4\n% 1/0\na', 3],
      [raw`a = 50\%` + '\na', 0.5],
    ],
    refuses: [['a = 3 % b = 4\nb', 'name.unbound', 'b']],
  },
  {
    rule: 'what ends a sentence is ignored, and commas separate statements',
    holds: [
      ['2 + 1.', 3],
      ['2 + 1,', 3],
      ['2 + 1，', 3],
      ['2 + 1;', 3],
      ['a = 2, b = [3,4], c = (5)\na + b_2 + c', 11],
    ],
    refuses: [['a = 1, 2', 'statement.list', '2']],
  },
  {
    rule: 'domains may stand beside other statements',
    holds: [
      [raw`a = 2, t \in \mathbb R` + '\nt^2 + a > 1', 'holds'],
      [raw`a = 2, t > 0` + '\nt + a > 2', 'holds'],
      [raw`a = 1, p, q \in \Delta^{n-1}, 0 < u < 1` + '\n' + raw`\sum_i q_i > u`, 'holds'],
      [raw`t \in \mathbb R, a = 2` + '\na', 2],
      [raw`f(t) = t^2,\ t \in \mathbb R` + '\nf(t) < 0', 'fails'],
    ],
    refuses: [
      [raw`a = 2, v \in \mathbb{S}^2`, 'domain.unclear', raw`\mathbb{S}^2`],
      [raw`a = 2, t \in \mathbb R, b`, 'name.unbound', 'b'],
    ],
  },
  {
    rule: 'the words of statements are words only first in a line, before a space',
    holds: [
      [raw`\text{table} = 3` + '\n' + raw`\text{table}^2`, 9],
      ['s = 2, e = 3, t = 5\nset(1)', 30],
      ['p = 2, l = 3, o = 5, t = 7\nplot(2)', 420],
    ],
    refuses: [['set colour red', 'setting.unknown', 'set colour red']],
  },
];

const definitions: readonly LanguageRule[] = [
  {
    rule: 'the first relation with a fresh left side defines, later ones claim',
    given: 'a = 2',
    holds: [
      ['a', 2],
      ['a = 2', 'holds'],
      ['a = 3', 'fails'],
    ],
    says: [['a = 3', 'claim.defined-by']],
  },
  {
    rule: ':= binds anew from its line on',
    holds: [
      ['a = 2\na := a + 1\na', 3],
      ['a = 2\nb = a\na := 5\nb', 2],
    ],
    refuses: [['a := a + 1', 'definition.circle', 'a := a + 1']],
  },
  {
    rule: 'other signs define a fresh name too, and what only compares does not',
    holds: [
      [raw`a \triangleq 2` + '\na', 2],
      [raw`a \equiv 2` + '\na', 2],
      ['a := 2\na', 2],
    ],
    refuses: [['a + 1 > 2', 'name.unbound', 'a']],
  },
  {
    rule: 'the order of lines does not matter, and a circle is a problem',
    holds: [
      ['c = 2b\nb = a + 1\na = 2\nc', 6],
      ['f(t) = t + a\na = 1\nf(2)', 3],
    ],
    refuses: [
      ['a = a + 1', 'definition.circle', 'a = a + 1'],
      ['f(t) = f(t-1)\nf(2)', 'definition.circle', 'f(t-1)'],
    ],
  },
  {
    rule: 'of a chain the first relation may define, and the rest claims',
    holds: [
      ['a = 2 = 1 + 1', 'holds'],
      ['a = 2 = 3', 'fails'],
      [raw`a = 2 \le 3`, 'holds'],
      ['a = 2\na = 1 + 1 = 2', 'holds'],
    ],
    refuses: [['a = 2 = u', 'name.unbound', 'u']],
  },
  {
    rule: 'parameters shadow, and the n of a function is its own in each call',
    given: 't = 5\n' + raw`x \in \mathbb{R}^n` + '\nx = [1,2,3,4]',
    holds: [
      ['f(t) = t^2\nf(3)', 9],
      [raw`S(w) = \frac1n\sum_{i=1}^n w_i` + '\nS([1,3])', 2],
      [raw`S(x) = \frac1n\sum_{i=1}^n x_i` + '\nS([1,3]) + S([5])', 7],
    ],
    refuses: [
      [raw`S(w) = \frac1n\sum_i w_i` + '\nS([1,3])', 'name.unbound-size', 'n'],
      ['f(a,b) = a\nf(1)', 'call.arguments', '(1)'],
      ['f(a,a) = a', 'definition.parameter', '(a,a)'],
    ],
  },
  {
    rule: 'an n that has a value is the length of what a function is called with, or refused',
    given: 'n = 2\n' + raw`S(x) = \sum_{i=1}^n x_i`,
    holds: [
      ['S([3,4])', 7],
      [raw`T(x) = x_1\sum_{i=1}^n 2^i` + '\nT([1,0,0])', 6],
      ['R(x,n) = ' + raw`\sum_{i=1}^n x_i` + '\nR([3,4,5],1)', 3],
      [raw`k = 2` + '\n' + raw`Q(x) = \sum_{i=1}^k x_i` + '\nQ([3,4,5])', 7],
    ],
    refuses: [
      ['S([3,4,5])', 'shape.size-differs', 'n'],
      ['S([3])', 'shape.size-differs', 'n'],
    ],
  },
  {
    rule: 'a family is its right side at each index, and a vector where the right side gives the range',
    given: 'z = [1,2,3]\nw = [1,2]\nk = 2\n' + raw`p_i = z_i^2`,
    holds: [
      ['p_k', 4],
      ['p', [1, 4, 9]],
      [raw`\sum_j p_j`, 14],
      [raw`H_\alpha = \alpha + 1` + '\nH_2', 3],
    ],
    refuses: [
      ['p_4', 'index.out-of-range', '4'],
      ['q_i = z_iw_i', 'shape.lengths-differ', 'i'],
      [raw`H_\alpha = \alpha + 1` + '\nH', 'name.family-alone', 'H'],
    ],
  },
  {
    rule: 'what stands behind a family says where its index runs',
    given: 'z = [1,2,3]',
    holds: [
      [raw`p_i = \frac{z_i}{6},\quad i=1,2,\cdots,n` + '\np', [1 / 6, 1 / 3, 1 / 2]],
      [raw`p_i = i^2,\ i=1,\dots,4` + '\np', [1, 4, 9, 16]],
      ['p_i = i^2, i=1,2,3' + '\np', [1, 4, 9]],
      [raw`p_i = z_i^2, i=1,2` + '\np', [1, 4]],
      [raw`p_i = z_i^2 \qquad (i=1,\ldots,n)` + '\np', [1, 4, 9]],
      [raw`p_i = z_i^2,\quad \forall i` + '\np', [1, 4, 9]],
      [raw`p_i = z_i^2,\quad \text{for } i\in[n]` + '\np', [1, 4, 9]],
      [raw`p_i = z_i^2,\quad \forall i\in\{1,\dots,n\}` + '\np', [1, 4, 9]],
      [raw`p_i = z_i^2,\quad 1\le i\le n` + '\np', [1, 4, 9]],
      [
        raw`K_{ij} = z_iz_j,\quad i,j=1,\dots,2` + '\nK',
        [
          [1, 2],
          [2, 4],
        ],
      ],
      [raw`x_{t+1} = 2x_t,\quad t=0,1,\dots` + '\nx_0 = 1\nx_3', 8],
      ['set index 0\n' + raw`p_i = iz_i,\quad i=0,1,2` + '\np', [0, 2, 6]],
      ['set index 0\np_i = iz_i\np', [0, 2, 6]],
    ],
    refuses: [
      ['p_i = i^2, i=1,2,3' + '\np_4', 'index.out-of-range', '4'],
      [raw`p_i = z_i, i=1,\dots,4`, 'index.out-of-range', 'i'],
      ['p_i = i^2, i=2,3' + '\np', 'name.family-alone', 'p'],
      [raw`p_i = i^2` + '\n' + raw`p_i = i^2, i=1,\dots,3`, 'claim.range', 'i=1'],
      ['p_i = i^2, 3', 'statement.list', '3'],
    ],
  },
  {
    rule: 'a derivative by time with a value at some time is a function of time',
    given: raw`\frac{dx}{dt} = -x,\ x(0) = 1`,
    holds: [
      ['x(1)', Math.exp(-1)],
      ['x(1) = 0.3679', 'holds'],
      ['x(1) = 0.3689', 'fails'],
    ],
  },
  {
    rule: 'a dot is a derivative by t beside a start, else a name',
    holds: [
      [raw`\dot u = -u,\ u(0) = 1` + '\nu(1)', Math.exp(-1)],
      [raw`\dot u(t) = 2t,\ u(0) = 1` + '\nu(3)', 10],
      [raw`\dot x = y` + '\n' + raw`\dot y = -x` + '\nx(0) = 1\ny(0) = 0\nx(1)', Math.cos(1)],
      [raw`\dot u = 3` + '\n' + raw`\dot u^2`, 9],
    ],
  },
  {
    rule: 'a derivative by time without a start is refused',
    holds: [[raw`\frac{dx}{dt} = 1,\ x(0) = 1` + '\nx(2)', 3]],
    refuses: [[raw`\frac{dx}{dt} = -x`, 'solution.no-start', 'x']],
  },
  {
    rule: 'a step beside a first member is a sequence',
    holds: [
      ['x_0 = 1\nx_{t+1} = 2x_t\nx_5', 32],
      ['x_{t+1} = 2x_t\nx_0 = 1\nx_5', 32],
      ['x_0 = [1,2]\nx_{t+1} = 2x_t\nx_2', [4, 8]],
    ],
    refuses: [
      ['x_{t+1} = 2x_t', 'sequence.no-start', 'x_{t+1}'],
      ['x_0 = 1\nx_{t+1} = 2x_t\nx_{-1}', 'sequence.index', '2x_t'],
    ],
  },
  {
    rule: 'a tilde draws a random variable, or a sample by the seed',
    holds: [
      [raw`X \sim \mathcal N(0,4)` + '\n' + raw`\mathbb E[X^2]`, 4],
      [
        raw`x \sim \mathcal N(0,1)^{1000}` +
          '\n' +
          raw`y \sim \mathcal N(0,1)^{1000}` +
          '\nx_1 = y_1',
        'fails',
      ],
      [raw`x \sim \mathcal U(0,1)^{50}` + '\n' + raw`0 < \min_i x_i`, 'holds'],
    ],
    refuses: [
      [raw`X \sim \mathcal N(0,1)` + '\nX', 'law.alone', 'X'],
      [raw`x \sim \mathcal N(0,1)^{0.5}`, 'law.sample-size', '0.5'],
    ],
    says: [[raw`x \sim \mathcal U(0,1)^3` + '\nx_1', 'law.seeded']],
  },
];

const domains: readonly LanguageRule[] = [
  {
    rule: 'a line of bare names, bounds and sets declares them',
    given: raw`x \in \mathbb{R}^n,\ \gamma \in [0,1],\ p, q \in \Delta^{n-1},\ t > 0`,
    holds: [
      [raw`\|x\|_2 \le \|x\|_1`, 'holds'],
      [raw`\sum_i p_i = 1`, 'holds'],
      [raw`\sum_i q_i^2 \le 1`, 'holds'],
      [raw`\gamma^2 \le \gamma`, 'holds'],
      [raw`\log t \le t - 1`, 'holds'],
      [raw`\|x\|_1 \le \|x\|_2`, 'fails'],
    ],
    refuses: [['x', 'name.unbound', 'x']],
  },
  {
    rule: 'a bound belongs to the names beside it, and is not shared by guess',
    holds: [
      ['0 < s < 1, 0 < t < 1\nst < 1', 'holds'],
      ['s, t > 0\nst > 0', 'holds'],
      ['s > 0, t < 1\nst < 1', 'fails'],
    ],
    refuses: [
      ['0 < s, t < 1', 'domain.shared-bounds', '0 < s, t < 1'],
      [raw`0 < s, u, t \le 1`, 'domain.shared-bounds', raw`0 < s, u, t \le 1`],
    ],
  },
  {
    rule: 'a bound symbol keeps its value, which fixes sizes and lies in its domain',
    holds: [
      [raw`x \in \mathbb{R}^n` + '\nx = [1,2,3]\nn', 3],
      [raw`\gamma \in [0,1]` + '\n' + raw`\gamma = 0.5`, 'holds'],
      [raw`\gamma \in [0,1]` + '\n' + raw`\gamma = 2`, 'fails'],
      [raw`k \in \{1,2\}` + '\nk = 3', 'fails'],
    ],
    refuses: [
      [raw`k \in \mathbb{N}` + '\nk = 2.5', 'domain.outside', 'k'],
      [raw`x \in \mathbb{R}^3` + '\nx = [1,2]', 'domain.size', raw`\mathbb{R}^3`],
      [raw`p \in \Delta^1` + '\np = [.5,.6]', 'domain.outside', 'p'],
      [raw`a \in \mathbb{R}^2` + '\na = 3', 'domain.axes', raw`\mathbb{R}^2`],
    ],
  },
  {
    rule: 'a free symbol without a value or a domain is never sampled',
    given: raw`x \in \mathbb{R}`,
    holds: [['x + 1 > x', 'holds']],
    refuses: [
      ['u + 1 > u', 'name.unbound', 'u'],
      ['x + u > u', 'check.undeclared', 'u'],
    ],
  },
  {
    rule: 'check asks for a check, of a relation alone',
    given: raw`x \in \mathbb{R}` + '\na = 2',
    holds: [
      [raw`check x^2 \ge 0`, 'holds'],
      [raw`check x^2 > 0`, 'fails'],
      ['check a = 2', 'holds'],
    ],
    refuses: [
      ['check x + 1', 'check.not-a-relation', ' x + 1'],
      ['check a', 'check.not-a-relation', ' a'],
    ],
    says: [[raw`check x^2 \ge 0`, 'check.samples']],
  },
];

const others: readonly LanguageRule[] = [
  {
    rule: 'an expression is a query, a relation with bound symbols a claim',
    given: 'x = [0.9, 0.05]\n' + raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}` + '\nn = 5',
    holds: [
      ['2n + x_1', 10.9],
      ['n > 4', 'holds'],
      [raw`\|x\|_1 = 0.95`, 'holds'],
      ['A_{11} = 2', 'fails'],
    ],
    refuses: [
      ['u', 'name.unbound', 'u'],
      ['x > n', 'claim.shapes-differ', '>'],
    ],
  },
  {
    rule: 'a table has a row for each element of its first set, and a column for each of its second',
    given: 'L(p,q) = p - q\na = [1,2]\nb = [3]',
    holds: [
      [
        raw`table L(p,q),\ p \in \{0.1,0.5\},\ q \in \{0,1\}`,
        [
          [0.1, -0.9],
          [0.5, -0.5],
        ],
      ],
      [
        raw`table i, i^2, i \in 1..2`,
        [
          [1, 1],
          [2, 4],
        ],
      ],
      [raw`table \|x\|_1, x \in \{a,b\}`, [[3], [3]]],
    ],
    refuses: [
      ['table 1/t, ' + raw`t \in \{1,0\}`, 'table.cell', '1/t'],
      ['table a', 'table.form', ' a'],
      [raw`table t, t \in [0,1]`, 'binder.infinite-set', '[0,1]'],
    ],
  },
  {
    rule: 'set changes a convention of the post',
    holds: [
      [raw`\log 8` + '\nset log 2', 3],
      ['set index 0\nx = [4,5]\nx_0', 4],
      [raw`set log 10` + '\n' + raw`\log 100 = 2`, 'holds'],
    ],
    refuses: [
      ['set log 1', 'setting.value', 'set log 1'],
      ['set index 2', 'setting.value', 'set index 2'],
      ['set digits many', 'setting.value', 'set digits many'],
      ['set colour red', 'setting.unknown', 'set colour red'],
    ],
  },
];

describe('lines', () => {
  checkRules(lines);
});

describe('definitions', () => {
  checkRules(definitions);
});

describe('domains', () => {
  checkRules(domains);
});

describe('queries, claims, tables and settings', () => {
  checkRules(others);
});
