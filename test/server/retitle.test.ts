// Retitle Post as a client asks for it: one edit over open and closed posts, and what is told of it.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type {
  ApplyWorkspaceEditParams,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver/node';
import {
  retitleRequests,
  type PostTitle,
  type RetitleAnswer,
  type RetitleChoices,
} from '../../src/protocol/retitle.js';
import type { LanguageClient } from '../support/languageClient.js';
import { startClient } from '../support/startedClient.js';

const files = {
  'a.md': '---\ntitle: 步骤\n---\n接着是《步骤（下）》。\n',
  'b.md': '---\ntitle: 步骤（下）\n---\n上一篇：[《步骤》](a.md)\n',
  'c.md': '# 三步\n',
  'd.md': '见《步骤(下)》。\n',
  'draft.md': '---\ntitle: 草稿\ndraft: true\n---\n《步骤（下）》\n',
  'other.md': '# Other\n> 《步骤（下）》\n',
};

/** A client with the post open; of the edits that it is asked to make it makes those that are accepted. */
async function open(
  name: keyof typeof files,
  accepts: (uri: string) => boolean = () => true,
): Promise<{ client: LanguageClient; uri: string; asked: ApplyWorkspaceEditParams[] }> {
  const client = await startClient({ files });
  const asked: ApplyWorkspaceEditParams[] = [];
  client.connection.onRequest('workspace/applyEdit', async (params: ApplyWorkspaceEditParams) => {
    asked.push(params);
    const edits = documentEdits(params).filter(({ textDocument }) => accepts(textDocument.uri));
    for (const edit of edits) await make(client, edit);
    return { applied: edits.length > 0 };
  });
  const uri = client.uri(name);
  await client.open(uri, files[name]);
  return { client, uri, asked };
}

function documentEdits({ edit }: ApplyWorkspaceEditParams): readonly TextDocumentEdit[] {
  return (edit.documentChanges ?? []).filter((change) => 'textDocument' in change);
}

async function make(
  { connection, server }: LanguageClient,
  { textDocument: { uri, version }, edits }: TextDocumentEdit,
): Promise<void> {
  const ordered = [...(edits as TextEdit[])].reverse();
  if (version !== null) {
    const contentChanges = ordered.map(({ range, newText }) => ({ range, text: newText }));
    const textDocument = { uri, version: version + 100 };
    await connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
    expect(server.store.get(uri)).toBeDefined();
    return;
  }
  const path = fileURLToPath(uri);
  const lines = (await readFile(path, 'utf8')).split('\n');
  for (const { range, newText } of ordered) {
    const line = lines[range.start.line] ?? '';
    const { start, end } = range;
    lines[start.line] = line.slice(0, start.character) + newText + line.slice(end.character);
  }
  await writeFile(path, lines.join('\n'));
}

function retitle(
  { connection }: LanguageClient,
  uri: string,
  title: string,
  more: { version?: number; followUps?: readonly string[] } = {},
): Promise<RetitleAnswer | null> {
  const request = { uri, title, version: 1, followUps: [], ...more };
  return connection.sendRequest(retitleRequests.retitle, request);
}

it('is one edit, which is shown before it changes other posts', async () => {
  const { client, uri, asked } = await open('b.md');
  const answer = await retitle(client, uri, '步骤（中）');
  const [params, ...others] = asked;
  expect(others).toEqual([]);
  expect(params?.label).toBe('Retitle to 《步骤（中）》');
  const edits = params ? documentEdits(params) : [];
  const changed = edits.map(({ textDocument, edits }) => [
    textDocument.uri.split('/').at(-1),
    textDocument.version,
    (edits as TextEdit[]).map(({ newText }) => newText).join(),
    edits.every((edit) => 'annotationId' in edit),
  ]);
  expect(changed).toEqual([
    ['a.md', null, '步骤（中）', true],
    ['b.md', 1, '步骤（中）', false],
    ['d.md', null, '步骤(中)', true],
    ['draft.md', null, '步骤（中）', true],
  ]);
  expect(Object.values(params?.edit.changeAnnotations ?? {})).toMatchObject([
    { needsConfirmation: true },
  ]);
  expect(answer).toEqual({
    kind: 'made',
    publish: [
      { uri: client.uri('a.md'), title: '步骤' },
      { uri, title: '步骤（中）' },
      { uri: client.uri('d.md'), title: null },
    ],
    left: [
      {
        uri: client.uri('other.md'),
        start: { line: 1, character: 2 },
        end: { line: 1, character: 9 },
        cited: '步骤（下）',
        why: 'tells what was once, of a paper or a book, or in the words of another',
      },
    ],
  });
});

it('reads what was typed and not saved', async () => {
  const { client, uri, asked } = await open('b.md');
  await client.open(client.uri('d.md'), '新写的一段，见《步骤（下）》，没有保存。\n');
  await retitle(client, uri, '步骤（中）');
  const edit = asked
    .flatMap(documentEdits)
    .find(({ textDocument }) => textDocument.uri.endsWith('/d.md'));
  expect(edit?.edits.map(({ range }) => range.start.character)).toEqual([8]);
});

it('tells of posts to publish those alone that the writer let change', async () => {
  const { client, uri } = await open('b.md', (other) => !other.endsWith('/a.md'));
  const answer = await retitle(client, uri, '步骤（中）');
  const publish = answer?.kind === 'made' ? answer.publish : [];
  expect(publish.map((post) => post.uri)).toEqual([uri, client.uri('d.md')]);
});

it('changes nothing where the writer leaves it', async () => {
  const { client, uri } = await open('b.md', () => false);
  await expect(retitle(client, uri, '步骤（中）')).resolves.toEqual({ kind: 'left' });
  await expect(readFile(fileURLToPath(client.uri('d.md')), 'utf8')).resolves.toBe(files['d.md']);
});

it('offers what follows in the series, and does what was chosen of it', async () => {
  const { client, uri } = await open('c.md');
  const asked = { uri, title: '步骤（下）' };
  const choices: RetitleChoices = await client.connection.sendRequest(
    retitleRequests.choices,
    asked,
  );
  expect(choices).toEqual({
    problem: null,
    followUps: [
      { uri: client.uri('b.md'), from: '步骤（下）', to: '步骤（中）', isNeeded: true },
      { uri: client.uri('a.md'), from: '步骤', to: '步骤（上）', isNeeded: false },
    ],
  });
  const followUps = choices.followUps.map(({ uri }) => uri);
  await retitle(client, uri, '步骤（下）', { followUps });
  const text = (name: string): Promise<string> => readFile(fileURLToPath(client.uri(name)), 'utf8');
  await expect(text('a.md')).resolves.toBe('---\ntitle: 步骤（上）\n---\n接着是《步骤（中）》。\n');
  await expect(text('b.md')).resolves.toBe(
    '---\ntitle: 步骤（中）\n---\n上一篇：[《步骤（上）》](a.md)\n',
  );
});

it('refuses a title that another post has, and names its place', async () => {
  const { client, uri, asked } = await open('b.md');
  const taken =
    'other.md:1 is already titled 《Other》. Choose another title, or retitle that post first.';
  const choices = await client.connection.sendRequest(retitleRequests.choices, {
    uri,
    title: ' other ',
  });
  expect(choices).toEqual({ problem: taken, followUps: [] });
  const refused = { kind: 'refused', message: taken };
  await expect(retitle(client, uri, 'Other')).resolves.toEqual(refused);
  await client.close(uri);
  await client.open(client.uri('c.md'), files['c.md']);
  // What is needed was not chosen.
  await expect(
    retitle(client, client.uri('c.md'), '步骤（下）', { version: 2 }),
  ).resolves.toMatchObject({
    kind: 'refused',
    message: expect.stringMatching(/^b\.md:2 is already/) as string,
  });
  expect(asked).toEqual([]);
});

it('tells the title that the post has', async () => {
  const { client, uri } = await open('b.md');
  const titleOf = (uri: string): Promise<PostTitle | null> =>
    client.connection.sendRequest(retitleRequests.title, { uri });
  await expect(titleOf(uri)).resolves.toEqual({ kind: 'title', title: '步骤（下）' });
  await expect(titleOf(client.uri('a.md'))).resolves.toBe(null);
  await client.open(client.uri('d.md'), files['d.md']);
  await expect(titleOf(client.uri('d.md'))).resolves.toMatchObject({ kind: 'refused' });
});

it('refuses a post of another version, and has no answer to what is no request', async () => {
  const { client, uri, asked } = await open('b.md');
  const answer = await retitle(client, uri, 'New', { version: 7 });
  expect(answer?.kind === 'refused' && answer.message).toContain('changed');
  for (const method of Object.values(retitleRequests)) {
    await expect(client.connection.sendRequest(method, { uri: 7 })).resolves.toBe(null);
    await expect(
      client.connection.sendRequest(method, { uri: 'file:///n.md', title: 'x' }),
    ).resolves.toBe(null);
  }
  expect(asked).toEqual([]);
});
