// `postulate labels`: what it prints for posts, folders, standard input and mistakes.
import { describe, expect, it } from 'vitest';
import { makeFolder, runCli, type Files } from '../support/cli.js';

const raw = String.raw;

const post = `---
title: 一篇文章
---
文，见式$\\eqref{eq:b}$和\\ref{nowhere}。

𝒜 \\begin{align}a&=b\\label{eq:a}\\\\&=c\\label{eq:b}\\\\&=d\\notag\\end{align}
`;

const listed = {
  title: '一篇文章',
  displays: [
    {
      environment: 'align',
      line: 6,
      column: 4,
      error: null,
      rows: [
        { number: '1', labels: ['eq:a'] },
        { number: '2', labels: ['eq:b'] },
        { number: null, labels: [] },
      ],
    },
  ],
};

const references = (file: string) => [
  { command: 'eqref', target: 'eq:b', line: 4, column: 6, number: '2', file },
  { command: 'ref', target: 'nowhere', line: 4, column: 20, number: null, file: null },
];

async function checkJson(files: Files, words: readonly string[], expected: unknown): Promise<void> {
  const { code, output, errors } = await runCli(await makeFolder(files), [
    'labels',
    '--format',
    'json',
    ...words,
  ]);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(JSON.parse(output)).toEqual({ version: 1, posts: expected });
}

describe('as JSON', () => {
  it('lists displays and references with their places', async () => {
    await checkJson(
      { 'a.md': post },
      ['a.md'],
      [{ file: 'a.md', ...listed, references: references('a.md') }],
    );
  });

  it('drops a byte order mark and keeps CRLF', async () => {
    await checkJson(
      { 'a.md': `\uFEFF${post.replaceAll('\n', '\r\n')}` },
      ['a.md'],
      [{ file: 'a.md', ...listed, references: references('a.md') }],
    );
  });

  it('names the error of a display', async () => {
    const text = raw`\begin{equation}a\label{x}\label{y}\end{equation} \eqref{x}`;
    await checkJson(
      { 'a.md': text },
      ['a.md'],
      [
        {
          file: 'a.md',
          title: null,
          displays: [
            {
              environment: 'equation',
              line: 1,
              column: 1,
              error: 'multiple-labels',
              rows: [{ number: null, labels: ['x', 'y'] }],
            },
          ],
          references: [
            { command: 'eqref', target: 'x', line: 1, column: 51, number: null, file: null },
          ],
        },
      ],
    );
  });

  it('walks folders for posts and passes over what is none', async () => {
    const files = {
      'blog/b.markdown': '# B',
      'blog/deep/a.MD': '# A',
      'blog/node_modules/x/c.md': '# C',
      'blog/.obsidian/c.md': '# C',
      'blog/vendor/c.md': '# C',
      'blog/themes/t/c.md': '# C',
      'blog/public/c.md': '# C',
      'blog/_site/c.md': '# C',
      'blog/.trash/c.md': '# C',
      'blog/c.txt': '# C',
    };
    const empty = { displays: [], references: [] };
    await checkJson(
      files,
      ['blog', 'blog/b.markdown'],
      [
        { file: 'blog/b.markdown', title: 'B', ...empty },
        { file: 'blog/deep/a.MD', title: 'A', ...empty },
      ],
    );
  });

  it('follows links to equations of other posts', async () => {
    const files = {
      'a.md': `见[(1)](deep/b.md#eq:x)、[标题](deep/b.md#节)、[它](deep/b.md)和[(1)](#mjx-eqn%3Aeq%3Ay)。\n\n${raw`\begin{equation}a\label{eq:y}\end{equation}`}`,
      'deep/b.md': raw`\begin{align}a\\b\label{eq:x}\end{align}`,
    };
    const folder = await makeFolder(files);
    const { output } = await runCli(folder, ['labels', '--format', 'json', '.']);
    const { posts } = JSON.parse(output) as { posts: { references: unknown }[] };
    expect(posts[0]?.references).toEqual([
      { command: 'link', target: 'eq:x', line: 1, column: 2, number: '2', file: 'deep/b.md' },
      { command: 'link', target: 'eq:y', line: 1, column: 57, number: '1', file: 'a.md' },
    ]);
  });

  it('reads standard input', async () => {
    const folder = await makeFolder({});
    const words = ['labels', '--format', 'json', '-'];
    const { output } = await runCli(folder, words, { input: '# 标题' });
    expect(JSON.parse(output)).toEqual({
      version: 1,
      posts: [{ file: '-', title: '标题', displays: [], references: [] }],
    });
  });
});

describe('as text', () => {
  it('shows what readers see', async () => {
    const folder = await makeFolder({ 'a.md': post });
    const { output } = await runCli(folder, ['labels', 'a.md']);
    expect(output).toBe(
      [
        'a.md  一篇文章',
        '  6:4  align  (1) eq:a, (2) eq:b, -',
        '  4:6  \\eqref{eq:b}  (2)',
        '  4:20  \\ref{nowhere}  ???',
        '',
      ].join('\n'),
    );
  });
});

const equation = raw`\begin{equation}a\label{x}\end{equation} \RR`;

async function numbersOf(files: Files, words: readonly string[]): Promise<unknown> {
  const folder = await makeFolder(files);
  const { output } = await runCli(folder, ['labels', '--format', 'json', ...words]);
  const { posts } = JSON.parse(output) as {
    posts: { displays: { rows: { number: string | null }[] }[] }[];
  };
  return posts.map(({ displays }) => displays.map(({ rows }) => rows.map(({ number }) => number)));
}

describe('the configuration', () => {
  it('is the nearest above each post', async () => {
    const files = {
      'postulate.json': '{"site": {"tags": "none"}}',
      'a.md': equation,
      'deep/.postulate.json': '{"site": {"tags": "ams"}}',
      'deep/er/a.md': equation,
    };
    expect(await numbersOf(files, ['.'])).toEqual([[[null]], [['1']]]);
  });

  it('is that of --config for all', async () => {
    const files = {
      'postulate.json': '{"site": {"tags": "none"}}',
      'other/all.json': '{"site": {"tags": "all"}}',
      'a.md': `$$b$$\n\n${equation}`,
    };
    expect(await numbersOf(files, ['--config', 'other/all.json', 'a.md'])).toEqual([
      [['1'], ['2']],
    ]);
  });

  it('has overrides by file', async () => {
    const files = {
      'postulate.json': JSON.stringify({
        site: { tags: 'none' },
        overrides: [
          { files: '{new,newer}/**', site: { tags: 'ams' } },
          { files: ['newer/*.md'], site: { tags: 'all' } },
        ],
      }),
      'new/a.md': `$$b$$\n\n${equation}`,
      'newer/a.md': `$$b$$\n\n${equation}`,
      'old/a.md': `$$b$$\n\n${equation}`,
    };
    expect(await numbersOf(files, ['.'])).toEqual([
      [[null], ['1']],
      [['1'], ['2']],
      [[null], [null]],
    ]);
  });

  it('defines macros for all posts', async () => {
    const files = {
      'postulate.json': JSON.stringify({ macros: { '\\none': '\\notag', two: '#1\\\\#1' } }),
      'a.md': raw`\begin{align}\two{a}\\b\none\end{align}`,
    };
    expect(await numbersOf(files, ['a.md'])).toEqual([[['1', '2', null]]]);
  });

  it('reads macros from files, those of the configuration itself last', async () => {
    const files = {
      'blog/postulate.json': JSON.stringify({
        macroFiles: ['tex/a.tex', '../b.sty'],
        macros: { '\\two': '#1\\\\#1' },
      }),
      'blog/tex/a.tex': raw`\newcommand{\none}{}\newcommand{\two}{x}`,
      'b.sty': raw`\renewcommand\none{\notag}`,
      'blog/a.md': raw`\begin{align}\two{a}\\b\none\end{align}`,
    };
    expect(await numbersOf(files, ['blog/a.md'])).toEqual([[['1', '2', null]]]);
  });
});

async function checkFailure(
  files: Files,
  words: readonly string[],
  ...errors: readonly string[]
): Promise<void> {
  const run = await runCli(await makeFolder(files), words);
  expect(run.code).toBe(2);
  expect(run.output).toBe('');
  for (const error of errors) expect(run.errors).toContain(error);
}

describe('mistakes', () => {
  it('ends with 2 where a path is missing', async () => {
    await checkFailure({ 'a.md': 'a' }, ['labels', 'a.md', 'nowhere'], 'nowhere: there is no such');
  });

  it('ends with 2 where the words are wrong', async () => {
    await checkFailure({}, ['labels'], 'paths');
    await checkFailure({ 'a.md': '' }, ['labels', '--format', 'xml', 'a.md'], 'pretty, json');
    await checkFailure({}, ['lables'], 'labels');
  });

  it('says which definitions of a file of macros it leaves out, and goes on', async () => {
    const folder = await makeFolder({
      'postulate.json': '{"macroFiles": "macros.tex"}',
      'macros.tex': '\\newcommand{\\a}{\n\\newcommand{\\b}{\\tag{B}}\n',
      'a.md': '$$x\\b$$\n',
    });
    for (const command of ['labels', 'check', 'eval']) {
      const { code, output, errors } = await runCli(folder, [command, 'a.md']);
      expect(code).toBe(0);
      expect(errors).toBe(
        'macros.tex:1: A brace of this \\newcommand is not closed: the definition is left out. Add the missing }.\n',
      );
      if (command === 'labels') expect(output).toContain('(B)');
    }
    const { errors } = await runCli(folder, ['labels', 'a.md'], { language: 'zh-cn' });
    expect(errors).toContain('macros.tex:1: 这个 \\newcommand 有一个花括号没有闭合');
  });

  it('ends with 2 where a file of macros cannot be read', async () => {
    const files = {
      'in/postulate.json':
        '{"macroFiles": [\n"none.tex", "/etc/a.tex", "../../a.tex", "a.md",\n"no.tex"]}',
      'in/no.tex': Uint8Array.from([0xff]),
      'in/a.md': '',
    };
    await checkFailure(
      files,
      ['labels', 'in/a.md'],
      'in/postulate.json:2: There is no file none.tex',
      'in/postulate.json:2: /etc/a.tex is outside',
      'in/postulate.json:2: a.md does not end in .tex',
      'in/postulate.json:3: no.tex is no text',
    );
  });

  it('ends with 2 where the configuration is wrong', async () => {
    const words = ['labels', 'a.md'];
    await checkFailure(
      { 'a.md': '', 'postulate.json': '{' },
      words,
      'postulate.json: this is not JSON',
    );
    await checkFailure(
      {
        'a.md': '',
        'postulate.json': '{\n"site": {"math": "latex", "tag": "ams"},\n"overrides": 3}',
      },
      words,
      'postulate.json:2: site.math is latex, but should be one of mathjax4',
      'postulate.json:2: site.tag means nothing here',
      'postulate.json:3: overrides should be an array',
    );
    await checkFailure(
      { 'a.md': '' },
      [...words, '--config', 'c.json'],
      'c.json: there is no such',
    );
  });

  it('speaks Chinese', async () => {
    const folder = await makeFolder({});
    const { errors } = await runCli(folder, ['labels', 'nowhere'], { language: 'zh-cn' });
    expect(errors).toContain('没有这个文件或文件夹');
  });

  it('reports a post that is not UTF-8, and goes on', async () => {
    const folder = await makeFolder({ 'a.md': '# A', 'b.md': new Uint8Array([0xb1, 0xea, 0xcc]) });
    const { code, output, errors } = await runCli(folder, ['labels', '.']);
    expect({ code, output }).toEqual({ code: 0, output: 'a.md  A\n' });
    expect(errors).toContain('b.md: skipped, since it is not UTF-8');
  });
});
