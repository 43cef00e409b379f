// The worksheet in a file of its own beside a post, through the commands.
import { execFileSync } from 'node:child_process';
import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, runCli, type CliRun, type Files } from '../support/cli.js';

const post = 'The mean $\\bar x$<!--= 2.5 -->.\n';
const worksheet = 'x = [1, 2]\nx_1 + x_2\nu\n';

async function runOn(files: Files, ...words: readonly string[]): Promise<CliRun> {
  return runCli(await makeFolder(files), words);
}

interface Listed {
  readonly posts: readonly {
    readonly file: string;
    readonly results: readonly Record<string, unknown>[];
  }[];
}

describe('eval', () => {
  it.each(['a.md', 'a.eval', '.'])('%s: one scope, each result with its file', async (name) => {
    const run = await runOn({ 'a.md': post, 'a.eval': worksheet }, 'eval', '--format=json', name);
    const { posts } = JSON.parse(run.output) as Listed;
    expect(posts).toHaveLength(1);
    expect(posts[0]?.file).toBe('a.md');
    expect(posts[0]?.results).toMatchObject([
      { file: 'a.md', line: 1, column: 10, value: 1.5, expected: 2.5, verdict: 'fails' },
      { file: 'a.eval', line: 2, column: 1, value: 3 },
      { file: 'a.eval', line: 3, problems: [{ file: 'a.eval', line: 3, column: 1, endColumn: 2 }] },
    ]);
    expect(run.code).toBe(1);
  });

  it('says for people where each stands', async () => {
    const { output } = await runOn({ 'b/a.md': post, 'b/a.eval': worksheet }, 'eval', 'b/a.md');
    expect(output).toMatch(/^b\/a\.md:1:10 {2}✗/m);
    expect(output).toMatch(/^b\/a\.eval:2:1 {2}x_1 \+ x_2 = 3$/m);
    expect(output).toMatch(/^b\/a\.eval:3:1 {2}u {2}! u is not bound/m);
  });

  it('evaluates a post once that is named by both files', async () => {
    const run = await runOn(
      { 'a.markdown': post, 'a.eval': worksheet },
      ...['eval', '--format=json', 'a.eval', 'a.markdown'],
    );
    expect((JSON.parse(run.output) as Listed).posts).toHaveLength(1);
  });

  it('updates stale values by what the file binds', async () => {
    const folder = await makeFolder({ 'a.md': post, 'a.eval': 'x = [1, 2]\n' });
    const { code } = await runCli(folder, ['eval', '--update', 'a.eval']);
    expect(code).toBe(0);
    expect(await readFile(path.join(folder, 'a.md'), 'utf8')).toContain('<!--= 1.5 -->');
    expect(await readFile(path.join(folder, 'a.eval'), 'utf8')).toBe('x = [1, 2]\n');
  });

  it('refuses a worksheet without a post', async () => {
    const { code, errors } = await runOn({ 'a.eval': worksheet }, 'eval', 'a.eval');
    expect(code).toBe(2);
    expect(errors).toMatch(/^a\.eval: There is no post a\.md beside this worksheet/);
  });
});

it('leaves the page of readers as it is, but for the values of its marks', async () => {
  const folder = await makeFolder({ 'a.md': '$\\bar x$<!--= -->\n', 'a.eval': worksheet });
  const { output } = await runCli(folder, ['render', 'a.md']);
  expect(output).toContain('= 1.5');
  expect(output).not.toContain('x_1 + x_2');
});

describe('check', () => {
  it('reports findings in their files', async () => {
    const files = { 'a.md': post, 'a.eval': `${worksheet}x_1 = 2\n` };
    const { code, output } = await runOn(files, 'check', '--format', 'json', '.');
    const { findings, summary } = JSON.parse(output) as Record<string, unknown>;
    expect(findings).toMatchObject([
      { file: 'a.md', rule: 'eval.claim', line: 1 },
      { file: 'a.eval', rule: 'eval.problem', line: 3, column: 1 },
      { file: 'a.eval', rule: 'eval.claim', line: 4, column: 1 },
    ]);
    expect(summary).toMatchObject({ error: 2, warning: 1 });
    expect(code).toBe(1);
  });

  it('shows the line of the worksheet', async () => {
    const { output } = await runOn({ 'a.md': '# A\n', 'a.eval': 'u\n' }, 'check', 'a.md');
    expect(output).toMatch(/^a\.eval\n {2}1:1 .*\n.*1 \| u$/m);
  });

  it('keeps its findings in a baseline', async () => {
    const folder = await makeFolder({ 'a.md': '# A\n', 'a.eval': 'u\n' });
    await runCli(folder, ['check', '--write-baseline', 'base.json', '.']);
    const before = await runCli(folder, ['check', '--baseline', 'base.json', '.']);
    expect(before.output).toMatch(/warnings: 0/);
  });
});

const invalid = Uint8Array.of(0x78, 0x3d, 0xff, 0xfe);

describe('a worksheet that cannot be read', () => {
  const cases = [
    ['not UTF-8', invalid, [], /not text in the encoding/],
    ['too large', 'x'.repeat(30_000), ['--max-size', '0.01'], /has 0\.1 MB and the limit is 0\.01/],
  ] as const;

  it.each(cases)('%s: says so, and evaluates nothing', async (_, content, options, said) => {
    const files = { 'a.md': post, 'a.eval': content };
    const evaluated = await runOn(files, 'eval', '--format', 'json', ...options, 'a.md');
    expect(evaluated.errors).toMatch(said);
    expect((JSON.parse(evaluated.output) as Listed).posts).toEqual([]);
    const checked = await runOn(files, 'check', '--format', 'json', ...options, 'a.md');
    const { findings } = JSON.parse(checked.output) as Record<string, unknown>;
    expect(findings).toMatchObject([
      {
        file: 'a.eval',
        rule: 'eval.problem',
        line: 1,
        message: expect.stringMatching(said) as unknown,
      },
    ]);
    const folder = await makeFolder(files);
    await runCli(folder, ['eval', '--update', ...options, 'a.md']);
    expect(await readFile(path.join(folder, 'a.md'), 'utf8')).toBe(post);
  });

  it('a link, which may lead out of the folder, is not followed', async () => {
    const folder = await makeFolder({ 'blog/a.md': post, 'secret.txt': 'x = [1, 2]\n' });
    await symlink(path.join(folder, 'secret.txt'), path.join(folder, 'blog/a.eval'));
    const { errors, output } = await runCli(path.join(folder, 'blog'), ['eval', 'a.md']);
    expect(errors).toMatch(/^a\.eval: This is a link/);
    expect(output).toBe('');
  });

  it('a folder is none', async () => {
    const { errors } = await runOn({ 'a.md': post, 'a.eval/x.txt': '' }, 'eval', 'a.md');
    expect(errors).toMatch(/^a\.eval: This is a link or no file/);
  });
});

it('uses the labels that it names, of its post and of others', async () => {
  const labelled = (key: string): string => `$$x \\label{${key}}$$\n`;
  const unused = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const folder = await makeFolder({ 'postulate.json': '{}', ...files });
    const { output } = await runCli(folder, ['check', '.', '--format', 'json']);
    return [...output.matchAll(/Nothing refers to the label “([^”]*)”/g)].map(
      ([, key = '']) => key,
    );
  };
  const posts = { 'a.md': labelled('p'), 'c/b.md': labelled('q') };
  expect(await unused(posts)).toEqual(['p', 'q']);
  expect(await unused({ ...posts, 'a.eval': '\\eqref{p}\n\\eqref{c/b.md#q}\n' })).toEqual([]);
  const fence = '```eval\n\\eqref{../a.md#p}\n```\n';
  expect(await unused({ ...posts, 'c/d.md': fence })).toEqual(['q']);
  const unreadable = { ...posts, 'a.eval/x.txt': '' };
  expect(await unused(unreadable)).toEqual([]);
});

describe('a display of another post', () => {
  const b = '\\begin{equation}f(t) = t + 10\\label{eq:f}\\end{equation}\n';
  const a = '```eval\n\\eqref{../b.md#eq:f}\nf(1)\n```\n';

  it('is read beside the post, in the blog alone', async () => {
    const folder = await makeFolder({ 'postulate.json': '{}', 'b.md': b, 'c/a.md': a });
    const { output } = await runCli(folder, ['eval', 'c/a.md']);
    expect(output).toBe('c/a.md:3:1  f(1) = 11\n');
    const outside = await makeFolder({ 'b.md': b, 'c/a.md': a });
    const refused = await runCli(outside, ['eval', 'c/a.md']);
    expect(refused.output).toMatch(/^c\/a\.md:2:1 .*There is no post for/);
  });

  it('that is a pipe is not waited for', async () => {
    const folder = await makeFolder({ 'a.md': a.replace('../b.md', 'b.md') });
    execFileSync('mkfifo', [path.join(folder, 'b.md')]);
    const { output } = await runCli(folder, ['eval', 'a.md']);
    expect(output).toMatch(/^a\.md:2:1 .*There is no post for/);
  });

  it('behind a link that leaves the blog is not read', async () => {
    const folder = await makeFolder({
      'secret.md': b,
      'blog/a.md': a.replace('../b.md', 'b.md'),
    });
    await symlink(path.join(folder, 'secret.md'), path.join(folder, 'blog/b.md'));
    const { output } = await runCli(path.join(folder, 'blog'), ['check', 'a.md']);
    expect(output).toMatch(/There is no post for/);
  });
});
