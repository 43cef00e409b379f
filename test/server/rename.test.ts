// Renames and highlights as a client asks for them, in posts that are open, closed, changed or gone.
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { LanguageClient } from '../support/languageClient.js';
import { editsIn } from '../support/workspaceEdits.js';

let client: LanguageClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const equation = '$$a \\tag{7}\\label{eq:a}$$\n\n\\eqref{eq:a}\n';

async function openBlog(files: Readonly<Record<string, string>> = {}): Promise<LanguageClient> {
  client = await LanguageClient.start({ files: { 'a.md': equation, ...files } });
  await client.server.blogs.loaded();
  await client.open(client.uri('a.md'), equation);
  return client;
}

/** At the label of the equation in `a.md`, where nothing else is said. */
async function rename(
  name: string,
  position = { line: 0, character: 20 },
): Promise<WorkspaceEdit | null> {
  if (!client) throw new Error('No client has started.');
  return await client.request('textDocument/rename', client.uri('a.md'), {
    position,
    newName: name,
  });
}

/** By the names of files, `line:column text` of each edit. */
function editsOf(edit: WorkspaceEdit | null): Readonly<Record<string, readonly string[]>> {
  const shown = ({ range: { start }, newText }: TextEdit): string =>
    `${start.line}:${start.character} ${newText}`;
  return Object.fromEntries(
    editsIn(edit).map(([uri, edits]) => [
      path.posix.relative(client?.uri('.') ?? '', uri),
      edits.map(shown),
    ]),
  );
}

it('a label is renamed in open and closed posts and in worksheets', async () => {
  await openBlog({
    'b.md': 'See [(7)](a.md#eq:a).\n',
    'a.eval': '\\eqref{eq:a}\n',
    'c.md': '\\eqref{eq:a}\n',
  });
  expect(editsOf(await rename('eq:b'))).toEqual({
    'a.md': ['0:18 eq:b', '2:7 eq:b'],
    'a.eval': ['0:7 eq:b'],
    'b.md': ['0:15 eq:b'],
  });
});

it('what is not saved counts, and so does what the files say now', async () => {
  const client = await openBlog({ 'b.md': 'no link\n', 'd.md': '[(7)](a.md#eq:a)\n' });
  await client.open(client.uri('b.md'), 'typed [(7)](a.md#eq:a)\n');
  await writeFile(path.join(client.folder, 'd.md'), 'moved [(7)](a.md#eq:a)\n');
  const edits = editsOf(await rename('eq:b'));
  expect(edits).toMatchObject({ 'b.md': ['0:17 eq:b'], 'd.md': ['0:17 eq:b'] });
});

it('a post that is gone is named, and nothing is written', async () => {
  const client = await openBlog({ 'b.md': '[(7)](a.md#eq:a)\n' });
  await rm(path.join(client.folder, 'b.md'));
  await expect(rename('eq:b')).rejects.toThrow(/^b\.md cannot be read/);
});

it('a new post with the name of another one does not stand in its place', async () => {
  const client = await openBlog({ 'b.md': '[(7)](a.md#eq:a)\n' });
  await client.open('untitled:/elsewhere/b.md', 'nothing\n');
  expect(editsOf(await rename('eq:b'))).toMatchObject({ 'b.md': ['0:11 eq:b'] });
});

it('a refusal says why, and where', async () => {
  await openBlog({ 'b.md': '\n[(7)](a.md#eq:b)\n' });
  await expect(rename('eq:b')).rejects.toThrow(/^b\.md names “eq:b” in line 2,/);
  await expect(rename('a}')).rejects.toThrow(/“a}” is none/);
});

it('a macro of the blog is found and renamed where it is defined, as an editor has it', async () => {
  const unsaved = '% typed\n\\newcommand{\\vv}{v}\n';
  client = await LanguageClient.start({
    files: {
      'postulate.json': '{"macroFiles": "m.tex", "macros": {"w": "\\\\vv"}}',
      'm.tex': '\\newcommand{\\vv}{v}\n',
      'a.md': '$\\vv$\n',
      'b.md': 'See $\\vv$\n',
    },
    answers: { 'postulate/unsavedText': (uri) => (uri.endsWith('m.tex') ? unsaved : null) },
  });
  await client.server.blogs.loaded();
  await client.open(client.uri('a.md'), '$\\vv$\n');
  const position = { line: 0, character: 2 };
  const definitions = client.request('textDocument/definition', client.uri('a.md'), { position });
  await expect(definitions).resolves.toMatchObject([
    { targetUri: client.uri('m.tex'), targetRange: { start: { line: 1, character: 13 } } },
  ]);
  expect(editsOf(await rename('vect', position))).toEqual({
    'postulate.json': ['0:43 vect'],
    'm.tex': ['1:13 vect'],
    'a.md': ['0:2 vect'],
    'b.md': ['0:6 vect'],
  });
});

it('only what can be renamed is offered for it, by its name alone', async () => {
  const { request, uri } = bound(await openBlog({ 'b.md': '# T\n\n[(7)](a.md#eq:a)\n' }));
  const prepare = (name: string, line: number, character: number): Promise<unknown> =>
    request('textDocument/prepareRename', uri(name), { position: { line, character } });
  const range = (line: number, start: number, end: number): object => ({
    range: { start: { line, character: start }, end: { line, character: end } },
    placeholder: 'eq:a',
  });
  await expect(prepare('a.md', 2, 2)).resolves.toEqual(range(2, 7, 11));
  await expect(prepare('a.md', 1, 0)).resolves.toBe(null);
  await client?.open(uri('b.md'), '# T\n\n[(7)](a.md#eq:a)\n');
  await expect(prepare('b.md', 2, 2)).resolves.toEqual(range(2, 11, 15));
  await expect(prepare('b.md', 0, 3)).resolves.toBe(null);
});

it('what the cursor is on is highlighted in its post', async () => {
  const { request, uri } = bound(await openBlog());
  const at = { position: { line: 2, character: 9 } };
  await expect(request('textDocument/documentHighlight', uri('a.md'), at)).resolves.toMatchObject([
    { range: { start: { line: 0, character: 18 } }, kind: 3 },
    { range: { start: { line: 2, character: 7 } }, kind: 2 },
  ]);
});

function bound(client: LanguageClient): Pick<LanguageClient, 'request' | 'uri'> {
  return { request: client.request.bind(client), uri: client.uri.bind(client) };
}

it('a client that shows changes first is asked to for those in other posts', async () => {
  client = await LanguageClient.start({
    files: { 'a.md': equation, 'b.md': '[(7)](a.md#eq:a)\n' },
  });
  await client.server.blogs.loaded();
  await client.open(client.uri('a.md'), equation);
  client.server.client.checksVersions = true;
  client.server.client.annotatesEdits = true;
  const edit = await rename('eq:b');
  const documents = (edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
  expect(
    documents.map(({ textDocument: { version }, edits }) => [
      version,
      'annotationId' in (edits[0] ?? {}),
    ]),
  ).toEqual([
    [1, false],
    [null, true],
  ]);
  expect(Object.values(edit?.changeAnnotations ?? {})).toMatchObject([{ needsConfirmation: true }]);
});
