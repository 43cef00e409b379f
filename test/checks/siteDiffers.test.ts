// What a built page shows otherwise than the post.
import { describe, expect, it } from 'vitest';
import { checkAgainstPage } from '../../src/checks/check.js';
import type { Site } from '../../src/core/site/site.js';
import { readFixture } from '../support/blogFixture.js';
import { checkRule } from '../support/checkRule.js';
import { quickWork, workOf } from '../support/waiting.js';

function checkBuilt(
  fixture: string,
  built: string,
  expected: readonly RegExp[],
  site: Partial<Site> = {},
): void {
  checkRule('site.differs', fixture, expected, { built, site });
}

const page = (body: string): string =>
  `<!doctype html><html><head><title>A $t$</title></head><body><nav>$n$</nav><article><h1>A $t$</h1>${body}</article><p>$f$</p></body></html>`;

const equation = '\\begin{equation}x\\label{eq:a}\\end{equation}';

describe('a page that shows what the post says', () => {
  it('with the delimiters of the source', () => {
    checkBuilt(
      `Let $a<b$, so $$c$$\n\n${equation}\n\nBy \\eqref{eq:a} and $\\eqref{eq:a}$.\n`,
      page(
        `<p>Let $a&lt;b$, so<br>$$c$$</p><p>${equation}</p><pre><code>$no$</code></pre><p>By \\eqref{eq:a} and $\\eqref{eq:a}$.</p>`,
      ),
      [],
    );
  });

  it('as kramdown writes formulas, for MathJax 2 and 3', () => {
    checkBuilt(
      'Let $$a<b$$.\n\n$$c$$\n',
      page(
        '<p>Let <script type="math/tex">a<b</script>.</p><script type="math/tex; mode=display">% <![CDATA[\nc %]]></script>',
      ),
      [],
      { markdown: 'kramdown' },
    );
    checkBuilt('Let $$a<b$$.\n\n$$c$$\n', page('<p>Let \\(a&lt;b\\).</p>\\[c\\]'), [], {
      markdown: 'kramdown',
    });
  });

  it('as KaTeX, pandoc and MathJax 4 render them', () => {
    const annotated = '<annotation encoding="application/x-tex">';
    checkBuilt(
      'Let $a<b$.\n\n$$c$$\n\nThen $d$ and $e$.\n',
      page(
        `<p>Let <span class="katex"><span class="katex-mathml"><math><semantics><mi>a</mi>${annotated}a&lt;b</annotation></semantics></math></span><span class="katex-html">a</span></span>.</p>` +
          `<span class="katex-display"><span class="katex"><math display="block"><semantics>${annotated}c</annotation></semantics></math></span></span>` +
          `<p>Then <math display="inline"><semantics>${annotated}d</annotation></semantics></math> and <mjx-container jax="SVG"><svg><g data-latex="e"><g data-latex="not this">x</g></g></svg></mjx-container>.</p>`,
      ),
      [],
    );
  });

  it('whatever stands around the post', () => {
    checkBuilt('$a$\n', '<body><p>$n$</p><div class="post-content"><p>$a$</p></div>$f$</body>', []);
    checkBuilt('$a$\n', '<p>$a$</p>', []);
  });
});

describe('a page that shows something else', () => {
  const formulas = (from: number, to: number): readonly string[] =>
    Array.from({ length: to - from }, (_, at) => `$x_{${from + at}}$`);
  const many = formulas(0, 50).join(' ');

  it('and ends early, wherever it was cut', () => {
    const whole = page(`<p>${many}</p>`);
    for (const end of ['x_{9}$', 'x_{9}$ $x_{1', 'x_{9}$ $']) {
      checkBuilt(
        `${many}
${' '.repeat(many.indexOf('$x_{10}$'))}^^^^^^^^
`,
        whole.slice(0, whole.indexOf(end) + end.length),
        [/none of the 40 formulas and references from here on/],
      );
    }
  });

  it('and lacks a part, or has one more', () => {
    const lacking = [...formulas(0, 9), ...formulas(40, 50)].join(' ');
    const longer = `${many}
${' '.repeat(many.indexOf('$x_{9}$'))}^^^^^^^
`;
    checkBuilt(longer, page(lacking), [/none of the 31 formulas and references from here on/]);
    const shorter = `${lacking}
${' '.repeat(lacking.indexOf('$x_{8}$'))}^^^^^^^
`;
    checkBuilt(shorter, page(many), [/has 31 formulas .* the first of them x_\{9\}/]);
  });
});

it('takes a page with quite other formulas for that of another post', () => {
  const many = (letter: string): string =>
    Array.from({ length: 1500 }, (_, at) => `$${letter}_{${at}}$`).join(' ');
  expect(codesOf(many('x'), page(many('y')))).toEqual(['site.differs.other-page']);
});

it.each(['$', '$a$ ', '\\(a\\)', '<p>$a$</p>', '\\ref{a} ', `${' '.repeat(250)}$a$`])(
  'reads of a page of ten megabytes of %j no more than tells that it is another one’s',
  (unit) => {
    const built = page(unit.repeat(10_000_000 / unit.length));
    const said: unknown[] = [];
    expect(workOf(() => said.push(...codesOf('$b$\n', built)))).toBeLessThan(quickWork);
    expect(said).toEqual(['site.differs.other-page']);
  },
);

function codesOf(fixture: string, built: string): readonly string[] {
  const { posts } = readFixture(fixture);
  const [post] = posts.values();
  if (!post) throw new Error('no post');
  return checkAgainstPage({ post, built }).map(({ message }) => message.code);
}

it('reads any page in linear time', () => {
  checkBuilt('$a$\n', page(`${'<p>'.repeat(100_000)}$a$`), []);
  checkBuilt('$a$\n', page(`$a$${'<span class="katex">'.repeat(50_000)}`), []);
  for (const open of ['<div>', '<div><math><annotation encoding="tex">']) {
    checkBuilt('$a$\n', page(`$a$${open.repeat(500_000)}`), []);
  }
});
