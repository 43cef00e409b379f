// `--baseline` and `--write-baseline`: old findings count no longer, new ones do.
import { readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder, runCli, type CliRun, type Files } from '../support/cli.js';

const post = 'By \\eqref{eq:a}.\n\nBy \\eqref{eq:a}.\n\nBy \\eqref{eq:b}.\n';

/** A folder whose findings are in its baseline. */
async function begun(files: Files): Promise<string> {
  const folder = await makeFolder(files);
  const run = await runCli(folder, ['check', '--write-baseline', 'known.json', '.']);
  expect(run).toMatchObject({ code: 0, output: '' });
  return folder;
}

async function check(folder: string, text: string): Promise<CliRun> {
  await writeFile(path.join(folder, 'one.md'), text);
  return runCli(folder, ['check', '--format', 'unix', '--baseline', 'known.json', '.']);
}

const clean = { code: 0, output: '', errors: '' };

it('is a file that people can read', async () => {
  const folder = await begun({ 'one.md': post, 'b/two.md': '\\eqref{eq:a}\n', 'a.md': 'None.\n' });
  expect(await readFile(path.join(folder, 'known.json'), 'utf8')).toMatchInlineSnapshot(`
    "{
      "version": 1,
      "findings": [
        {"file":"b/two.md","rule":"label.undefined","text":"\\\\eqref{eq:a}","fingerprint":"f25fce57b03a84bb","count":1},
        {"file":"one.md","rule":"label.undefined","text":"By \\\\eqref{eq:a}.","fingerprint":"8507377757cf8e31","count":2},
        {"file":"one.md","rule":"label.undefined","text":"By \\\\eqref{eq:b}.","fingerprint":"21daf6afe60d3360","count":1}
      ]
    }
    "
  `);
});

it('leaves out what it holds, wherever the lines move', async () => {
  const folder = await begun({ 'one.md': post });
  expect(await check(folder, post)).toEqual(clean);
  expect(await check(folder, `# New\n\n${post.replaceAll('\n', '\r\n')}`)).toEqual(clean);
});

it('counts: one more of the same is reported', async () => {
  const folder = await begun({ 'one.md': post });
  const { code, output } = await check(folder, `${post}\nBy \\eqref{eq:a}.\n`);
  expect(code).toBe(1);
  expect(output.match(/label\.undefined/g)).toHaveLength(1);
  expect(output).toContain('one.md:7:11');
});

it('reports another finding on a line that had one', async () => {
  const folder = await begun({ 'one.md': post });
  const { output } = await check(folder, post.replace('eq:b', 'eq:c'));
  expect(output).toContain('eq:c');
});

it('tells of entries that occur no longer', async () => {
  const folder = await begun({ 'one.md': post });
  expect(await check(folder, 'By nothing.\n')).toEqual({
    code: 0,
    output: '',
    errors:
      'one.md: findings of the baseline occur no longer (label.undefined). Write it anew with --write-baseline known.json.\n',
  });
});

it('says nothing of posts that were not looked at', async () => {
  const folder = await begun({ 'one.md': post, 'two.md': post });
  expect(
    await runCli(folder, ['check', '--format', 'unix', '--baseline', 'known.json', 'one.md']),
  ).toEqual(clean);
});

it('names posts from its own folder, wherever the check runs', async () => {
  const folder = await begun({ 'posts/one.md': post });
  const words = ['check', '--format', 'unix', '--baseline', '../known.json', 'one.md'];
  expect(await runCli(path.join(folder, 'posts'), words)).toEqual(clean);
});

it('is empty where there is nothing', async () => {
  const folder = await begun({ 'one.md': 'None.\n' });
  expect(await check(folder, 'None.\n')).toEqual(clean);
});

it.each([
  ['no JSON', '{', 'not JSON'],
  ['of another version', '{"version": 2}', 'version 1'],
  ['no list', '{"version": 1, "findings": {}}', 'lacks a part'],
  ['a wrong entry', '{"version": 1, "findings": [{"file": 1}]}', 'lacks a part'],
])('refuses a file that is %s', async (_, text, said) => {
  const folder = await makeFolder({ 'known.json': text });
  const { code, output, errors } = await check(folder, post);
  expect([code, output]).toEqual([2, '']);
  expect(errors).toContain(said);
});

it('refuses a file that is not there or cannot be written', async () => {
  expect(await check(await makeFolder({}), post)).toMatchObject({ code: 2, output: '' });
  const folder = await makeFolder({ 'one.md': post });
  const run = await runCli(folder, ['check', '--write-baseline', 'no/known.json', '.']);
  expect(run).toMatchObject({ code: 2, output: '' });
});

it('says of a file that it is too large, and of what is no file that it cannot be read', async () => {
  const folder = await makeFolder({ 'known.json': '' });
  // Three gigabytes of nothing take no room on disk, and Node reads no file of more than two.
  await truncate(path.join(folder, 'known.json'), 3_000_000_000);
  const { code, errors } = await check(folder, post);
  expect({ code, errors }).toEqual({
    code: 2,
    errors:
      'known.json: this has more than 100 MB, and is not read. Name a baseline, or check fewer posts with each.\n',
  });
  const other = await makeFolder({ 'known.json/a': '' });
  expect((await check(other, post)).errors).toContain('known.json: cannot be read (EISDIR');
});
