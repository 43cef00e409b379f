// What kramdown takes for a display, a table, a list, code and HTML, where others take something else.
import { describe, expect, it } from 'vitest';
import { checkFormulas, checkKinds, collect } from '../../support/checkBlocks.js';

const check = (text: string, expected: readonly string[]): void =>
  checkFormulas(text, expected, 'kramdown');
/** Where quotes become others. */
const checkTex = (text: string, expected: readonly string[]): void =>
  expect(
    collect(text, ({ formulas }) => formulas, 'kramdown').map(({ value }) => value.tex.text),
  ).toEqual(expected);
const checkBlocks = (text: string, expected: string): void =>
  checkKinds(text, expected, 'kramdown');

describe('a display of kramdown', () => {
  it('needs a blank line before it', () => {
    check('# h\n$$x$$\n', ['$$ x']);
    check('# h\n\n$$x$$\n', ['display $$ x']);
    check('---\ntitle: a\n---\n$$x$$\n', ['display $$ x']);
    check('> $$x$$\n', ['display $$ x']);
  });

  it('needs a blank line behind it, or the end of what holds it', () => {
    check('$$x$$\n> q\n', ['$$ x']);
    check('$$x$$\n# h\n', ['$$ x']);
    check('- $$x$$\n- y\n', ['display $$ x']);
    check('$$x$$\n{: .wide}\n', ['display $$ x']);
    check('$$x$$\n^\ny\n', ['display $$ x']);
  });

  it('ends with a line of one circumflex as any block does', () => {
    check('\\\\[\nx\n^\ny\n\\\\]\n', []);
  });

  it('in an item is broken by the first line that looks like an item', () => {
    check('- a\n\n  $$\n  x\n  + y\n  $$\n', ['display $$ x\n+ y']);
    check('- $$\n  x\n  + y\n  $$\n', []);
    check('$$\nx\n+ y\n$$\n', ['display $$ x\n+ y']);
  });
});

describe('a table of kramdown', () => {
  it('has lines with pipes between blank ones, with a head or without', () => {
    checkBlocks('a | $x$\nb | c', 'table:2');
    checkBlocks('| a | b |\n|---|---|\n| c | d |', 'table:3');
    checkBlocks('x\n| a | b |\n|---|---|', 'paragraph:3');
    checkBlocks('| a | b |\n|---|---|\n| c | d |\ny', 'paragraph:4');
    checkBlocks('| a | b |\n|---|---|', 'paragraph:2');
  });

  it('keeps what stands in more cells than its head has', () => {
    check('| a | b |\n|---|---|\n| $|x|$ | $y$ |\n', ['$ y']);
  });

  it('counts no pipes in code and in elements', () => {
    checkBlocks('a `|` b\nc | d', 'paragraph:2');
    checkBlocks('a <b>|</b>\nc | d', 'paragraph:2');
    check('a | `b|c` $x$\nd | $e$\n', ['$ x', '$ e']);
  });
});

describe('a list of kramdown', () => {
  it('has a blank or a pipe behind its marks', () => {
    check('\\begin{a}\n+|x|\n\\end{a}\n', []);
    check('\\begin{a}\n*\n\\end{a}\n', ['display \\begin{a}\n*\n\\end{a}']);
    check('$a\n2. b$\n', []);
  });

  it('ends at HTML that is indented less than its item', () => {
    check('- $a\n<x $b$\n', ['$ b']);
  });
});

describe('a quote of kramdown', () => {
  it('holds the lines below it, whatever they begin or end', () => {
    check('> ```\nx $$a$$\n```\n', []);
    check('> # h\n    $$a$$\n', []);
    check('> $$\n>> <!--$$\n``` math\n', []);
    check('> $$a$$\n\nb\n', ['display $$ a']);
    checkBlocks('> a\n## H\n- x\n***\n\nb', 'quote:5 paragraph:1');
    checkBlocks('>\nb\n\nc', 'quote:3 paragraph:1');
    checkBlocks('- > d\n## e\n- f', 'list:3');
  });

  it('ends with a blank line, or one that stands for it, or an element', () => {
    checkBlocks('> c\n<div>q</div>', 'quote:1 html:1');
    checkBlocks('> i\n{: .x}\nk', 'quote:1 paragraph:2');
    checkBlocks('> j\n^\nk', 'quote:1 paragraph:1 paragraph:1');
  });
});

describe('code of kramdown', () => {
  it('needs an end where it is fenced, and says in one word what it is', () => {
    check('```\n$x$\n', ['$ x']);
    check('``` a b\n$x$\n```\n\n$y$', ['$ y']);
    check('```a\n$x$\n```\n', []);
    check('\\begin{a}\n~~~ &\n\\end{a}\n', ['display \\begin{a}\n~~~ &\n\\end{a}']);
  });

  it('takes the lines below it where it is indented', () => {
    check('    a\n$x$\n\n$y$\n', ['$ y']);
  });

  it('is closed by the first backticks, whatever link is sought before', () => {
    check('[a `$x\n[b](c)` $y$ `d$\n', ['$ y']);
    check('a ` $x$ ` b\n', ['$ x']);
  });
});

describe('HTML of kramdown', () => {
  it('is a tree, and text where it is no tag', () => {
    check('<div>\n$a<b$\n</div>\n', ['$ a<b']);
    check('<div>\n$a$ <b>c\n</div>\n\n$$x$$\n', ['$ a', 'display $$ x']);
    check('a <!x $y$\n', ['$ y']);
    check('$a</b>c$\n', ['$ a</b>c']);
  });

  it('holds emphasis back where an element has no end', () => {
    check('$a *b$ <b>c* d\n', ['$ a *b']);
    check('$a *b$ <b>c</b>* d\n', []);
  });

  it('leaves the content of elements alone that it does not know', () => {
    check('<d-note>$x*y*z$ and $$w$$</d-note>\n', ['$ x*y*z', 'display $$ w']);
    checkTex("<d-note>$x'$</d-note> $y'$\n", ["x'", 'y’']);
  });

  it('holds Markdown where it asks for it', () => {
    check('<div markdown="1">\n\n$$x$$ y\n\n</div>\n', ['$$ x']);
    check('<aside markdown="1">$$x$$ y:\n\n</aside>\n', ['$$ x']);
    check('<div>\n<details markdown="1">\nso $$x$$\n\n</details>\n</div>\n', ['$$ x']);
  });

  it('breaks no line at a backslash in an element', () => {
    check('<b>$x\\\\\\\ny$</b>\n', ['$ x\\\\\ny']);
    check('$x\\\\\\\ny$\n', ['$ x\\\ny']);
  });
});

describe('text of kramdown', () => {
  it('is read for itself where it is struck through', () => {
    check('$a ~~b$ `c~~ $d` e$\n', ['$ d` e']);
  });

  it('has quotes by what stands before them and was not read', () => {
    checkTex('$~~"q"$\n', ['~~”q”']);
    checkTex('$`"q$\n', ['`“q']);
    checkTex('$*""q$\n', ['*"”q']);
    checkTex("$x''<字$\n", ['x’‘<字']);
  });
});
