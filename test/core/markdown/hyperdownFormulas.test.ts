// Formulas of Typecho's posts: HyperDown looks for one kind of construct after the other on each line,
// and its blocks hold what CommonMark's do not. Each page is that of the real engine.
import { describe, it } from 'vitest';
import { checkFormulas } from '../../support/checkBlocks.js';

describe('in a HyperDown site', () => {
  const check = (text: string, expected: readonly string[]): void =>
    checkFormulas(text, expected, 'hyperdown');

  it('code comes before formulas, and formulas before tags and links', () => {
    check('`$a` $b`$', ['$ b`']);
    check('$a<b$ and $c>d$', ['$ a<b', '$ c>d']);
    check('[$x](y)$', ['$ x](y)']);
  });

  it('a label ends at the first bracket that closes', () => {
    check('[\\\\(a\\\\)](b)', ['\\( a']);
    check('\\\\(a [b\\\\) [c](d)', []);
  });

  it('a comment ends on its line, and a tag needs a name and a blank', () => {
    check('x <!-- $a$ b\n$c$ -->', ['$ a', '$ c']);
    check('\\\\(a<b\\\\) <br/>\\\\(c\\\\)', ['\\( a<b', '\\( c']);
  });

  it('a row of a table has all its cells, each of them for itself, and a pipe', () => {
    check('| a | b |\n|---|---|\n| $x|y$ | $c$ |', ['$ c']);
    check('| a |\n|---|\n| \\\\(b \\| c\\\\) |', []);
    check('| a |\n|---|\n| b |\n\\\\(c\nd\\\\)', ['\\( c\nd']);
  });

  it('a mark and a blank begin an item anywhere', () => {
    check('\\\\(a\n* \nb\\\\)', []);
    check('\\\\(a\n*\nb\\\\)', ['\\( a\n*\nb']);
    check('- a\n2. \\\\(b\n3. c\\\\)', []);
  });

  it('an item holds the lines behind it', () => {
    check('- a\n$$\n\\_x\n$$', ['display $$ \n\\_x\n']);
    check('- a\n\n \\\\(b\nc\\\\)\n', ['\\( b\nc']);
    check('- \\\\(a\n      b\\\\)', []);
  });

  it('dollars alone on a line and a row of dashes end a quote, an underline does not', () => {
    check('> a\n$$\n\\_x\n$$', ['display $$ \n\\_x\n']);
    check('> a | b\n|---|---|\n$c$ | $d$', ['$ c', '$ d']);
    check('> \\\\(a\n> b\\\\)\n---', ['\\( a\nb']);
    check('> a | b\n|---|---|\n$c | d$\n\\\\(e\ng\\\\)', ['\\( e\ng']);
  });
});
