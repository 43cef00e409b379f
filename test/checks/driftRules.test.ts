// What is written in two ways: symbols of a post, and tables of two posts.
import { describe, expect, it } from 'vitest';
import { symbolDrift } from '../../src/checks/symbolDrift.js';
import { editSnapshot, openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { checkRule } from '../support/checkRule.js';

/** Enough that a post holds to its way of writing. */
function eightTimes(formula: string): string {
  return Array.from({ length: 8 }, (_, at) => `Step ${at}: $${formula}$.`).join('\n\n');
}

describe('drift.symbol', () => {
  it('finds names of functions in italic letters', () => {
    checkRule(
      'drift.symbol',
      String.raw`
${eightTimes(String.raw`\log p + \exp q`)}

So $a + log p$ and $\sum_i exp q_i$.
        ^^^                ^^^
`,
      [/^info: .*writes \\log 8 times, and here log/, /\\exp 8 times/],
    );
  });

  it('finds words of indices in italic letters, or upright', () => {
    checkRule(
      'drift.symbol',
      String.raw`
${eightTimes(String.raw`x_{\text{max}} + y_{out}`)}

So $x_{max}$ and $\frac{1}{z_{\mathrm{out}}}$.
       ^^^                    ^^^^^^^^^^^^
`,
      [/here max/, /out 8 times/],
    );
  });

  it('finds bold letters by another command', () => {
    checkRule(
      'drift.symbol',
      String.raw`
${eightTimes(String.raw`\boldsymbol{x} + \bm{x} + \mathbf A`)}

So $\mathbf{x}_t + \bm{A}$.
    ^^^^^^^^^^     ^^^^^^
`,
      [/\\boldsymbol\{x\} 16 times/, /\\mathbf A 8 times/],
    );
  });

  it('finds transposes, bars, relations and differentials', () => {
    checkRule(
      'drift.symbol',
      String.raw`
${eightTimes(String.raw`\mathbf{x}^\top \|a\| \leqslant \int f(x) \mathrm{d} x`)}

So $\mathbf{x}^T$ and $||a||$ and $a \leq 1$ and $\int f(x) dx$.
               ^       ^^ ^^         ^^^^                   ^
`,
      [/\\top 8/, /\\\| 16/, /\\\| 16/, /\\leqslant 8/, /d\} 8 times|d 8 times/],
    );
  });

  it('finds a function that lost the index of its argument', () => {
    checkRule(
      'drift.symbol',
      String.raw`
${eightTimes(String.raw`p_t(x_t) = \pi_{t}\left(x_t\right)`)}

So $\log p(x_t)$ and $q_t(x_t) + q(x_t) + p(x_0)$ and $\pi(x_t)$.
         ^^^^^^                                        ^^^^^^^^
`,
      [/p_t\(x_t\) 8 times, and here p\(x_t\)/, /\\pi/],
    );
  });

  it('finds an expectation in another letter', () => {
    checkRule(
      'drift.symbol',
      String.raw`
${eightTimes(String.raw`\mathbb{E}_{x}\left[f(x)\right]`)}

So $E_x[f(x)]$ and $E$ and $E(x)$ and $E_{x}$.
    ^
`,
      [/\\mathbb\{E\} 8 times, and here E/],
    );
  });

  it('keeps quiet where both are at home', () => {
    checkRule(
      'drift.symbol',
      String.raw`
${eightTimes(String.raw`\log p + \|a\| + \mathbf{x}^\top \mathbf{x}`)}

$log p$ and $log q$ and $log r$.
`,
      [],
    );
  });

  it('keeps quiet about what only looks alike', () => {
    checkRule(
      'drift.symbol',
      String.raw`
${eightTimes(String.raw`\log p + \|a\| + \mathbf{x}^\top \mathbf{x} + \epsilon + p_t(x_t) + y_{\text{out}}`)}

$catalog$ and $\text{log}$ and $\mathrm{log} p$ and $||x|-|y||$ and $\prod_{t=1}^T \gamma^T$ and $x_i$.

$\varepsilon$ and $p(x_0)$ and $p_s(x_t)$ and $p^2(x_t)$ and $y_{in}$ and $y_{ij}$ and $\mathbf{y} + \boldsymbol{\mu}$.
`,
      [],
    );
  });

  it('keeps quiet about one upright differential among many italic ones', () => {
    checkRule(
      'drift.symbol',
      `${eightTimes(String.raw`\int f(x) dx`)}\n\nSo $\\int g(x) \\mathrm{d}x$.\n`,
      [],
    );
  });

  it('keeps quiet about escapes where the Markdown engine is only assumed', () => {
    const fixture = `${eightTimes('\\|a\\|')}\n\n$||b||$\n`;
    checkRule('drift.symbol', fixture, [], { assumed: { markdown: true } });
  });

  it('reads through the macros of the post', () => {
    checkRule(
      'drift.symbol',
      String.raw`
$\newcommand{\X}{\mathbf{X}}$

${eightTimes(String.raw`\X^\top \X`)}

So $\X^T \X$.
       ^
`,
      [/here T/],
    );
  });
});

it('reads formulas again when an edit gives their macros another meaning', () => {
  const uses = eightTimes(String.raw`\X^\top`);
  const text = `$\\newcommand{\\X}{\\mathbf{X}}$\n\n${uses}\n\n$\\X^T$\n`;
  const post = openSnapshot({ path: 'post.md', version: 1, text, site: assumedSite });
  const column = text.indexOf('\\mathbf');
  const start = { line: 0, column };
  const edit = { start, end: { line: 0, column: column + '\\mathbf{X}'.length }, text: 'X' };
  const edited = editSnapshot(post, 2, [edit]).snapshot;
  const found = [post, edited].map((post) =>
    symbolDrift.check({
      post,
      results: [],
      assumed: { markdown: false, math: false, tags: false },
    }),
  );
  expect(found.map(({ length }) => length)).toEqual([1, 0]);
});

describe('drift.table', () => {
  const speeds = String.raw`
%% file: a.md
| model | ms | size |
|---|---|---|
| small | 1.50 | 12 |
| **large** | 3.25 | 80 |
`;

  it('finds another number in the same table of another post', () => {
    checkRule(
      'drift.table',
      String.raw`
%% file: a.md
| model | ms | size |
|---|---|---|
| small | 1.5 | 12 |
^^^^^^^^^^^^^^^^^^^^
| large | 3.25 | 80 |

%% file: b.md
Text.

> $$\begin{array}{c|cc}
> \text{model} & \text{ms} & \text{size} \\ \hline
> \text{small} & 2.5 & 12 \\
> \text{large} & \mathbf{3.25} & 80 \\ \hline
> \end{array}$$
`.replace(
        '> \\text{small} & 2.5 & 12 \\\\\n',
        '> \\text{small} & 2.5 & 12 \\\\\n  ^^^^^^^^^^^^^^^^^^^^^^^\n',
      ),
      [/^info: This row says 1.5 where the same table in b.md says 2.5/, /2.5 .*a.md says 1.5/],
    );
  });

  it('keeps quiet about rounded numbers, and about the same ones', () => {
    checkRule(
      'drift.table',
      `${speeds}
%% file: b.md
| model | ms | size |
|:--|:-:|--:|
| small | 1.5 | 12.0 |
| large | 3.3 | 80 |
`,
      [],
    );
  });

  it('keeps quiet about other heads and other rows', () => {
    checkRule(
      'drift.table',
      `${speeds}
%% file: b.md
| model | s | size |
|---|---|---|
| small | 9 | 12 |
| large | 3.25 | 80 |

| model | ms | size |
|---|---|---|
| small | 9 | 12 |
| huge | 3.25 | 80 |
`,
      [],
    );
  });

  it('keeps quiet where most numbers differ: another experiment in the same form', () => {
    checkRule(
      'drift.table',
      `${speeds}
%% file: b.md
| model | ms | size |
|---|---|---|
| small | 1.7 | 13 |
| large | 3.9 | 80 |
`,
      [],
    );
  });

  it('keeps quiet about the rows of one post, about words, and about half a table', () => {
    checkRule(
      'drift.table',
      `${speeds}
| model | ms | size |
|---|---|---|
| small | 1.7 | 12 |
| large | 3.25 | 80 |

%% file: b.md
| model | ms | size |
|---|---|---|
| small | fast | |
| large |
`,
      [],
    );
  });
});
