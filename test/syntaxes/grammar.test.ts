// The grammars as VS Code applies them, beside its own: `^^^` marks the text that has a scope.
import { describe, expect, it } from 'vitest';
import { scanBlocks } from '../../src/core/markdown/scan.js';
import { assumedSite } from '../../src/core/site/site.js';
import { splitLines } from '../../src/core/text/lines.js';
import { shiftSpan, type Span } from '../../src/core/text/span.js';
import { readMarks } from '../support/blogFixture.js';
import { tokenizerOf, type Tokenizer } from '../support/textmate.js';
import { quickWork, workOf } from '../support/waiting.js';

const raw = String.raw;
/** The text around formulas has a name that begins alike; see the grammar of paragraphs. */
const math = /^markup\.math(?!\.block\.markdown\.paragraph)/;

/** The host is installed where it is not. */
const installing = 600_000;

describe('a post', { timeout: installing }, async () => {
  const tokenizer = await tokenizerOf('text.html.markdown');
  const check = (scope: RegExp, fixture: string): void => checkScope(tokenizer, scope, fixture);
  const checkMath = (fixture: string): void => {
    check(math, fixture);
    checkScanned(fixture);
  };
  const checkEmphasis = (fixture: string): void => check(/^markup\.(?:italic|bold)/, fixture);

  it('has formulas beside Chinese text and beside letters', () => {
    checkMath(`
中文$a_1$中文_b_
  ^^^^^
见式$\\eqref{eq:x}$与ODE$ x $th
  ^^^^^^^^^^^^^^    ^^^^^
where $i$th and $j$th are
      ^^^       ^^^
$\\geq $、$ P(x,t)$与 $ > $
^^^^^^^ ^^^^^^^^^  ^^^^^
$p(\\text{<eos>}|y)$ 与 $a$b
^^^^^^^^^^^^^^^^^^^   ^^^
`);
  });

  it('has a formula with groups that hold dollar signs', () => {
    checkMath(raw`
so $a\text{ if $b$ or \$ }c$ and
   ^^^^^^^^^^^^^^^^^^^^^^^^^
`);
  });

  it('takes no price, no variable, no escape and no empty pair for a formula', () => {
    checkMath(raw`
$5 and $6, or $5和$10 for $x$
                         ^^^

set $HOME and $PATH here

an escape \$x and an empty $  $ pair

\\$y$ it is
  ^^^
40 is $40$ in | $0$ | $1$ |
      ^^^^      ^^^   ^^^
`);
  });

  it('has no formula in code, comments, front matter, links and tags', () => {
    checkMath(`---
title: $x$
---

\`$x$\` <!-- $x$ --> <a title="$x$"> [text](u$v$w)

    $x$ in indented code

\`\`\`text
$x$ \\begin{align} x \\end{align}
\`\`\`
`);
  });

  it('has formulas in headings, quotes, lists, tables, emphasis and link texts', () => {
    checkMath(`
## 关于$x_1$的_y_
     ^^^^^
> - 引用$a_b$
      ^^^^^
1. **所以$c^d$，**
       ^^^^^
| a | $b$ |
      ^^^
|---|-----|

[see $\\eqref{eq:x}$](post.md)
     ^^^^^^^^^^^^^^
`);
  });

  it('has code before formulas in a line that begins with a tag', () => {
    checkMath(`
<b>Use</b> \`$x$\` for $x$
                     ^^^
`);
  });

  it('has formulas in the indented lines of a paragraph', () => {
    checkMath(`
so $x$
   ^^^
\tand $y$
     ^^^
    and $z$
        ^^^
`);
  });

  it('has displays in all their delimiters', () => {
    // As kramdown wants them.
    check(math, '\n\\\\[a = b\\\\] and \\\\(c\\\\)\n^^^^^^^^^^^     ^^^^^^^\n');
    checkMath(raw`
$$a$$ and text $$b$$ behind
^^^^^          ^^^^^
\[a = b\] and \(c\)
^^^^^^^^^     ^^^^^
$$
^^
a_1 * b_2
^^^^^^^^^
$$
^^
text_ *is* text
\[
^^
a
^
\]
^^
text
`);
  });

  it('has no display in escaped brackets of prose, whatever the site', () => {
    check(
      math,
      raw`
array\[i\] and \[see below\](not a link), [\[Some 2004\] Title](url)
`,
    );
  });

  it('has bare environments with text on every side', () => {
    checkMath(raw`
于是\begin{align*}
  ^^^^^^^^^^^^^^
a &= b_1 * c \\[5pt]
^^^^^^^^^^^^^^^^^^^^
  &= \begin{cases} 1 \\ 0 \end{cases}
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
\end{align*}其中_x_与$y$
^^^^^^^^^^^^      ^^^
> 引用 \begin{equation}
     ^^^^^^^^^^^^^^^^
> x
  ^
> \end{equation} and
  ^^^^^^^^^^^^^^
> text
`);
  });

  it('ends what is half typed at a blank line', () => {
    check(
      math,
      raw`
text \begin{equation}
     ^^^^^^^^^^^^^^^^
a = b
^^^^^

## Heading _with_ $x$
                  ^^^
text $$ a
     ^^^^

text
`,
    );
  });

  it('has no emphasis in formulas and none that ends in one', () => {
    checkEmphasis(`
中文$a_1 *b* _c_$ and _d_ 
                    ^^^
*a $x*y$ is text, and so is $z$
*a $x*y$ b* is not
^^^^^^^^^^^
`);
  });

  it('has no link in brackets around a formula', () => {
    check(/^meta\.link/, '\nin [0,$x$] but [see $x$](url)\n               ^^^^^^^^^^^^^^\n');
  });

  it('has names for labels, references and tags, in formulas and in prose', () => {
    const text = (marks: string): string => raw`
by \eqref{eq:a} and $\ref{eq:b}$ we have
${marks}
`;
    check(/^keyword\.control\.reference/, text('   ^^^^^^            ^^^^'));
    check(/^variable\.parameter\.reference/, text('          ^^^^            ^^^^'));
    check(
      /^variable\.parameter\.(?:label|tag)/,
      raw`
\begin{align} a \label{eq:a} \tag{$x^{2}$} \end{align}
                       ^^^^       ^^^^^^^
$$a \label{式 b}\tag*{3}$$
           ^^^       ^
` + '`\\label{eq:c}`\n',
    );
  });

  it('has names for what TeX is made of', () => {
    check(
      /^comment\.line/,
      raw`
\begin{align}
a % remark
  ^^^^^^^^
50\% &
\end{align}
`,
    );
    check(/^keyword\.control\.newline/, '\n$$a \\\\ b$$\n    ^^\n');
    check(
      /^variable\.parameter\.environment/,
      raw`
$$\begin{cases} a \end{cases}$$
         ^^^^^         ^^^^^
`,
    );
  });

  it('is coloured soon, however many formulas a line holds', () => {
    tokenizer.tokenize('a $b$\n');
    const work = workOf(() => {
      tokenizer.tokenize(`so ${'$x_1$，'.repeat(800)}`);
    });
    expect(work).toBeLessThan(quickWork);
  });

  it('has worksheets and marks', () => {
    check(
      /^meta\.embedded\.worksheet/,
      `
$x$<!--= 1 --> and <!-- eval: x = 1 --> and <!-- plain -->
        ^^^                  ^^^^^^^
\`\`\`eval
S(x) = x^2
^^^^^^^^^^
\`\`\`
\`\`\`evaluate
S(x) = x^2
\`\`\`
`,
    );
    check(
      /^keyword\.other\.worksheet$/,
      `
\`\`\`eval
plot S(x),\\ x \\in [0,1]
^^^^
plotted = 1
> set
\`\`\`
<!-- eval: set index 0 -->
           ^^^
`,
    );
  });
});

describe('a worksheet file', { timeout: installing }, async () => {
  const tokenizer = await tokenizerOf('source.postulate.worksheet');

  it('has keywords, comments and references', () => {
    checkScope(
      tokenizer,
      /^(?:keyword\.other|comment|variable\.parameter\.reference)/,
      raw`
plot S([t,1-t]),\ t \in [0,1] % two curves
^^^^                          ^^^^^^^^^^^^
\eqref{eq:s}
       ^^^^
x = 50\%
  check x = 0.5
  ^^^^^
`,
    );
  });
});

function checkScope(tokenizer: Tokenizer, scope: RegExp, fixture: string): void {
  const { text, ranges } = readMarks(fixture);
  expect(scoped(tokenizer, scope, text).map(({ start, end }) => text.slice(start, end))).toEqual(
    ranges.map(({ start, end }) => text.slice(start, end)),
  );
  expect(scoped(tokenizer, scope, text)).toEqual(ranges);
}

/** What is marked are the formulas of the preview too. */
function checkScanned(fixture: string): void {
  const { text, ranges } = readMarks(fixture);
  const formulas: Span[] = [];
  let start = 0;
  for (const block of scanBlocks(splitLines(text), assumedSite)) {
    formulas.push(...block.formulas.map(({ span }) => shiftSpan(span, start)));
    start += block.text.length;
  }
  expect(withoutMargins(text, formulas)).toEqual(withoutMargins(text, ranges));
}

/** Blanks and the marks of quotes are left out. */
function withoutMargins(text: string, spans: readonly Span[]): readonly string[] {
  return spans
    .flatMap(({ start, end }) => text.slice(start, end).split(/\s*\n[>\s]*/))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The runs of characters in a line that have the scope. */
function scoped(tokenizer: Tokenizer, scope: RegExp, text: string): readonly Span[] {
  const spans: Span[] = [];
  let lineStart = 0;
  for (const line of tokenizer.tokenize(text)) {
    let start = lineStart;
    let last: Span | undefined;
    for (const token of line) {
      const end = start + token.text.length;
      const isIn = end > start && token.scopes.some((name) => scope.test(name));
      if (isIn) {
        if (last?.end === start) spans.pop();
        spans.push((last = { start: last?.end === start ? last.start : start, end }));
      }
      start = end;
    }
    lineStart = text.indexOf('\n', lineStart) + 1;
  }
  return spans;
}
