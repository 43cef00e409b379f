// What the rules find about what a site left behind, its quotes, its templates and its switch for math.
import { describe, it } from 'vitest';
import { plainSite, type DetectedSite } from '../../src/core/site/detect/detectedSite.js';
import { checkFix } from '../support/checkFix.js';
import { checkRule } from '../support/checkRule.js';

describe('engine.left-over', () => {
  const text = /^warning: .*takes a number \(1 in this formula\)/;

  it('finds empty rows, and those that take numbers', () => {
    const fixture = String.raw`
\begin{align}
a &= b \\\\
       ^^^^
c &= d
\end{align}

$$\begin{cases} a \\\\ b \end{cases}$$
                  ^^^^
`;
    checkRule('engine.left-over', fixture, [text, /^info: .*make an empty row here/]);
  });

  it('finds one behind the last row', () => {
    const fixture = '\\begin{align}\na \\\\\\\\\n  ^^^^\n\\end{align}\n';
    checkRule('engine.left-over', fixture, [text]);
  });

  it('keeps quiet where the engine takes two of four, and where no row ends', () => {
    const rows = '\\begin{align}\na \\\\\\\\\nb\n\\end{align}\n';
    checkRule('engine.left-over', rows, [], { site: { markdown: 'commonmark' } });
    checkRule('engine.left-over', rows, [], { assumed: { markdown: true } });
    checkRule('engine.left-over', 'In $a \\\\\\\\ b$ and `\\\\\\\\`.\n', []);
    checkRule('engine.left-over', '\\begin{align}\na \\\\[1ex]\nb \\\\ \\\\\n\\end{align}\n', []);
  });

  it('mends all of a formula', () => {
    const rows = '\\begin{align}\na \\\\\\\\\nb \\\\\nc \\\\\\\\\nd\n\\end{align}\n';
    checkFix('engine.left-over', rows, rows.replaceAll('\\\\\\\\', '\\\\'));
  });
});

describe('engine.smart-quotes', () => {
  it('finds primes that KaTeX sets as quotes', () => {
    const site = { markdown: 'kramdown', math: 'katex' } as const;
    checkRule('engine.smart-quotes', "So $f'(x)$ is.\n     ^\n", [/^info: .*makes ’ of '/], {
      site,
    });
  });

  it('keeps quiet about what readers see as it was meant', () => {
    const site = { markdown: 'kramdown', math: 'katex' } as const;
    checkRule('engine.smart-quotes', "$$f'(x)$$, $\\text{it's}$, it's, $f’$ and $1..n$.\n", [], {
      site,
    });
    checkRule('engine.smart-quotes', "So $f'(x)$ is.\n", [], { site: { markdown: 'kramdown' } });
    checkRule('engine.smart-quotes', "So $f'(x)$ is.\n", [], { site: { math: 'katex' } });
  });
});

const jekyll: DetectedSite = {
  generator: 'Jekyll',
  source: { file: '_config.yml', line: 0 },
  site: {},
  ...plainSite,
  templates: 'liquid',
};
const hexo: DetectedSite = { ...jekyll, generator: 'Hexo', templates: 'nunjucks' };

const page = (text: string, more = ''): string => `---\ntitle: T\n${more}---\n\n${text}\n`;

describe('engine.template', () => {
  it('finds what Liquid and Nunjucks take, in protected formulas too', () => {
    const fixture = page('The $${{x}_1}^2$$ and $\\f{%\n      ^^                 ^^\na}$.');
    checkRule('engine.template', fixture, [/^error: .*\{\{/, /\{%/], { detected: jekyll });
    const hash = page('Let $\\def\\f#1{{#1}}$ be.\n             ^^');
    checkRule('engine.template', hash, [/\{\{/], { detected: hexo });
    const comment = page('Let $\\def\\f#1{#1}$ be.\n             ^^');
    checkRule('engine.template', comment, [/\{#/], { detected: hexo });
  });

  it('keeps quiet where templates do not read', () => {
    const quiet = (text: string, detected = jekyll): void => {
      checkRule('engine.template', text, [], { detected });
    };
    quiet('The ${{x}_1}^2$.\n');
    quiet(page('The {% raw %}${{x}_1}^2${% endraw %} and $${% raw %}{{x}}{% endraw %}$$.'));
    quiet(page('The ${{x}_1}^2$.', 'render_with_liquid: false\n'));
    quiet(page('The ${{x}_1}^2$.', 'disableNunjucks: true\n'), hexo);
    quiet(page('The ${ {x}_1}^2$ and {{ page.title }}, $\\def\\f#1{#1}$.'));
    checkRule('engine.template', page('The ${{x}_1}^2$.'), []);
  });

  it('mends with spaces where TeX does not mind', () => {
    const mended = page('The ${ { {x}}_1}^2$.');
    checkFix('engine.template', page('The ${{{x}}_1}^2$.'), mended, { detected: jekyll });
  });
});

describe('site.math-switch', () => {
  const source = { file: '_layouts/post.html', line: 3 };
  const detected: DetectedSite = { ...jekyll, mathSwitch: { value: 'math', source } };

  it('finds a post with formulas that lacks the key, once', () => {
    const fixture = page('It costs $5 or $6.\n\nThe $x^2$ and $y^2$.\n    ^^^^^');
    checkRule('site.math-switch', fixture, [/^warning: .*math: true/], { detected });
  });

  it('keeps quiet about other posts', () => {
    const quiet = (text: string, site: DetectedSite | null = detected): void => {
      checkRule('site.math-switch', text, [], { detected: site });
    };
    quiet(page('The $x^2$.', 'math: true\n'));
    quiet(page('The $x^2$.', 'math: false\n'));
    quiet(page('It costs $5 or $6.'));
    quiet(page('Set $PATH and $HOME_DIR to it. The price is $3_000.'));
    quiet('The $x^2$.\n');
    quiet(page('The $x^2$.'), jekyll);
    quiet(page('The $x^2$.'), null);
  });

  it('adds the key', () => {
    const text = page('The $x^2$.');
    checkFix('site.math-switch', text, text.replace('---\n', '---\nmath: true\n'), { detected });
    const toml = '+++\ntitle = "T"\n+++\n\nThe $x^2$.\n';
    checkFix('site.math-switch', toml, toml.replace('+++\n', '+++\nmath = true\n'), { detected });
  });
});
