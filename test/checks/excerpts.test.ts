// Labels of excerpts that a list shows on one page, and sites that number nothing. `^^^` marks the findings.
import { describe, it } from 'vitest';
import { checkRule } from '../support/checkRule.js';

const equation = '\\begin{equation}a\\label{eq:a}\\end{equation}\n';

describe('label.collides-in-excerpts', () => {
  const check = checkRule.bind(null, 'label.collides-in-excerpts');

  it('finds a label that an excerpt before has', () => {
    check(
      String.raw`%% file: b.md
\begin{equation}b\label{eq:a}\end{equation}
                        ^^^^
<!-- more -->
%% file: a.md
\begin{equation}a\label{eq:a}\end{equation}

<!--more-->
`,
      [/^hint: Another excerpt has the label “eq:a” too/],
    );
  });

  it('keeps quiet about a label behind the cut', () => {
    check(`%% file: a.md\n${equation}\n<!--more-->\n%% file: b.md\n<!--more-->\n\n${equation}`, []);
  });

  it('keeps quiet about posts without a cut', () => {
    check(`%% file: a.md\n${equation}\n<!--more-->\n%% file: b.md\n${equation}`, []);
  });

  it('keeps quiet about a duplicate of one excerpt', () => {
    check(`%% file: a.md\n${equation}\n${equation}\n<!--more-->\n`, []);
  });

  it('keeps quiet where the last one wins', () => {
    const posts = `%% file: a.md\n${equation}\n<!--more-->\n%% file: b.md\n${equation}\n<!--more-->\n`;
    check(posts, [], { site: { math: 'amsmath' } });
  });
});

describe('site.numbers-nothing', () => {
  const check = checkRule.bind(null, 'site.numbers-nothing');
  const none = { site: { tags: 'none' } } as const;

  it('speaks once, at the first post by its path', () => {
    check(
      String.raw`%% file: b.md
\begin{equation}b\label{eq:b}\end{equation}
\eqref{eq:b}
%% file: a.md
\begin{equation}a\label{eq:a}\end{equation}
By $\eqref{eq:a}$ and \eqref{eq:a}.
    ^^^^^^^^^^^^
`,
      [/^warning: This site numbers no equations \(tags: none\).*tex: \{tags: "ams"\}/],
      none,
    );
  });

  it('says how MathJax 2 is told', () => {
    check(
      `${equation}\\eqref{eq:a}\n^^^^^^^^^^^^\n`,
      [/TeX: \{equationNumbers: \{autoNumber: "AMS"\}\}/],
      { site: { math: 'mathjax2', tags: 'none' } },
    );
  });

  it('keeps quiet about labels that nobody refers to', () => {
    check(equation, [], none);
  });

  it('keeps quiet where the equation has a tag', () => {
    check('$$a\\tag{1}\\label{eq:a}$$\n\n\\eqref{eq:a}\n', [], none);
  });

  it('keeps quiet about a site that numbers', () => {
    check('\\begin{equation*}a\\label{eq:a}\\end{equation*}\n\\eqref{eq:a}\n', []);
  });

  it('leaves what is undefined to label.undefined', () => {
    check(`${equation}\\eqref{eq:b}\n`, [], none);
  });

  it('has nothing to say of KaTeX', () => {
    check(`${equation}\\eqref{eq:a}\n`, [], { site: { math: 'katex', tags: 'none' } });
  });
});
