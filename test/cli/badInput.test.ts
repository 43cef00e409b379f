// Bad input is normal input: whatever lies in a folder, every command does its work on the rest.
import { execFileSync } from 'node:child_process';
import { mkdir, open, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { badBytes, badTexts, goodPost, hugePost } from '../support/badPosts.js';
import { makeFolder, runCli, type CliRun, type Files } from '../support/cli.js';

interface Report {
  readonly posts: number;
  readonly findings: readonly { readonly file: string; readonly rule: string }[];
}

interface Listing {
  readonly posts: readonly { readonly file: string; readonly results: readonly object[] }[];
}

async function run(files: Files, ...words: readonly string[]): Promise<CliRun> {
  return runCli(await makeFolder(files), words);
}

/** Every command gives what it owes of the good post, and says of the other what is expected. */
async function checkCommands(bad: string | Uint8Array, said = ''): Promise<void> {
  const cwd = await makeFolder({ 'bad.md': bad, 'good.md': goodPost });
  const json = async (command: string): Promise<unknown> => {
    const { output, errors } = await runCli(cwd, [command, '--format', 'json', '.']);
    expect(errors).toBe(said);
    return JSON.parse(output);
  };
  const { findings } = (await json('check')) as Report;
  expect(findings.filter(({ file }) => file === 'good.md')).toMatchObject([
    { rule: 'label.undefined', line: 5 },
  ]);
  const rowed = [{ rows: [{ number: '1', labels: ['eq:good'] }] }];
  expect(ofGood(await json('labels'))).toMatchObject({ displays: rowed });
  expect(ofGood(await json('eval'))).toMatchObject({ results: [{ value: 2 }] });
  const { code, output, errors } = await runCli(cwd, ['render', 'bad.md']);
  expect(errors).toBe(said);
  expect(code).toBe(said === '' ? 0 : 2);
  expect(output.startsWith('<!DOCTYPE html>')).toBe(said === '');
}

function ofGood(listing: unknown): unknown {
  return (listing as Listing).posts.find(({ file }) => file === 'good.md');
}

describe('every command bears', () => {
  it.each(Object.keys(badTexts))(
    '%s',
    async (name) => {
      await checkCommands(badTexts[name] ?? '');
    },
    60_000,
  );

  it.each(Object.entries(badBytes))('%s', async (_, bytes) => {
    await checkCommands(bytes, 'bad.md: skipped, since it is not UTF-8. Save it as UTF-8.\n');
  });

  it('50 MB', async () => {
    const said =
      'bad.md: left out, since it has 50.1 MB and the limit is 20 MB. Split the post, or raise the limit: --max-size 50.1.\n';
    await checkCommands(hugePost(), said);
  });
});

const commands = ['check', 'labels', 'eval', 'render'];

describe.each(commands)('%s', (command) => {
  it('says that a path does not exist', async () => {
    const { code, output, errors } = await run({}, command, 'no/where.md');
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain('no/where.md: there is no such file or folder.');
  });

  it('does nothing in a folder without posts', async () => {
    const { code, errors } = await run({ 'a.txt': 'a', 'sub/b.tex': 'b' }, command, '.');
    if (command !== 'render') return expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(code).toBe(2);
    expect(errors).toBe('.: there is no post here. Name a Markdown file.\n');
  });

  it('takes a folder that is named like a post for a folder', async () => {
    const { errors } = await run({ 'folder.md/one.md': goodPost }, command, 'folder.md');
    expect(errors).toBe('');
  });

  it('bears configurations of every kind', async () => {
    const cyclic = { macros: { '\\a': '\\b', '\\b': '\\a' } };
    const post = `${goodPost}\n$\\a$\n`;
    const marked = { 'postulate.json': `\uFEFF${JSON.stringify(cyclic)}`, 'one.md': post };
    expect((await run(marked, command, 'one.md')).errors).toBe('');
    for (const [config, said] of [
      ['', 'postulate.json:1: this is not JSON|postulate.json: this is not JSON'],
      ['\0', 'postulate.json: this is not JSON'],
      [
        `{"macros":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
        'postulate.json: this nests deeper than 100 levels',
      ],
      [Uint8Array.from([0x7b, 0xe9, 0x7d]), 'postulate.json: this is not UTF-8.'],
      [' '.repeat(1_000_001), 'postulate.json: this has more than 1 MB, and is not read.'],
    ] as const) {
      const { code, errors } = await run(
        { 'postulate.json': config, 'one.md': goodPost },
        command,
        'one.md',
      );
      expect(code).toBe(2);
      expect(errors).toMatch(new RegExp(said));
    }
  });
});

it('takes no pipe and no endless device for a configuration', async () => {
  const cwd = await makeFolder({ 'pipe/a.md': goodPost, 'device/b.md': goodPost });
  execFileSync('mkfifo', [path.join(cwd, 'pipe/postulate.json')]);
  await symlink('/dev/zero', path.join(cwd, 'device/postulate.json'));
  const { output, errors } = await runCli(cwd, ['labels', 'pipe', 'device']);
  expect(errors).toBe('');
  expect(output.match(/^\w+\/.\.md/gm)).toEqual(['pipe/a.md', 'device/b.md']);
});

describe('a post that changes while it is read', () => {
  /** More files than are open at a time: the last ones are read after the input was. */
  const posts = Object.fromEntries(
    Array.from({ length: 70 }, (_, at) => [`posts/${100 + at}.md`, '# 一\n']),
  );

  /** The steps happen when all files are listed and the last ones are not read yet. */
  async function checkMeanwhile(step: (file: string) => Promise<void>): Promise<CliRun> {
    const cwd = await makeFolder(posts);
    async function* input(): AsyncGenerator<Uint8Array> {
      await step(path.join(cwd, 'posts/169.md'));
      yield new TextEncoder().encode(goodPost);
    }
    return runCli(cwd, ['check', '--format', 'json', '-', 'posts'], { input: input() });
  }

  it('is named where it is gone', async () => {
    const { output, errors } = await checkMeanwhile((file) => rm(file));
    expect(errors).toContain('posts/169.md: cannot be read (ENOENT');
    expect((JSON.parse(output) as Report).posts).toBe(70);
  });

  it('is named where a folder has its name', async () => {
    const { errors } = await checkMeanwhile(async (file) => {
      await rm(file);
      await mkdir(file);
    });
    expect(errors).toContain('posts/169.md: cannot be read (EISDIR');
  });

  it('is read as far as it goes', async () => {
    const { output, errors } = await checkMeanwhile((file) => writeFile(file, '#'));
    expect(errors).toBe('');
    expect((JSON.parse(output) as Report).posts).toBe(71);
  });

  it('is named where it ends within a character', async () => {
    const half = new TextEncoder().encode('# 一').slice(0, -1);
    const { errors } = await checkMeanwhile((file) => writeFile(file, half));
    expect(errors).toBe('posts/169.md: skipped, since it is not UTF-8. Save it as UTF-8.\n');
  });
});

describe('the limit of size', () => {
  const thousand = 'x'.repeat(1_000);

  it('is that of the option, exactly', async () => {
    const files = { 'a.md': thousand, 'b.md': `${thousand}x` };
    const { output, errors } = await run(files, 'labels', '--max-size', '0.001', '.');
    expect(output).toBe('a.md\n');
    expect(errors).toMatch(/^b\.md: left out, since it has 0\.1 MB and the limit is 0\.001 MB\./);
    expect((await run(files, 'labels', '--max-size', '0.1', '.')).output).toBe('a.md\n\nb.md\n');
  });

  it('counts bytes', async () => {
    const { errors } = await run({ 'a.md': '公'.repeat(400) }, 'check', '--max-size', '0.001', '.');
    expect(errors).toContain('a.md: left out');
  });

  it('is told in Chinese', async () => {
    const cwd = await makeFolder({ 'a.md': thousand.repeat(3) });
    const words = ['check', '--max-size', '0.001', 'a.md'];
    const { errors } = await runCli(cwd, words, { language: 'zh-cn' });
    expect(errors).toBe(
      'a.md：大小为 0.1 MB，超过上限 0.001 MB，已跳过。请拆分文章，或提高上限：--max-size 0.1。\n',
    );
  });

  it('holds without reading the file', async () => {
    const cwd = await makeFolder({ 'good.md': goodPost });
    const file = await open(path.join(cwd, 'huge.md'), 'w');
    // Nobody could read so much.
    await file.truncate(3_000_000_000);
    await file.close();
    const { output, errors } = await runCli(cwd, ['check', '--format', 'json', '.']);
    expect(errors).toContain('huge.md: left out, since it has 3000 MB and the limit is 20 MB.');
    expect((JSON.parse(output) as Report).posts).toBe(1);
  });

  it('holds for standard input, whether or not it ends', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield await Promise.resolve(new TextEncoder().encode(thousand));
    }
    const cwd = await makeFolder({});
    const { code, errors } = await runCli(cwd, ['check', '--max-size', '0.01', '-'], {
      input: endless(),
    });
    expect(code).toBe(0);
    expect(errors).toBe(
      '-: left out, since it has more than 0.01 MB. Give less, or raise the limit with --max-size.\n',
    );
  });

  it.each(['0', '-1', 'large', '1e9', ''])('is not %j', async (size) => {
    const { code, errors } = await run({ 'a.md': '' }, 'check', '--max-size', size, '.');
    expect(code).toBe(2);
    expect(errors).toContain(`${size} is not a size in megabytes. Write a number above 0`);
  });

  it('calls no label unused that a post left out may use', async () => {
    const files = {
      'a.md': '$$x \\tag{1}\\label{eq:x}$$\n',
      'b.md': `[(1)](a.md#eq:y) ${thousand}`,
      'other/postulate.json': '{}',
      'other/c.md': '$$x \\tag{1}\\label{eq:x}$$\n',
    };
    const unused = async (...words: readonly string[]): Promise<readonly string[]> => {
      const { output } = await run(files, 'check', '--format', 'json', ...words, '.');
      return (JSON.parse(output) as Report).findings
        .filter(({ rule }) => rule === 'label.unused')
        .map(({ file }) => file);
    };
    expect(await unused()).toEqual(['a.md', 'other/c.md']);
    expect(await unused('--max-size', '0.001')).toEqual(['other/c.md']);
    const latin = { ...files, 'b.md': Uint8Array.from([0xe9]) };
    const { output } = await run(latin, 'check', '--format', 'json', 'a.md', 'b.md');
    expect(output).not.toContain('label.unused');
  });
});
