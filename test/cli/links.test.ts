// `postulate check` looks at the files around the posts, and at the day.
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder, runCli, type Files } from '../support/cli.js';

/** `rule: message` of each finding. */
async function findings(folder: string): Promise<readonly string[]> {
  const { output } = await runCli(folder, ['check', '--format', 'json', '.']);
  const report = JSON.parse(output) as { findings: { rule: string; message: string }[] };
  return report.findings.map(({ rule, message }) => `${rule}: ${message}`);
}

const files = async (made: Files): Promise<readonly string[]> => findings(await makeFolder(made));

it('finds pictures that are not there, where there are some', async () => {
  expect(
    await files({
      'a.md': '![a](img/a.png) ![b](img/A.png) ![c](pictures/c.png) ![d](notes/d.png)\n',
      'img/a.png': '',
      'notes/x.md': '',
    }),
  ).toEqual([
    'link.missing-image: There is no file img/A.png: readers see no picture. Correct the path.',
  ]);
});

it('looks where the site serves files', async () => {
  expect(
    await files({
      'blog/hugo.toml': '',
      'blog/content/a.md': '![a](/a.png) ![b](/b.png) ![c](c.png)\n',
      'blog/static/a.png': '',
    }),
  ).toEqual([expect.stringContaining('There is no file blog/static/b.png')]);
});

it('takes files and symbolic links for what they are', async () => {
  const folder = await makeFolder({
    'docs/a.md': '[a](contrib.md) [b](node.md) [c](../vendor/x.md)\n',
    'CONTRIBUTING.md': '',
  });
  await symlink('../CONTRIBUTING.md', path.join(folder, 'docs/contrib.md'));
  expect(await findings(folder)).toEqual([expect.stringContaining('no post docs/node.md')]);
});

it('knows the day', async () => {
  expect(await files({ 'a.md': '[b](b.md)\n', 'b.md': '---\ndate: 9999-01-01\n---\n' })).toEqual([
    expect.stringContaining('b.md appears on 9999-01-01'),
  ]);
});
