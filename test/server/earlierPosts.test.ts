// Numbers written by hand, against what a post said when it was opened, or in the last commit.
import { expect, it } from 'vitest';
import { clientRequests } from '../../src/protocol/server.js';
import type { LanguageClient } from '../support/languageClient.js';
import { startLoaded } from '../support/startedClient.js';

const equation = '\\begin{equation}a\\label{eq:a}\\end{equation}\n\n';
const other = '\\begin{equation}b\\end{equation}\n\n';
const naming = '由式(1)可得。\n';

function staleIn(client: LanguageClient, name: string): Promise<unknown> {
  return client.diagnostics(client.uri(name), (found) =>
    found.some(({ code }) => code === 'number.stale'),
  );
}

/** The codes of all findings of a post as it stands. */
async function codesOf(client: LanguageClient, name: string): Promise<readonly unknown[]> {
  client.forgetDiagnostics();
  client.server.checker.schedule(client.uri(name));
  return (await client.diagnostics(client.uri(name))).map(({ code }) => code);
}

it('finds a number whose equation moved since the post was opened', async () => {
  const client = await startLoaded();
  const uri = client.uri('a.md');
  await client.open(uri, equation + naming);
  expect(await codesOf(client, 'a.md')).not.toContain('number.stale');
  await client.edit(uri, [0, 0, 0, 0], other);
  await staleIn(client, 'a.md');
  // Where it is corrected, all is well.
  await client.edit(uri, [4, 3, 4, 4], '2');
  expect(await codesOf(client, 'a.md')).not.toContain('number.stale');
});

it('begins anew where the post is closed and opened', async () => {
  const client = await startLoaded({ files: { 'a.md': equation + naming } });
  const uri = client.uri('a.md');
  await client.open(uri, equation + naming);
  await client.edit(uri, [0, 0, 0, 0], other);
  await staleIn(client, 'a.md');
  await client.close(uri);
  await client.open(uri, other + equation + naming);
  expect(await codesOf(client, 'a.md')).not.toContain('number.stale');
});

it('compares with the last commit where the client knows it', async () => {
  const client = await startLoaded({
    options: { readsCommits: true },
    answers: { [clientRequests.committedText]: () => equation + naming },
  });
  await client.open(client.uri('a.md'), other + equation + naming);
  await staleIn(client, 'a.md');
});

it.each([
  ['there is no commit', () => null],
  ['the answer is no text', () => ({})],
  [
    'the client cannot answer',
    () => {
      throw new Error('No git.');
    },
  ],
])('takes the post as it was opened where %s', async (_, answer) => {
  const client = await startLoaded({
    options: { readsCommits: true },
    answers: { [clientRequests.committedText]: answer },
  });
  const uri = client.uri('a.md');
  await client.open(uri, equation + naming);
  await client.edit(uri, [0, 0, 0, 0], other);
  await staleIn(client, 'a.md');
});

it('finds in one post what moved in another', async () => {
  const client = await startLoaded({
    files: { 'a.md': '[那篇](b.md)的式(1)。\n', 'b.md': equation },
  });
  await client.open(client.uri('a.md'), '[那篇](b.md)的式(1)。\n');
  await client.open(client.uri('b.md'), equation);
  await client.edit(client.uri('b.md'), [0, 0, 0, 0], other);
  await staleIn(client, 'a.md');
});
