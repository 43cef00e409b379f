// Formulas of Hugo sites: what Goldmark leaves of them, and what it passes through.
import { describe, it } from 'vitest';
import { checkFormulas } from '../../support/checkBlocks.js';

describe('to Goldmark', () => {
  const check = (text: string, expected: readonly string[]): void =>
    checkFormulas(text, expected, 'goldmark');

  it('a declaration is one in capitals', () => {
    check('$a$ <!b $c$', ['$ a', '$ c']);
    check('$a<!b$ c>', ['$ a<!b']);
    check('$a<!B$ c>', []);
    check('<!b $c$', ['$ c']);
  });

  it('a row has no more cells than the row of dashes, and the head may have fewer', () => {
    check('text $x|y$\n| $a$ |\n|---|---|\n| $b$ | $c$ | $d$ |', ['$ x|y', '$ a', '$ b', '$ c']);
    check('| $a$ | $b|c$ |\n|---|\n| $d$ |', ['$ a', '$ b|c', '$ d']);
  });

  it('a formula ends with its cell', () => {
    check('| a |\n|---|---|\n| $b | c$ |', []);
  });

  it('a line that ends with three backslashes takes the next first one for escaped', () => {
    check('$a\\\\\\\nb$', ['$ a\\\\\nb']);
    check('$a\\\\\\\n\\}b$', ['$ a\\\\\n}b']);
    check('$a\\\\\\\n\\*b*c$', []);
    check('$a\\\\\\\n\\,b$', ['$ a\\\\\n\\,b']);
    check('$a\\\\\\\n\\,b.c$', ['$ a\\\\\n,b.c']);
    check('$a\\\\\\\n\\\\\\\\c$', ['$ a\\\\\n\\\\c']);
  });

  it('a carriage return is a character behind a quote', () => {
    check("$f'\na$", ["$ f'\na"]);
    check("$f'\r\na$", ['$ f’\na']);
    check('$a\\\\\\\r\n\\{b\\}$', ['$ a\\\\\n{b}']);
  });

  it('a quote closes one that another item has left open', () => {
    check("- $f'\n  a$\n- 'b c\n- $f'\n  a$", ["$ f'\na", '$ f’\na']);
  });

  it('two backslashes before a pipe are left to the cell', () => {
    check('| $a\\|b$ | $c\\\\|d$ |\n|---|---|\n', ['$ a|b', '$ c\\|d']);
    check('| $a\\|b$ $c\\\\|d$ |\n|---|---|\n', ['$ a|b', '$ c\\|d']);
  });
});

describe('where displays are passed through', () => {
  const site = {
    markdown: 'goldmark',
    passthrough: [
      ['$$', '$$'],
      ['$', '$'],
    ],
  } as const;
  const check = (text: string, expected: readonly string[]): void =>
    checkFormulas(text, expected, site);

  it('one in a paragraph is a block between two', () => {
    check('\\$$$x$$ and $y$', ['display $$ x', '$ y']);
  });

  it('blocks that touch have nothing between them, not even for a tag that is open', () => {
    check('x $$a<b$$ $$c>d$$', ['display $$ c>d']);
    check('x $$a<b$$$$c>d$$', []);
    check('x $$a$$$$b$$', ['display $$ a', 'display $$ b']);
  });

  it('one in an item is a block only if there are blank lines in the list', () => {
    check('- \\$$$x$$\n- y', ['display $$ $x']);
    check('- \\$$$x$$\n\n- y', ['display $$ x']);
    check('- \\$$$x$$\n\n  y', ['display $$ x']);
    check('- a\n  - \\$$$x$$\n\n- y', ['display $$ $x']);
    check('- > \\$$$x$$', ['display $$ x']);
    check('-\n  \\$$$x$$', ['display $$ $x']);
    check('- [a]: b\n\n  \\$$$x$$', ['display $$ x']);
  });
});
