// One block as HTML.
import { expect, it } from 'vitest';
import type { Block } from '../../src/core/markdown/block.js';
import { assumedSite } from '../../src/core/site/site.js';
import { placeholders } from '../../src/render/placeholders.js';
import { contextAt, openContext } from '../../src/render/postContext.js';
import { renderBlock } from '../../src/render/renderBlock.js';
import { blocksOf, rowsOf } from '../support/handMade.js';

const rowCount =
  (block: Block) =>
  (formula: number): number =>
    rowsOf(block, formula).length;

function render(text: string): string {
  const blocks = blocksOf(text);
  const context = openContext(assumedSite, blocks);
  return blocks
    .map(
      (block, at) => renderBlock(block, contextAt(context, at, placeholders), rowCount(block)).html,
    )
    .join('');
}

function checkHtml(text: string, ...parts: readonly string[]): void {
  const html = render(text);
  for (const part of parts) expect(html).toContain(part);
}

it('leaves a place for each formula, with its TeX', () => {
  checkHtml(
    'Let $x < 1$ be.',
    '<p>Let <span class="formula" data-tex="x &lt; 1" data-formula="0">$x &lt; 1$</span> be.</p>',
  );
});

it('gives every row of a display a place for its number, in its paragraph', () => {
  checkHtml(
    'We have\n\\begin{align}a&=b\\label{eq:a}\\\\c&=d\\end{align}\nso.',
    '<span class="display" data-line="1" data-end-line="1">',
    'data-tex="\\begin{align}a&amp;=b\\\\c&amp;=d\\end{align}"',
    '<span class="eq-numbers"><span class="eq-number"></span>' +
      '<span class="eq-number"></span></span></span>',
  );
});

it('writes no paragraph into a paragraph', () => {
  const html = render(
    'text\n\\begin{equation}x\\end{equation}\ntext\n\n$$\ny\n$$\n\n\\begin{align}z\\end{align}\n',
  );
  expect(html).not.toMatch(/<p[^>]*>(?:(?!<\/p>)[\s\S])*<(?:p|div)\b/);
});

it('makes a formula that is only a reference a link of the text', () => {
  checkHtml(
    '式$\\eqref{eq:ode}$与$\\ref{a b}$',
    '式<a class="eq-ref" href="#mjx-eqn%3Aeq%3Aode" data-command="eqref">(???)</a>与' +
      '<a class="eq-ref" href="#mjx-eqn%3Aa_b" data-command="ref">???</a>',
  );
});

it('keeps a place for a reference inside a larger formula', () => {
  checkHtml(
    '$x\\overset{\\eqref{eq:a}}{=}y$',
    'data-tex="x\\overset{\\href{eqref:0}{\\text{(0)}}}{=}y"',
    'data-references="[[&quot;eqref&quot;,&quot;#mjx-eqn%3Aeq%3Aa&quot;]]"',
  );
});

it('makes references of the prose links', () => {
  checkHtml('see \\eqref{eq:a}', 'see <a class="eq-ref" href="#mjx-eqn%3Aeq%3Aa"');
});

it('applies macros from where they stand on, and not before', () => {
  const html = render('$\\R$\n\n$\\newcommand{\\R}{\\mathbb{R}}$\n\n$\\R^n$');
  expect([...html.matchAll(/data-tex="([^"]*)"/g)].map((found) => found[1])).toEqual([
    '\\R',
    '\\mathbb{R}^n',
  ]);
});

it('knows the link definitions of the whole post, but none that runs', () => {
  checkHtml(
    '[a][site] [b][bad]\n\n[site]: https://example.org/x\n\n[bad]: javascript:alert(1)\n\n',
    '<a href="https://example.org/x">a</a> [b][bad]',
  );
});

it('reads Chinese emphasis beside full-width punctuation', () => {
  checkHtml('**不变。**源码', '<strong>不变。</strong>源码');
});

it('keeps footnotes where they are written', () => {
  checkHtml(
    'note[^1]\n\n[^1]: the $x$ of it\n\n',
    '<a href="#footnote-1">[1]</a>',
    '<div class="footnote" id="footnote-1">',
    'the <span class="formula"',
  );
});

it('colours code, and writes worksheets line by line', () => {
  checkHtml('```js\nlet a = 1;\n```\n', '<span class="hljs-keyword">let</span>');
  checkHtml(
    '```eval\nx = 1\nx?\n```\n',
    '<span class="eval-line" data-eval-line="1">x = 1</span>\n<span class="eval-line" data-eval-line="2">x?</span>',
  );
});

it('gives equal blocks equal keys, and others others', () => {
  const blocks = blocksOf('a $x$\n\nb\n\na $x$\n\n');
  const context = openContext(assumedSite, blocks);
  const keys = blocks.map(
    (block, at) => renderBlock(block, contextAt(context, at, placeholders), rowCount(block)).key,
  );
  expect(keys[0]).toBe(keys[2]);
  expect(keys[0]).not.toBe(keys[1]);
});
