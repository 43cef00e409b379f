// The scanner on the cases that real posts hold, each in a few words of our own.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/core/markdown/block.js';
import { scanBlocks } from '../../../src/core/markdown/scan.js';
import { assumedSite, type MarkdownEngine } from '../../../src/core/site/site.js';
import { splitLines } from '../../../src/core/text/lines.js';
import { endToSource, toSource } from '../../../src/core/text/mapped.js';

function scan(text: string, markdown: MarkdownEngine = 'raw'): readonly Block[] {
  return scanBlocks(splitLines(text), { ...assumedSite, markdown });
}

/** Checks the TeX of all formulas of a post, and that each stands where its span says. */
function checkFormulas(
  text: string,
  expected: readonly string[],
  markdown: MarkdownEngine = 'raw',
): void {
  const found: string[] = [];
  let start = 0;
  for (const block of scan(text, markdown)) {
    for (const { span, tex, delimiter, display } of block.formulas) {
      found.push(
        (display ? 'display ' : '') +
          (delimiter === 'environment' ? '' : delimiter + ' ') +
          tex.text,
      );
      expect(toSource(tex, 0)).toBeGreaterThanOrEqual(span.start);
      expect(endToSource(tex, tex.text.length)).toBeLessThanOrEqual(span.end);
      expect(text.slice(start + span.start, start + span.end).length).toBeGreaterThan(0);
    }
    start += block.text.length;
  }
  expect(found).toEqual(expected);
}

function kinds(text: string): string {
  return scan(text)
    .map((block) => `${block.kind}:${block.lineCount}`)
    .join(' ');
}

describe('blocks', () => {
  it('tile the post', () => {
    const text =
      '---\ntitle: x\n---\n# A\ntext\nmore\n\n\n- a\n- b\n\n> q\nlazy\n\n```\ncode\n```\n| a | b |\n|---|---|\n| 1 | 2 |\n\n***\n';
    expect(
      scan(text)
        .map((block) => block.text)
        .join(''),
    ).toBe(text);
    expect(kinds(text)).toBe(
      'frontMatter:3 heading:1 paragraph:4 list:3 quote:3 code:3 table:4 thematicBreak:2',
    );
  });

  it('of an empty post are one blank block', () => {
    expect(kinds('')).toBe('blank:1');
    expect(kinds('\n\nx')).toBe('blank:2 paragraph:1');
  });
});

describe('formulas in a raw site', () => {
  it('are found with inner spaces and beside Latin letters', () => {
    checkFormulas('ODE$x$ and $\\geq $, $ P(x,t)$ end', ['$ x', '$ \\geq ', '$  P(x,t)']);
  });

  it('are no prices and no variables', () => {
    checkFormulas('between $5 and $6, set $HOME and $PATH, then $x$', ['$ x']);
  });

  it('come before HTML tags', () => {
    checkFormulas('$p(\\text{<eos>}|y)$ and $a<b$ and $c>d$', [
      '$ p(\\text{<eos>}|y)',
      '$ a<b',
      '$ c>d',
    ]);
  });

  it('may be bare environments that touch text', () => {
    checkFormulas('above\n\\begin{equation}\na\n= b\n- c\n===\n\\end{equation}\nbelow $y$', [
      'display \\begin{equation}\na\n= b\n- c\n===\n\\end{equation}',
      '$ y',
    ]);
  });

  it('stand in quotes and list items', () => {
    checkFormulas(
      '> see\n> \\begin{align}\n> a &= b \\\\\n> - c\n> \\end{align}\n\n- item $$\n  + x\n  $$\n',
      ['display \\begin{align}\na &= b \\\\\n- c\n\\end{align}', 'display $$ \n+ x\n'],
    );
  });

  it('may hold blank lines if they end', () => {
    checkFormulas('$$\na\n\nb\n$$', ['display $$ \na\n\nb\n']);
    checkFormulas('$$\na\n\ntext $x$ y\n\n$$\nb\n$$', ['$ x', 'display $$ \nb\n']);
    checkFormulas('\\begin{equation}\na\n\n\\begin{equation}\nb\n\\end{equation}', [
      'display \\begin{equation}\nb\n\\end{equation}',
    ]);
  });

  it('do not stand in code or comments', () => {
    checkFormulas(
      '`$a$` ``$b$ ` $c$`` <!-- $d$ --> $e$\n\n    $f$\n\n```\n$g$\n```\n<!--\n$h$\n-->\n',
      ['$ e'],
    );
  });
});

describe('formulas in a CommonMark site', () => {
  it('are decoded', () => {
    checkFormulas(
      '\\\\(a\\_b\\\\) and $x\\\\\\\\y$ and \\(no\\)',
      ['\\( a_b', '$ x\\\\y'],
      'commonmark',
    );
  });

  it('are broken by emphasis', () => {
    checkFormulas(
      '$a *b* c$ and $p_i q_j$ and $x_{i}^* y_{j}^* z$',
      ['$ p_i q_j', '$ x_{i}^* y_{j}^* z'],
      'commonmark',
    );
  });
});

describe('formulas in kramdown', () => {
  it('are inline in a paragraph and displays alone', () => {
    checkFormulas(
      'so $$a\\|b$$ is $c\\_d$\n\n$$\nx\n\ny\n$$\n\nend',
      ['$$ a\\|b', '$ c_d', 'display $$ x\n\ny'],
      'kramdown',
    );
  });
});
