// A change in several posts is made as the writer answers: all at once, after a look at each, or not at all.
import { afterEach, expect, it } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { clientRequests, type EditQuestion } from '../../src/protocol/server.js';
import { LanguageClient } from '../support/languageClient.js';
import { editsIn } from '../support/workspaceEdits.js';

let client: LanguageClient | undefined;

afterEach(() => client?.stop());

const equation = '$$x \\tag{7}\\label{eq:a}$$\n\n\\eqref{eq:a}\n';

/** Renames the label of a post, which `others` link to; those of `opened` are opened while the writer is asked. */
async function rename(
  answer: string,
  others: Readonly<Record<string, string>>,
  opened: Readonly<Record<string, string>> = {},
): Promise<{ readonly edit: WorkspaceEdit; readonly asked: readonly EditQuestion[] }> {
  const files = { 'a.md': equation, ...others };
  const options = { confirmsEdits: true };
  const editor = (client = await LanguageClient.start({ files, options }));
  const asked: EditQuestion[] = [];
  client.connection.onRequest(clientRequests.confirmEdit, async (question: EditQuestion) => {
    asked.push(question);
    for (const [name, text] of Object.entries(opened)) await editor.open(editor.uri(name), text);
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

it('in a post that is opened while the writer is asked', async () => {
  const { edit } = await rename('all', linking, linking);
  expect(editsIn(edit)).toHaveLength(2);
});

it('not in one that is opened with another text', async () => {
  const opened = { 'b.md': `# B\n\n${linking['b.md']}` };
  await expect(rename('all', linking, opened)).rejects.toThrow('changed meanwhile');
});
