// What the files of a folder say of its site; each folder is written as `path: text`.
import { describe, expect, it } from 'vitest';
import type { DetectedSite } from '../../../../src/core/site/detect/detectedSite.js';
import { delimiterName } from '../../../../src/core/site/site.js';
import { readSite } from '../../../../src/core/site/detect/readSite.js';

type Folder = Readonly<Record<string, string>>;

function readFolder(folder: Folder): Promise<DetectedSite | null> {
  const paths = Object.keys(folder);
  return readSite({
    names: (inside) => {
      const start = inside === '' ? '' : `${inside}/`;
      const below = paths.filter((path) => path.startsWith(start));
      const names = below.map((path) => path.slice(start.length).replace(/\/.*/s, '/'));
      return Promise.resolve([...new Set(names)]);
    },
    text: (path) => Promise.resolve(folder[path] ?? null),
  });
}

/** `expected`: the generator, then each part with where it was read, lines from 1. */
async function checkSite(folder: Folder, ...expected: readonly string[]): Promise<void> {
  const site = await readFolder(folder);
  const place = ({ file, line }: { file: string; line: number }): string => `${file}:${line + 1}`;
  const parts = Object.entries(site?.site ?? {}).map(
    ([part, { value, source }]) =>
      `${part} ${typeof value === 'object' ? value.map(delimiterName).join(' ') : value} ${place(source)}`,
  );
  expect(site === null ? [] : [`${site.generator} ${place(site.source)}`, ...parts]).toEqual(
    expected,
  );
}

const mathjax3 = '<script src="https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-chtml.js"></script>';

describe('Jekyll', () => {
  it('is told by its configuration beside posts, layouts or a Gemfile', async () => {
    await checkSite(
      { '_config.yml': 'title: x', '_posts/a.md': '' },
      'Jekyll _config.yml:1',
      'markdown kramdown _config.yml:1',
    );
    await checkSite(
      { '_config.yml': 'a: 1\nmarkdown: CommonMarkGhPages', Gemfile: '' },
      'Jekyll _config.yml:1',
      'markdown commonmark _config.yml:2',
    );
    await checkSite({ '_config.yml': 'title: x' });
    await checkSite(
      { '_config.yml': 'theme: minima' },
      'Jekyll _config.yml:1',
      'markdown kramdown _config.yml:1',
    );
  });

  it('states no engine that we do not know', async () => {
    await checkSite(
      { '_config.yml': 'markdown: redcarpet', '_posts/a.md': '' },
      'Jekyll _config.yml:1',
    );
    // What cannot be read may name any.
    await checkSite({ '_config.yml': 'a: [', '_posts/a.md': '' }, 'Jekyll _config.yml:1');
    await checkSite(
      { '_config.yml': 'markdown: kramdown\r\nmarkdown: CommonMark\r\n', '_posts/a.md': '' },
      'Jekyll _config.yml:1',
      'markdown commonmark _config.yml:2',
    );
  });

  it('reads the math engine and its tags from the layouts', async () => {
    const site = { '_config.yml': '', '_layouts/post.html': '' };
    const parts = ['Jekyll _config.yml:1', 'markdown kramdown _config.yml:1'];
    await checkSite(
      {
        ...site,
        '_includes/math.html': `<script>\nMathJax = {tex: {tags: 'ams'}};\n</script>\n${mathjax3}`,
      },
      ...parts,
      'math mathjax3 _includes/math.html:4',
      'tags ams _includes/math.html:2',
    );
    await checkSite(
      {
        ...site,
        '_layouts/post.html':
          '<script src="//cdnjs.cloudflare.com/ajax/libs/mathjax/2.7.5/MathJax.js?config=TeX-AMS_HTML">',
      },
      ...parts,
      'math mathjax2 _layouts/post.html:1',
      'tags none _layouts/post.html:1',
    );
    await checkSite(
      {
        ...site,
        '_includes/a.html': 'TeX: { equationNumbers: { autoNumber: "AMS" } }',
        '_includes/b.html': '<script src="http://cdn.mathjax.org/mathjax/latest/MathJax.js">',
      },
      ...parts,
      'math mathjax2 _includes/b.html:1',
      'tags ams _includes/a.html:1',
    );
    await checkSite(
      {
        ...site,
        '_includes/k.html':
          '<script src="https://cdn.jsdelivr.net/npm/katex@0.16.9/dist/contrib/auto-render.min.js">',
      },
      ...parts,
      'math katex _includes/k.html:1',
    );
  });

  it('reads the tags from a script that the layouts load', async () => {
    await checkSite(
      {
        '_config.yml': '',
        '_layouts/post.html': `<script src="/assets/js/setup.js"></script>\n${mathjax3}`,
        'assets/js/setup.js': 'window.MathJax = {\n  tex: { tags: "all" },\n};',
      },
      'Jekyll _config.yml:1',
      'markdown kramdown _config.yml:1',
      'math mathjax3 _layouts/post.html:2',
      'tags all assets/js/setup.js:2',
    );
  });

  it('states no tags that a variable holds, and those of a script without a version', async () => {
    const parts = ['Jekyll _config.yml:1', 'markdown kramdown _config.yml:1'];
    const site = { '_config.yml': '', '_posts/a.md': '' };
    const variable = "<script>MathJax = {tex: {tags: {{ site.tags | default: 'ams' }}}}</script>";
    for (const first of [variable, '<script src="/scripts/mathjax-set.js">']) {
      const html = `${first}\n${mathjax3}`;
      const files = { ...site, '_includes/a.html': html };
      await checkSite(files, ...parts, 'math mathjax3 _includes/a.html:2');
    }
    await checkSite(
      {
        ...site,
        '_includes/a.html':
          '<script>MathJax = {tex: {tags: "all"}}</script>\n<script src="/assets/js/tex-svg.js">',
      },
      ...parts,
      'tags all _includes/a.html:1',
    );
  });

  it('states nothing where the layouts disagree, or only comments speak', async () => {
    const parts = ['Jekyll _config.yml:1', 'markdown kramdown _config.yml:1'];
    const site = { '_config.yml': '', '_posts/a.md': '' };
    await checkSite(
      { ...site, '_includes/a.html': mathjax3, '_includes/b.html': 'mathjax@4/' },
      ...parts,
    );
    await checkSite(
      {
        ...site,
        '_includes/a.html': `<!-- ${mathjax3} -->{% comment %}\n${mathjax3}{% endcomment %}`,
      },
      ...parts,
    );
    await checkSite(
      {
        ...site,
        '_includes/a.html': `${mathjax3}\n // tags: 'all'\n tags: 'ams', // should be 'ams', 'none' or 'all'`,
      },
      ...parts,
      'math mathjax3 _includes/a.html:1',
      'tags ams _includes/a.html:3',
    );
  });
});

describe('evidence of math', () => {
  const site = { '_config.yml': '', '_posts/a.md': '' };
  const parts = ['Jekyll _config.yml:1', 'markdown kramdown _config.yml:1'];

  it('is not what a library loads for itself, nor what packages hold', async () => {
    const katex = 'https://distill.pub/third-party/katex/katex.min.js';
    await checkSite(
      { ...site, 'assets/js/distillpub/template.v2.js': katex + ' '.repeat(60_000) },
      ...parts,
    );
    await checkSite({ ...site, 'assets/node_modules/x/a.js': katex }, ...parts);
  });

  it('is in no comment behind another', async () => {
    await checkSite(
      { ...site, '_layouts/post.html': `<!--\n// --> <!-- ${mathjax3} --> /* ${mathjax3} */` },
      ...parts,
    );
  });

  it('is no tag of posts', async () => {
    await checkSite(
      { ...site, '_layouts/post.html': mathjax3, 'assets/js/search.js': "find({ tags: 'all' })" },
      ...parts,
      'math mathjax3 _layouts/post.html:1',
      'tags none _layouts/post.html:1',
    );
  });

  it.each(['<!-- ', '{% comment %}', '{{/* ', '/*', '\r', '\u2028'])(
    'is found at once behind many of %j that nothing closes',
    async (opening) => {
      await checkSite(
        { ...site, '_layouts/post.html': `${opening.repeat(3_000)}\n${mathjax3}` },
        ...parts,
        'math mathjax3 _layouts/post.html:2',
        'tags none _layouts/post.html:2',
      );
    },
  );
});

describe('Hugo', () => {
  it('is Goldmark, where nothing is passed through', async () => {
    await checkSite(
      { 'hugo.toml': 'title = "x"' },
      'Hugo hugo.toml:1',
      'markdown goldmark hugo.toml:1',
    );
    await checkSite(
      { 'config.yaml': 'title: x', 'content/a.md': '' },
      'Hugo config.yaml:1',
      'markdown goldmark config.yaml:1',
    );
    await checkSite({ 'config.yaml': 'title: x' });
    await checkSite(
      { 'hugo.yaml': 'markup:\n  defaultMarkdownHandler: pandoc' },
      'Hugo hugo.yaml:1',
    );
    await checkSite({ 'hugo.toml': 'title = ' }, 'Hugo hugo.toml:1');
  });

  it('lists what is passed through, in each of its languages', async () => {
    const yaml = `markup:
  goldmark:
    extensions:
      passthrough:
        enable: true
        delimiters:
          block: [['\\[', '\\]'], ['$$', '$$'], ['\\begin{align}', '\\end{align}']]
          inline: [['$', '$']]
`;
    await checkSite(
      { 'hugo.yaml': yaml },
      'Hugo hugo.yaml:1',
      'markdown goldmark hugo.yaml:7',
      'passthrough \\[ $$ align $ hugo.yaml:7',
    );
    const toml = `[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
block = [['$$', '$$']]
`;
    const passing = ['markdown goldmark hugo.toml:4', 'passthrough $$ hugo.toml:4'];
    await checkSite({ 'hugo.toml': toml }, 'Hugo hugo.toml:1', ...passing);
    await checkSite(
      {
        'config/_default/hugo.yaml': '',
        'config/_default/markup.yaml':
          'goldmark:\n  extensions:\n    passthrough:\n      enable: true\n',
      },
      'Hugo config/_default/hugo.yaml:1',
      'markdown goldmark config/_default/hugo.yaml:1',
      'passthrough  config/_default/hugo.yaml:1',
    );
  });

  it('reads the math engine from its layouts', async () => {
    await checkSite(
      { 'hugo.toml': '', 'layouts/partials/math.html': `{{/* mathjax@4/ */}}\n${mathjax3}` },
      'Hugo hugo.toml:1',
      'markdown goldmark hugo.toml:1',
      'math mathjax3 layouts/partials/math.html:2',
      'tags none layouts/partials/math.html:2',
    );
  });
});

describe('Hexo', () => {
  const packages = (...names: readonly string[]): string =>
    JSON.stringify(
      { dependencies: Object.fromEntries(['hexo', ...names].map((name) => [name, '^1'])) },
      null,
      1,
    );

  it('is told by its package, also where Jekyll could be', async () => {
    await checkSite(
      { 'package.json': packages('hexo-renderer-marked'), '_config.yml': '', Gemfile: '' },
      'Hexo package.json:3',
      'markdown marked package.json:4',
    );
    await checkSite({ 'package.json': '{"dependencies": {"vite": "1"}}' });
    await checkSite({ 'package.json': '{"dependencies": "hexo"}' });
  });

  it.each(['hexo-renderer-multi-markdown-it', '@x/hexo-renderer-markdown-it-plus'])(
    'has no engine that we know where %s stands beside the usual one',
    async (name) => {
      await checkSite(
        { 'package.json': packages('hexo-renderer-marked', name) },
        'Hexo package.json:3',
      );
    },
  );

  it('numbers as the theme NexT is told', async () => {
    await checkSite(
      {
        'package.json': packages('hexo-renderer-pandoc'),
        '_config.next.yml': 'math:\n  mathjax:\n    enable: true\n    tags: ams\n',
      },
      'Hexo package.json:3',
      'math mathjax3 _config.next.yml:3',
      'tags ams _config.next.yml:4',
    );
  });

  it('numbers as the filter for math is told, and not at all where it is told nothing', async () => {
    const site = { 'package.json': packages('hexo-renderer-pandoc', 'hexo-filter-mathjax') };
    await checkSite(
      { ...site, '_config.yml': 'mathjax:\n  tags: ams' },
      'Hexo package.json:3',
      'math mathjax3 package.json:5',
      'tags ams _config.yml:2',
    );
    await checkSite(
      site,
      'Hexo package.json:3',
      'math mathjax3 package.json:5',
      'tags none package.json:5',
    );
    await checkSite(
      { ...site, '_config.yml': 'a: [' },
      'Hexo package.json:3',
      'math mathjax3 package.json:5',
    );
  });
});

describe('sites that know math', () => {
  it('MkDocs passes all of it, with arithmatex', async () => {
    const config =
      'site_name: x\nmarkdown_extensions:\n  - pymdownx.arithmatex:\n      generic: true\n  - x: !!python/name:a.b\nextra_javascript:\n  - https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-mml-chtml.js\n';
    await checkSite(
      {
        'mkdocs.yml': config,
        'docs/javascripts/mathjax.js': "window.MathJax = {tex: {tags: 'ams'}}",
      },
      'MkDocs mkdocs.yml:1',
      'markdown arithmatex mkdocs.yml:3',
      'math mathjax3 mkdocs.yml:7',
      'tags ams docs/javascripts/mathjax.js:1',
    );
    const plain = ['MkDocs mkdocs.yml:1', 'markdown python-markdown mkdocs.yml:1'];
    await checkSite({ 'mkdocs.yml': 'site_name: x' }, ...plain);
    await checkSite(
      {
        'mkdocs.yml':
          'a: docs/*.md # /*\nextra_javascript:\n  # - https://a.b/mathjax@3/a.js\n  - https://a.b/katex@0/dist/katex.min.js\n',
      },
      ...plain,
      'math katex mkdocs.yml:4',
    );
  });

  it('others are known by one file', async () => {
    await checkSite({ '_quarto.yml': '' }, 'Quarto _quarto.yml:1', 'markdown raw _quarto.yml:1');
    await checkSite({ 'myst.yml': '' }, 'MyST myst.yml:1', 'markdown raw myst.yml:1');
    await checkSite(
      { 'docusaurus.config.ts': '' },
      'Docusaurus docusaurus.config.ts:1',
      'markdown raw docusaurus.config.ts:1',
    );
    await checkSite(
      { 'docs/.vitepress/config.mts': '' },
      'VitePress docs/.vitepress/config.mts:1',
      'markdown raw docs/.vitepress/config.mts:1',
    );
    await checkSite(
      { 'docs/node_modules/x/a.js': '', 'docs/.vitepress/config.js': '', 'docs/a.html': '' },
      'VitePress docs/.vitepress/config.js:1',
      'markdown raw docs/.vitepress/config.js:1',
    );
    await checkSite(
      { '.obsidian/app.json': '{}', 'a.md': '' },
      'Obsidian .obsidian/:1',
      'markdown raw .obsidian/:1',
    );
  });
});

it('a folder of notes, or of code, is none', async () => {
  await checkSite({ 'a.md': '', 'src/index.ts': '' });
  await checkSite({ 'package.json': '{', 'docs/a.md': '' });
  await checkSite({});
});
