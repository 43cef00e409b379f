// What Markdown engines and templates do to formulas, engine by engine, and how it is mended.
import { describe, it } from 'vitest';
import type { MarkdownEngine } from '../../src/core/site/site.js';
import { checkFix } from '../support/checkFix.js';
import { checkRule } from '../support/checkRule.js';
import { jekyll, page, withSwitch } from './fixtures/engine.js';

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
  it('finds rows lost in each engine that takes a backslash', () => {
    for (const engine of ['commonmark', 'markdown-it', 'marked', 'goldmark'] as const) {
      checkRule('engine.lost-rows', align, [/of 2 rows readers see 1/], by(engine));
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
  });

  it('mends what it finds', () => {
    const lost = '\\begin{align}\na &= b \\\\\nc &= d\\,e\n\\end{align}\n';
    checkFix('engine.lost-rows', lost, `$$${lost.trimEnd()}$$\n`, by('kramdown'));
    const doubled = '\\begin{align}\na &= b \\\\\\\\\nc &= d\\\\,e\n\\end{align}\n';
    checkFix('engine.lost-rows', lost, doubled, by('commonmark'));
  });
});

describe('engine.eaten-backslash', () => {
  it('is all that is said where the formula breaks', () => {
    checkRule('tex.parse', '$\\left\\{a\\right\\}$\n', [], by('commonmark'));
  });

  it('mends what it finds', () => {
    const code = 'engine.eaten-backslash';
    checkFix(code, 'a $\\{b\\}$ c\n', 'a $$\\{b\\}$$ c\n', by('kramdown'));
    checkFix(code, 'a $\\{b\\}$ c\n', 'a $\\\\{b\\\\}$ c\n', by('commonmark'));
    checkFix(code, '> a $\\{b\\}$ c\n', '> a $\\\\{b\\\\}$ c\n', by('commonmark'));
  });
});

describe('engine.not-a-formula', () => {
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

  it('mends what it finds', () => {
    const code = 'engine.not-a-formula';
    const sums = 'The sums $\\alpha_*$ and $\\beta_*$.\n';
    const escaped = 'The sums $\\alpha\\_\\*$ and $\\beta\\_\\*$.\n';
    checkFix(code, sums, escaped, by('commonmark'));
    checkFix(code, sums, sums.replaceAll('$', '$$$$'), by('kramdown'));
    checkFix(code, 'So \\(\\alpha\\).\n', 'So \\\\(\\alpha\\\\).\n', by('commonmark'));
  });
});

describe('engine.left-over', () => {
  it('mends all of a formula', () => {
    const rows = '\\begin{align}\na \\\\\\\\\nb \\\\\nc \\\\\\\\\nd\n\\end{align}\n';
    checkFix('engine.left-over', rows, rows.replaceAll('\\\\\\\\', '\\\\'));
  });
});

describe('engine.template', () => {
  it('mends with spaces where TeX does not mind', () => {
    const mended = page('The ${ { {x}}_1}^2$.');
    checkFix('engine.template', page('The ${{{x}}_1}^2$.'), mended, { detected: jekyll });
  });
});

describe('site.math-switch', () => {
  it('adds the key', () => {
    const text = page('The $x^2$.');
    checkFix('site.math-switch', text, text.replace('---\n', '---\nmath: true\n'), {
      detected: withSwitch,
    });
    const toml = '+++\ntitle = "T"\n+++\n\nThe $x^2$.\n';
    checkFix('site.math-switch', toml, toml.replace('+++\n', '+++\nmath = true\n'), {
      detected: withSwitch,
    });
  });
});
