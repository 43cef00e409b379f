// One block as HTML.
import createMarkdownIt from 'markdown-it';
import footnotePlugin from 'markdown-it-footnote';
import { expect, it } from 'vitest';
import type { Block } from '../../src/core/markdown/block.js';
import { assumedSite } from '../../src/core/site/site.js';
import { placeholders } from '../../src/render/placeholders.js';
import { contextAt, openContext } from '../../src/render/postContext.js';
import { renderBlock } from '../../src/render/renderBlock.js';
import { blocksOf, rowsOf } from '../support/handMade.js';

const rowLabelsOf =
  (block: Block) =>
  (formula: number): readonly (readonly string[])[] =>
    block.formulas[formula]?.display === true ? rowsOf(block, formula).map(() => []) : [];

function render(text: string): string {
  const blocks = blocksOf(text);
  const context = openContext(assumedSite, blocks);
  return blocks
    .map(
      (block, at) =>
        renderBlock(block, contextAt(context, at, placeholders), rowLabelsOf(block)).html,
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

it('keeps footnotes where they are written, with the numbers of the page and links there and back', () => {
  checkHtml(
    'note[^b] and[^a] and[^b]\n\n[^a]: the $x$ of it[^c]\n\n[^b]: first\n\n[^c]: third\n\n[^d]: never\n\n',
    'note<sup class="footnote-ref"><a href="#footnote-b" id="footnote-ref-b" role="doc-noteref">[1]</a></sup>',
    '<a href="#footnote-a" id="footnote-ref-a" role="doc-noteref">[2]</a>',
    ' and<sup class="footnote-ref"><a href="#footnote-b" role="doc-noteref">[1]</a></sup></p>',
    '<div class="footnote" id="footnote-a"><span class="footnote-label">[2]</span>',
    'the <span class="formula"',
    '<a href="#footnote-c" id="footnote-ref-c" role="doc-noteref">[3]</a>',
    '</div><a class="footnote-back" href="#footnote-ref-a" role="doc-backlink">↩</a></div>',
    '<span class="footnote-label">[d]</span>',
  );
});

it('lets the link of a footnote lead back to its first reference, so that no two have one id', () => {
  const html = render('a[^n] b[^n]\n\nc[^n] d[^m]\n\ne[^m]\n\n[^n]: x[^n]\n\n[^m]: y\n');
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((found) => found[1]);
  expect(ids).toEqual(['footnote-ref-n', 'footnote-ref-m', 'footnote-n', 'footnote-m']);
  expect(html.match(/role="doc-noteref"/g)).toHaveLength(6);
});

it('numbers footnotes as markdown-it-footnote does on the whole post', () => {
  const text =
    'a[^x] `[^code]` $[^m]$ [^none]\n\n- b[^y]\n\n> c[^z] d[^x]\n\n[^y]: Y\n\n[^code]: C\n\n[^x]: X\n\n[^z]: Z\n\ne[^code]\n';
  const numbers = (html: string): readonly (string | undefined)[] =>
    [...html.matchAll(/<sup class="footnote-ref"><a[^>]*>\[(\d+)/g)].map((found) => found[1]);
  const whole = createMarkdownIt().use(footnotePlugin).render(text);
  expect(numbers(render(text))).toEqual(numbers(whole));
  expect(numbers(whole)).toHaveLength(5);
});

it('shows the head of the post: title, date and tags', () => {
  const front = '---\ntitle: A <b>\ndate: 2026-11-20\ntags: [x, 范数]\nlayout: post\n---\n\n';
  const details =
    '<p class="post-details"><time>2026-11-20</time> <span class="post-tag">x</span> <span class="post-tag">范数</span></p>';
  expect(render(`${front}text\n`)).toBe(
    `<header class="post-head"><h1 class="post-title">A &lt;b&gt;</h1>${details}</header>\n<p>text</p>\n`,
  );
  expect(render(`${front}# A <b>\n`).match(/<h1/g)).toHaveLength(1);
  expect(render(`${front}# Another\n`).match(/<h1/g)).toHaveLength(2);
  expect(render('+++\ntitle = "T"\ndate = 2026-11-20\n+++\n')).toContain('<time>2026-11-20</time>');
  expect(render('---\nlayout: post\n---\n')).toBe('');
  expect(render('---\n- title\n---\n')).toBe('');
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
    (block, at) => renderBlock(block, contextAt(context, at, placeholders), rowLabelsOf(block)).key,
  );
  expect(keys[0]).toBe(keys[2]);
  expect(keys[0]).not.toBe(keys[1]);
});
