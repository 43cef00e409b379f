// What the rules about TeX find, and where they keep quiet. `^^^` marks the findings of the rule under test.
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { standardCommands } from '../../src/checks/standardCommands.js';
import {
  amsmathEnvironments,
  katexEnvironments,
  mathjax4Environments,
} from '../../src/core/numbering/environments.js';
import { isKnownToKatex } from '../../src/tex/knownCommands.js';
import { checkRule } from '../support/checkRule.js';

describe('tex.table-pipe', () => {
  it('finds norms that a table makes absolute values', () => {
    checkRule(
      'tex.table-pipe',
      String.raw`
| norm | is |
|---|---|
| $\|x\|_1$ | $\left\|x\right\|_2$ |
      ^^                     ^^

$\|x\|_1$
`,
      [/^info: .*\\Vert/, /single bar/],
    );
  });

  it('keeps quiet about bars that may be meant', () => {
    checkRule(
      'tex.table-pipe',
      String.raw`
| a | b |
|---|---|
| $\|S\|$ and $p(a\|b)$ and $f\|_0$ | $\Vert x\Vert_1$ |
`,
      [],
    );
  });
});

describe('tex.parse', () => {
  it('finds what no engine accepts in inline formulas', () => {
    checkRule(
      'tex.parse',
      String.raw`
$\frac{a}$ and $x^2^3$ and $\left(a$ and $\begin{cases}a$ and $a}$.
 ^^^^^             ^        ^^^^^         ^^^^^^^^^^^^^         ^
`,
      [/\\frac lacks/, /superscripts/, /\\left has no/, /cases is not closed/, /\}/],
    );
  });

  it('finds it in displays, where numbering does not see it', () => {
    checkRule(
      'tex.parse',
      String.raw`
\begin{equation} x & y \end{equation}
                   ^

\begin{equation}
\frac{1} \label{eq:f}
^^^^^
\end{equation}

$$a \middle| b$$ and $$\left{a\right}$$
    ^^^^^^^            ^^^^^
`,
      [/no columns here for &/, /\\frac lacks/, /\\middle has no/, /\\left is no delimiter/],
    );
  });

  it('leaves to display.error what is its own', () => {
    checkRule('tex.parse', '$$\\frac{a}{b$$\n', []);
  });

  it('keeps quiet about dollars on two lines of an unknown engine', () => {
    checkRule('tex.parse', 'set $a_b_c\nset $d\n', [], { assumed: { markdown: true } });
  });
});

describe('tex.unclosed', () => {
  it('finds formulas whose source readers see', () => {
    checkRule(
      'tex.unclosed',
      String.raw`
$$ x = \frac{1}{2 $$ and $x^{2$.
               ^            ^

- $$ y = 1
  ^^

\begin{equation} x
^^^^^^^^^^^^^^^^

The end.
`,
      [
        /brace is not closed/,
        /brace/,
        /^error: Nothing closes this \$\$/,
        /no \\end\{equation\} before/,
      ],
    );
  });
});

describe('tex.unsupported', () => {
  const onKatex = { site: { math: 'katex' } } as const;

  it('finds commands and environments that KaTeX lacks', () => {
    checkRule(
      'tex.unsupported',
      String.raw`
$\require{cancel} \bbox[red]{x}$ and $\begin{multline} a \end{multline}$.
 ^^^^^^^^         ^^^^^               ^^^^^^^^^^^^^^^^

> $$
> \mbox{if } x = \pmatrix{1 \cr 2}
  ^^^^^          ^^^^^^^^
> $$
`,
      [
        /^warning: .*\\require: .* define it/,
        /Use \\boxed/,
        /multline/,
        /\\text\./,
        /Use \\begin\{pmatrix\}/,
      ],
      onKatex,
    );
  });

  it('keeps quiet about what KaTeX, the post or a site may define', () => {
    checkRule(
      'tex.unsupported',
      String.raw`
$\newcommand{\bbox}[1]{#1} \bbox{x}$ and $\bm{x} \operatorname{rank} \RR \abs{x} \ce{H2O} \cref{a}$.

$\\mbox$ and $a % \mbox{b}
+ c$ and ${'`'}$\mbox{x}$${'`'}.
`,
      [],
      onKatex,
    );
  });

  it('keeps quiet about macros of the blog', () => {
    checkRule('tex.unsupported', '$\\mbox{x}$\n', [], {
      ...onKatex,
      macros: { mbox: '\\text{#1}' },
    });
  });

  it('leaves displays in error to display.error', () => {
    checkRule('tex.unsupported', '$$\\mbox{x} \\label{a}$$\n', [], onKatex);
  });

  it('speaks of MathJax where an inline formula has an environment of LaTeX alone', () => {
    const fixture = '$\\begin{dmath} a \\end{dmath}$ and $\\mbox{a}$\n ^^^^^^^^^^^^^\n';
    checkRule('tex.unsupported', fixture, [/dmath/], { site: { math: 'mathjax3' } });
  });

  it('keeps quiet where the engine is only assumed', () => {
    checkRule('tex.unsupported', '$\\mbox{x}$\n', [], { ...onKatex, assumed: { math: true } });
  });

  it('knows the environments that KaTeX knows', () => {
    const names = [...mathjax4Environments.keys(), ...amsmathEnvironments.keys(), 'dmath'];
    const known = (name: string): boolean => {
      const tex = `\\begin{${name}}\\end{${name}}`;
      const html = katex.renderToString(tex, { displayMode: true, throwOnError: false });
      return !html.includes('No such environment');
    };
    expect(names.filter((name) => katexEnvironments.has(name))).toEqual(names.filter(known));
  });

  it('names no command that KaTeX knows by now', () => {
    expect([...standardCommands.keys()].filter(isKnownToKatex)).toEqual([]);
  });
});

describe('macro.redefined', () => {
  it('finds a second meaning', () => {
    checkRule(
      'macro.redefined',
      String.raw`
$\newcommand{\E}{\mathbb{E}} \DeclareMathOperator{\rank}{rank}$

$\newcommand{\E}{\mathcal{E}}$ and $\DeclareMathOperator{\rank}{rk}$
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      [/^info: .*\\E another meaning than its definition before/, /\\rank/],
    );
  });

  it('finds another meaning than that of the blog', () => {
    const fixture = '$\\newcommand{\\R}{\\mathcal{R}}$ and $\\R$\n ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n';
    checkRule('macro.redefined', fixture, [/than the macros of the blog/], {
      macros: { R: '\\mathbb{R}' },
    });
  });

  it('keeps quiet about what is said on purpose, and about the same meaning', () => {
    checkRule(
      'macro.redefined',
      String.raw`
$\newcommand{\E}{\mathbb{E}} \def\F{F} \newcommand{\G}[1]{\mathcal {#1}}$

$\renewcommand{\E}{\mathcal{E}} \def\F{G} \providecommand{\E}{E} \newcommand\G[1]{ \mathcal{ #1 } }$

$a % \newcommand{\E}{e}
+ b$ and $\newcommand{\H}{\newcommand{\E}{e}}$
`,
      [],
    );
  });

  it('keeps quiet about half a definition', () => {
    checkRule('macro.redefined', '$\\def\\E{e}$ and $\\newcommand{\\E}$ and $\\newcommand$\n', []);
  });
});
