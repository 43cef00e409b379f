// Pages that stand in files: bodies of several posts joined, each in a `main` of its own.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeFolder } from '../../support/cli.js';
import { openTab, type Tab } from './tab.js';

/** A page whose head is that of the first, and which holds the `main` of all; it reads files and nothing else. */
export async function openPages(pages: readonly string[]): Promise<Tab> {
  const tab = await openTab((url) =>
    url.protocol === 'file:' && url.host === '' ? 'file' : 'elsewhere',
  );
  const file = path.join(await makeFolder({}), 'page.html');
  const [first = ''] = pages;
  const bodies = pages.map((page) => /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '');
  await writeFile(
    file,
    first.replace(/<main[\s\S]*<\/main>/, () => bodies.join('\n')),
  );
  await tab.page.goto(pathToFileURL(file).href);
  tab.happenings.navigations.length = 0;
  return tab;
}

export function withoutPolicy(page: string): string {
  return page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
}
