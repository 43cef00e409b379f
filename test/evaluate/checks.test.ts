// Checks on samples: what holds, what fails and where, what stays unknown, and that seeds decide alone.
import { describe, expect, it } from 'vitest';
import { evaluateAll, evaluateSheet, evaluateText, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;

/** Checks one relation behind a line of domains. */
function checked(domains: string, relation: string): ReturnType<typeof evaluateSheet>[number] {
  const [result, ...rest] = evaluateSheet(`${domains}\n${relation}`);
  expect(rest).toEqual([]);
  if (result === undefined) throw new Error(`${relation} gives no result`);
  return result;
}

function checkHolds(domains: string, relation: string): void {
  const { kind, verdict, notes } = checked(domains, relation);
  expect([relation, kind, verdict], notes.map(({ code }) => code).join()).toEqual([
    relation,
    'check',
    'holds',
  ]);
}

/** It fails at values that make its own worksheet fail too. */
function checkFails(domains: string, relation: string, binding?: string): void {
  const { verdict, counterexample } = checked(domains, relation);
  expect([relation, verdict]).toEqual([relation, 'fails']);
  if (binding !== undefined) expect(counterexample?.text).toBe(binding);
  const results = evaluateSheet(`${domains}\n${counterexample?.text ?? ''}\n${relation}`);
  expect(results.at(-1)?.kind).toBe('claim');
  expect(results.at(-1)?.verdict).toBe('fails');
}

function checkUnknown(domains: string, relation: string, note: string): void {
  const { verdict, notes } = checked(domains, relation);
  expect([relation, verdict]).toEqual([relation, 'unknown']);
  expect(notes.map(({ code }) => code)).toContain(note);
}

const vectors = raw`x, y \in \mathbb{R}^n`;

describe('a relation that holds', () => {
  it('of vectors', () => {
    checkHolds(vectors, raw`|\langle x,y\rangle| \le \|x\|_2\|y\|_2`);
    checkHolds(vectors, raw`\|x+y\|_2 \le \|x\|_2 + \|y\|_2`);
    checkHolds(vectors, raw`\|x\|_1 \le \sqrt n\|x\|_2`);
    checkHolds(vectors, raw`x_i \le \max_j x_j`);
  });

  it('of probabilities, at their boundary too', () => {
    const domains = raw`p, q \in \Delta^{n-1}`;
    checkHolds(domains, raw`\sum_i p_i\log\frac{p_i}{q_i} \ge \frac12\|p-q\|_1^2`);
    checkHolds(domains, raw`-\sum_i p_i\log p_i \le \log n`);
  });

  it('of matrices', () => {
    checkHolds(raw`x \in \mathbb{R}^n, S \in \mathbb{S}^n_+`, raw`x^\top S x \ge 0`);
    checkHolds(raw`x \in \mathbb{R}^n, Q \in O(n)`, raw`\|Qx\|_2 = \|x\|_2`);
    checkHolds(
      raw`A \in \mathbb{R}^{n\times n}, A \succ 0, x \in \mathbb{R}^n`,
      raw`x^\top A x \ge 0`,
    );
  });

  it('where doubles overflow or cancel', () => {
    checkHolds(raw`t \in \mathbb{R}`, raw`\log(1+e^t) = t + \log(1+e^{-t})`);
    checkHolds(raw`t \in \mathbb{R}`, raw`(t + 10^4)^2 - 10^8 = t^2 + 20000t`);
    checkHolds(raw`t > 0`, raw`\sqrt t\sqrt t = t`);
  });

  it('of a name with an index, within its domain alone', () => {
    checkHolds(raw`w_m \in [1,2]`, raw`1 \le w_m`);
    checkHolds(raw`a \in [0,1],\ w_{\text{max}} \in (1,2)`, raw`a^2 < w_{\text{max}}`);
    checkHolds(raw`w_m \in [0,3],\ a \in (0,w_m)`, raw`a \le w_m`);
    checkFails(raw`w_m \in [1,2]`, raw`w_m < 2`, 'w_{m} = 2');
  });

  it('at all of a few points', () => {
    const { verdict, notes } = checked(raw`s \in \{-1,1\}`, 's^2 = 1');
    expect([verdict, notes[0]?.code, notes[0]?.data['points']]).toEqual([
      'holds',
      'check.all-points',
      '2',
    ]);
  });

  it('says how many points, of what, by which seed', () => {
    const { notes } = checked(`set seed 7\n${vectors}`, raw`\|x\|_2 \le \|x\|_1`);
    expect(notes[0]?.code).toBe('check.samples');
    expect(Number(notes[0]?.data['points'])).toBeGreaterThanOrEqual(50);
    expect(notes[0]?.data['domains']).toBe(raw`x \in \mathbb{R}^n; n = 1, 2, 3, 5, 8`);
    expect(notes[0]?.data['seed']).toBe('7');
  });
});

describe('whole numbers', () => {
  it.each([7, 41, 97, 100, 120])('are all tried up to an ordinary size: %d', (number) => {
    checkFails(raw`k \in \mathbb{N}`, raw`(k-${number})^2 > 0`, `k = ${number}`);
    checkFails(raw`k \in \mathbb{Z}`, raw`(k+${number})^2 > 0`, `k = -${number}`);
  });

  it('are tried each with each', () => {
    checkFails(raw`k, m \in \mathbb{N}`, raw`(k-7)^2+(m-30)^2 > 0`, raw`k = 7,\ m = 30`);
    checkFails(raw`k, m \in \mathbb{Z}`, raw`(k-7)^2+(m+13)^2 > 0`, raw`k = 7,\ m = -13`);
  });

  it('are tried in full ranges and beyond what is ordinary', () => {
    checkFails(raw`k \in \{1,\dots,1000\}`, raw`(k-777)^2 > 0`, 'k = 777');
    checkFails(raw`k \in \mathbb{N}`, raw`(k-1024)^2 > 0`, 'k = 1024');
  });

  it('say how far', () => {
    const { verdict, notes } = checked(
      raw`k \in \mathbb{N}`,
      raw`\sum_{i=1}^k i = \frac{k(k+1)}{2}`,
    );
    expect(verdict).toBe('holds');
    expect(notes.find(({ code }) => code === 'check.whole-numbers')?.data['to']).toBe('120');
  });
});

describe('a relation that fails', () => {
  it('is shown at a small point', () => {
    checkFails(vectors, raw`\|x\|_1 \le \|x\|_2`, 'x = [1, 1]');
    checkFails(raw`t \in \mathbb{R}`, raw`\sqrt{t^2} = t`, 't = -1');
    checkFails('t > 0', raw`\log t < t - 1`, 't = 1');
    checkFails(raw`a < b`, raw`a + 1 \le b`);
  });

  it('only in a thin part of its domain', () => {
    checkFails(raw`t \in \mathbb{R}`, raw`(t-0.7)^2 \ge 10^{-4}`);
    checkFails(raw`x \in \mathbb{R}^8`, raw`\|x\|_1 \le 2.8\|x\|_2`);
    checkFails(raw`t \in \mathbb{R}`, raw`check t \le 1000`);
    checkFails(raw`p \in \Delta_5`, raw`-\sum_i p_i\ln p_i \le 1.58`);
  });

  it('by one wrong sign, factor or root', () => {
    checkFails(raw`p \in \Delta^{n-1}`, raw`-\sum_i p_i\log p_i \le \log(n-1)`);
    checkFails(raw`p, q \in \Delta^{n-1}`, raw`\sum_i p_i\ln\frac{p_i}{q_i} \ge \|p-q\|_1^2`);
    checkFails(raw`t \in \mathbb{R}`, raw`\sigma(-t) = \sigma(t)`);
    checkFails(raw`A, B \in \mathbb{R}^{n\times n}`, raw`(AB)^\top = A^\top B^\top`);
  });

  it('has both sides', () => {
    const { value, expected, relation } = checked(vectors, raw`\|x\|_1 \le \|x\|_2`);
    expect(value).toBe(2);
    expect(expected).toBeCloseTo(Math.SQRT2, 12);
    expect(relation).toBe(String.raw`\le`);
  });
});

describe('what is not known', () => {
  it('where only one side has a value', () => {
    checkUnknown(raw`t \in \mathbb{R}`, raw`\log t^2 = 2\log t`, 'check.only-left');
  });

  it('where rounding hides it', () => {
    checkUnknown('t > 0', raw`\sqrt t\sqrt t < t`, 'check.rounding');
  });

  it('where another logarithm is meant', () => {
    checkUnknown(raw`k \in \{1,2,3\}`, raw`\log 2^k = k`, 'claim.base-two');
  });

  it('where a symbol has no domain', () => {
    const { verdict, problems } = checked('t > 0', 't + w > 0');
    expect([verdict, problems[0]?.code, problems[0]?.data['name']]).toEqual([
      'unknown',
      'check.undeclared',
      'w',
    ]);
  });

  it('between computed sides that are about equal', () => {
    checkUnknown('t > 0', raw`\sqrt{t^2+1} \approx t`, 'claim.approximate');
  });
});

describe('a derivative', () => {
  const domains = raw`z \in \mathbb{R}^n, q \in \Delta^{n-1}, t > 0
p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}
L = -\sum_i q_i\log p_i
f(s) = s\log s`;

  it('is checked through definitions, for every index that is left open', () => {
    checkHolds(domains, raw`\frac{\partial L}{\partial z_i} = p_i - q_i`);
    checkHolds(domains, raw`\frac{\partial p_i}{\partial z_j} = p_i(\delta_{ij} - p_j)`);
    checkHolds(domains, raw`\frac{d}{dt}\log(1+e^t) = \sigma(t)`);
    checkHolds(domains, raw`f'(t) = \log t + 1`);
  });

  it('that lost a sign or a term fails', () => {
    const fails = (relation: string): void => {
      expect([relation, checked(domains, relation).verdict]).toEqual([relation, 'fails']);
    };
    fails(raw`\frac{\partial L}{\partial z_i} = q_i - p_i`);
    fails(raw`\frac{\partial p_i}{\partial z_j} = p_i(1 - p_j)`);
    fails(raw`f'(t) = \log t`);
  });

  it('has no value at a kink', () => {
    const { verdict, notes } = checked(
      raw`t \in \mathbb{R}`,
      raw`\frac{d}{dt}|t| = \operatorname{sgn}(t)`,
    );
    expect([verdict, notes[0]?.code]).toEqual(['unknown', 'check.only-right']);
  });
});

describe('a relation of proportion', () => {
  it('tests that the ratio is the same everywhere', () => {
    checkHolds('t > 0', raw`3t^2 \propto t^2`);
    expect(checked('t > 0', raw`3t^2 \propto t`).verdict).toBe('fails');
    expect(checked('t > 0', raw`3t^2 \propto t`).counterexample?.bindings).toHaveLength(2);
  });

  it('of entries is meant for the index', () => {
    const domains = raw`z \in \mathbb{R}^n` + '\n' + raw`p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}`;
    checkHolds(domains, raw`p_i \propto e^{z_i}`);
    expect(checked(domains, raw`p_i \propto z_i`).verdict).toBe('fails');
  });
});

it('goes through definitions', () => {
  const lines = raw`z \in \mathbb{R}^n, \gamma \in (0,1)
p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}
S = \sum_i p_i^2
f(t) = \gamma t
S \le 1
S \in [0,1]
S \in [0,\frac12]
p \in \Delta^{n-1}
f(S) < S
f(1) = 1`;
  expect(verdictsOf(lines)).toEqual(['holds', 'holds', 'fails', 'holds', 'fails']);
});

it('depends on the seed and nothing else', () => {
  const sheet = (seed: number): string => `set seed ${seed}\n${vectors}\n${raw`\|x-y\|_2 \le 3`}`;
  expect(evaluateSheet(sheet(1))).toEqual(evaluateSheet(sheet(1)));
  for (const seed of [1, 2, 3]) expect(verdictsOf(sheet(seed))).toEqual(['fails']);
});

describe('a derivation', () => {
  const chain = raw`\begin{aligned}
\log(1+e^t) &= t + \log(1+e^{-t}) \\
&= t - \log\sigma(-t) \\
&= -\log\sigma(-t)
\end{aligned}`;

  it('marked behind or before is checked step by step', () => {
    for (const text of [
      `$$\n${chain}\n$$ <!-- check: t \\in \\mathbb{R} -->\n`,
      `<!-- check: t \\in \\mathbb{R} -->\n$$\n${chain}\n$$\n`,
      `Text.\n\n<!-- check: t \\in \\mathbb{R} -->\n\n$$\n${chain}\n$$\n\nText.\n`,
    ]) {
      const results = evaluateText(text);
      expect(results.map(({ kind, verdict }) => [kind, verdict])).toEqual([
        ['check', 'holds'],
        ['check', 'fails'],
        ['check', 'fails'],
      ]);
      const [, step] = results;
      expect(text.slice(step?.span.start, step?.span.end)).toBe(raw`= t - \log\sigma(-t)`);
    }
  });

  it('is checked where a worksheet names it', () => {
    const display = raw`\begin{equation}\|x\|_2 \le \|x\|_1 \le n\|x\|_\infty\label{eq:n}\end{equation}`;
    const text = `${display}\n\n\`\`\`eval\nx \\in \\mathbb{R}^n\ncheck \\eqref{eq:n}\n\`\`\`\n`;
    expect(evaluateText(text).map(({ verdict }) => verdict)).toEqual(['holds', 'holds']);
  });

  it('defines for its own rows', () => {
    const display = raw`\begin{aligned} u &= x\odot x \\ \sum_i u_i &= \|x\|_2^2 \end{aligned}`;
    const text = `$$${display}$$ <!-- check: x \\in \\mathbb{R}^n -->\n\n\`\`\`eval\nu\n\`\`\`\n`;
    const results = evaluateText(text);
    expect(results.map(({ verdict }) => verdict)).toEqual(['holds', null]);
    expect(results[1]?.problems[0]?.code).toBe('name.unbound');
  });

  it('is left alone without a mark', () => {
    expect(evaluateText(`$$\n${chain}\n$$\n`)).toEqual([]);
  });

  it('among all displays is not called false by numbers alone', () => {
    const verdicts = (text: string): readonly (string | null)[] =>
      evaluateAll(text).map(({ verdict }) => verdict);
    expect(verdicts('$$(12)(23) = (13)$$\n')).toEqual(['unknown']);
    expect(verdicts('$$x = 1 \\quad 3 = 3$$\n\n$$2^2 = 4$$\n')).toContain('holds');
    expect(verdicts('$$c = 3$$\n\n```eval\nc = 2\n```\n')).toEqual(['fails']);
  });

  it('among all displays is not called false by values of another section', () => {
    const sheet = ['```eval', raw`p = \mathcal N(0,1)`, raw`q = \mathcal N(1,4)`, 'm = 3', '```'];
    const said = [
      raw`$$\mathrm{KL}(p\|q) = \frac{m^2}{2}$$`,
      '$$m + 1 = 0$$',
      raw`$$\mathrm{KL}(p\|q) \ge 0$$`,
    ];
    const verdictsOf = (lines: readonly string[]): readonly (string | null)[] =>
      evaluateAll(lines.join('\n\n')).map(({ verdict }) => verdict);
    const worksheet = sheet.join('\n');
    expect(verdictsOf(['# One', worksheet, ...said])).toEqual(['fails', 'fails', 'holds']);
    expect(verdictsOf(['# One', worksheet, '## Below', ...said])).toEqual([
      'fails',
      'fails',
      'holds',
    ]);
    const apart = ['unknown', 'unknown', 'holds'];
    expect(verdictsOf(['# One', worksheet, '# Two', ...said])).toEqual(apart);
    expect(verdictsOf(['# One', ...said, '# Two', worksheet])).toEqual(apart);
    // What is marked is held to the worksheets of the whole post.
    const marked = said.map((display) => `${display} <!-- check -->`);
    expect(verdictsOf(['# One', worksheet, '# Two', ...marked])).toEqual([
      'fails',
      'fails',
      'holds',
    ]);
    // What its own section binds counts.
    expect(verdictsOf(['# One', worksheet, '# Two', '<!-- eval: m := -1 -->', ...said])).toEqual([
      'unknown',
      'holds',
      'holds',
    ]);
  });

  it('frees what its comment declares from the value that a worksheet gives it', () => {
    const sheet = '```eval\nt = -0.1\nS = t^2\nx = [1,2]\n```\n\n';
    const resultFor = (display: string): [string | null, string[]] => {
      const results = evaluateText(sheet + display);
      return [
        results.map(({ verdict }) => verdict).join(),
        results.flatMap(({ notes }) => notes.map(({ code }) => code)),
      ];
    };
    const freed = ['check.samples', 'check.comment-first'];
    expect(resultFor('$$t^2 + 1 > t$$ <!-- check: t > 0 -->')).toEqual(['holds', freed]);
    expect(resultFor('$$t > 0$$ <!-- check: t > 0 -->')).toEqual(['holds', freed]);
    expect(resultFor('$$t > 0$$ <!-- check -->')[0]).toBe('fails');
    // What is defined by it follows.
    expect(resultFor(raw`$$S \ge t$$ <!-- check: t \ge 1 -->`)).toEqual(['holds', freed]);
    expect(resultFor(raw`$$S \ge t$$ <!-- check: t > 0 -->`)).toEqual([
      'fails',
      ['check.counterexample', 'check.comment-first'],
    ]);
    expect(resultFor(raw`$$\sum_i x_i < 4$$ <!-- check: x \in \mathbb{R}^n -->`)[0]).toBe('fails');
    expect(resultFor(raw`$$\sum_i x_i < 4$$ <!-- check: s \in \mathbb{R} -->`)[0]).toBe('holds');
  });
});

it('takes one argument twice for a claim', () => {
  expect(checked(raw`p \in \Delta^{n-1}`, raw`KL(p\|p) = 0`).verdict).toBe('holds');
  expect(checked('d(x,y) = |x-y|\n' + raw`s \in \mathbb{R}`, 'd(s,s) = 0').verdict).toBe('holds');
});

it('fails where what it binds stands more than once in the compiled code', () => {
  checkFails(
    vectors,
    raw`KL(\operatorname{softmax}(x)\|\operatorname{softmax}(y)) = \langle\operatorname{softmax}(x),x-y\rangle - \log\sum_{i=1}^n e^{x_i} - \log\sum_{i=1}^n e^{y_i}`,
  );
});
