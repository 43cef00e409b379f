// The folder of what is kept: whole or not at all, of this program, and bounded.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cacheFolder, nodeCache } from '../../src/server/nodeCache.js';

interface TestCache {
  readonly folder: string;
  readonly program: string;
  readonly files: () => Promise<readonly string[]>;
}

async function makeCache(): Promise<TestCache> {
  const parent = await mkdtemp(path.join(tmpdir(), 'postulate-cache-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const program = path.join(parent, 'program.js');
  await writeFile(program, 'one');
  const folder = path.join(parent, 'deep', 'folder');
  const files = async (): Promise<readonly string[]> => (await readdir(folder)).sort();
  return { folder, program, files };
}

describe('the cache', () => {
  it('gives back what it was given, for each blog', async () => {
    const { folder, program, files } = await makeCache();
    const cache = nodeCache(folder, program);
    expect(await cache.read('/blog')).toBe(null);
    await cache.write('/blog', ['文章\n\0"']);
    await cache.write('/other', ['']);
    await cache.write('/other', ['new']);
    const later = nodeCache(folder, program);
    expect(await later.read('/blog')).toBe('文章\n\0"');
    expect(await later.read('/other')).toBe('new');
    expect(await files()).toHaveLength(2);
    expect((await files()).every((name) => /^[0-9a-f]{32}\.posts$/.test(name))).toBe(true);
  });

  it('takes nothing from another program', async () => {
    const { folder, program } = await makeCache();
    await nodeCache(folder, program).write('/blog', ['text']);
    await writeFile(program, 'two');
    const cache = nodeCache(folder, program);
    expect(await cache.read('/blog')).toBe(null);
    await cache.write('/blog', ['again']);
    expect(await cache.read('/blog')).toBe('again');
  });

  it('waits for no pipe, and reads nothing longer than it may be itself', async () => {
    const { folder, program, files } = await makeCache();
    await nodeCache(folder, program).write('/blog', ['a text of some length']);
    const [name = ''] = await files();
    expect(await nodeCache(folder, program, 100).read('/blog')).toBe(null);
    await rm(path.join(folder, name));
    execFileSync('mkfifo', [path.join(folder, name)]);
    const cache = nodeCache(folder, program);
    expect(await cache.read('/blog')).toBe(null);
    await cache.write('/blog', ['text']);
    expect(await cache.read('/blog')).toBe('text');
  });

  it('takes nothing that is damaged, and writes it anew', async () => {
    const { folder, program, files } = await makeCache();
    const cache = nodeCache(folder, program);
    await cache.write('/blog', ['a text of some length']);
    const file = path.join(folder, (await files())[0] ?? '');
    const whole = await readFile(file);
    const damaged = [
      ...Array.from(whole, (_, end) => whole.subarray(0, end)),
      ...Array.from(whole, (byte, at) =>
        Buffer.concat([whole.subarray(0, at), Buffer.of(byte ^ 1), whole.subarray(at + 1)]),
      ),
      Buffer.concat([whole, Buffer.of(10)]),
    ];
    for (const bytes of damaged) {
      await writeFile(file, bytes);
      expect(await cache.read('/blog')).toBe(null);
    }
    await cache.write('/blog', ['new']);
    expect(await cache.read('/blog')).toBe('new');
  });

  it('drops the blogs that were not used for longest, and no files of others', async () => {
    const { folder, program, files } = await makeCache();
    const cache = nodeCache(folder, program, 3_000);
    await cache.write('/a', ['x'.repeat(800)]);
    for (const name of await files()) await utimes(path.join(folder, name), 1, 1);
    for (const blog of ['/b', '/c']) await cache.write(blog, ['x'.repeat(800)]);
    await writeFile(path.join(folder, 'notes.txt'), 'x'.repeat(9_000));
    await cache.write('/d', ['x'.repeat(800)]);
    expect(await cache.read('/a')).toBe(null);
    for (const blog of ['/b', '/c', '/d']) expect(await cache.read(blog)).toHaveLength(800);
    expect(await files()).toContain('notes.txt');
  });

  it('is none where it cannot be written', async () => {
    const { folder, program } = await makeCache();
    const cache = nodeCache(path.join(program, 'folder'), program);
    await cache.write('/blog', ['text']);
    expect(await cache.read('/blog')).toBe(null);
    await nodeCache(folder, path.join(folder, 'no-program')).write('/blog', ['text']);
    expect(await nodeCache(folder, program).read('/blog')).toBe(null);
  });
});

it('lies where the user keeps caches', () => {
  const chosen = path.resolve('/somewhere/cache');
  expect(cacheFolder({ XDG_CACHE_HOME: chosen })).toBe(path.join(chosen, 'postulate'));
  const usual = cacheFolder({});
  expect(usual.startsWith(homedir())).toBe(true);
  // The standard says that a relative path counts for nothing.
  expect(cacheFolder({ XDG_CACHE_HOME: 'cache' })).toBe(usual);
});
