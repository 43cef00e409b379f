// Our numbers in an engine with the math rules of VS Code's own preview.
import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import { expect, it } from 'vitest';
import { decorateMarkdownIt } from '../../src/render/decorateMarkdownIt.js';
import { assumedSite, type Site } from '../../src/core/site/site.js';
import { useKatexRules } from '../../src/render/katexRules.js';

function engine(
  site: Site | null = assumedSite,
  math = true,
  definitions: readonly string[] = [],
): MarkdownIt {
  const md = createMarkdownIt({ html: true });
  if (math) useKatexRules(md);
  return decorateMarkdownIt(md, { settingOf: () => site && { site, definitions } });
}

const post =
  '由式$\\eqref{eq:b}$与 \\eqref{eq:none}，$x\\overset{\\eqref{eq:a}}{=}y$\n' +
  '\\begin{align}a&=b\\label{eq:a}\\\\c&=d\\label{eq:b}\\end{align}\n后文\n\n' +
  '\\begin{equation}e\\end{equation}\n';

it('numbers rows and references', () => {
  const html = engine().render(post);
  expect([...html.matchAll(/class="eq-number"[^>]*>([^<]*)</g)].map((found) => found[1])).toEqual([
    '(1)',
    '(2)',
    '(3)',
  ]);
  expect(html).toContain('<span class="eq-number" id="mjx-eqn:eq:a">(1)</span>');
  expect(html).toContain('<a class="eq-ref" href="#mjx-eqn%3Aeq%3Ab">(2)</a>');
  expect(html).toContain('<a class="eq-ref unresolved" href="#mjx-eqn%3Aeq%3Anone">(???)</a>');
  expect(html).toContain('<mtext>(1)</mtext>');
  expect(html).not.toContain('katex-error');
});

it('draws the same page again as it drew it first', () => {
  const md = engine();
  const tokens = md.parse(post, {});
  // An engine that draws tokens which it has kept has another environment.
  const html = md.renderer.render(tokens, md.options, {});
  expect(md.renderer.render(tokens, md.options, {})).toBe(html);
  expect(html).toBe(engine().render(post));
});

it('numbers each page by itself, also one in another with the same environment', () => {
  const md = engine();
  md.core.ruler.before('block', 'inner', (state) => {
    if (state.src !== 'INNER $x$') md.render('INNER $x$', state.env);
  });
  const env = {};
  expect(md.render(post, env)).toBe(engine().render(post));
  expect(md.render('', env)).toBe('');
  expect(md.render('text', env)).toBe('<p>text</p>\n');
  expect(md.renderInline('$\\eqref{a}$', env)).toContain('(???)');
});

it('numbers a page before which another plugin puts something', () => {
  const md = engine();
  md.core.ruler.push('contents', ({ tokens }) => {
    tokens.unshift(...createMarkdownIt().parse('Contents', {}));
  });
  expect(md.render(post)).toBe(`<p>Contents</p>\n${engine().render(post)}`);
});

it('says where a display stands, where the engine knows it', () => {
  expect(engine().render(post)).toContain('<span class="display" data-line="4" data-end-line="4">');
});

it('writes no paragraph into a paragraph', () => {
  expect(engine().render(post)).not.toMatch(/<p[^>]*>(?:(?!<\/p>)[\s\S])*<p\b/);
});

it('leaves a page alone that shows no blog', () => {
  const plain = '\\begin{equation}e\\end{equation}\n\n$x$ \\eqref{x}\n';
  const undecorated = createMarkdownIt({ html: true });
  useKatexRules(undecorated);
  expect(engine(null).render(plain)).toBe(undecorated.render(plain));
  expect(engine().render(plain)).toContain('<span class="eq-number">(1)</span>');
});

it('numbers as the site of the page does', () => {
  const all = engine({ ...assumedSite, tags: 'all' }).render('$$x$$\n\n$$y$$\n');
  expect([...all.matchAll(/class="eq-number"[^>]*>([^<]*)</g)].map((found) => found[1])).toEqual([
    '(1)',
    '(2)',
  ]);
});

it('reads bare environments where the engine does not', () => {
  const md = createMarkdownIt({ html: true });
  useKatexRules(md, false);
  const setting = { site: assumedSite, definitions: [] };
  const html = decorateMarkdownIt(md, { settingOf: () => setting }).render(
    `${post}\n> quote\n> \\begin{equation}\n> q\n> \\end{equation}\n`,
  );
  expect([...html.matchAll(/class="eq-number"[^>]*>([^<]*)</g)].map((found) => found[1])).toEqual([
    '(1)',
    '(2)',
    '(3)',
    '(4)',
  ]);
  expect(html).not.toContain('\\label');
});

it('leaves an engine without math rules as it is', () => {
  const plain = createMarkdownIt({ html: true });
  expect(engine(assumedSite, false).render(post)).toBe(plain.render(post));
});

it('gives formulas the macros that stand before them', () => {
  const html = engine().render('$\\newcommand{\\R}{\\mathbb{R}}$\n\n$\\R^n$\n');
  expect(html).not.toContain('katex-error');
  expect(html).toContain('mathbb');
});

it('gives formulas the macros of the blog, and numbers by them', () => {
  const definitions = ['\\newcommand{\\R}{\\mathbb{R}}', '\\newcommand{\\one}{\\tag{One}}'];
  const html = engine(assumedSite, true, definitions).render('$\\R^n$\n\n$$x\\one$$\n');
  expect(html).not.toContain('katex-error');
  expect(html).toContain('mathbb');
  expect(html).toContain('<span class="eq-number">(One)</span>');
});
