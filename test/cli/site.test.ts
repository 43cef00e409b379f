// `postulate site`: what turns posts into pages, and how the other commands follow it.
import { expect, it } from 'vitest';
import { makeFolder, runCli, type Files } from '../support/cli.js';

const mathjax3 = '<script src="https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-chtml.js"></script>';

const jekyll: Files = {
  'blog/_config.yml': 'title: x\nmarkdown: kramdown\n',
  'blog/_includes/math.html': `<script>\nMathJax = {};\n</script>\n${mathjax3}\n`,
  'blog/_posts/a.md': '\\begin{equation}x\\\\\\\\y\\label{eq:a}\\end{equation}\n',
};

async function checkText(files: Files, words: readonly string[], expected: string): Promise<void> {
  const { code, output, errors } = await runCli(await makeFolder(files), ['site', ...words]);
  expect({ code, errors, output }).toEqual({ code: 0, errors: '', output: expected });
}

it('says each part with where it was read', async () => {
  await checkText(
    jekyll,
    ['blog', 'blog/_posts/a.md'],
    `blog
  site         Jekyll       blog/_config.yml:1
  markdown     kramdown     blog/_config.yml:2
  math         mathjax3     blog/_includes/math.html:4
  tags         none         blog/_includes/math.html:4

blog/_posts/a.md
  site         Jekyll       blog/_config.yml:1
  markdown     kramdown     blog/_config.yml:2
  math         mathjax3     blog/_includes/math.html:4
  tags         none         blog/_includes/math.html:4
`,
  );
});

it('takes what the configuration states first, and says what is assumed', async () => {
  await checkText(
    {
      ...jekyll,
      'blog/_includes/math.html': '',
      'blog/postulate.json': '{"site":\n{"tags": "ams"}}',
    },
    ['blog'],
    `blog
  site         Jekyll       blog/_config.yml:1
  markdown     kramdown     blog/_config.yml:2
  math         mathjax4     assumed
  tags         ams          blog/postulate.json:2
`,
  );
  await checkText(
    { 'a.md': 'text\n' },
    ['a.md'],
    `a.md
  site         none found
  markdown     raw          assumed
  math         mathjax4     assumed
  tags         ams          assumed
`,
  );
});

it('has a stable form for programs', async () => {
  const files = {
    'hugo.toml':
      '[markup.goldmark.extensions.passthrough]\nenable = true\n[markup.goldmark.extensions.passthrough.delimiters]\nblock = [["$$", "$$"]]\n',
  };
  const { code, output } = await runCli(await makeFolder(files), ['site', '--format', 'json', '.']);
  expect(code).toBe(0);
  expect(JSON.parse(output)).toEqual({
    version: 1,
    sites: [
      {
        path: '.',
        generator: 'Hugo',
        markdown: 'goldmark',
        math: 'mathjax4',
        tags: 'ams',
        passthrough: ['$$'],
        typographer: null,
        from: {
          generator: 'hugo.toml:1',
          markdown: 'hugo.toml:4',
          math: null,
          tags: null,
          passthrough: 'hugo.toml:4',
          typographer: null,
        },
      },
    ],
  });
});

it('takes over from Hugo that quotes stay as they are', async () => {
  const typographer = '[markup.goldmark.extensions]\ntypographer = false\n';
  const post = "So $f'(x)$ is.\n";
  const check = async (config: string, more: Files = {}): Promise<string> => {
    const katex =
      '<script src="https://cdn.jsdelivr.net/npm/katex@0.16.9/dist/katex.min.js"></script>';
    const files = { 'hugo.toml': config, 'layouts/math.html': katex, 'content/a.md': post };
    const folder = await makeFolder({ ...files, ...more });
    return (await runCli(folder, ['check', '--format', 'unix', '.'])).output;
  };
  expect(await check('')).toContain('engine.smart-quotes');
  expect(await check(typographer)).toBe('');
  // As newer versions write it.
  const table = '[markup.goldmark.extensions.typographer]\n';
  expect(await check(`${table}disable = true\n`)).toBe('');
  expect(await check(`${table}disable = false\n`)).toContain('engine.smart-quotes');
  // Also where the blog itself names the engine.
  const named = { 'postulate.json': '{"site":{"markdown":"goldmark"}}' };
  expect(await check('', named)).toContain('engine.smart-quotes');
  expect(await check(typographer, named)).toBe('');
});

it('refuses a path that is not there', async () => {
  const { code, output, errors } = await runCli(await makeFolder({}), ['site', 'none']);
  expect({ code, output }).toEqual({ code: 2, output: '' });
  expect(errors).toContain('none');
});

it('is what other commands read posts with', async () => {
  const { output } = await runCli(await makeFolder(jekyll), [
    ...['labels', '--format', 'json', 'blog/_posts/a.md'],
  ]);
  const { posts } = JSON.parse(output) as {
    posts: { displays: { rows: { number: string | null; labels: string[] }[] }[] }[];
  };
  // kramdown leaves half of the backslashes, and MathJax without tags numbers nothing.
  expect(posts[0]?.displays[0]?.rows).toEqual([{ number: null, labels: ['eq:a'] }]);
});
