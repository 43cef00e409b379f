// `--fix`: what it mends, how it writes, and what it leaves alone.
import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { checkPosts } from '../../src/cli/checkPosts.js';
import { Examiner, type Examined } from '../../src/cli/examiner.js';
import { fixPosts } from '../../src/cli/fixPosts.js';
import type { Narrowed } from '../../src/cli/narrow.js';
import { findPosts, readPosts } from '../../src/cli/posts.js';
import { hostFor, makeFolder, runCli, type CliRun } from '../support/cli.js';

const wrong =
  '$$x\\tag{1}\\label{eq:loss}$$\n\n\\cref{eq:loss}, \\autoref{eq:loss}, \\eqref{eq:los}.\n';
const right =
  '$$x\\tag{1}\\label{eq:loss}$$\n\n\\eqref{eq:loss}, \\eqref{eq:loss}, \\eqref{eq:los}.\n';

async function fix(folder: string, ...words: readonly string[]): Promise<CliRun> {
  return runCli(folder, ['check', '--format', 'unix', '--fix', ...words]);
}

it('mends what has a certain fix and reports the rest, of which it may ask what was meant', async () => {
  const folder = await makeFolder({ 'one.md': wrong, 'two.md': 'None.\n' });
  const { code, output, errors } = await fix(folder, '.');
  expect(await readFile(path.join(folder, 'one.md'), 'utf8')).toBe(right);
  expect(errors).toBe('one.md: findings mended: 2.\n');
  expect(output).toMatch(/^one\.md:3:42: error: .*Did you mean.*\n$/);
  expect(code).toBe(1);
  expect(await readdir(folder)).toEqual(['one.md', 'two.md']);
  expect((await fix(folder, '.')).errors).toBe('');
});

it('leaves to the writer which equation a number by hand is', async () => {
  const text =
    '\\begin{equation}\nx \\label{eq:x}\n\\end{equation}\n\nBy Eq. (1), as in \\eqref{eq:x}.\n';
  const folder = await makeFolder({ 'one.md': text });
  expect((await fix(folder, '.')).output).toMatch(/number\.hard-coded/);
  expect(await readFile(path.join(folder, 'one.md'), 'utf8')).toBe(text);
});

it('keeps the byte order mark, the ends of lines, the mode and a link', async () => {
  const text = wrong.replaceAll('\n', '\r\n');
  const folder = await makeFolder({ 'posts/one.md': `\uFEFF${text}` });
  const file = path.join(folder, 'posts/one.md');
  await chmod(file, 0o640);
  await symlink(file, path.join(folder, 'link.md'));
  await fix(folder, 'link.md');
  expect(await readFile(file, 'utf8')).toBe(`\uFEFF${right.replaceAll('\n', '\r\n')}`);
  expect((await stat(file)).mode & 0o777).toBe(0o640);
  expect((await lstat(path.join(folder, 'link.md'))).isSymbolicLink()).toBe(true);
});

it('prints standard input mended, and reports beside it', async () => {
  const folder = await makeFolder({});
  const words = ['check', '--format', 'unix', '--fix', '-'];
  const { output, errors, code } = await runCli(folder, words, { input: wrong });
  expect(output).toBe(right);
  expect(errors).toMatch(/^-: findings mended: 2\.\n-:3:42: error: .*Did you mean/);
  expect(code).toBe(1);
  expect((await runCli(folder, words, { input: 'None.\n' })).output).toBe('None.\n');
  expect(await readdir(folder)).toEqual([]);
});

const reading = { cwd: '/', config: undefined, maxSize: 1 };

async function findingsOf(examined: Examined): Promise<Narrowed> {
  const findings = await checkPosts(examined, { today: null, earlier: new Map() });
  return { findings, notes: [] };
}

it('leaves a file alone that changed since it was read', async () => {
  const examiner = new Examiner({ reading, cache: null, threads: null, now: () => 0 });
  const folder = await makeFolder({ 'one.md': wrong });
  const { posts } = await readPosts(hostFor(folder), ['one.md'], { maxSize: 1 });
  await writeFile(path.join(folder, 'one.md'), `New.\n${wrong}`);
  const fixed = await fixPosts(posts, async (current) =>
    findingsOf(await examiner.examine(current)),
  );
  expect(fixed).toEqual({ posts, notes: [{ code: 'fix.changed', path: 'one.md' }] });
  expect(await readFile(path.join(folder, 'one.md'), 'utf8')).toBe(`New.\n${wrong}`);
});

it('writes nothing into a file that was emptied since, as editors do before they write', async () => {
  const examiner = new Examiner({ reading, cache: null, threads: null, now: () => 0 });
  const folder = await makeFolder({ 'one.md': wrong });
  const { posts } = await findPosts(hostFor(folder), ['one.md'], { maxSize: 1 });
  await fixPosts(posts, async (current) => {
    const examined = await examiner.examine(current);
    await writeFile(path.join(folder, 'one.md'), '');
    return findingsOf(examined);
  });
  expect(await readFile(path.join(folder, 'one.md'), 'utf8')).toBe('');
});

it('ends where fixes never do', async () => {
  const folder = await makeFolder({ 'one.md': 'a' });
  const { posts } = await readPosts(hostFor(folder), ['one.md'], { maxSize: 1 });
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const span = { start: 0, end: 0 };
  const message = { code: 'label.unused', data: {} } as const;
  const finding = {
    rule: 'x',
    severity: 'error',
    span,
    message,
    related: [],
    fix: { span, text: 'a', title: message },
  } as const;
  await fixPosts(posts, () =>
    Promise.resolve({
      findings: [{ file: 'one.md', finding, place, related: [], fix: place }],
      notes: [],
    }),
  );
  expect(await readFile(path.join(folder, 'one.md'), 'utf8')).toBe('a'.repeat(11));
});

it('mends only what is reported', async () => {
  const folder = await makeFolder({ 'one.md': wrong });
  await runCli(folder, ['check', '--write-baseline', 'known.json', '.']);
  expect(await fix(folder, '--baseline', 'known.json', '.')).toEqual({
    code: 0,
    output: '',
    errors: '',
  });
  expect(await readFile(path.join(folder, 'one.md'), 'utf8')).toBe(wrong);
});
