// Formulas of sites whose engine reads Markdown in them: CommonMark and kramdown.
import { describe, it } from 'vitest';
import { checkFormulas } from '../../support/checkBlocks.js';

describe('in a CommonMark site', () => {
  const check = (text: string, expected: readonly string[]): void =>
    checkFormulas(text, expected, 'commonmark');

  it('escapes are undone', () => {
    check('$a\\_b\\%\\,\\{c\\}\\|d\\\\e\\alpha$', ['$ a_b%,{c}|d\\e\\alpha']);
    check('\\\\(a\\\\) and \\(b\\) and \\\\[c\\\\]', ['\\( a', 'display \\[ c']);
    check('\\\\begin{a}x\\\\end{a}', ['display \\begin{a}x\\end{a}']);
  });

  it('rows are lost, or kept by four backslashes', () => {
    check('\\begin{align}\na\\\\\nb\\\\\\\\\nc\n\\end{align}', [
      'display \\begin{align}\na\\\nb\\\\\nc\n\\end{align}',
    ]);
  });

  it('emphasis, code, links and tags break formulas', () => {
    check('$a *b* c$ d', []);
    check('$p_i q_j$ and $x_{i}^* y_{j}^*$', ['$ p_i q_j', '$ x_{i}^* y_{j}^*']);
    check('$\\sum_{i}_x_{j}$', []);
    check('$a ~~b~~ c$ $a `b` c$ $a [b](c) d$ $a<b>c$', []);
    check('[*a $x* y$](u) $z$', ['$ z']);
  });

  it('comments and line breaks do not', () => {
    check('$a<!-- x -->b$ $c<br>d$ $e  \nf$', ['$ ab', '$ c\nd', '$ e  \nf']);
  });

  it('character references are read', () => {
    check('$a &lt; b &amp; c&#36; d', ['$ a < b & c']);
  });

  it('lines that look like something else break displays', () => {
    check('\\begin{a}\nx\n===\n\\end{a}', []);
    check('\\begin{a}\n- x\n\\end{a}', []);
    check('$$\na\n\nb\n$$', []);
  });
});

describe('in a kramdown site', () => {
  const check = (text: string, expected: readonly string[]): void =>
    checkFormulas(text, expected, 'kramdown');

  it('double dollars are inline in a paragraph and displays alone', () => {
    check('so $$a\\|b$$ is\n\n$$\nx\n\ny\n$$\n\nend', ['$$ a\\|b', 'display $$ x\n\ny']);
    check('text\n$$x$$\ntext', ['$$ x']);
    check('- $$x$$\n- y $$z$$', ['display $$ x', '$$ z']);
    check('> $$\n> x\n> $$\n', ['display $$ x']);
    check('\\$$x$$\n', ['$$ x']);
    check('$$\nnever $x$\n\ntext $y$', ['$ x', '$ y']);
  });

  it('what is no double dollar is decoded', () => {
    check('$a\\_b\\%\\,\\{c\\}$ and \\\\(d\\\\)', ['$ a_b\\%\\,{c}', '\\( d']);
    check('\\\\begin{a}x\\\\\\\\y\\\\end{a}', ['display \\begin{a}x\\\\y\\end{a}']);
  });

  it('double dollars come before emphasis and code', () => {
    check('$$a *b* c$$ `$$x$$` $$\\text{`}$$', ['$$ a *b* c', '$$ \\text{`}']);
  });
});

describe('in a Python-Markdown site', () => {
  const check = (text: string, expected: readonly string[]): void =>
    checkFormulas(text, expected, 'python-markdown');

  it('marks of emphasis that found no partner find one behind the next element', () => {
    check('$x ** y$ $z_*$ $w^*$', []);
    check('$a_1$ **\\(b* $c$ d* $e$', ['$ a_1', '$ c', '$ e']);
  });

  it('what begins like a tag goes on to the next angle bracket', () => {
    check('$a<b$ and $c>d $e$', ['$ e']);
    check('$a < b$ and $c > d$', ['$ a < b', '$ c > d']);
    check('$a<b$\n\n<div>\n$\\_$\n</div>', ['$ a<b', '$ _']);
  });

  it('a comment ends a paragraph, and the text behind it begins another', () => {
    check('$a\n<!-- c --> b $c$', ['$ c']);
  });

  it('rows of tables and quotes go on to a blank line', () => {
    check('a | b\n--|--\n$x$ | y\n> $z$ | y', ['$ x', '$ z']);
    check('> $a\n- b$', ['$ a\n- b']);
  });

  it('a fence without an end is text', () => {
    check('~~~\n$x$', ['$ x']);
    check('~~~\n$x$\n~~~', []);
  });

  it('hashes behind blanks or before an odd backslash are text', () => {
    check(' # $a\n b$', ['$ a\n b']);
    check('# $a\\\nb$', ['$ a\\\nb']);
  });
});

describe('in a site with arithmatex', () => {
  const check = (text: string, expected: readonly string[]): void =>
    checkFormulas(text, expected, 'arithmatex');

  it('a dollar without an end holds formulas, and what stands before them', () => {
    check('5$ \\[x\\] $y$ 5$', ['$ y']);
    check('5$\\[x\\] $y$5$', ['display \\[ x', '$ y']);
  });

  it('a display is all lines up to a blank one, or up to what ends a chunk', () => {
    check('$$a$$\n> $b$', ['display $$ a', '$ b']);
    check('\\begin{a}\n# b\n\\end{a}', ['display \\begin{a}\n# b\n\\end{a}']);
    check('- \\begin{a}\n  - b\n  \\end{a}', []);
  });

  it('code stands in items, too, by the superfences of the same package', () => {
    check('3.  text\n\n    ```shell\n    a $(B)\n\n    c $(D)\n    ```\n\n4.  $x$', ['$ x']);
  });
});
