// Tables and pictures of results in the running server: told when they are stale, and what the client is to write.
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { LanguageClient, type ClientChoices } from '../support/languageClient.js';
import { updateInsertedCommand } from '../../src/protocol/server.js';
import { editRequests, type ChoicesAnswer, type EditAnswer } from '../../src/protocol/editing.js';

const raw = String.raw;

/** For machines that do much else. */
const patient = { timeout: 20_000 };

const plot = raw`plot nt,\ t \in [0, 1]`;
const table = raw`table nt,\ t \in \{1\}`;
const sheet = (n: number): string => `\`\`\`eval\nn = ${n}\n${plot}\n${table}\n\`\`\`\n`;
const below = `
<!-- eval-result: ${plot} -->

![a](img/a.svg)

<!-- eval-result: ${table} -->

| $t$ | $nt$ |
| --- | ---: |
| 1 | 2 |
`;

let client: LanguageClient;

async function start(files: NonNullable<ClientChoices['files']>): Promise<void> {
  client = await LanguageClient.start({ files, options: { writesFiles: true } });
  await client.open(client.uri('post.md'), String(files['post.md']));
}

afterEach(() => client.stop());

function ask(
  method: string,
  line: number,
  choice: number | null = null,
): Promise<EditAnswer | ChoicesAnswer | null> {
  const place = { line, character: 2 };
  return client.connection.sendRequest(method, {
    ...{ uri: client.uri('post.md'), version: 1, start: place, end: place },
    choice,
  });
}

async function actionsAt(line: number): Promise<readonly CodeAction[]> {
  const place = { line, character: 2 };
  const found = await client.connection.sendRequest<CodeAction[] | null>(
    'textDocument/codeAction',
    {
      textDocument: { uri: client.uri('post.md') },
      range: { start: place, end: place },
      context: { diagnostics: client.shownAt(client.uri('post.md')) },
    },
  );
  return found ?? [];
}

function messages(): readonly unknown[] {
  return client.shownAt(client.uri('post.md')).map(({ message }) => message);
}

/** What the client does with the files of an answer. */
async function write(answer: EditAnswer | ChoicesAnswer | null): Promise<void> {
  if (answer?.kind !== 'edits') throw new Error(JSON.stringify(answer));
  for (const { uri, text } of answer.files ?? []) {
    const file = new URL(uri);
    await mkdir(new URL('.', file), { recursive: true });
    await writeFile(file, text);
    const changes = [{ uri, type: 1 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }
}

it('follows the file of a picture, and offers to update it and the table', async () => {
  await start({ 'post.md': sheet(2) + below });
  await expect
    .poll(messages, patient)
    .toContainEqual('There is no picture img/a.svg; update to write it anew');
  const [action] = await actionsAt(6);
  expect(action).toMatchObject({
    title: 'Update the picture of the plot',
    isPreferred: true,
    command: { command: updateInsertedCommand },
    diagnostics: [{ code: 'eval.claim' }],
  });
  const answer = await ask(editRequests.updateInserted, 6);
  expect(answer).toMatchObject({
    kind: 'edits',
    edits: [],
    files: [{ uri: client.uri('img/a.svg') }],
  });
  await write(answer);
  await expect.poll(messages, patient).toEqual([]);

  await client.edit(client.uri('post.md'), [1, 4, 1, 5], '3');
  await expect.poll(messages, patient).toHaveLength(2);
  expect(await actionsAt(10)).toMatchObject([
    {
      title: 'Update the table',
      edit: {
        changes: {
          [client.uri('post.md')]: [{ newText: expect.stringContaining('| 1 | 3 |') as unknown }],
        },
      },
    },
  ]);
  await rm(path.join(client.folder, 'img/a.svg'));
  const changes = [{ uri: client.uri('img/a.svg'), type: 3 }];
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await expect
    .poll(messages, patient)
    .toContainEqual('There is no picture img/a.svg; update to write it anew');
});

it('inserts the plot at the caret, or lets the writer choose', async () => {
  await start({ 'post.md': `${sheet(2)}\nText.\n` });
  expect(await ask(editRequests.insertPlot, 6)).toEqual({ kind: 'choices', names: [plot] });
  const chosen = await ask(editRequests.insertPlot, 6, 0);
  expect(chosen).toMatchObject({ kind: 'edits', edits: [{ start: { line: 6, character: 0 } }] });
  expect(await ask(editRequests.insertPlot, 2)).toEqual(chosen);
  expect(await ask(editRequests.insertTable, 6)).toEqual({ kind: 'choices', names: [table] });
  expect(await ask(editRequests.insertTable, 3)).toMatchObject({
    kind: 'edits',
    edits: [
      { text: `<!-- eval-result: ${table} -->\n\n| $t$ | $nt$ |\n| --- | ---: |\n| 1 | 2 |\n\n` },
    ],
  });
});

it('writes over nothing, and through no link', async () => {
  await start({ 'post.md': sheet(2) + below, 'elsewhere/b.svg': 'other' });
  await symlink(path.join(client.folder, 'elsewhere'), path.join(client.folder, 'img'));
  await expect
    .poll(async () => (await ask(editRequests.updateInserted, 6))?.kind, patient)
    .toBe('edits');
  expect(await ask(editRequests.updateInserted, 6)).toMatchObject({ edits: [], files: [] });
  expect(await ask(editRequests.updateStale, 6)).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('Postulate did not write img/a.svg') as unknown,
  });
  expect(await readFile(path.join(client.folder, 'elsewhere/b.svg'), 'utf8')).toBe('other');
});

it('refuses a picture for what has no place of its own', async () => {
  await start({ 'post.md': '' });
  const uri = 'untitled:Untitled-1';
  await client.open(uri, sheet(2));
  const place = { line: 2, character: 2 };
  const request = { uri, version: 2, start: place, end: place, choice: null };
  expect(await client.connection.sendRequest(editRequests.insertPlot, request)).toEqual({
    kind: 'refused',
    message: 'The picture of a plot is written beside its post. Save the post first.',
  });
  expect(
    await client.connection.sendRequest(editRequests.insertTable, {
      ...request,
      start: { line: 3, character: 2 },
      end: { line: 3, character: 2 },
    }),
  ).toMatchObject({ kind: 'edits' });
});
