// A change in several posts is made as the writer answers: all at once, after a look at each, or not at all.
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { clientRequests, type EditQuestion } from '../../src/protocol/server.js';
import type { LanguageClient } from '../support/languageClient.js';
import { editsIn } from '../support/workspaceEdits.js';
import { startClient } from '../support/startedClient.js';

const equation = '$$x \\tag{7}\\label{eq:a}$$\n\n\\eqref{eq:a}\n';

/** Renames the label of a post, which `others` link to; `meanwhile` happens while the writer is asked. */
async function rename(
  answer: string,
  others: Readonly<Record<string, string>>,
  meanwhile: (editor: LanguageClient) => Promise<void> = () => Promise.resolve(),
): Promise<{ readonly edit: WorkspaceEdit; readonly asked: readonly EditQuestion[] }> {
  const files = { 'a.md': equation, ...others };
  const options = { confirmsEdits: true };
  const client = await startClient({ files, options });
  const asked: EditQuestion[] = [];
  client.connection.onRequest(clientRequests.confirmEdit, async (question: EditQuestion) => {
    asked.push(question);
    await meanwhile(client);
    return answer;
  });
  await client.open(client.uri('a.md'), equation);
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', client.uri('a.md'), {
    position: { line: 2, character: 9 },
    newName: 'eq:b',
  });
  return { edit, asked };
}

const linking = { 'b.md': '[(7)](a.md#eq:a)\n' };

it('all at once', async () => {
  const { edit, asked } = await rename('all', linking);
  expect(asked).toEqual([
    { message: 'Rename eq:a to eq:b: change 2 files?', detail: 'a.md: 2\nb.md: 1' },
  ]);
  expect(editsIn(edit)).toHaveLength(2);
  expect(edit.changeAnnotations).toBeUndefined();
});

it('after a look at those in other posts', async () => {
  const { edit } = await rename('look', linking);
  const annotated = editsIn(edit).map(([, edits]) => edits.every((one) => 'annotationId' in one));
  expect(annotated).toEqual([false, true]);
  expect(edit.changeAnnotations).toMatchObject({ elsewhere: { needsConfirmation: true } });
});

it('not at all', async () => {
  const { edit } = await rename('none', linking);
  expect(editsIn(edit)).toEqual([]);
});

it('without a question in the post itself', async () => {
  const { edit, asked } = await rename('none', {});
  expect(asked).toEqual([]);
  expect(editsIn(edit)).toHaveLength(1);
});

const changed = `# B\n\n${linking['b.md']}`;

it('in a post that is opened while the writer is asked', async () => {
  const { edit } = await rename('all', linking, (editor) =>
    editor.open(editor.uri('b.md'), linking['b.md']),
  );
  expect(editsIn(edit)).toHaveLength(2);
});

it.each<[string, (editor: LanguageClient) => Promise<void>]>([
  ['is opened with another text', (editor) => editor.open(editor.uri('b.md'), changed)],
  ['is written by another program', ({ folder }) => writeFile(path.join(folder, 'b.md'), changed)],
  ['is removed', ({ folder }) => rm(path.join(folder, 'b.md'))],
])('not where one %s', async (_, meanwhile) => {
  await expect(rename('all', linking, meanwhile)).rejects.toThrow('changed meanwhile');
});
