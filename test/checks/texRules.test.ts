// What the rules about TeX find, and where they keep quiet. `^^^` marks the findings of the rule under test.
import { describe, it } from 'vitest';
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
