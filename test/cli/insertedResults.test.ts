// Tables and pictures of results in posts: told when they are stale, brought up to date by `eval --update`.
import { chmod, lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, runCli, type CliRun } from '../support/cli.js';

const raw = String.raw;

const plot = raw`plot \sin(nt), t,\ t \in [0, 7]`;
const table = raw`table L(p,\gamma),\ p \in \{0.1,0.5\},\ \gamma \in \{0,1\}`;

function post(n: number, below: string): string {
  return raw`# Post

${'```'}eval
n = ${n}
${plot}
L(p,\gamma) = -n(1-p)^\gamma \log p
${table}
x = [3, 4]
n|x|
${'```'}

${below}
`;
}

const tableComment = `<!-- eval-result: ${table} -->`;
const freshTable = raw`| $p$ | $\gamma = 0$ | $\gamma = 1$ |
| --- | ---: | ---: |
| 0.1 | 2.30259 | 2.07233 |
| 0.5 | 0.693147 | 0.346574 |`;
const plotComment = `<!-- eval-result: ${plot} -->`;
const picture = `${plotComment}

![The sine](img/post-plot-1.svg)`;
const both = `${tableComment}\n\n${freshTable}\n\n${picture}`;

function evaluate(folder: string, ...words: readonly string[]): Promise<CliRun> {
  return runCli(folder, ['eval', ...words, 'post.md']);
}

function textOf(folder: string, file: string): Promise<string> {
  return readFile(path.join(folder, file), 'utf8');
}

/** A folder with a post whose table and picture are fresh. */
async function freshFolder(): Promise<string> {
  const folder = await makeFolder({ 'post.md': post(1, both) });
  await evaluate(folder, '--update');
  return folder;
}

describe('a table and a picture', () => {
  it('are fresh once they are written, and say nothing then', async () => {
    const folder = await makeFolder({ 'post.md': post(1, both) });
    const before = await evaluate(folder);
    expect(before.code).toBe(1);
    expect(before.output).toContain('There is no picture img/post-plot-1.svg; update to write');
    const { code, output, errors } = await evaluate(folder, '--update');
    expect({ code, errors }).toEqual({
      code: 0,
      errors: 'post.md: picture written: img/post-plot-1.svg.\n',
    });
    expect(output).not.toContain('✗');
    expect(await textOf(folder, 'post.md')).toBe(post(1, both));
    expect((await runCli(folder, ['check', '.'])).code).toBe(0);
  });

  it('are stale where the numbers are others, and fresh again by --update', async () => {
    const folder = await freshFolder();
    await writeFile(path.join(folder, 'post.md'), post(2, both));
    const stale = await evaluate(folder);
    expect(stale.code).toBe(1);
    expect(stale.output).toContain(`post.md:12:1  ✗ ${table}  (The table below does not say`);
    expect(stale.output).toContain(
      `post.md:19:1  ✗ ${plot}  (The picture img/post-plot-1.svg does not show`,
    );
    const check = await runCli(folder, ['check', '--format', 'unix', '.']);
    expect(check.code).toBe(1);
    expect(check.output).toMatch(/^post\.md:12:1: error: The table below .* \[eval\.claim\]$/m);
    expect(check.output).toMatch(/^post\.md:19:1: error: The picture .* \[eval\.claim\]$/m);
    const { code, errors } = await evaluate(folder, '--update');
    expect({ code, errors }).toEqual({
      code: 0,
      errors: 'post.md: picture written: img/post-plot-1.svg.\npost.md: values updated: 1.\n',
    });
    expect(await textOf(folder, 'post.md')).toContain('| 0.1 | 4.60517 | 4.14465 |');
    expect((await evaluate(folder)).code).toBe(0);
  });

  it('stay fresh where the post changes around them, and a table is aligned and padded', async () => {
    const folder = await freshFolder();
    const padded = freshTable.replace('| --- | ---: | ---: |', '|:---:|:------|:-----|');
    const other = post(1, both.replace(freshTable, padded.replaceAll(' | ', '   |   ')));
    await writeFile(path.join(folder, 'post.md'), other.replace('x = [3, 4]', 'x = [4, 4]'));
    expect((await evaluate(folder)).code).toBe(0);
  });

  it('keep the alignment of the writer', async () => {
    const aligned = both.replace('| --- | ---: | ---: |', '| :-- | :-: | :-: |');
    const folder = await makeFolder({ 'post.md': post(2, aligned) });
    await evaluate(folder, '--update');
    expect(await textOf(folder, 'post.md')).toContain('| :-- | :-: | :-: |\n| 0.1 | 4.60517 |');
  });

  it('follow the statement where another has taken its place', async () => {
    const folder = await freshFolder();
    const now = raw`plot \cos(nt), t,\ t \in [0, 7]`;
    await writeFile(path.join(folder, 'post.md'), post(1, both).replace(plot, now));
    const stale = await evaluate(folder);
    expect(stale.output).toContain(`The worksheet says ${now} now, not ${plot}`);
    await evaluate(folder, '--update');
    expect(await textOf(folder, 'post.md')).toContain(`<!-- eval-result: ${now} -->`);
    expect((await evaluate(folder)).code).toBe(0);
  });

  it('are left to the writer where nobody says which statement is meant', async () => {
    const folder = await freshFolder();
    const two = raw`plot t^2,\ t \in [0, 1]` + '\n' + raw`plot t^3,\ t \in [0, 1]`;
    const text = post(1, both).replace(plot, two);
    await writeFile(path.join(folder, 'post.md'), text);
    const { code, output } = await evaluate(folder, '--update');
    expect(code).toBe(1);
    expect(output).toContain(`No worksheet of this post says ${plot}`);
    expect(await textOf(folder, 'post.md')).toBe(text);
  });

  it('say nothing where their statement cannot be computed: that is told at its place', async () => {
    const folder = await freshFolder();
    const text = post(1, both).replace('n = 1', '');
    await writeFile(path.join(folder, 'post.md'), text);
    const { code, output } = await evaluate(folder);
    expect(code).toBe(0);
    expect(output).toContain('n is not bound');
    expect(output).not.toContain('below');
  });
});

describe('a table', () => {
  it('of several queries has a column for each', async () => {
    const comment = '<!-- eval-result: x ;; n|x| -->';
    const folder = await makeFolder({ 'post.md': post(2, `${comment}\n\nText.`) });
    const { errors } = await evaluate(folder, '--update');
    expect(errors).toBe('');
    const text = await textOf(folder, 'post.md');
    expect(text).toBe(post(2, `${comment}\n\nText.`));
  });

  it('is written anew where it is gone', async () => {
    const folder = await makeFolder({ 'post.md': post(2, '<!-- eval-result: n|x| -->\n\nText.') });
    expect((await evaluate(folder)).output).toContain('There is no table below this comment');
    await evaluate(folder, '--update');
    const written =
      '<!-- eval-result: n|x| -->\n\n| $n\\vert x\\vert$ |\n| ---: |\n| 6 |\n| 8 |\n\nText.';
    expect(await textOf(folder, 'post.md')).toBe(post(2, written));
    expect((await evaluate(folder)).code).toBe(0);
  });

  it('keeps the byte order mark and the ends of lines', async () => {
    const text = `\uFEFF${post(2, both)}`.replaceAll('\n', '\r\n');
    const folder = await makeFolder({ 'post.md': text });
    await evaluate(folder, '--update');
    const written = await textOf(folder, 'post.md');
    expect(written).toBe(
      `\uFEFF${post(2, both)}`
        .replace('2.30259 | 2.07233', '4.60517 | 4.14465')
        .replace('0.693147 | 0.346574', '1.38629 | 0.693147')
        .replaceAll('\n', '\r\n'),
    );
    expect((await evaluate(folder)).code).toBe(0);
  });
});

describe('a picture', () => {
  it('that is gone is written anew, folder and all', async () => {
    const folder = await freshFolder();
    await rm(path.join(folder, 'img'), { recursive: true });
    expect((await evaluate(folder)).code).toBe(1);
    expect((await evaluate(folder, '--update')).code).toBe(0);
    expect(await readdir(path.join(folder, 'img'))).toEqual(['post-plot-1.svg']);
  });

  it.each([
    ['another SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['no text', Uint8Array.of(0xff, 0xfe, 0)],
  ])('of somebody else is left as it is: %s', async (_, bytes) => {
    const folder = await makeFolder({ 'post.md': post(1, both), 'img/post-plot-1.svg': bytes });
    const { code, output } = await evaluate(folder, '--update');
    expect(code).toBe(1);
    expect(output).toContain('Postulate did not write img/post-plot-1.svg');
    expect(await readFile(path.join(folder, 'img/post-plot-1.svg'))).toEqual(Buffer.from(bytes));
  });

  it('is never written through a link, nor out of the blog', async () => {
    const elsewhere = await makeFolder({});
    const folder = await makeFolder({ 'post.md': post(1, both) });
    await symlink(elsewhere, path.join(folder, 'img'));
    expect((await evaluate(folder, '--update')).code).toBe(1);
    const outside = both.replace('img/', '../');
    await rm(path.join(folder, 'img'));
    await writeFile(path.join(folder, 'post.md'), post(1, outside));
    const { code, output } = await evaluate(folder, '--update');
    expect(code).toBe(1);
    expect(output).toContain('Postulate did not write ../post-plot-1.svg');
    expect(await readdir(elsewhere)).toEqual([]);
    await mkdir(path.join(folder, 'img'));
    const target = path.join(elsewhere, 'gone.svg');
    await symlink(target, path.join(folder, 'img/post-plot-1.svg'));
    await writeFile(path.join(folder, 'post.md'), post(1, both));
    expect((await evaluate(folder, '--update')).code).toBe(1);
    expect((await lstat(path.join(folder, 'img/post-plot-1.svg'))).isSymbolicLink()).toBe(true);
    expect(await readdir(elsewhere)).toEqual([]);
  });

  it('that may not be written is said to be so, and stays stale', async () => {
    const folder = await freshFolder();
    const file = path.join(folder, 'img/post-plot-1.svg');
    const before = await readFile(file, 'utf8');
    await chmod(file, 0o444);
    await writeFile(path.join(folder, 'post.md'), post(2, both));
    const { code, errors } = await evaluate(folder, '--update');
    if (process.getuid?.() === 0) {
      expect(code).toBe(0);
    } else {
      expect(code).toBe(1);
      expect(errors).toContain('the picture img/post-plot-1.svg cannot be written (EACCES)');
      expect(await readFile(file, 'utf8')).toBe(before);
    }
    expect(await readdir(path.join(folder, 'img'))).toEqual(['post-plot-1.svg']);
  });

  it('is not drawn anew for another drawing of the same numbers', async () => {
    const folder = await freshFolder();
    const file = path.join(folder, 'img/post-plot-1.svg');
    const drawn = await readFile(file, 'utf8');
    await writeFile(file, drawn.replace(/<path [^]*<\/svg>/, '</svg>'));
    expect((await evaluate(folder)).code).toBe(0);
  });

  it('needs nothing beside itself, and does nothing', async () => {
    const drawn = await textOf(await freshFolder(), 'img/post-plot-1.svg');
    expect(drawn).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
    expect(drawn.slice(50)).not.toMatch(
      /https?:|<script|<style|<foreignObject|\bon\w+=|url\(|var\(|currentColor|href/,
    );
    expect(drawn).toContain('<title>sin (nt), t, t in (0, 7)</title>');
  });
});

it('of a post from standard input updates the table and writes no picture', async () => {
  const folder = await makeFolder({});
  const run = await runCli(folder, ['eval', '--update', '-'], { input: post(2, both) });
  expect(run.output).toContain('| 0.1 | 4.60517 | 4.14465 |');
  expect(run.code).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

it('are JSON results of their own, with what is wrong as the message', async () => {
  const folder = await freshFolder();
  await writeFile(path.join(folder, 'post.md'), post(2, both));
  const { output } = await evaluate(folder, '--format', 'json');
  const { posts } = JSON.parse(output) as { posts: { results: Record<string, unknown>[] }[] };
  expect(posts[0]?.results.slice(-2)).toMatchObject([
    { line: 12, column: 1, kind: 'table', source: table, value: null, verdict: 'fails' },
    { line: 19, column: 1, kind: 'plot', source: plot, value: null, verdict: 'fails' },
  ]);
});

describe('what is not ours', () => {
  it.each(['{: .table}', ': A caption', 'after $1+1$<!--= 2 -->', 'Table: $|x|$'])(
    'stays directly under a table: %s',
    async (line) => {
      const folder = await makeFolder({
        'post.md': post(1, `${tableComment}\n\n${freshTable}\n${line}`),
      });
      expect((await evaluate(folder)).code).toBe(0);
      await writeFile(
        path.join(folder, 'post.md'),
        post(2, `${tableComment}\n\n${freshTable}\n${line}`),
      );
      expect((await evaluate(folder, '--update')).code).toBe(0);
      expect(await textOf(folder, 'post.md')).toContain(`0.693147 |\n${line}\n`);
    },
  );

  it('is a table with other headings, below which the comment lost its own', async () => {
    const own = '| old |\n| --- |\n| mine |';
    const folder = await makeFolder({ 'post.md': post(1, `${tableComment}\n\n${own}`) });
    expect((await evaluate(folder)).output).toContain('There is no table below this comment');
    await evaluate(folder, '--update');
    expect(await textOf(folder, 'post.md')).toContain(`${tableComment}\n\n${freshTable}\n\n${own}`);
    expect((await evaluate(folder)).code).toBe(0);
  });

  it('is the picture of another plot', async () => {
    const folder = await freshFolder();
    const other = raw`plot t^2,\ t \in [0, 1]`;
    const text = `\`\`\`eval\n${other}\n\`\`\`\n\n<!-- eval-result: ${other} -->\n\n![t](img/post-plot-1.svg)\n`;
    await writeFile(path.join(folder, 'other.md'), text);
    const before = await textOf(folder, 'img/post-plot-1.svg');
    const { code, output } = await runCli(folder, ['eval', '--update', 'other.md']);
    expect(code).toBe(1);
    expect(output).toContain(`img/post-plot-1.svg shows ${plot}`);
    expect(await textOf(folder, 'img/post-plot-1.svg')).toBe(before);
  });
});

it('knows a statement again that is spaced and ended in another way', async () => {
  const spaced = tableComment.replace('0.1,0.5', '0.1, 0.5').replace(raw`\ p`, raw`\ p `);
  const ended = post(1, `${spaced}\n\n${freshTable}`).replace(`${table}\n`, `${table},\n`);
  const folder = await makeFolder({ 'post.md': ended });
  expect(await evaluate(folder)).toMatchObject({ code: 0 });
});
