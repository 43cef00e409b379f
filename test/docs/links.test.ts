// What the documentation links to within the project is there.
import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readText } from '../architecture/sources.js';

const root = path.resolve(import.meta.dirname, '../..');

const pages = [
  ...(await readdir(root)),
  ...(await readdir(path.join(root, 'docs'), { recursive: true })).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'));

it.each(pages)('%s', async (page) => {
  const prose = (await readText(page)).replaceAll(/^(`{3,})[^]*?^\1$|`[^`\n]*`/gm, '');
  for (const [, target = ''] of prose.matchAll(/\]\((?!\w+:)([^)#]+)/g)) {
    const file = path.join(root, path.dirname(page), target);
    await expect(access(file), `${page}: ${target}`).resolves.toBeUndefined();
  }
});
