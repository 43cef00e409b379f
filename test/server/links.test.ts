// Links in a running server: what lies around a post, what VS Code says itself, and what other posts change.
import { expect, it } from 'vitest';
import type { ClientChoices, LanguageClient } from '../support/languageClient.js';
import { startLoaded } from '../support/startedClient.js';

const files = {
  'postulate.json': '{}',
  'a.md': '![a](img/a.png) ![b](img/b.png) [c](c.md) [d](d.md#nowhere) [e](_drafts/e.md)\n',
  'd.md': '# D\n',
  '_drafts/e.md': '# E\n',
  'img/a.png': '',
};

async function open(choices: ClientChoices = {}): Promise<LanguageClient> {
  const client = await startLoaded({ files, ...choices });
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

it('follow the files around a post', async () => {
  const client = await open();
  const all = [
    'link.missing-image',
    'link.missing-post',
    'link.missing-heading',
    'link.unpublished',
  ];
  await codes(client, all);
  await client.changeFile('img/b.png', '');
  await codes(client, all.slice(1));
  await client.changeFile('c.md', '');
  await codes(client, all.slice(2));
  await client.changeFile('d.md', '# Nowhere\n');
  await codes(client, all.slice(3));
  await client.changeFile('img/a.png', null);
  await codes(client, ['link.missing-image', 'link.unpublished']);
});

it('are left to VS Code where it checks them', async () => {
  await codes(await open({ linkValidation: { enabled: true } }), ['link.unpublished']);
  const linkValidation = { enabled: true, fragmentLinks: { enabled: 'ignore' } };
  await codes(await open({ linkValidation }), ['link.missing-heading', 'link.unpublished']);
});
