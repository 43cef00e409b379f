// A post as one page: what the preview shows, without a script. @vitest-environment jsdom
import { expect, it } from 'vitest';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite, type Site } from '../../src/core/site/site.js';
import { formulaFaults } from '../../src/language/formulaFaults.js';
import { typesetMessages } from '../../src/protocol/typesetting.js';
import { renderPage } from '../../src/render/page.js';
import { sanitizeHtml } from '../../src/render/sanitizeHtml.js';
import { createHarness } from '../support/previewHarness.js';
import { quickWork, workOf } from '../support/waiting.js';

function render(text: string, site: Partial<Site> = {}): string {
  const snapshot = openSnapshot({
    path: 'post.md',
    version: 0,
    text,
    site: { ...assumedSite, ...site },
  });
  return renderPage({
    snapshot,
    faults: (position) =>
      formulaFaults(snapshot, position, { markdown: false, math: false, tags: false }, {}),
    messages: typesetMessages,
    results: () => [],
    title: 'post',
    styles: ['main { color: red }'],
    remoteImages: false,
  });
}

function page(text: string, site: Partial<Site> = {}): Document {
  return new DOMParser().parseFromString(render(text, site), 'text/html');
}

function texts(root: ParentNode, selector: string): readonly (string | null)[] {
  return [...root.querySelectorAll(selector)].map((element) => element.textContent);
}

const post =
  '# 标题\n\n由式$\\eqref{eq:b}$与 \\eqref{eq:none} 得\n' +
  '\\begin{align}a&=b\\label{eq:a}\\\\c&=d\\label{eq:b}\\end{align}\n' +
  '与 $y\\overset{\\eqref{eq:a}}{=}z$，$\\nosuch$\n\n' +
  '> $$\n> e\n> $$\n\n' +
  '\\begin{equation}x\\label{eq:a}\\end{equation}\n\n' +
  '```eval\nx = 1\n```\n';

it('shows what the preview shows', () => {
  const harness = createHarness();
  harness.write(post);
  harness.controller.start();
  harness.settle();
  const rendered = page(post);
  for (const selector of [
    '.eq-number',
    'a.eq-ref',
    'a.eq-ref.unresolved',
    '.formula > a.eq-key',
    '.math-error',
    ':not(.at-fault) > .formula .katex-mathml',
    '.at-fault .math-error',
    'h1',
    'p',
    '.eval-line',
  ]) {
    expect(texts(rendered, selector), selector).toEqual(texts(harness.root, selector));
  }
  for (const name of ['data-line', 'data-end-line']) {
    const lines = (root: ParentNode): readonly (string | null)[] =>
      [...root.querySelectorAll('.display')].map((display) => display.getAttribute(name));
    expect(lines(rendered)).toEqual(lines(harness.root));
  }
});

it('links references to the rows they mean', () => {
  const rendered = page(post);
  for (const link of rendered.querySelectorAll('a:is(.eq-ref, .eq-key):not(.unresolved)')) {
    const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '');
    expect(rendered.getElementById(id)?.textContent).toBe(link.textContent);
  }
});

it('needs nothing beside itself, and forbids everything that runs', () => {
  const rendered = page(post);
  expect(rendered.title).toBe('标题');
  expect(rendered.querySelectorAll('script, link, iframe')).toHaveLength(0);
  const policy = rendered.querySelector('meta[http-equiv="Content-Security-Policy"]');
  expect(policy?.getAttribute('content')).toContain(`default-src 'none'`);
});

it('has the rows of subequations, and a place for the labels of the whole', () => {
  const post =
    '\\begin{subequations}\\label{s}\n\\begin{align}a\\label{a}\\\\b\\end{align}\n\\end{subequations}\n\n' +
    '\\eqref{s}, \\eqref{a}\n';
  const rendered = page(post, { math: 'amsmath' });
  expect(texts(rendered, '.katex-tag .eq-number')).toEqual(['(1a)', '(1b)']);
  expect(texts(rendered, 'a.eq-ref')).toEqual(['(1)', '(1a)']);
  for (const link of rendered.querySelectorAll('a.eq-ref')) {
    const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '');
    expect(rendered.getElementById(id)?.closest('.display')).not.toBeNull();
  }
  expect(rendered.querySelectorAll('.math-error')).toHaveLength(0);
});

it('says nothing of where the excerpt ends', () => {
  const rendered = page('a\n\n<!--more-->\n\nb <!--more--> c\n');
  expect(rendered.querySelectorAll('.post-cut')).toHaveLength(0);
  expect(texts(rendered, 'p')).toEqual(['a', 'b  c']);
});

it('lets no HTML of the post run', () => {
  const rendered = page(
    '<img src=x onerror=alert(1)> <a href="java&#115;cript:alert(1)">x</a>\n\n' +
      '<script>alert(1)</script>\n\n<svg onload=alert(1)></svg>\n\n<b>kept</b> a < b\n\n' +
      '[x](javascript:alert(1)) </main><style>x</style>\n',
  );
  expect(rendered.querySelectorAll('script, svg, main style')).toHaveLength(0);
  const handlers = [...rendered.querySelectorAll('*')].flatMap(({ attributes }) =>
    [...attributes].filter(({ name }) => name.startsWith('on')),
  );
  expect(handlers).toEqual([]);
  expect(rendered.querySelectorAll('[href^="java"]')).toHaveLength(0);
  expect(texts(rendered, 'b')).toEqual(['kept']);
});

it('keeps tags and attributes that show, and drops the others', () => {
  const kept: readonly (readonly [string, string])[] = [
    ['<p align="center">x</p>', '<p align="center">x</p>'],
    ['<font color=red>x</font>', '<font color="red">x</font>'],
    ['a < b <c', 'a &lt; b &lt;c'],
    ['<!-- x --><b>y</b>', '<b>y</b>'],
    ['<b onclick="x">y</b>', '<b>y</b>'],
    ['<custom>x</custom>', 'x'],
    ['<img src="data:text/html,x">', '<img>'],
    ['<img src="a.png" style="x">', '<img src="a.png">'],
    ['<script>x</script>y', 'y'],
    ['<b class="eq-number hljs-keyword language-c++">x</b>', '<b class="hljs-keyword">x</b>'],
    ['<a name="x" id=y>z</a><img name="body">', '<a name="x" id="y">z</a><img>'],
    ['<a href="tel:1">x</a><a href="zotero:x">y</a>', '<a href="tel:1">x</a><a>y</a>'],
    ['<a href="data:image/svg+xml,x">x</a>', '<a>x</a>'],
    ['<b data-tex="x">y</b>', '<b>y</b>'],
    ['<style>x', ''],
  ];
  for (const [html, expected] of kept) expect(sanitizeHtml(html)).toBe(expected);
});

it('leaves the text of a link that could name a command', () => {
  const rendered = page('[x](command:workbench.action.quit) [y](zotero://select) [z](other.md)\n');
  expect([...rendered.querySelectorAll('a')].map((a) => a.getAttribute('href'))).toEqual([
    null,
    null,
    'other.md',
  ]);
});

it('says so where a formula is nested deeper than browsers lay out', () => {
  const roots = (count: number): string => `$${'\\sqrt{'.repeat(count)}x${'}'.repeat(count)}$\n`;
  expect(page(roots(30)).querySelectorAll('.math-error')).toHaveLength(0);
  expect(texts(page(roots(60)), '.math-error-reason')).toEqual([typesetMessages.tooDeep]);
  const harness = createHarness();
  harness.write(
    `${roots(30)}\n${roots(60)}\n$${'\\left('.repeat(300)}x${'\\right)'.repeat(300)}$\n`,
  );
  harness.controller.start();
  harness.settle();
  expect(texts(harness.root, '.math-error-reason')).toEqual([
    typesetMessages.tooDeep,
    typesetMessages.tooDeep,
  ]);
});

it('ends on HTML that never closes', () => {
  expect(workOf(() => sanitizeHtml('<svg></svg><b>'.repeat(100_000)))).toBeLessThan(quickWork);
  expect(sanitizeHtml('<a '.repeat(20_000)).length).toBeGreaterThan(0);
  expect(sanitizeHtml('<!--'.repeat(20_000))).toBe('');
});
