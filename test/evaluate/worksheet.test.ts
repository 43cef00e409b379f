// Worksheets: one scope of statements, whatever their order; definitions, functions, families, chains, domains, settings.
import { describe, expect, it } from 'vitest';
import {
  checkQuery,
  checkRefused,
  evaluateSheet,
  evaluateText,
  postOf,
  problemsOf,
  verdictsOf,
} from '../support/worksheets.js';

const raw = String.raw;

describe('where formulas compute', () => {
  it('are fences with the info word eval, and one-line comments', () => {
    const post =
      '<!-- eval: a = 2 -->\n\n```eval\nb = 3\nab\n```\n\n```evaluate\n1+1\n```\n\n```\n1+1\n```\n';
    expect(evaluateText(post).map(({ value }) => value)).toEqual([6]);
  });

  it('is one scope for all worksheets of the post, whatever their order', () => {
    const post = '```eval\nab\n```\n\nText.\n\n<!-- eval: a = 2 -->\n\n> ```eval\n> b = 3\n> ```\n';
    expect(evaluateText(post).map(({ value }) => value)).toEqual([6]);
  });

  it('says where each statement stands in the post', () => {
    const post = '中文\n\n> ```eval\n> a = 2\n> a + 1\n> ```\n';
    const [result] = evaluateText(post);
    expect(post.slice(result?.span.start, result?.span.end)).toBe('a + 1');
    expect(result?.showAt).toBe(result?.span.end);
    expect(result?.source).toBe('a + 1');
  });
});

describe('lines', () => {
  it('are statements, and go on while something is open', () => {
    checkQuery('x = [1,\n2,\n3]\nx_3', 3);
    checkQuery(
      raw`A = \begin{pmatrix}` +
        '\n' +
        raw`1 & 2 \\` +
        '\n' +
        raw`3 & 4` +
        '\n' +
        raw`\end{pmatrix}` +
        '\nA_{2,1}',
      3,
    );
    checkQuery('f(t) = t^{\n2}\nf(3)', 9);
  });

  it('may hold several statements, comments and final punctuation', () => {
    checkQuery('a = 2, b = 3 % two of them\n% nothing\na + b.', 5);
    checkQuery('a = 2,\nb = 3;\na + b，', 5);
    checkQuery(raw`a = 50\% % percent` + '\na', 0.5);
    expect(evaluateSheet('1 + 1, 2 + 2').map(({ value }) => value)).toEqual([2, 4]);
  });

  it('recover behind a bracket that nothing closes', () => {
    const lines = 'x = [1,2\na = 3\na + 1';
    expect(problemsOf(lines).map(([code]) => code)).toEqual(['statement.unclosed']);
    expect(evaluateSheet(lines).map(({ value }) => value)).toEqual([null, 4]);
  });
});

describe('definitions', () => {
  it('do not depend on the order of lines', () => {
    checkQuery('c\na = 2\nc = ab\nb = a + 1'.replace(/^c\n/, '') + '\nc', 6);
    expect(evaluateSheet('ab\nb = a + 1\na = 2').map(({ value }) => value)).toEqual([6]);
  });

  it('come first; the same left side later is a claim', () => {
    expect(verdictsOf('y = 3\ny = 4\ny = 3')).toEqual(['fails', 'holds']);
    expect(verdictsOf(raw`f(t) = t^2` + '\nf(3) = 9\nf(3) = 8')).toEqual(['holds', 'fails']);
    expect(verdictsOf('x = [1,2]\nx_1 = 1\nx_2 = 3')).toEqual(['holds', 'fails']);
  });

  it('bind anew with :=, from their line on', () => {
    expect(evaluateSheet('y = 3\ny\ny := 5\ny').map(({ value }) => value)).toEqual([3, 5]);
    expect(evaluateSheet('y = 3\ny := y + 1\ny').map(({ value }) => value)).toEqual([4]);
    checkQuery('y := 3\ny', 3);
  });

  it('may be written with other signs', () => {
    checkQuery(raw`y \triangleq 3` + '\ny', 3);
    checkQuery(raw`y \equiv 3` + '\ny', 3);
    checkQuery(raw`y \coloneqq 3` + '\ny', 3);
    checkQuery(raw`y \overset{\text{def}}{=} 3` + '\ny', 3);
  });

  it('may begin a chain, whose rest is claims', () => {
    const results = evaluateSheet(
      raw`p = [.5,.25,.25]` + '\n' + raw`s = \sum_i p_i^2 = 0.375 \le 1`,
    );
    expect(
      results.map(({ kind, value, expected, verdict }) => [kind, value, expected, verdict]),
    ).toEqual([
      ['claim', 0.375, 0.375, 'holds'],
      ['claim', 0.375, 1, 'holds'],
    ]);
  });

  it('refuse circles', () => {
    expect(problemsOf('a = b + 1\nb = a').map(([code]) => code)).toEqual([
      'definition.circle',
      'definition.circle',
    ]);
    checkRefused('a = a + 1', 'definition.circle');
    checkRefused('f(t) = f(t - 1)\nf(2)', 'definition.circle');
    checkRefused('f(t) = g(t)\ng(t) = f(t)\nf(2)', 'definition.circle');
  });

  it('in error are reported once, and named where they are used', () => {
    const lines = 'a = 1/0\n2a';
    const results = evaluateSheet(lines);
    expect(results.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['value.division-by-zero'],
      ['name.in-error'],
    ]);
  });
});

describe('functions', () => {
  it('have parameters that shadow', () => {
    checkQuery('t = 5\nf(t) = t^2\nf(3)', 9);
    checkQuery(
      raw`L(p,\gamma) = -\frac{\log[\gamma+(1-\gamma)p]}{1-\gamma}` + '\nL(0.1, 0.5)',
      1.1956740015,
      9,
    );
    checkQuery('f(a) = a^2 + g(a)\ng(a) = 2a\nf(3)', 15);
    checkQuery('f(a,b) = a - b\nf(f(5,1),f(2,1))', 3);
  });

  it('take vectors of any length, and know their own n', () => {
    const norm = raw`S(x) = \frac{1}{\sqrt n}\frac{\sum_{i=1}^n |x_i|}{\|x\|_2}`;
    checkQuery(`${norm}\nS([3,4])`, 7 / (5 * Math.SQRT2));
    checkQuery(`${norm}\nS([0,0,2,0])`, 0.5);
    const declared = raw`x \in \mathbb{R}^n` + '\n' + raw`S(x) = \frac{l_1}{\sqrt n\, l_2}`;
    checkQuery(`${declared}\nS([3,4])`, 7 / (5 * Math.SQRT2));
    checkQuery(`${declared}\nS([0,0,2,0])`, 0.5);
    checkRefused(
      raw`S(x) = \frac{\|x\|_1}{\sqrt n\|x\|_2}` + '\nS([3,4])',
      'name.unbound-size',
      'n',
    );
  });

  it('do not take the size of another vector for their own', () => {
    const lines = raw`x \in \mathbb{R}^n` + '\nx = [1,2,3,4]\n' + raw`S(w) = \frac{1}{n}\sum_i w_i`;
    checkRefused(`${lines}\nS([3,4])`, 'name.unbound-size', 'n');
  });

  it('are called with what they were defined with', () => {
    checkRefused('f(a) = a\nf(1,2)', 'call.vector-argument', '(1,2)');
    checkRefused('f(a,b) = a\nf(1)', 'call.arguments', '(1)');
    checkRefused('f(a|b) = a\nf(1,2)', 'call.bar', '(1,2)');
    checkRefused('f(a,a) = a', 'definition.parameter');
    checkQuery(raw`p_\theta(y|x) = yx` + '\n' + raw`p_\theta(2|3)`, 6);
  });
});

describe('families', () => {
  it('are their right side at each index', () => {
    const lines = 'z = [1,2,3]\n' + raw`p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}`;
    const total = Math.E + Math.E ** 2 + Math.E ** 3;
    checkQuery(`${lines}\np_3`, Math.E ** 3 / total);
    checkQuery(
      `${lines}\np`,
      [1, 2, 3].map((each) => Math.exp(each) / total),
    );
    checkQuery(`${lines}\n${raw`\sum_k p_k`}`, 1);
    checkQuery(`${lines}\n${raw`H = -\sum_i p_i\log p_i`}\nH`, 0.832395582, 8);
  });

  it('may have two indices, parameters, and fixed parts', () => {
    checkQuery('u = [1,2]\nw = [3,4,5]\n' + raw`A_{ij} = u_i w_j` + '\nA', [
      [3, 4, 5],
      [6, 8, 10],
    ]);
    checkQuery(
      'x = [3,4]\n' + raw`l_p = \left(\sum_{i=1}^n |x_i|^p\right)^{1/p}` + '\nl_2 + l_1',
      12,
    );
    checkQuery('x = [3,4]\n' + raw`S_{1,p} = \frac{l_1/2}{l_p}` + '\nS_{1,2}', 0.7);
    checkQuery(
      raw`x \in \mathbb{R}^n` +
        '\nx = [3,4]\n' +
        raw`S^*_{q,p} = n^{1/p-1/q}\frac{l_q}{l_p}` +
        '\n' +
        raw`S^*_{1,2}`,
      7 / (5 * Math.SQRT2),
    );
    checkRefused(
      'x = [3,4]\n' + raw`S_{1,p} = \frac{l_1}{l_p}` + '\nS_{2,2}',
      'name.no-such-member',
    );
  });

  it('stand beside a number of the same letter', () => {
    const lines = 'p = [.5,.25,.25]\n' + raw`H = -\sum_i p_i\log p_i` + '\n';
    const renyi = raw`H_\alpha = \frac{1}{1-\alpha}\log\sum_i p_i^\alpha`;
    checkQuery(`${lines}${renyi}\nH_2`, 0.980829253, 8);
    checkQuery(`${lines}${renyi}\nH`, 1.039720771, 8);
  });

  it('are not redefined by a member, whatever the order of lines', () => {
    const family = 'z = [1,1]\n' + raw`p_i = \frac{z_i}{\sum_j z_j}`;
    expect(verdictsOf(`${family}\np_2 = 0.5\np_1 = 0.4`)).toEqual(['holds', 'fails']);
    expect(verdictsOf(`p_2 = 0.5\n${family}`)).toEqual(['holds']);
    expect(verdictsOf('x_1 = 3\nx = [1,2]')).toEqual(['fails']);
    checkQuery('f(t) = t\nf_1 = 3\nf(f_1)', 3);
  });

  it('do not redefine a vector', () => {
    checkRefused('p = [1,2]\n' + raw`p_i = i^2`, 'definition.family-of-array');
  });

  it('name their letter only where it is free', () => {
    checkQuery(raw`p_\theta = 0.3` + '\n' + raw`2p_\theta`, 0.6);
    checkQuery(raw`\theta = 2` + '\n' + raw`p_\theta = \theta^2` + '\n' + raw`p_\theta`, 4);
  });
});

describe('domains', () => {
  it('give sizes', () => {
    checkQuery(raw`x \in \mathbb{R}^n` + '\nx = [1,2,3]\nn', 3);
    checkQuery(raw`p \in \Delta^{n-1}` + '\np = [.5,.5]\nn', 2);
    checkQuery(raw`p \in \Delta_n` + '\np = [.5,.5]\nn', 2);
    checkQuery(
      raw`A \in \mathbb{R}^{m\times n}` +
        '\n' +
        raw`A = \begin{pmatrix}1&2\\3&4\\5&6\end{pmatrix}` +
        '\nm - n',
      1,
    );
    checkQuery(raw`p, q \in \Delta^{n-1}` + '\np = [.5,.5]\nn', 2);
  });

  it('give no result unless what is bound lies outside', () => {
    expect(evaluateSheet(raw`x \in \mathbb{R}^n,\ \gamma \in [0,1],\ t \in \mathbb{N}`)).toEqual(
      [],
    );
    expect(evaluateSheet(raw`p \in \Delta^{1}` + '\np = [.5,.5]')).toEqual([]);
    checkRefused(raw`p \in \Delta^{1}` + '\np = [.5,.6]', 'domain.outside', 'p');
    checkRefused(raw`p \in \Delta^{2}` + '\np = [.5,.5]', 'domain.size');
    checkRefused(raw`x \in \mathbb{R}^{3}` + '\nx = [1,2]', 'domain.size');
    checkRefused(raw`k \in \mathbb{N}` + '\nk = 2.5', 'domain.outside', 'k');
    expect(verdictsOf(raw`\gamma \in [0,1]` + '\n' + raw`\gamma = 0.5`)).toEqual(['holds']);
    expect(verdictsOf(raw`\gamma \in [0,1)` + '\n' + raw`\gamma = 1`)).toEqual(['fails']);
  });

  it('may bound a number', () => {
    expect(evaluateSheet(raw`x \in \mathbb{R}^n,\ t > 0,\ 0 < s \le 1,\ a, b \ne 0`)).toEqual([]);
    checkQuery(raw`x \in \mathbb{R}^n,\ t > 0` + '\nx = [1,2,3]\nn', 3);
    expect(verdictsOf('t > 0\nt = 2')).toEqual(['holds']);
    expect(verdictsOf(raw`a, t \ge 0` + '\nt = -2\na = 0')).toEqual(['holds', 'fails']);
    expect(verdictsOf(raw`0 < s \le 1` + '\ns = 2')).toEqual(['holds', 'fails']);
    expect(verdictsOf('t > 0\n2t = 4')).toEqual(['fails']);
    expect(evaluateSheet('t > s')).toEqual([]);
    checkRefused('t > s + 1', 'name.unbound', 't');
  });

  it('are claims of an entry', () => {
    expect(verdictsOf('x = [1,-2]\nx_1 > 0\n' + raw`x_2 \in [0,1]`)).toEqual(['holds', 'fails']);
  });

  it('of a display stay there', () => {
    const display = raw`\begin{equation}x \in \mathbb{R}^n\label{eq:x}\end{equation}`;
    const sheet = postOf(raw`\eqref{eq:x}` + '\nx = [1,2]\nn');
    const codes = evaluateText(`${display}\n\n${sheet}`).flatMap(({ problems }) =>
      problems.map(({ code }) => code),
    );
    expect(codes).toEqual(['name.unbound-size']);
  });

  it('that disagree on a size are refused', () => {
    const lines = raw`x \in \mathbb{R}^n,\ y \in \mathbb{R}^n` + '\nx = [1,2]\ny = [1,2,3]\n2n';
    const results = evaluateSheet(lines);
    expect(results.map(({ value }) => value)).toEqual([null, null]);
    expect(problemsOf(lines)).toEqual([
      ['shape.size-differs', 'y'],
      ['shape.size-differs', 'y'],
    ]);
  });

  it('make an open relation a check', () => {
    const lines = raw`x \in \mathbb{R}^n` + '\n' + raw`\|x\|_2 \le \|x\|_1`;
    expect(evaluateSheet(lines).map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['check', 'holds'],
    ]);
  });

  it('are not taken from where an index runs', () => {
    expect(evaluateSheet(raw`i = 1,\dots,n`)).toEqual([]);
    checkRefused(raw`i = 1,\ldots,n` + '\ni', 'name.unbound-i');
    checkRefused('x = [1,2,3]\n' + raw`x_1,\ldots,x_3`, 'unsupported.dots');
  });
});

describe('displays named by a worksheet', () => {
  const post = (body: string, lines: string): string =>
    `Text.\n\n${body}\n\n\`\`\`eval\nx = [3,4]\n${lines}\n\`\`\`\n`;

  it('define what their rows define', () => {
    const body = raw`\begin{align}
a &= \sum_i x_i, \label{eq:a}\\
b &= 2a. \label{eq:b}
\end{align}`;
    const results = evaluateText(post(body, raw`\eqref{eq:b}` + '\nab'));
    expect(results.map(({ value }) => value)).toEqual([98]);
  });

  it('may hold one row, aligned rows or several statements', () => {
    const equation = raw`\begin{equation}a = \|x\|_1\label{eq:a}\end{equation}`;
    expect(
      evaluateText(post(equation, raw`\eqref{eq:a}` + '\na')).map(({ value }) => value),
    ).toEqual([7]);
    const dollars = raw`$$\label{eq:a} a = \|x\|_1,\quad b = \|x\|_2$$`;
    expect(
      evaluateText(post(dollars, raw`\eqref{eq:a}.` + '\na + b')).map(({ value }) => value),
    ).toEqual([12]);
    const inner = raw`\begin{equation}\begin{aligned}a &= \|x\|_1 \\ &= 7\end{aligned}\label{eq:a}\end{equation}`;
    const claims = evaluateText(post(inner, raw`\eqref{eq:a}`));
    expect(claims.map(({ kind, verdict }) => [kind, verdict])).toEqual([['claim', 'holds']]);
  });

  it('claim only what can be computed', () => {
    const body = raw`\begin{equation}S(w) = \frac{\|w\|_1}{\|w\|_2} = \frac{\sum_i |w_i|}{\sqrt{\sum_i w_i^2}}\label{eq:s}\end{equation}`;
    expect(
      evaluateText(post(body, raw`\eqref{eq:s}` + '\nS(x)')).map(({ value }) => value),
    ).toEqual([1.4]);
  });

  it('say which row is not understood', () => {
    const body = raw`\begin{align}a &= 1 \label{eq:a}\\ b &= \genfrac[]{0pt}{}{5}{2}\end{align}`;
    const text = post(body, raw`\eqref{eq:a}` + '\na');
    const results = evaluateText(text);
    expect(results.map(({ value }) => value)).toEqual([null, 1]);
    const [problem] = results[0]?.problems ?? [];
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe(raw`\genfrac[]{0pt}{}{5}{2}`);
  });
});

describe('settings', () => {
  it('hold for the whole post', () => {
    checkQuery(raw`\log 8` + '\nset log 2', 3);
    expect(evaluateSheet('set digits 3\n1/3')[0]?.digits).toBe(3);
    checkQuery('set log e\n' + raw`\log e`, 1);
  });

  it('refuse what they do not know', () => {
    checkRefused('set log 1', 'setting.value');
    checkRefused('set index 2', 'setting.value');
    checkRefused('set colour red', 'setting.unknown');
    checkRefused('set digits many', 'setting.value');
  });

  it('are settings only as the first word of a line', () => {
    checkRefused(raw`\text{set}`, 'name.unbound');
  });
});

describe('macros', () => {
  it('are those of the post', () => {
    const post =
      '$\\newcommand{\\norm}[1]{\\left\\|#1\\right\\|}$\n\n$\\newcommand{\\RR}{\\mathbb{R}}$\n\n' +
      '```eval\nx \\in \\RR^n\nx = [3,4]\nn\\norm{x}_1\n```\n';
    expect(evaluateText(post).map(({ value }) => value)).toEqual([14]);
  });

  it('that KaTeX would read otherwise are unknown commands', () => {
    const define = (definition: string): string => `$${definition}$\n\n`;
    const sheet = '```eval\n\\phi = 2\n\\varphi = 3\n\\old\n\\drop{x}\n\\R\n```\n';
    const definitions = [
      raw`\let\old\phi \renewcommand{\phi}{\varphi}`,
      raw`\newcommand{\drop}[1]{7}`,
      raw`\newcommand{\R}[1][x]{#1}`,
    ].map(define);
    const results = evaluateText(definitions.join('') + sheet);
    const problems = results.slice(-3).map(({ problems }) => problems[0]?.data['detail']);
    expect(problems).toEqual([
      String.raw`Undefined control sequence: \old@`,
      String.raw`Undefined control sequence: \drop@`,
      String.raw`Undefined control sequence: \R@`,
    ]);
  });
});

it('is deterministic', () => {
  const lines =
    'x = [1,2,3]\n' + raw`p_i = \frac{e^{x_i}}{\sum_j e^{x_j}}` + '\np\n' + raw`\sum_i p_i = 1`;
  expect(evaluateSheet(lines)).toEqual(evaluateSheet(lines));
});
