// Links in a running server: what lies around a post, what VS Code says itself, and what other posts change.
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { LanguageClient, type ClientChoices } from '../support/languageClient.js';

let client: LanguageClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const files = {
  'postulate.json': '{}',
  'a.md': '![a](img/a.png) ![b](img/b.png) [c](c.md) [d](d.md#nowhere) [e](_drafts/e.md)\n',
  'd.md': '# D\n',
  '_drafts/e.md': '# E\n',
  'img/a.png': '',
};

async function open(choices: ClientChoices = {}): Promise<LanguageClient> {
  client = await LanguageClient.start({ files, ...choices });
  await client.server.blogs.loaded();
  await client.open(client.uri('a.md'), files['a.md']);
  return client;
}

async function codes(client: LanguageClient, expected: readonly string[]): Promise<void> {
  const found = await client.diagnostics(
    client.uri('a.md'),
    (shown) => String(shown.map(({ code }) => code)) === String(expected),
  );
  expect(found).toHaveLength(expected.length);
}

async function change(client: LanguageClient, name: string, text: string | null): Promise<void> {
  const file = path.join(client.folder, name);
  await (text === null ? rm(file) : writeFile(file, text));
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: client.uri(name), type: text === null ? 3 : 1 }],
  });
}

it('follow the files around a post', async () => {
  const client = await open();
  const all = [
    'link.missing-image',
    'link.missing-post',
    'link.missing-heading',
    'link.unpublished',
  ];
  await codes(client, all);
  await change(client, 'img/b.png', '');
  await codes(client, all.slice(1));
  await change(client, 'c.md', '');
  await codes(client, all.slice(2));
  await change(client, 'd.md', '# Nowhere\n');
  await codes(client, all.slice(3));
  await change(client, 'img/a.png', null);
  await codes(client, ['link.missing-image', 'link.unpublished']);
});

it('are left to VS Code where it checks them', async () => {
  await codes(await open({ linkValidation: { enabled: true } }), ['link.unpublished']);
  await client?.stop();
  const linkValidation = { enabled: true, fragmentLinks: { enabled: 'ignore' } };
  await codes(await open({ linkValidation }), ['link.missing-heading', 'link.unpublished']);
});
