// What the documentation links to within the project is there, and what a packed page links to is packed.
import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { expect, it } from 'vitest';
import { readText } from '../architecture/sources.js';

const root = path.resolve(import.meta.dirname, '../..');

const pages = [
  ...(await readdir(root)),
  ...(await readdir(path.join(root, 'docs'), { recursive: true })).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'));

const packed = new Set(await listFiles({ cwd: root, packageManager: PackageManager.None }));

/** They say how to change the project, which is not packed either. */
const forDevelopers = ['ARCHITECTURE.md', 'CONTRIBUTING.md'];

it.each(pages)('%s links to what is there', async (page) => {
  for (const target of await targetsOf(page)) {
    const file = path.join(root, target);
    await expect(access(file), `${page}: ${target}`).resolves.toBeUndefined();
  }
});

it.each(pages.filter((page) => packed.has(page)))('%s links to what is packed', async (page) => {
  const targets = await targetsOf(page);
  const missing = targets.filter((name) => !isPacked(name) && !forDevelopers.includes(name));
  expect(missing).toEqual([]);
});

/** By their paths in the project. */
async function targetsOf(page: string): Promise<readonly string[]> {
  const prose = (await readText(page)).replaceAll(/^(`{3,})[^]*?^\1$|`[^`\n]*`/gm, '');
  return [...prose.matchAll(/\]\((?!\w+:)([^)#]+)/g)].map(([, target = '']) =>
    path.posix.join(path.posix.dirname(page), target),
  );
}

/** A file or a folder. */
function isPacked(target: string): boolean {
  return [...packed].some((file) => file === target || file.startsWith(`${target}/`));
}
