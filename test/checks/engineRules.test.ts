// What the rules about Markdown engines find, and where they keep quiet. `^^^` marks the findings.
import { describe, it } from 'vitest';
import type { MarkdownEngine } from '../../src/core/site/site.js';
import { checkFix } from '../support/checkFix.js';
import { checkRule } from '../support/checkRule.js';

const by = (markdown: MarkdownEngine): { site: { markdown: MarkdownEngine } } => ({
  site: { markdown },
});

const align = String.raw`
\begin{align}
a &= b \\
       ^^
c &= d
\end{align}
`;

const plain = align.replace(/ +\^\^\n/, '');

describe('engine.lost-rows', () => {
  it('finds rows that run into one, and says that numbers shift', () => {
    const text = /^error: .* of 2 rows readers see 1, and all later numbers shift\. Write/;
    for (const engine of ['commonmark', 'markdown-it', 'marked', 'goldmark'] as const) {
      checkRule('engine.lost-rows', align, [text], by(engine));
    }
    checkRule('engine.lost-rows', align, [/Put the formula between \$\$/], by('kramdown'));
  });

  it('finds rows lost at the ends of lines, where kramdown breaks the line itself', () => {
    for (const backslashes of ['\\\\\\', '\\\\\\\\']) {
      const lost = `\\begin{align}\na &= b ${backslashes}\nc &= d\n\\end{align}\n`;
      const marked = lost.replace('\nc', `\n${' '.repeat(7)}${'^'.repeat(backslashes.length)}\nc`);
      checkRule('engine.lost-rows', marked, [/Put the formula between \$\$/], by('kramdown'));
      checkFix('engine.lost-rows', lost, `$$${plain.trim()}$$\n`, by('kramdown'));
      // Of the star, $$ would leave the backslash.
      const starred = marked.replaceAll('align', 'align\\*');
      checkRule('engine.lost-rows', starred, [/Put the formula between \$\$/], by('kramdown'));
    }
    const kept = `\\begin{align}\na &= b \\\\\\\\ % x\nc &= d\n\\end{align}\n`;
    checkRule('engine.lost-rows', kept, [], by('kramdown'));
  });

  it('finds rows of matrices and cases, which have no numbers', () => {
    const fixture = String.raw`
$$\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix} = \begin{cases} a \\\\ b \end{cases}$$
                        ^^
$$\sum_{\substack{i < n \\ j < n}} x_{ij}$$
                        ^^
`;
    const texts = [/of 4 rows readers see 3\. Write/, /of 2 rows readers see 1\./];
    checkRule('engine.lost-rows', fixture, texts, by('commonmark'));
  });

  it('keeps quiet about what is written for the engine', () => {
    const fixture = String.raw`
\begin{align}
a &= \\{b\\} \\\\
c &= \\,d \\| e
\end{align}

\begin{align}
a &= \\alpha \\\\
c &= d \\\\
\end{align}
`;
    checkRule('engine.lost-rows', fixture, [], by('commonmark'));
  });

  it('keeps quiet where no row is lost', () => {
    checkRule('engine.lost-rows', String.raw`$$a \\ b$$ and $x\\y$ in one line`, [], by('marked'));
    const trailing = '\\begin{align}\na &= b \\\\\n\\end{align}\n';
    checkRule('engine.lost-rows', trailing, [], by('commonmark'));
    checkRule('engine.lost-rows', plain, []);
    const assumed = { ...by('commonmark'), assumed: { markdown: true } };
    checkRule('engine.lost-rows', plain, [], assumed);
  });

  it('keeps quiet in elements that the engine never reads', () => {
    const fixture = `<div>\n<b>Rows</b>\n\n${plain}\n</div>\n`;
    checkRule('engine.lost-rows', fixture, [], by('kramdown'));
  });

  it('mends what it finds', () => {
    const lost = '\\begin{align}\na &= b \\\\\nc &= d\\,e\n\\end{align}\n';
    checkFix('engine.lost-rows', lost, `$$${lost.trimEnd()}$$\n`, by('kramdown'));
    const doubled = '\\begin{align}\na &= b \\\\\\\\\nc &= d\\\\,e\n\\end{align}\n';
    checkFix('engine.lost-rows', lost, doubled, by('commonmark'));
  });
});

describe('engine.eaten-backslash', () => {
  it('names the commands of which the sign is left', () => {
    const fixture = String.raw`
The set $\{a\,b\}$ and $50\%$.
         ^^               ^^
`;
    const texts = [/^warning: .* of \\\{ \\, \\\}.* reads \{ , \}/, /^warning: .*behind %/];
    checkRule('engine.eaten-backslash', fixture, texts, by('commonmark'));
  });

  it('is an error where the formula breaks', () => {
    const fixture = '$\\left\\{a\\right\\}$\n      ^^\n';
    checkRule('engine.eaten-backslash', fixture, [/^error: /], by('commonmark'));
    checkRule('tex.parse', '$\\left\\{a\\right\\}$\n', [], by('commonmark'));
  });

  it('keeps quiet about escapes that are meant', () => {
    const fixture = String.raw`
$a\_1 \* b\_2$, $\|x\|$, $\\{a\\}$, $\frac{\{n \choose k\}}{2}$, $\alpha$ and $\\,$.
`;
    checkRule('engine.eaten-backslash', fixture, [], by('kramdown'));
  });

  it('keeps quiet where the engine knows the formula', () => {
    const sets = 'The set $$\\{a, b\\}$$ is $\\{a, b\\}$.\n';
    checkRule('engine.eaten-backslash', sets, []);
    checkRule('engine.eaten-backslash', sets, [], by('arithmatex'));
    checkRule('engine.eaten-backslash', 'The set $$\\{a\\}$$.\n', [], by('kramdown'));
  });

  it('mends what it finds', () => {
    const code = 'engine.eaten-backslash';
    checkFix(code, 'a $\\{b\\}$ c\n', 'a $$\\{b\\}$$ c\n', by('kramdown'));
    checkFix(code, 'a $\\{b\\}$ c\n', 'a $\\\\{b\\\\}$ c\n', by('commonmark'));
    checkFix(code, '> a $\\{b\\}$ c\n', '> a $\\\\{b\\\\}$ c\n', by('commonmark'));
  });
});

describe('engine.not-a-formula', () => {
  it('finds formulas that one emphasis takes apart', () => {
    const fixture = String.raw`
The sums $\alpha_*$ and $x$ and $\beta_*$ are equal, and $\gamma$ is not.
         ^^^^^^^^^^
`;
    checkRule('engine.not-a-formula', fixture, [/^error: .* _ .*2 formulas apart/], by('kramdown'));
  });

  it('finds displays that lines of them take apart', () => {
    for (const [inside, text] of [
      ['a\n+ b', /begins with \+/],
      ['a\n=\nb', /begins with =/],
      ['a\n\nb', /A blank line/],
    ] as const) {
      const display = `\\begin{equation}\n^^^^^^^^^^^^^^^^\n${inside}\n\\end{equation}\n`;
      checkRule('engine.not-a-formula', display, [text], by('commonmark'));
    }
  });

  it('finds what delimiters, braces, links and tags do', () => {
    const fixture = String.raw`
So \(\alpha\) is none.
   ^^^^^^^^^^

So $\left\{\alpha\right.$ is none.
   ^^^^^^^^^^^^^^^^^^^^^^

So $\alpha[i](x)$ is none.
   ^^^^^^^^^^^^^^

So $a<b>c^2$ is none.
   ^^^^^^^^^
`;
    const texts = [/backslash of \\\(/, /braces/, /link/, /HTML/];
    checkRule('engine.not-a-formula', fixture, texts, by('commonmark'));
  });

  it('keeps quiet about what readers see as it was meant', () => {
    const fixture = String.raw`
$a_1$ and $b_2$, $x*y$ and $z$, $a\_1 \* b$, and $$\alpha_* + \beta_*$$.
`;
    checkRule('engine.not-a-formula', fixture, [], by('kramdown'));
  });

  it('keeps quiet about what may be no formula', () => {
    const fixture = String.raw`
It costs $5 _or_ $6; set $HOME_ and _$PATH to \(a b\) and \[c_d\], and see \[1\](x).
`;
    checkRule('engine.not-a-formula', fixture, [], by('commonmark'));
    checkRule('engine.not-a-formula', '`$\\alpha_*$ and $\\beta_*$`\n', [], by('commonmark'));
  });

  it('keeps quiet where the engine is not known, or reads no Markdown in formulas', () => {
    const text = 'The sums $\\alpha_*$ and $\\beta_*$.\n';
    checkRule('engine.not-a-formula', text, []);
    const assumed = { ...by('commonmark'), assumed: { markdown: true } };
    checkRule('engine.not-a-formula', text, [], assumed);
  });

  it('mends what it finds', () => {
    const code = 'engine.not-a-formula';
    const sums = 'The sums $\\alpha_*$ and $\\beta_*$.\n';
    const escaped = 'The sums $\\alpha\\_\\*$ and $\\beta\\_\\*$.\n';
    checkFix(code, sums, escaped, by('commonmark'));
    checkFix(code, sums, sums.replaceAll('$', '$$$$'), by('kramdown'));
    checkFix(code, 'So \\(\\alpha\\).\n', 'So \\\\(\\alpha\\\\).\n', by('commonmark'));
  });
});
