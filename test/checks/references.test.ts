// References in forms that MathJax lacks, and to what an excerpt leaves out. `^^^` marks the findings.
import { describe, it } from 'vitest';
import { checkRule } from '../support/checkRule.js';

const equations = String.raw`\begin{align}
a\label{eq:a}\\
b\label{eq:b}
\end{align}
`;

describe('reference.unsupported-command', () => {
  const check = checkRule.bind(null, 'reference.unsupported-command');

  it('finds commands of LaTeX in prose and in formulas, and says what to write', () => {
    check(
      String.raw`${equations}By \cref{eq:a} and $\autoref{eq:b}$, as on \pageref{eq:a}.
   ^^^^^^^^^^^      ^^^^^^^^^^^^^^         ^^^^^^^^^^^^^^
`,
      [
        String.raw`warning: MathJax has no \cref: readers see its source. Write \eqref{eq:a}.`,
        String.raw`warning: MathJax has no \autoref: readers see its source. Write \eqref{eq:b}.`,
        String.raw`warning: MathJax has no \pageref`,
      ],
    );
  });

  it('divides a list of labels', () => {
    check(
      String.raw`${equations}By \Cref{eq:a, eq:b} and \hyperref[eq:a]{this}.
   ^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^
`,
      [String.raw`Write \eqref{eq:a}, \eqref{eq:b}.`, String.raw`\hyperref`],
    );
  });

  it('keeps quiet about what names no equation of the post', () => {
    check(`${equations}See \\cref{sec:proofs} and \\autoref{eq:a,fig:b}.\n`, []);
  });

  it('keeps quiet where a macro defines the command', () => {
    check(`$\\newcommand{\\cref}[1]{\\eqref{#1}}$\n\n${equations}By $\\cref{eq:a}$.\n`, []);
  });

  it('keeps quiet in code, in comments and behind a backslash', () => {
    check(`${equations}Write \`\\cref{eq:a}\` <!-- \\cref{eq:a} --> or \\\\cref{eq:a}.\n`, []);
  });

  it('keeps quiet where LaTeX numbers the equations', () => {
    check(`${equations}By \\cref{eq:a}.\n`, [], { site: { math: 'amsmath' } });
  });
});

describe('reference.key-list', () => {
  const check = checkRule.bind(null, 'reference.key-list');

  it('divides a reference to several labels', () => {
    check(
      String.raw`${equations}By $\eqref{eq:a,eq:b}$ and \ref{eq:a, eq:b}.
    ^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^
`,
      [
        String.raw`error: MathJax takes “eq:a,eq:b” for one label, which no equation has: readers see (???). Write \eqref{eq:a}, \eqref{eq:b}.`,
        String.raw`Write \ref{eq:a}, \ref{eq:b}.`,
      ],
    );
  });

  it('is all that is said of it', () => {
    checkRule('label.undefined', `${equations}By \\eqref{eq:a,eq:b}.\n`, []);
  });

  it('keeps quiet about a label with a comma', () => {
    check(
      `${equations}\\begin{equation}c\\label{eq:a,eq:b}\\end{equation}\n\\eqref{eq:a,eq:b}\n`,
      [],
    );
  });

  it('leaves a list with an unknown label to label.undefined', () => {
    check(`${equations}By \\eqref{eq:a,eq:c}.\n`, []);
  });

  it('keeps quiet where there are no labels', () => {
    check('By \\eqref{eq:a,eq:b}.\n', []);
  });
});

describe('reference.past-cut', () => {
  const check = checkRule.bind(null, 'reference.past-cut');

  it('finds a reference in the excerpt to an equation behind it', () => {
    check(
      String.raw`We prove $\eqref{eq:a}$.
          ^^^^^^^^^^^^

<!--more-->

${equations}`,
      [/^info: The equation with the label “eq:a” stands behind the cut/],
    );
  });

  it('keeps quiet where both stand in the excerpt, or both behind it', () => {
    check(`${equations}\n\\eqref{eq:a}\n\n<!--more-->\n`, []);
    check(`<!--more-->\n\n${equations}\n\\eqref{eq:a}\n`, []);
  });

  it('keeps quiet about a post without a cut', () => {
    check(`\\eqref{eq:a}\n\n${equations}`, []);
  });

  it('leaves what is undefined to label.undefined', () => {
    check(`\\eqref{eq:c}\n\n<!--more-->\n\n${equations}`, []);
  });
});
