// `--since`: findings of changed lines, told by a git of the test and by the real one.
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import type { FileChange, Git, GitProblem } from '../../src/cli/git.js';
import { makeFolder, runCli, type CliSurroundings } from '../support/cli.js';

/** A finding a line, and one over lines 4 to 6. */
const post = 'A \\eqref{a}.\nB \\eqref{b}.\n\n$$\n\\frac{a}\n$$\n\nC \\eqref{c}.\n';

async function lines(
  folder: string,
  since: string,
  surroundings: CliSurroundings = {},
): Promise<readonly string[]> {
  const words = ['check', '--format', 'unix', '--since', since, '.'];
  const { output, errors } = await runCli(folder, words, surroundings);
  expect(errors).toBe('');
  return [...output.matchAll(/^(.*?:\d+):/gm)].map(([, place = '']) => place);
}

describe('with a git that says what changed', () => {
  function gitOf(change: FileChange | undefined, tracked = ['one.md']): Git {
    const changed = new Map(change ? [['one.md', change]] : []);
    return {
      locate: (file) => Promise.resolve({ repository: '/', path: path.basename(file) }),
      changes: () => Promise.resolve({ from: 'HEAD', changed, tracked: new Set(tracked) }),
      textAt: () => Promise.resolve(null),
    };
  }

  async function checkLines(
    change: FileChange | undefined,
    expected: readonly number[],
    text = post,
    tracked?: string[],
  ): Promise<void> {
    const folder = await makeFolder({ 'one.md': text });
    const found = await lines(folder, 'x', { git: gitOf(change, tracked) });
    expect(found.map((place) => Number(place.split(':')[1]))).toEqual(expected);
  }

  it('reports what stands in changed lines', async () => {
    await checkLines([{ start: 2, count: 1 }], [2]);
    await checkLines([{ start: 1, count: 2 }], [1, 2]);
    await checkLines(
      [
        { start: 3, count: 1 },
        { start: 7, count: 9 },
      ],
      [8],
    );
    await checkLines(undefined, []);
    await checkLines('whole', [1, 2, 5, 8]);
    await checkLines(undefined, [1, 2, 5, 8], post, []);
  });

  it('reports what lost a line, and not its neighbours', async () => {
    const duplicate = '$$x\\tag{1}\\label{a}$$\n\n$$y\\tag{2}\\label{a}$$\n\\eqref{a}\n';
    await checkLines([{ start: 2, count: 0 }], [], duplicate);
    await checkLines([{ start: 1, count: 0 }], [1], '$\\eqref{eq:a\nb}$\n');
  });

  it('counts lines as git does', async () => {
    await checkLines(
      [{ start: 1, count: 1 }],
      [1, 2],
      'A \\eqref{a}.\rB \\eqref{b}.\nC \\eqref{c}.\n',
    );
  });

  it('leaves standard input whole', async () => {
    const folder = await makeFolder({});
    const words = ['check', '--format', 'unix', '--since', 'x', '-'];
    const { code } = await runCli(folder, words, { input: post, git: gitOf(undefined) });
    expect(code).toBe(1);
  });

  it.each<[GitProblem['problem'], GitProblem, string]>([
    ['missing', { problem: 'missing' }, 'no git here'],
    ['no-ref', { problem: 'no-ref' }, '--since x: git knows no such commit'],
    ['failed', { problem: 'failed', reason: 'dubious' }, '(dubious)'],
  ])('ends with 2: %s', async (_, problem, said) => {
    const git = { ...gitOf(undefined), changes: () => Promise.resolve(problem) };
    const folder = await makeFolder({ 'one.md': post });
    const run = await runCli(folder, ['check', '--since', 'x', '.'], { git });
    expect(run).toMatchObject({ code: 2, output: '' });
    expect(run.errors).toContain(said);
  });
});

describe('with the real git', () => {
  function git(folder: string, ...words: readonly string[]): void {
    const as = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'init.defaultBranch=main'];
    execFileSync('git', [...as, ...words], { cwd: folder, stdio: 'ignore' });
  }

  async function repository(files: Readonly<Record<string, string>>): Promise<string> {
    const folder = await makeFolder(files);
    git(folder, 'init');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-m', 'first');
    return folder;
  }

  async function write(folder: string, name: string, text: string): Promise<void> {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }

  it('tells changed, new and renamed posts, whether committed, staged or not', async () => {
    const folder = await repository({ 'a.md': post, 'b.md': post, 'c.md': post, '损 失.md': post });
    await write(folder, 'a.md', post.replace('B ', 'Then '));
    git(folder, 'commit', '-am', 'second');
    await rename(path.join(folder, 'b.md'), path.join(folder, 'moved.md'));
    git(folder, 'add', '-A');
    await write(folder, 'sub/new.md', '\\eqref{a}\n');
    await write(folder, '损 失.md', post.replace('C ', 'At last '));
    expect(await lines(folder, 'HEAD~1')).toEqual(['a.md:2', 'sub/new.md:1', '损 失.md:8']);
    expect(await lines(path.join(folder, 'sub'), 'main')).toEqual(['new.md:1']);
  });

  it('counts from where the branch began', async () => {
    const folder = await repository({ 'a.md': post });
    git(folder, 'switch', '-c', 'topic');
    await write(folder, 'a.md', post.replace('C ', 'Then '));
    git(folder, 'commit', '-am', 'topic');
    git(folder, 'switch', 'main');
    await write(folder, 'a.md', post.replace('A ', 'First '));
    git(folder, 'commit', '-am', 'main');
    git(folder, 'switch', 'topic');
    expect(await lines(folder, 'main')).toEqual(['a.md:8']);
  });

  it('is not led astray by what is set or set up in a repository', async () => {
    const folder = await repository({
      'a.md': post,
      '.gitattributes': '*.md diff=evil filter=a.b\n',
    });
    const ran = path.join(folder, 'ran');
    const script = path.join(folder, 'evil.sh');
    await write(folder, 'evil.sh', `#!/bin/sh\ntouch ${ran}\n`);
    await chmod(script, 0o755);
    for (const [name, value] of [
      ['diff.external', script],
      ['diff.evil.textconv', script],
      ['diff.evil.command', script],
      ['filter.a.b.clean', script],
      ['filter.a.b.process', script],
      ['filter.a.b.required', 'true'],
      ['core.fsmonitor', script],
      ['core.pager', script],
      ['pager.diff', script],
      ['diff.noprefix', 'true'],
      ['diff.mnemonicPrefix', 'true'],
      ['diff.relative', 'true'],
      ['diff.interHunkContext', '9'],
      ['color.ui', 'always'],
    ] as const) {
      git(folder, 'config', name, value);
    }
    await write(folder, 'a.md', post.replace('A ', 'First ').replace('C ', 'Then '));
    await rm(ran, { force: true });
    expect(await lines(folder, 'HEAD')).toEqual(['a.md:1', 'a.md:8']);
    expect(
      await rm(ran).then(
        () => 'ran',
        () => 'did not run',
      ),
    ).toBe('did not run');
  });

  it('takes no name of a commit for an option', async () => {
    const folder = await repository({ 'a.md': post });
    const out = path.join(folder, 'out');
    for (const name of [`--output=${out}`, '-O', 'nowhere', 'HEAD..HEAD', '']) {
      const run = await runCli(folder, ['check', `--since=${name}`, '.']);
      expect(run, name).toMatchObject({ code: 2, output: '' });
    }
    await expect(rm(out)).rejects.toThrow();
  });

  it('asks for a repository', async () => {
    const folder = await makeFolder({ 'a.md': post });
    const run = await runCli(folder, ['check', '--since', 'HEAD', '.']);
    expect(run).toMatchObject({ code: 2, output: '' });
    expect(run.errors).toContain('a.md: --since needs a repository');
  });

  it('works inside a hook', async () => {
    const folder = await repository({ 'a.md': post });
    const other = await repository({ 'a.md': 'None.\n' });
    process.env['GIT_DIR'] = path.join(other, '.git');
    try {
      expect(await lines(folder, 'HEAD')).toEqual([]);
    } finally {
      delete process.env['GIT_DIR'];
    }
  });
});
