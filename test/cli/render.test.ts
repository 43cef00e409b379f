// `postulate render`: the page it writes, and what it says when it cannot.
import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder, runCli } from '../support/cli.js';

const post = '# 标题\n\n由$\\eqref{a}$\n\\begin{equation}x\\label{a}\\end{equation}\n\n$\\R$\n';

it('writes one page with its numbers, styles and fonts in it', async () => {
  const config = JSON.stringify({ macros: { '\\R': '\\mathbb{R}' } });
  const folder = await makeFolder({ 'post.md': post, 'postulate.json': config });
  const { code, errors } = await runCli(folder, ['render', 'post.md', '-o', 'page.html']);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  const page = await readFile(path.join(folder, 'page.html'), 'utf8');
  expect(page).toContain('<title>标题</title>');
  expect(page).toContain('<a class="eq-ref" href="#mjx-eqn%3Aa">(1)</a>');
  expect(page).toContain('<span class="eq-number" id="mjx-eqn:a">(1)</span>');
  expect(page).toContain('src:url(data:font/woff2;base64,');
  expect(page).not.toMatch(/url\(fonts|math-error-reason">|<script|<link/);
});

it('has the macros of the files that postulate.json names', async () => {
  const folder = await makeFolder({
    'post.md': '$\\R$ and $\\vec x$\n',
    'postulate.json': JSON.stringify({ macroFiles: 'macros.tex' }),
    'macros.tex': '\\newcommand{\\R}{\\mathbf{Reals}}\n\\renewcommand{\\vec}[2]{}\\def\n',
  });
  const { code, output, errors } = await runCli(folder, ['render', 'post.md']);
  expect(code).toBe(0);
  expect(errors).toMatch(/^macros\.tex:2: This \\def /);
  expect(output).toContain('Reals');
});

it('shows the values of the post as the preview does', async () => {
  const text =
    '```eval\nset digits 9\nx = [3, 4]\n\\pi\n2 \\ge 3\n1/0\n```\n\n' +
    'so $\\|x\\|$<!--= -->, $1+1$<!--= 3 -->, $1<2$<!--= --> and $2+2=5$\n';
  const folder = await makeFolder({ 'post.md': text });
  const { code, output } = await runCli(folder, ['render', 'post.md']);
  expect(code).toBe(0);
  const values = [...output.matchAll(/<span class="eval-value (\w+)"[^>]*>([^<]*)<\/span>/g)];
  expect(values.map(([, state, shown]) => `${state} ${shown}`)).toEqual([
    'value = 3.14159265',
    'fails ✗ 2 ≱ 3',
    'value = 5',
    'fails ✗ 2 ≠ 3',
    'holds ✓',
    'value = 2',
  ]);
});

it('holds the pictures of the post, and says which it cannot hold', async () => {
  const picture = (letter: string): string => `data:image/png;base64,${btoa(letter)}`;
  const text =
    '![a&b](img/a%20b.png "t") ![again](img/a%20b.png)\n\n<img alt="x>" src="/root.PNG?v=1">\n\n' +
    '![gone](gone.png) ![far](https://example.org/x.png) ![doc](post.md) ![large](large.png)\n\n' +
    `![own](${picture('own')}) \`<img src="code.png">\`\n`;
  const folder = await makeFolder({
    'postulate.json': '{}',
    'posts/post.md': text,
    'posts/img/a b.png': 'ab',
    'posts/large.png': 'x'.repeat(2000),
    'root.PNG': 'root',
  });
  const words = ['render', 'posts/post.md', '--max-size', '0.001'];
  const { code, output, errors } = await runCli(folder, words);
  expect(code).toBe(0);
  expect([...output.matchAll(/<img[^>]*? src="([^"]*)"/g)].map(([, source]) => source)).toEqual([
    picture('ab'),
    picture('ab'),
    picture('root'),
    'gone.png',
    '',
    'post.md',
    'large.png',
    picture('own'),
  ]);
  expect(errors.split('\n')).toEqual([
    'posts/post.md: the picture gone.png cannot be read (ENOENT) and is not in the page. Correct its address.',
    'posts/post.md: the picture https://example.org/x.png is of the network: the page neither holds nor loads it. Save it beside the post, or add --remote-images.',
    'posts/post.md: post.md is no picture that a page can hold, by its ending. Use .png, .jpg, .gif, .svg or .webp.',
    'posts/post.md: the picture large.png is not in the page, since it has 0.1 MB and the limit is 0.001 MB. Make it smaller, or raise the limit: --max-size 0.1.',
    '',
  ]);
  const loaded = await runCli(folder, [...words, '--remote-images']);
  expect(loaded.errors).toContain('x.png stays on the network, and readers load it from there.');
});

it('reads standard input and writes standard output', async () => {
  const folder = await makeFolder({});
  const { code, output } = await runCli(folder, ['render', '-'], { input: post });
  expect(code).toBe(0);
  expect(output.startsWith('<!DOCTYPE html>')).toBe(true);
});

it('says what it cannot do', async () => {
  const folder = await makeFolder({ 'a.md': 'a', 'b.md': 'b' });
  const run = async (...words: readonly string[]): Promise<readonly [number, string]> => {
    const { code, errors } = await runCli(folder, ['render', ...words]);
    return [code, errors];
  };
  expect(await run('.')).toEqual([2, '.: this names several posts. Name one.\n']);
  expect((await run('none.md'))[0]).toBe(2);
  expect(await run('a.md', '-o', 'no/such/folder.html')).toEqual([
    2,
    'no/such/folder.html: cannot be written (ENOENT). Choose another file after -o.\n',
  ]);
});

it('holds no picture that lies elsewhere, under whatever name', async () => {
  const folder = await makeFolder({
    'blog/postulate.json': '{}',
    'blog/post.md': '![a](../out.png) ![b](link.png) ![c](..%2fout.png) ![d](up/out.png)\n',
    'out.png': 'secret',
  });
  const blog = path.join(folder, 'blog');
  await symlink(path.join(folder, 'out.png'), path.join(blog, 'link.png'));
  await symlink(folder, path.join(blog, 'up'));
  const { code, output, errors } = await runCli(blog, ['render', 'post.md']);
  expect(code).toBe(0);
  expect(output).not.toContain(btoa('secret'));
  expect(errors.match(/lies outside of/g)).toHaveLength(4);
  // What the writer works in is his own.
  expect((await runCli(folder, ['render', 'blog/post.md'])).output).toContain(btoa('secret'));
});

it('asks no other machine for a picture, however its address is written', async () => {
  const post =
    '![a](https://example.org/x.png) ![b](//example.org/x.png)\n\n' +
    '<img src="\\\\example.org\\x.png?a=1&amp;b=2"> <img src=" /\\example.org/x.png">\n';
  const folder = await makeFolder({ 'post.md': post });
  const addresses = async (
    ...more: readonly string[]
  ): Promise<readonly (string | undefined)[]> => {
    const { output } = await runCli(folder, ['render', 'post.md', ...more]);
    return [...output.matchAll(/<img src="([^"]*)"/g)].map((found) => found[1]);
  };
  expect(await addresses()).toEqual(['', '', '', '']);
  expect(await addresses('--remote-images')).toEqual([
    'https://example.org/x.png',
    'https://example.org/x.png',
    'https://example.org/x.png?a=1&amp;b=2',
    'https://example.org/x.png',
  ]);
});

it('does not wait for a picture that is no file', async () => {
  const folder = await makeFolder({ 'post.md': '![a](folder.png)\n', 'folder.png/x.md': '' });
  const { code, errors } = await runCli(folder, ['render', 'post.md']);
  expect(code).toBe(0);
  expect(errors).toContain('folder.png is no file');
});

it('never takes the place of the post', async () => {
  const folder = await makeFolder({ 'post.md': post });
  await symlink(path.join(folder, 'post.md'), path.join(folder, 'page.html'));
  for (const output of ['post.md', './post.md', 'page.html']) {
    const { code, errors } = await runCli(folder, ['render', 'post.md', '-o', output]);
    expect(code).toBe(2);
    expect(errors).toContain('the page would take the place of the post');
  }
  expect(await readFile(path.join(folder, 'post.md'), 'utf8')).toBe(post);
});
