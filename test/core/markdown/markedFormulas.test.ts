// Formulas of Hexo's posts: what marked reads otherwise than CommonMark's other engines. Each page is
// that of the real engine.
import { describe, it } from 'vitest';
import { checkFormulas } from '../../support/checkBlocks.js';

describe('in a marked site', () => {
  const check = (text: string, expected: readonly string[]): void =>
    checkFormulas(text, expected, 'marked');

  it('the line above a row of dashes begins a paragraph, table or not', () => {
    check('\\\\(a\n| b\\\\) | $c$ |\n|---|---|', ['$ c']);
  });

  it('two backslashes do not keep a pipe from ending a cell, nor is a quote a head', () => {
    check('| $a\\\\|b$ |\n|---|', ['$ a\\|b']);
    check('> \\\\(a | b\\\\)\n|---|---|', ['\\( a | b']);
  });

  it('a wave that strikes nothing takes the backtick behind it', () => {
    check('\\\\(~`a\\\\) and \\\\(b`\\\\)', ['\\( ~`a', '\\( b`']);
  });

  it('emphasis ends where code or a tag would, and not between angle brackets', () => {
    check('*a `b* \\\\(c\\\\)`', []);
    check('*\\\\(a* <b c="*\\\\)">', []);
    check('$a *b <c* d> e$', ['$ a *b <c* d> e']);
  });

  it('a tag may have an underscore in its name, and a declaration has a blank', () => {
    check('$a<y_1>b$ $c$', []);
    check('$a<!b>c$', ['$ a<!b>c']);
  });

  it('a mark and a space end a paragraph, in an item any mark does', () => {
    check('\\\\(a\n * \nb\\\\)', []);
    check('\\\\(a\n*\nb\\\\)', ['\\( a\n*\nb']);
    check('- \\\\(a\n  *\n  b\\\\)', []);
    check('- \\\\(a\n- \nb\\\\)', []);
  });

  it('behind a blank line of an item no paragraph has lazy lines', () => {
    check('- \\\\(b\nc\\\\)', ['\\( b\nc']);
    check('- a\n\n  \\\\(b\nc\\\\)', []);
  });

  it('a comment ends a paragraph where it begins its line', () => {
    check('\\\\(a\n<!-- c -->b\\\\)', []);
    check('\\\\(a\n <!-- c -->b\\\\)', ['\\( a\n b']);
  });
});
