// Quick fixes over the wire: of the post as it stands, one by one and all at once.
import { describe, expect, it } from 'vitest';
import type { CodeAction, Range } from 'vscode-languageserver';
import type { ClientChoices, LanguageClient } from '../support/languageClient.js';
import { editsIn } from '../support/workspaceEdits.js';
import { startLoaded } from '../support/startedClient.js';

async function open(
  text: string,
  choices: ClientChoices = {},
): Promise<{ readonly uri: string; readonly client: LanguageClient }> {
  const client = await startLoaded(choices);
  const uri = client.uri('post.md');
  await client.open(uri, text);
  return { uri, client };
}

const whole: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

async function actionsIn(
  { client: asked, uri }: { readonly client: LanguageClient; readonly uri: string },
  range: Range,
  only?: readonly string[],
): Promise<readonly CodeAction[]> {
  const diagnostics = asked.shownAt(uri);
  return asked.request('textDocument/codeAction', uri, {
    range,
    context: { diagnostics, ...(only && { only }) },
  });
}

const wrong =
  '$$x\\tag{1}\\label{eq:loss}$$\n\n\\cref{eq:loss}, \\autoref{eq:loss}, \\eqref{eq:los}, \\eqref{eq:loss}.\n';

describe('quick fixes', () => {
  it('belong to their findings, and say what they do', async () => {
    const opened = await open(wrong);
    const diagnostics = await opened.client.diagnostics(opened.uri, ({ length }) => length === 3);
    const range = diagnostics[2]?.range ?? whole;
    const [action, ...others] = await actionsIn(opened, range);
    expect(others).toEqual([]);
    expect(action).toMatchObject({
      title: 'Replace eq:los by eq:loss',
      kind: 'quickfix',
      diagnostics: [diagnostics[2]],
      isPreferred: true,
    });
    expect(editsIn(action?.edit)).toEqual([[opened.uri, [{ range, newText: 'eq:loss' }]]]);
  });

  it('are of the text of now, though the findings on show are older', async () => {
    const opened = await open(wrong);
    const { client: asked, uri } = opened;
    await asked.diagnostics(uri, ({ length }) => length === 3);
    await asked.edit(uri, [0, 0, 0, 0], 'A line.\n\n');
    const line: Range = { start: { line: 4, character: 0 }, end: { line: 4, character: 5 } };
    const [action] = await actionsIn(opened, line);
    expect(editsIn(action?.edit)).toMatchObject([
      [uri, [{ range: { start: { line: 4, character: 0 } } }]],
    ]);
  });

  it('in the text of another post are edits of that post', async () => {
    const other = '\\begin{equation}\na\n\\end{equation}\n\n$$b \\tag{7}\\label{eq:b}$$\n';
    const opened = await open('[(1)](other.md#eq:a)\n', { files: { 'other.md': other } });
    await opened.client.diagnostics(opened.uri, ({ length }) => length === 1);
    const actions = await actionsIn(opened, whole, ['quickfix']);
    const action = actions.find(({ title }) => title.includes('other.md'));
    expect(action?.title).toBe('Put \\label{eq:a} into equation (1) of other.md: a');
    expect(editsIn(action?.edit).map(([uri]) => uri)).toEqual([opened.client.uri('other.md')]);
  });

  it('are those of the first fifty findings where far more are asked about', async () => {
    const opened = await open(
      `$$x\\tag{1}\\label{eq:a}$$\n\n\\eqref{eq:a}${' \\cref{eq:a}'.repeat(60)}\n`,
    );
    expect(await actionsIn(opened, whole, ['quickfix'])).toHaveLength(50);
    const last: Range = { start: { line: 2, character: 730 }, end: { line: 2, character: 799 } };
    expect(await actionsIn(opened, last, ['quickfix'])).not.toHaveLength(0);
  });

  it('are not there in a folder that is no blog', async () => {
    const opened = await open('《度量》 and 式(1)\n');
    expect(await actionsIn(opened, whole)).toEqual([]);
  });
});

describe('fix all', () => {
  it('makes all that is certain as one edit, where it is asked for', async () => {
    const opened = await open(wrong);
    const [action, ...others] = await actionsIn(opened, whole, ['source.fixAll']);
    expect(others).toEqual([]);
    expect(action).toMatchObject({ kind: 'source.fixAll.postulate' });
    const newText = '\\eqref{eq:loss}';
    expect(editsIn(action?.edit)).toMatchObject([[opened.uri, [{ newText }, { newText }]]]);
  });

  it('is in no menu of quick fixes, and is nothing where nothing is certain', async () => {
    const opened = await open(wrong.replace(/\\cref.*autoref\{.*?\}, /, ''));
    const kinds = (await actionsIn(opened, whole)).map(({ kind }) => kind);
    expect(kinds).toEqual(['quickfix']);
    expect(await actionsIn(opened, whole, ['source.fixAll.postulate'])).toEqual([]);
    expect(await actionsIn(opened, whole, ['source.fixAll.other'])).toEqual([]);
  });
});
