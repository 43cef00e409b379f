// The example posts: what they state holds, their tables and pictures are fresh, and pages of them show these.
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, runCli } from '../support/cli.js';

const examples = path.resolve(import.meta.dirname, '../../examples');
const posts = (await readdir(examples)).filter((name) => name.endsWith('.md'));

/** The examples in a folder of their own, where a test may write. */
async function copied(): Promise<string> {
  const folder = await makeFolder({});
  await cp(examples, folder, { recursive: true });
  return folder;
}

it('have no finding', async () => {
  const { code, output } = await runCli(await copied(), ['check', '--format', 'json', '.']);
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ findings: [] });
});

describe.each(posts)('%s', (post) => {
  it('computes, and states what it comes to', async () => {
    const { code, output, errors } = await runCli(await copied(), ['eval', post]);
    expect([code, errors]).toEqual([0, '']);
    expect(output).not.toMatch(/^\S+ {2}✗|[^)] {2}! /m);
  });

  it('is told where a table or a picture is stale, and is as it was when that is mended', async () => {
    const folder = await copied();
    const source = await readFile(path.join(folder, post), 'utf8');
    const pictures = [...source.matchAll(/<!-- eval-result: (?!table)/g)].length;
    const page = path.join(folder, 'page.html');
    await runCli(folder, ['render', post, '--output', page]);
    expect((await readFile(page, 'utf8')).match(/<img /g) ?? []).toHaveLength(pictures);
    const stale = source.replace(/(eval-result: table[^]*?\| )[\d.]+ \|/, '$10 |');
    if (stale === source) return;
    await writeFile(path.join(folder, post), stale);
    expect((await runCli(folder, ['eval', post])).code).toBe(1);
    await runCli(folder, ['eval', '--update', post]);
    expect(await readFile(path.join(folder, post), 'utf8')).toBe(source);
  });
});
