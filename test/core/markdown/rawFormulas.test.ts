// Formulas of a raw site: the cases that real posts hold, each in a few words of our own.
import { describe, it } from 'vitest';
import { checkFormulas } from '../../support/checkBlocks.js';

describe('inline formulas', () => {
  it('may have inner spaces, and touch letters', () => {
    checkFormulas('ODE$x$ and $\\geq $, $ P(x,t)$ or $ > $, $k$th', [
      '$ x',
      '$ \\geq ',
      '$  P(x,t)',
      '$  > ',
      '$ k',
    ]);
    checkFormulas('式$\\eqref{eq:x}$和$y$之间', ['$ \\eqref{eq:x}', '$ y']);
    checkFormulas('the $3$rd of $80$MB，then $2n$th', ['$ 3', '$ 80', '$ 2n']);
  });

  it('are no prices, and a price spoils no formula behind it', () => {
    checkFormulas('between $5 and $6, then $x$', ['$ x']);
    checkFormulas('from $5, $6 or $7k/$8k to $x$', ['$ x']);
    checkFormulas('价格为$5，而$x$是', ['$ x']);
    checkFormulas('costs \\$5 and \\$6, $x$', ['$ x']);
    checkFormulas('it costs $5', []);
  });

  it('are no variables', () => {
    checkFormulas('set $HOME and $PATH, then $x$', ['$ x']);
    checkFormulas('run $MODE_A \\\n and $DIR', []);
  });

  it('do not end at half of a display', () => {
    checkFormulas('costs 5$ only\n$$\nx\n$$\nthen $y$', ['display $$ \nx\n', '$ y']);
    checkFormulas('$a$$b$', ['$ a', '$ b']);
  });

  it('stand in braces as MathJax reads them', () => {
    checkFormulas('$\\text{if $x$ or \\$}$ $y$', ['$ \\text{if $x$ or \\$}', '$ y']);
    checkFormulas('$a{b$ c', []);
  });

  it('come before HTML tags, links and emphasis', () => {
    checkFormulas('$p(\\text{<eos>}|y)$, $a<b$ and $c>d$', [
      '$ p(\\text{<eos>}|y)',
      '$ a<b',
      '$ c>d',
    ]);
    checkFormulas('$a*b$ and $c*d$, $x[1](2)$', ['$ a*b', '$ c*d', '$ x[1](2)']);
    checkFormulas('[see $x$](u$v) and $y$', ['$ x', '$ y']);
    checkFormulas('![$x$](y) $z$', ['$ z']);
  });

  it('do not stand in code, comments, tags or addresses', () => {
    checkFormulas('`$a$` ``$b$ ` $c$`` \\`$d$\\` $e$', ['$ d', '$ e']);
    checkFormulas('a <!-- $x$ \\label{y} --> $z$ <b t="$u$">$v$</b> <https://a.b/$w$>', [
      '$ z',
      '$ v',
    ]);
    checkFormulas(
      '    $a$\n\n```\n$b$\n```\n\n~~~ math\n$c$\n~~~\n\n<!--\n$d$\n\n\\begin{equation}\\label{e}\\end{equation}\n-->',
      [],
    );
    checkFormulas('a stray $ and `b$c` then $d$', ['$ d']);
    checkFormulas('a stray $$ and `b$$c` then $d$', ['$ d']);
    checkFormulas("$\\text{``a''}$ and $\\text{``b''}$", ["$ \\text{``a''}", "$ \\text{``b''}"]);
  });

  it('do not go over a blank line', () => {
    checkFormulas('a $x\n\ny$ b', []);
    checkFormulas('a $x\ny$ b', ['$ x\ny']);
  });

  it('may be written with backslash and parenthesis', () => {
    checkFormulas('\\(a\\) and \\\\(b\\\\) and \\[c\\]', ['\\( a', 'display \\[ c']);
  });

  it('hold nothing that is blank', () => {
    checkFormulas('a $ $ b, $\t$ c', []);
    checkFormulas('a $ $$ b $$', ['display $$  b ']);
  });
});

describe('displays', () => {
  it('may touch text above, below and beside them', () => {
    checkFormulas('above\n\\begin{equation}\na\\label{x}\n\\end{equation}\nbelow $y$', [
      'display \\begin{equation}\na\\label{x}\n\\end{equation}',
      '$ y',
    ]);
    checkFormulas('so \\begin{align}a\\end{align} holds, $$b$$ too', [
      'display \\begin{align}a\\end{align}',
      'display $$ b',
    ]);
    checkFormulas('$$a$$\n$$b$$\n', ['display $$ a', 'display $$ b']);
  });

  it('may be any environment, with spaces in its name and before it', () => {
    checkFormulas('\\begin{my env}x\\end{my env} \\begin {b}y\\end {b}', [
      'display \\begin{my env}x\\end{my env}',
      'display \\begin {b}y\\end {b}',
    ]);
    checkFormulas('\\begin{a}\\begin{a}x\\end{a}y\\end{a}', [
      'display \\begin{a}\\begin{a}x\\end{a}',
    ]);
    checkFormulas('\\begin{a}{\\end{a}}\\end{a}', ['display \\begin{a}{\\end{a}}\\end{a}']);
  });

  it('take lines that look like something else', () => {
    const lines = [
      '===',
      '---',
      '- a',
      '+ b',
      '* c',
      '1. d',
      '# e',
      '> f',
      '```',
      '| g | h |',
      '|---|---|',
      '<div>',
      '    i',
    ];
    for (const line of lines) {
      checkFormulas(`see\n$$\nx\n${line}\ny\n$$\nand $z$`, [`display $$ \nx\n${line}\ny\n`, '$ z']);
      checkFormulas(`\\begin{align}\n${line}\n\\end{align}`, [
        `display \\begin{align}\n${line}\n\\end{align}`,
      ]);
      checkFormulas(`\\[\n${line}\n\\]`, [`display \\[ \n${line}\n`]);
    }
  });

  it('take rows that look like a table', () => {
    checkFormulas('\\begin{array}{c|c} a | b\n-|-\n\\end{array}', [
      'display \\begin{array}{c|c} a | b\n-|-\n\\end{array}',
    ]);
    checkFormulas('text\n$$ a | b\n-|-\n$$', ['display $$  a | b\n-|-\n']);
  });

  it('stand in quotes, without the marks', () => {
    checkFormulas('> see\n> \\begin{align}\n> a &= b \\\\\n> - c\n>\n> \\end{align}', [
      'display \\begin{align}\na &= b \\\\\n- c\n\n\\end{align}',
    ]);
    checkFormulas('> $$\n> a\nb\n> $$', ['display $$ \na\nb\n']);
    checkFormulas('> $$\n> a\n\nb\n$$ $c$', ['$ c']);
    checkFormulas('>\t$$\n>\ta\n> > b\n>\t$$', ['display $$ \n\ta\n> b\n\t']);
  });

  it('stand in list items, without the indentation', () => {
    checkFormulas('- item $$\n  + x\n\n  y\n  $$\n- $z$', ['display $$ \n+ x\n\ny\n', '$ z']);
    checkFormulas('1. \\begin{a}\n   x\n   \\end{a}\n2. $$\n   y\n   $$', [
      'display \\begin{a}\nx\n\\end{a}',
      'display $$ \ny\n',
    ]);
    checkFormulas('- a $$\n- b $$\n', []);
    checkFormulas('> - $$\n>   x\n>   $$\n', ['display $$ \nx\n']);
    checkFormulas('[^n]: $$\n    x\n    $$', ['display $$ \nx\n']);
  });

  it('may hold blank lines if they end', () => {
    checkFormulas('$$\na\n\nb\n$$', ['display $$ \na\n\nb\n']);
    checkFormulas('\\begin{equation}\n\na\n\n\nb\n\n\\end{equation}', [
      'display \\begin{equation}\n\na\n\n\nb\n\n\\end{equation}',
    ]);
    checkFormulas(`$$\n${'a\n\n'.repeat(30)}$$`, []);
  });

  it('that are half typed take nothing from those behind them', () => {
    const whole = '\\begin{equation}\nb\n\\end{equation}';
    checkFormulas(`\\begin{equation}\na\n\n${whole}`, [`display ${whole}`]);
    checkFormulas(`\\begin{equation}\na\n\ntext\n\n${whole}`, [`display ${whole}`]);
    checkFormulas(`$$\na\n\n${whole}\n\n$$c$$`, [`display ${whole}`, 'display $$ c']);
    checkFormulas('$$\na\n\ntext $x$ y\n\n$$\nb\n$$', ['$ x', 'display $$ \nb\n']);
    checkFormulas('$$\na\n\ntext\n\n$$b$$', ['display $$ b']);
    checkFormulas('\\begin{cases}\na\n\n$$\n\\begin{cases}b\\end{cases}\n$$', [
      'display $$ \n\\begin{cases}b\\end{cases}\n',
    ]);
    checkFormulas('\\[\na\n\n# head\n\n\\]', []);
    checkFormulas('$$\na\n\n```\n$$\n```\n', []);
    checkFormulas('$$\na\n\n<!-- $$ -->\n', []);
  });

  it('that are half typed take what MathJax takes in their own paragraph', () => {
    checkFormulas('\\begin{equation}\na\n\\begin{equation}\nb\n\\end{equation}', [
      'display \\begin{equation}\na\n\\begin{equation}\nb\n\\end{equation}',
    ]);
  });

  it('begin no table, heading or list where they do not end', () => {
    checkFormulas('$$ never\n===\n\n$x$', ['$ x']);
  });

  it('stand in headings and table cells', () => {
    checkFormulas('# A $x$ #\n\n$$y$$\n---\n\n| $a$ | $b\\|c$ |\n|-|-|\n| $|d|$ | $$e$$ |', [
      '$ x',
      'display $$ y',
      '$ a',
      '$ b|c',
    ]);
    checkFormulas('| a |\n|-|\n| $$e$$ |', ['display $$ e']);
  });

  it('stand in the text of HTML, where tags cut', () => {
    checkFormulas(
      '<div>\n\\begin{a}x\\end{a} $y$ $z<b>w</b>$\n<pre>$u$</pre> <code>$v$</code>\n</div>',
      ['display \\begin{a}x\\end{a}', '$ y'],
    );
    checkFormulas('<p>$a &lt; b$<br>$c$</p>', ['$ a < b', '$ c']);
  });

  it('keep their TeX through every line end', () => {
    checkFormulas('> $$\r\n> a\r\n> $$\r\n', ['display $$ \na\n']);
    checkFormulas('$$\ra\r$$', ['display $$ \na\n']);
  });

  it('hold what the text holds: characters of two units, U+0000', () => {
    checkFormulas('😀$x😀$ $a\0b$', ['$ x😀', '$ a\ufffdb']);
  });
});
