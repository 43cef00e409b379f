// The end of an environment that has just been begun: `|` stands behind its brace.
import { describe, expect, it } from 'vitest';
import type { Site } from '../../src/core/site/site.js';
import { environmentEnd } from '../../src/language/environmentEnd.js';
import { readMarkedPost } from '../support/changes.js';

/** What stands there then; the caret stays where it is. */
function checkEnd(fixture: string, expected: string | null, site: Partial<Site> = {}): void {
  const { post, selection } = readMarkedPost(fixture, site);
  const text = post.lines.join('');
  const end = environmentEnd(post, selection.start);
  const written = end && text.slice(0, selection.start) + end + text.slice(selection.start);
  expect(written).toBe(expected);
}

describe('the end of a new environment', () => {
  it('stands in a line of its own where the line is empty behind', () => {
    checkEnd(
      '于是\\begin{align}\n               |\n其中\n',
      '于是\\begin{align}\n\\end{align}\n其中\n',
    );
    checkEnd(
      '> - \\begin{equation*}\n                     |\n',
      '> - \\begin{equation*}\n>   \\end{equation*}\n',
    );
    checkEnd('  \\begin{align}\n               |\n', '  \\begin{align}\n  \\end{align}\n');
  });

  it('stands before what ends the formula', () => {
    checkEnd('$$\\begin{aligned}$$\n                 |\n', '$$\\begin{aligned}\\end{aligned}$$\n');
    checkEnd(
      '\\(\\begin{pmatrix}\\)\n                 |\n',
      '\\(\\begin{pmatrix}\\end{pmatrix}\\)\n',
    );
    checkEnd(
      '| $\\begin{matrix}$ |\n                 |\n|--|\n',
      '| $\\begin{matrix}\\end{matrix}$ |\n|--|\n',
    );
  });

  it('is missing inside another environment, and before one', () => {
    checkEnd(
      '\\begin{align}\na &= \\begin{cases}\n                  |\n\\end{align}\n',
      '\\begin{align}\na &= \\begin{cases}\n\\end{cases}\n\\end{align}\n',
    );
    checkEnd(
      '\\begin{align}\n             |\n\n\\begin{align}\nx\n\\end{align}\n',
      '\\begin{align}\n\\end{align}\n\n\\begin{align}\nx\n\\end{align}\n',
    );
    checkEnd(
      '\\begin{align}\n             |\n\\begin{align}\nx\n\\end{align}\n',
      '\\begin{align}\n\\end{align}\n\\begin{align}\nx\n\\end{align}\n',
    );
  });

  it('is not missing where it is already there', () => {
    checkEnd('\\begin{align}\n             |\nx\n\\end{align}\n', null);
    checkEnd('\\begin{align}\n             |\nx\n\n\ny\n\\end{align}\n', null);
    checkEnd(
      '$$\\begin{cases}\n               |\n1 \\begin{cases} 2 \\end{cases}\n\\end{cases}$$\n',
      null,
    );
  });

  it('is not written before content', () => {
    checkEnd('\\begin{align} a &= b\n             |\n', null);
    checkEnd('$$\\begin{cases}1\\\\0$$\n               |\n', null);
  });

  it('is not written into code, comments, front matter, nor for what the site does not know', () => {
    checkEnd('```tex\n\\begin{align}\n             |\n```\n', null);
    checkEnd('```eval\nA = \\begin{pmatrix}\n                   |\n```\n', null);
    checkEnd('    \\begin{align}\n                 |\n', null);
    checkEnd('the text `\\begin{align}` is\n                       |\n', null);
    checkEnd('<!-- \\begin{align}\n                  |\n-->\n', null);
    checkEnd('---\ntitle: \\begin{align}\n                    |\n---\n', null);
    checkEnd('$$\na % \\begin{cases}\n                 |\n$$\n', null);
    checkEnd(
      '50% of \\begin{align}\n                    |\n',
      '50% of \\begin{align}\n\\end{align}\n',
    );
    checkEnd('\\begin{document}\n                |\n', null);
    checkEnd('a \\\\begin{align}\n                |\n', null);
    checkEnd('\\begin{multline}\n                |\n', null, { math: 'katex' });
  });

  it('is not written where the caret is elsewhere', () => {
    checkEnd('\\begin{align}\n            |\n', null);
    checkEnd('$\\frac{a}{b}$\n           |\n', null);
  });
});
