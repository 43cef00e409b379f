// Equations of a blog over the wire: their list, references to them, numbers for them, and numbers that are outdated.
import { describe, expect, it } from 'vitest';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver/node';
import {
  equationRequests,
  type EquationEditAnswer,
  type EquationsAnswer,
} from '../../src/protocol/equations.js';
import { clientRequests } from '../../src/protocol/server.js';
import { nodeFiles } from '../../src/server/nodeFiles.js';
import type { ClientChoices, LanguageClient } from '../support/languageClient.js';
import { eventually } from '../support/waiting.js';
import { editsIn } from '../support/workspaceEdits.js';
import { startClient, startLoaded } from '../support/startedClient.js';

const raw = String.raw;

/** A blog whose first post is open; `made` are the edits that the server had the client make. */
async function openBlog(
  files: Readonly<Record<string, string>>,
  choices: ClientChoices = {},
): Promise<{ client: LanguageClient; uri: string; made: WorkspaceEdit[] }> {
  const client = await startLoaded({ files, ...choices });
  const [[name, text] = ['', '']] = Object.entries(files);
  const uri = client.uri(name);
  await client.open(uri, text);
  const made: WorkspaceEdit[] = [];
  client.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    made.push(edit);
    return { applied: true };
  });
  return { client, uri, made };
}

function at(line: number, character: number): object {
  return { start: { line, character }, end: { line, character } };
}

/** Of each post by its name, the new texts in order. */
function written(client: LanguageClient, edit: WorkspaceEdit | undefined): object {
  const texts = editsIn(edit).map(([uri, edits]) => [
    uri.slice(client.uri('').length + 1),
    edits.map(({ newText }) => newText),
  ]);
  return Object.fromEntries(texts) as object;
}

const blog = {
  'a.md': raw`由得

$$x$$

\begin{align}
y &= 1 \\
z &= 2\label{eq:z}
\end{align}
`,
  'b.md': '# Loss\n\n\\begin{equation}\nL\n\\end{equation}\n',
  'c.md': 'No equation.\n',
};

async function listed(client: LanguageClient, uri: string, of: string): Promise<EquationsAnswer> {
  return await client.connection.sendRequest(equationRequests.list, { uri, of, after: 0 });
}

it('equations are listed row by row, those of other posts with their titles', async () => {
  const { client, uri } = await openBlog(blog);
  const { equations } = await listed(client, uri, 'post');
  expect(equations.map(({ shown, label, tex, post }) => [shown, label, tex, post])).toEqual([
    [null, null, 'x', null],
    ['(1)', null, 'y &= 1', null],
    ['(2)', 'eq:z', 'z &= 2', null],
  ]);
  expect(equations[1]).toMatchObject({ start: { line: 5, character: 0 } });
  const others = await listed(client, uri, 'others');
  expect(others).toMatchObject({
    equations: [{ shown: '(1)', tex: 'L', post: 'Loss', uri: client.uri('b.md') }],
    nPosts: 1,
    nPostsLeft: 0,
  });
});

it('the nearest are there at once, and the others come piece by piece', async () => {
  const row = 'x &= 1 \\\\\n';
  const many = `\\begin{align}\n${row.repeat(300)}y &= 2\n\\end{align}\n`;
  const { client, uri } = await openBlog({ 'a.md': '', 'b.md': many, 'c.md': many, 'd.md': many });
  const first = await listed(client, uri, 'others');
  expect(first).toMatchObject({ nPosts: 2, nPostsLeft: 1 });
  const request = { uri, of: 'others', after: first.nPosts };
  const rest = await client.connection.sendRequest<EquationsAnswer>(equationRequests.list, request);
  expect(rest).toMatchObject({ nPosts: 1, nPostsLeft: 0 });
  expect(new Set(rest.equations.map(({ post }) => post))).toEqual(new Set(['d.md']));
});

it('has a picture of each', async () => {
  const { client, uri } = await openBlog(blog);
  const [equation] = (await listed(client, uri, 'post')).equations;
  const picture = await client.connection.sendRequest(equationRequests.picture, equation);
  expect(picture).toMatch(/^data:image\/svg/);
});

async function insert(
  { client, uri }: { client: LanguageClient; uri: string },
  of: string,
  which: number,
  more: object = {},
): Promise<EquationEditAnswer> {
  const equation = (await listed(client, uri, of)).equations[which];
  const request = { uri, version: 1, ...at(0, 1), equation, ...more };
  return await client.connection.sendRequest(equationRequests.insertReference, request);
}

describe('a reference', () => {
  it('to an equation of the post is an edit of it, which says whether others moved', async () => {
    const answer = await insert(await openBlog(blog), 'post', 0);
    expect(answer).toMatchObject({ kind: 'edits', shiftsNumbers: true });
    expect(answer.kind === 'edits' && answer.edits.map(({ text }) => text)).toEqual([
      '式$\\eqref{eq:equation}$',
      '\\begin{equation}\n',
      '\\label{eq:equation}',
      '\n\\end{equation}',
    ]);
    expect(answer.kind === 'edits' && answer.caret).toEqual({ line: 0, character: 23 });
  });

  it('to an equation of another post is one edit of both', async () => {
    const opened = await openBlog(blog);
    await expect(insert(opened, 'others', 0)).resolves.toEqual({
      kind: 'made',
      shiftsNumbers: false,
    });
    expect(written(opened.client, opened.made[0])).toEqual({
      'a.md': ['[(1)](b.md#eq:loss)'],
      'b.md': ['\\label{eq:loss}'],
    });
  });

  it('is refused where the post says something else there by now', async () => {
    const opened = await openBlog(blog);
    const equation = { uri: opened.uri, display: 0, row: 0, tex: 'other' };
    const answer = await insert(opened, 'post', 0, { equation });
    expect(answer).toMatchObject({ kind: 'refused' });
    await expect(insert(opened, 'post', 0, { equation: 7 })).resolves.toBe(null);
  });
});

const first = '\\begin{equation}\na\\label{eq:a}\n\\end{equation}\n\n';
const numbered = '$$ b $$\n\n' + first + '由式(1)和式(1)得。\n';
const naming = '见[那篇](a.md)，那篇文章的公式(1)。\n';

describe('numbers written by hand', () => {
  // References where the label is in reach, as the fix of each number by itself.
  const updated = { 'a.md': ['\\eqref{eq:a}', '\\eqref{eq:a}'], 'b.md': ['2'] };
  type Blog = Awaited<ReturnType<typeof openBlog>>;

  /** The first display of the first post gets a number: the second one has another then. */
  async function numberFirst(blog: Blog, letter = 'b', version = 1): Promise<EquationEditAnswer> {
    const { client, uri } = blog;
    const request = { uri, version, ...at(0, 4) };
    const answer = await client.connection.sendRequest<EquationEditAnswer>(
      equationRequests.numberFormula,
      request,
    );
    await client.edit(uri, [0, 0, 0, 7], `\\begin{equation}${letter}\\end{equation}`);
    return answer;
  }

  function outdated({ client, uri }: Blog): Promise<number> {
    return client.connection.sendRequest(equationRequests.outdatedNumbers, { uri });
  }

  it('are outdated in all posts once an equation got a number before theirs, and updated at once', async () => {
    const opened = await openBlog({ 'a.md': numbered, 'b.md': naming });
    await expect(outdated(opened)).resolves.toBe(0);
    await expect(numberFirst(opened)).resolves.toMatchObject({
      kind: 'edits',
      shiftsNumbers: true,
    });
    await expect(outdated(opened)).resolves.toBe(3);
    const { client, uri, made } = opened;
    await client.connection.sendRequest(equationRequests.updateNumbers, { uri });
    expect(written(client, made[0])).toEqual(updated);
  });

  it('in links follow the equation that they lead to, in all posts', async () => {
    const { uri, ...opened } = await openBlog({
      'a.md': numbered + '又见[(1)](#eq:a)。\n',
      'b.md': '见[式(1)](a.md#eq:a)与[(1)](a.md#eq:b)。\n',
      'c.md': '见 [Eq. (1)](/a/#eq:a)。\n',
      'd.md': '见[(2)](a.md#eq:a)。\n',
    });
    await numberFirst({ uri, ...opened });
    await expect(outdated({ uri, ...opened })).resolves.toBe(5);
    await opened.client.connection.sendRequest(equationRequests.updateNumbers, { uri });
    expect(written(opened.client, opened.made[0])).toEqual({
      'a.md': ['\\eqref{eq:a}', '\\eqref{eq:a}', '2'],
      'b.md': ['2'],
      'c.md': ['2'],
    });
  });

  it('are counted once all posts are read', async () => {
    const client = await startClient({
      files: { 'a.md': first + '由式(1)得。\n', 'b.md': naming },
    });
    const uri = client.uri('a.md');
    await client.open(uri, first + '由式(1)得。\n');
    await client.edit(uri, [0, 0, 0, 0], '\\begin{equation}b\\end{equation}\n\n');
    await expect(outdated({ client, uri, made: [] })).resolves.toBe(2);
  });

  it('have one quick fix for all, at a number and at the displays of the post', async () => {
    const opened = await openBlog({ 'a.md': numbered, 'b.md': naming });
    const { client, uri } = opened;
    await numberFirst(opened);
    const range = at(0, 3);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', uri, {
      range,
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toEqual([
      'Update all 3 numbers written by hand, in 2 posts',
    ]);
    expect(written(client, actions[0]?.edit)).toEqual(updated);
  });

  it('of a post that changes while others are read are those of the version that was read', async () => {
    const read: { meanwhile?: () => Promise<unknown> } = {};
    const opened = await openBlog(
      { 'a.md': numbered, 'b.md': naming, 'c.md': naming },
      {
        host: {
          files: () => ({
            ...nodeFiles,
            read: async (uri) => {
              if (uri.endsWith('c.md')) await read.meanwhile?.();
              return nodeFiles.read(uri);
            },
          }),
        },
      },
    );
    const { client, uri } = opened;
    const other = client.uri('b.md');
    await client.open(other, naming);
    await numberFirst(opened);
    const version = client.server.store.get(other)?.snapshot.version;
    read.meanwhile = async () => {
      await client.edit(other, [0, 0, 0, 0], '昨天');
      await eventually(() => {
        expect(client.server.store.get(other)?.snapshot.version).not.toBe(version);
      });
    };
    const [action] = await client.request<CodeAction[]>('textDocument/codeAction', uri, {
      range: at(0, 3),
      context: { diagnostics: [] },
    });
    expect(action?.edit?.documentChanges).toContainEqual(
      expect.objectContaining({ textDocument: { uri: other, version } }),
    );
  });

  it('for equations that were written since the post was opened follow as well', async () => {
    const opened = await openBlog({ 'a.md': '$$ b $$\n\n' + first, 'b.md': '' });
    const { client, uri, made } = opened;
    const updated = async (): Promise<unknown> => {
      await client.connection.sendRequest(equationRequests.updateNumbers, { uri });
      return written(client, made.pop());
    };
    // A second equation, and two sentences that name both.
    await client.edit(
      uri,
      [6, 0, 6, 0],
      '\\begin{equation}c\\end{equation}\n\n由式(1)和式(2)得。\n',
    );
    await client.open(client.uri('b.md'), '');
    await client.edit(client.uri('b.md'), [0, 0, 0, 0], '[那篇](a.md)文章的式(2)。\n');
    await expect(outdated(opened)).resolves.toBe(0);
    await numberFirst(opened, 'b', 2);
    await expect(outdated(opened)).resolves.toBe(3);
    await expect(updated()).resolves.toEqual({ 'a.md': ['\\eqref{eq:a}', '3'], 'b.md': ['3'] });
    // They are left as they are, and then one more comes before.
    await client.edit(uri, [0, 0, 0, 0], '$$ d $$\n\n');
    await numberFirst(opened, 'd', 6);
    await expect(outdated(opened)).resolves.toBe(3);
    await expect(updated()).resolves.toEqual({ 'a.md': ['\\eqref{eq:a}', '4'], 'b.md': ['4'] });
    // Of a number that was corrected, the new one counts.
    await client.edit(uri, [10, 8, 10, 9], '4');
    await expect(outdated(opened)).resolves.toBe(2);
    await client.edit(uri, [0, 0, 0, 0], '$$ e $$\n\n');
    await numberFirst(opened, 'e', 9);
    await expect(updated()).resolves.toEqual({ 'a.md': ['\\eqref{eq:a}', '5'], 'b.md': ['5'] });
  });

  it('that were updated and closed are not updated again', async () => {
    const opened = await openBlog({ 'a.md': first, 'b.md': naming });
    const { client, uri } = opened;
    await client.open(client.uri('b.md'), naming);
    await client.edit(uri, [0, 0, 0, 0], '\\begin{equation}\nb\n\\end{equation}\n\n');
    await client.edit(uri, [0, 0, 0, 0], '\\begin{equation}\nc\n\\end{equation}\n\n');
    await expect(outdated(opened)).resolves.toBe(1);
    await client.edit(client.uri('b.md'), [0, 18, 0, 19], '3');
    await expect(outdated(opened)).resolves.toBe(0);
    await client.close(client.uri('b.md'));
    await expect(outdated(opened)).resolves.toBe(0);
  });

  it('are compared with what their post says in the same commit', async () => {
    const commits = new Map<string, string | null>();
    const opened = await openBlog(
      { 'a.md': '\\begin{equation}\nb\n\\end{equation}\n\n' + first, 'b.md': naming },
      {
        options: { readsCommits: true },
        answers: {
          [clientRequests.committedText]: (uri) =>
            uri.endsWith('a.md') ? first : (commits.get('b.md') ?? null),
        },
      },
    );
    await opened.client.diagnostics(opened.uri);
    // It was never committed: nobody knows which equation it means.
    await expect(outdated(opened)).resolves.toBe(0);
    commits.set('b.md', naming);
    await expect(outdated(opened)).resolves.toBe(1);
    commits.set('b.md', naming.replace('(1)', '(2)'));
    await expect(outdated(opened)).resolves.toBe(0);
  });
});

it('a number is refused where there is one, and where there is no display', async () => {
  const { client, uri } = await openBlog(blog);
  const number = (line: number): Promise<EquationEditAnswer> =>
    client.connection.sendRequest(equationRequests.numberFormula, {
      uri,
      version: 1,
      ...at(line, 1),
    });
  await expect(number(5)).resolves.toMatchObject({
    message: 'This equation has the number (1) already.',
  });
  await expect(number(0)).resolves.toMatchObject({ kind: 'refused' });
});

it('what is no request has no answer', async () => {
  const { client } = await openBlog(blog);
  for (const method of Object.values(equationRequests)) {
    if (method === equationRequests.outdatedNumbers) continue;
    await expect(client.connection.sendRequest(method, { uri: 7 })).resolves.toBe(null);
  }
});
