// Data beside the post in the running server: read by its worker, and again where it changes.
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { InlayHint } from 'vscode-languageserver/node';
import { LanguageClient, type ClientChoices } from '../support/languageClient.js';

const raw = String.raw;

/** For machines that do much else. */
const patient = { timeout: 10_000 };

let client: LanguageClient;

async function start(files: NonNullable<ClientChoices['files']>): Promise<void> {
  client = await LanguageClient.start({ files, options: { putsCaret: true } });
}

afterEach(() => client.stop());

function postOn(inside: string): string {
  return `The first is $w_1$<!--= -->.\n\n\`\`\`eval\n${raw`w = \operatorname{file}(${inside})`}\n\`\`\`\n`;
}

async function hintsAt(name: string): Promise<readonly unknown[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
  const textDocument = { uri: client.uri(name) };
  const hints = await client.connection.sendRequest<InlayHint[] | null>('textDocument/inlayHint', {
    textDocument,
    range,
  });
  return (hints ?? []).map(({ label }) => label);
}

function messagesAt(name: string): readonly unknown[] {
  return client.shownAt(client.uri(name)).map(({ message }) => message);
}

it('follows the file as it is written, removed and made', async () => {
  await start({ 'posts/a.md': postOn('../w.csv, loss'), 'w.csv': 'loss\n1.5\n2\n' });
  await client.open(client.uri('posts/a.md'), postOn('../w.csv, loss'));
  await expect.poll(() => hintsAt('posts/a.md'), patient).toEqual(['= 1.5']);
  await client.changeFile('w.csv', 'loss\n2.25\n2\n');
  await expect.poll(() => hintsAt('posts/a.md'), patient).toEqual(['= 2.25']);
  await client.changeFile('w.csv', null);
  await expect
    .poll(() => messagesAt('posts/a.md'), patient)
    .toContainEqual(expect.stringContaining('There is no file ../w.csv'));
  await client.changeFile('w.csv', 'loss\n3\n');
  await expect.poll(() => hintsAt('posts/a.md'), patient).toEqual(['= 3']);
  await expect.poll(() => messagesAt('posts/a.md'), patient).toEqual([]);
});

it('reads nothing out of the folder, nor through links', async () => {
  const files = { 'out.md': postOn('../w.json'), 'link.md': postOn('link.json') };
  await start({ ...files, 'w.json': '[1]' });
  await symlink(path.join(client.folder, 'w.json'), path.join(client.folder, 'link.json'));
  for (const [name, text] of Object.entries(files)) await client.open(client.uri(name), text);
  await expect
    .poll(() => messagesAt('out.md'), patient)
    .toContainEqual(expect.stringContaining('leads out of the folder'));
  await expect
    .poll(() => messagesAt('link.md'), patient)
    .toContainEqual(expect.stringContaining('link.json is not read'));
});
