// What the project says of itself is checked by its own rules, none of them silenced.
import path from 'node:path';
import { expect, it } from 'vitest';
import { readText } from '../architecture/sources.js';
import { runCli } from '../support/cli.js';

const root = path.resolve(import.meta.dirname, '../..');
const pages = [
  'README.md',
  'README.zh-cn.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs',
];

it('has no finding', async () => {
  const { output } = await runCli(root, ['check', '--format', 'json', ...pages]);
  const { findings, posts } = JSON.parse(output) as {
    readonly findings: readonly unknown[];
    readonly posts: number;
  };
  expect(findings).toEqual([]);
  expect(posts).toBeGreaterThan(pages.length);
});

it('silences nothing', async () => {
  for (const page of pages.filter((name) => name.endsWith('.md'))) {
    expect(await readText(page)).not.toMatch(/^<!--\s*postulate-ignore/m);
  }
});
