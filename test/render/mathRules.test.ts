// The math tokens that markdown-it makes with our rules: their names, what they carry, where they stand.
import plugin from '@vscode/markdown-it-katex';
import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumedSite, type MarkdownEngine } from '../../src/core/site/site.js';
import { useMathRules } from '../../src/render/mathRules.js';
import { scanText } from '../support/checkBlocks.js';
import { generatedPost } from '../support/generatedPosts.js';
import { mathMarkdown } from '../support/markdownLaw.js';
import { propertyRuns } from '../support/runs.js';
import { quickWork, workOf } from '../support/waiting.js';

type Plugin = (md: MarkdownIt, options: object) => void;

function withPlugin(options: object, markdown: MarkdownEngine = 'raw'): MarkdownIt {
  const md = createMarkdownIt({ html: true });
  const loaded: unknown = plugin;
  const use =
    typeof loaded === 'function' ? loaded : (loaded as { readonly default: unknown }).default;
  md.use(use as Plugin, options);
  useMathRules(md, () => ({ ...assumedSite, markdown }));
  return md;
}

function mathTokens(md: MarkdownIt, text: string): Token[] {
  return md
    .parse(text, {})
    .flatMap((token) => (token.type === 'inline' ? (token.children ?? []) : [token]))
    .filter((token) => token.type.startsWith('math_'));
}

function checkTokens(md: MarkdownIt, text: string, expected: readonly string[]): void {
  const found = mathTokens(md, text).map(({ type, content }) => `${type} ${content}`);
  expect(found).toEqual(expected);
}

describe('math tokens', () => {
  const text =
    '$a$ and $$b$$ and \\[c\\]\n\\begin{d}e\\end{d}\n\n$$\nf\n$$\n\n- \\begin{g}h\\end{g}\n\n<p>$i$ $$j$$</p>';
  const expected = [
    'math_inline a',
    'math_inline_block b',
    'math_inline_block c',
    'math_inline_bare_block \\begin{d}e\\end{d}',
    'math_block \nf\n',
    'math_block \\begin{g}h\\end{g}',
    'math_inline i',
    'math_inline_block j',
  ];

  it("have the names of the plugin's", () => {
    checkTokens(withPlugin({ enableBareBlocks: true }), text, expected);
  });

  it('are found where the plugin has no bare environments, and where it is absent', () => {
    checkTokens(withPlugin({}), text, expected);
    const alone = createMarkdownIt({ html: true });
    useMathRules(alone, () => assumedSite);
    checkTokens(alone, text, expected);
  });

  it('are numbered as the formulas of the block', () => {
    const tokens = mathTokens(withPlugin({ enableBareBlocks: true }), text);
    expect(tokens.map((token) => (token.meta as { formula: number }).formula)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7,
    ]);
  });

  it('have decoded content', () => {
    checkTokens(withPlugin({}, 'commonmark'), '\\\\(a\\_b\\\\)', ['math_inline a_b']);
    checkTokens(withPlugin({}, 'kramdown'), '$$a\\_b$$\n\nc $$d$$', [
      'math_block a\\_b',
      'math_inline d',
    ]);
  });

  it('know their lines where they are blocks', () => {
    const block = mathTokens(withPlugin({}), 'x\n\n$$\na\n$$\n').find(
      (token) => token.type === 'math_block',
    );
    expect(block?.map).toEqual([2, 5]);
  });

  it('do not stand in the text of images', () => {
    const md = withPlugin({});
    checkTokens(md, '![$a$](b) $c$', ['math_inline c']);
    expect(md.render('![$a$](b)')).toContain('alt="$a$"');
  });
});

describe('rendering', () => {
  const md = withPlugin({ enableBareBlocks: true });

  it('puts no paragraph into a paragraph', () => {
    const html = md.render('a $$b$$ c\n\\begin{align}d\\end{align}\ne');
    expect(html.match(/<p\b/g)).toHaveLength(1);
    expect(html.match(/<span class="katex-block/g)).toHaveLength(2);
  });

  it('makes a paragraph of its own of a display alone', () => {
    expect(md.render('$$b$$')).toMatch(/^<p class="katex-block">/);
  });

  it('keeps headings, tables and lists of the text around displays', () => {
    const html = md.render('$$\na\n===\n- b\n$$\nHead\n---\n| c |\n|---|\n| $d$ |\n');
    expect(html).not.toMatch(/<h1>|<li>/);
    expect(html).toMatch(/<h2>[^]*<\/h2>[^]*<table>/);
  });
});

describe('a block rendered alone', () => {
  it('has its formulas as tokens, in order, with their indices', () => {
    const engine = mathMarkdown('raw');
    fc.assert(
      fc.property(generatedPost, (post) => {
        for (const block of scanText(post)) {
          if (block.kind === 'frontMatter') continue;
          const tokens = mathTokens(engine, block.text);
          expect(tokens.map((token) => token.content)).toEqual(
            block.formulas.map((formula) => formula.tex.text),
          );
          expect(tokens.map((token) => (token.meta as { formula: number }).formula)).toEqual(
            block.formulas.map((_, index) => index),
          );
        }
      }),
      { numRuns: propertyRuns },
    );
  });
});

describe('text made to be slow', () => {
  it.each([
    ['unclosed environments', '\\begin{a}\n'.repeat(8000)],
    ['unclosed environments between headings', '\\begin{a}{\n# h\n'.repeat(3000)],
    ['dollars', '$ '.repeat(50_000)],
    ['displays that hold lists', '\\begin{a}\n- x\n\\end{a}\n'.repeat(3000)],
  ])('%s is parsed in time', (_, text) => {
    expect(workOf(() => void mathMarkdown('raw').parse(text, {}))).toBeLessThan(quickWork);
  });
});
