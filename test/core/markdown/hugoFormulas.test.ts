// Formulas of Hugo sites: what Goldmark leaves of them, and what it passes through.
import { describe, it } from 'vitest';
import { checkFormulas } from '../../support/checkBlocks.js';

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
