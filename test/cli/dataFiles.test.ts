// Data beside the post, as the command line reads it: by paths from the post, and never out of its blog.
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { BlogCache } from '../../src/server/host.js';
import { makeFolder, runCli, type CliRun, type Files } from '../support/cli.js';
import { writeNpy } from '../support/dataWriters.js';

const raw = String.raw;

function postOn(inside: string): string {
  return `# A\n\n\`\`\`eval\n${raw`w = \operatorname{file}(${inside})`}\n${raw`\sum_i w_i`}\n\`\`\`\n`;
}

const three = writeNpy({ descr: '<f4', axes: [2], values: [1, 2] });

async function evaluate(files: Files, ...words: readonly string[]): Promise<CliRun> {
  return runCli(await makeFolder(files), ['eval', ...words]);
}

it('is read from the folder of the post, and from others of the blog', async () => {
  const files = {
    'postulate.json': '{}',
    'posts/a.md': postOn('b/w.npy'),
    'posts/b.md': postOn('../data/w.csv'),
    'posts/b/w.npy': three,
    'data/w.csv': '3\n4\n',
  };
  const { output, code } = await evaluate(files, '.');
  expect(output).toMatch(/^posts\/a\.md:5:1 .*= 3$/m);
  expect(output).toMatch(/^posts\/b\.md:5:1 .*= 7$/m);
  expect(code).toBe(0);
});

it('is read by the worksheet in a file of its own', async () => {
  const line = raw`w = \operatorname{file}(w.npy)` + '\n';
  const { output } = await evaluate(
    { 'a.md': '$w_2$<!--= -->\n', 'a.eval': line, 'w.npy': three },
    'a.md',
  );
  expect(output).toMatch(/w_2 = 2$/m);
});

it('brings stated values up to date', async () => {
  const text = `${postOn('w.json')}\nThe first is $w_1$<!--= 5 -->.\n`;
  const folder = await makeFolder({ 'a.md': text, 'w.json': '[7]' });
  await runCli(folder, ['eval', '--update', 'a.md']);
  expect(await readFile(path.join(folder, 'a.md'), 'utf8')).toContain('$w_1$<!--= 7 -->');
});

it('stands in the page', async () => {
  const text = `${postOn('w.json')}\n$w_1$<!--= -->\n`;
  const folder = await makeFolder({ 'a.md': text, 'w.json': '[7]' });
  expect((await runCli(folder, ['render', 'a.md'])).output).toContain('= 7');
});

it('is not read out of the blog, nor where there is nothing', async () => {
  const secret = path.join(await makeFolder({ 'w.json': '[1]' }), 'w.json');
  for (const name of ['../w.json', 'b/../../w.json', secret, `file://${secret}`, 'C:/w.json']) {
    const { output } = await evaluate({ 'a.md': postOn(name) }, 'a.md');
    expect(output, name).toMatch(/leads out of the folder/);
  }
  const missing = await evaluate({ 'a.md': postOn('w.json') }, 'a.md');
  expect(missing.output).toMatch(/There is no file w\.json beside the post/);
});

it('is not read through links, nor from pipes, devices and folders', async () => {
  const elsewhere = await makeFolder({ 'w.json': '[1]' });
  const names = ['link.json', 'linked/w.json', 'pipe.json', 'folder.json', 'device.json'];
  const folder = await makeFolder(
    Object.fromEntries(names.map((name, at) => [`a${at}.md`, postOn(name)])),
  );
  const at = (name: string): string => path.join(folder, name);
  await symlink(path.join(elsewhere, 'w.json'), at('link.json'));
  await symlink(elsewhere, at('linked'));
  await symlink('/dev/zero', at('device.json'));
  await mkdir(at('folder.json'));
  execFileSync('mkfifo', [at('pipe.json')]);
  const { output } = await runCli(folder, ['eval', '.']);
  for (const name of names) expect(output).toContain(`${name} is not read: links, pipes`);
});

it('counts for the findings of check, with the file as it is now', async () => {
  const text = `${postOn('w.json')}\n$w_1$<!--= 7 -->\n`;
  const folder = await makeFolder({ 'a.md': text, 'w.json': '[7]' });
  const cache = keptInMemory();
  const check = (): Promise<CliRun> => runCli(folder, ['check', '.'], { cache: () => cache });
  expect((await check()).code).toBe(0);
  await writeFile(path.join(folder, 'w.json'), '[8]');
  const { code, output } = await check();
  expect(code).toBe(1);
  expect(output).toContain('eval.claim');
});

function keptInMemory(): BlogCache {
  const texts = new Map<string, string>();
  return {
    read: (blog) => Promise.resolve(texts.get(blog) ?? null),
    write: (blog, lines) => {
      texts.set(blog, [...lines].join(''));
      return Promise.resolve();
    },
  };
}

it('says the limit and how to raise it, and reads what the option allows', async () => {
  const folder = await makeFolder({ 'a.md': postOn('w.csv') });
  const file = path.join(folder, 'w.csv');
  execFileSync('truncate', ['-s', '257000000', file]);
  const refused = await runCli(folder, ['eval', 'a.md']);
  expect(refused.output).toMatch(/takes 257 MB and the limit is 256 MB; raise .*--max-size/);
});
