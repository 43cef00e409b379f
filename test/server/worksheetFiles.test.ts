// The worksheet in a file of its own beside a post, in the running server.
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Hover, InlayHint } from 'vscode-languageserver/node';
import { editRequests } from '../../src/protocol/editing.js';
import { serverRequests } from '../../src/protocol/server.js';
import { LanguageClient, type ClientChoices } from '../support/languageClient.js';

const post = 'The mean $\\bar x$<!--= 2.5 -->.\n';

/** For machines that do much else. */
const patient = { timeout: 10_000 };

let client: LanguageClient;

async function start(files: NonNullable<ClientChoices['files']>): Promise<LanguageClient> {
  client = await LanguageClient.start({ files, options: { putsCaret: true } });
  return client;
}

afterEach(() => client.stop());

function openWorksheet(text: string): Promise<void> {
  return client.open(client.uri('a.eval'), text, 'postulate-worksheet');
}

/** Messages and labels may have parts; ours have none. */
function plain(shown: unknown): string {
  return typeof shown === 'string' ? shown : '';
}

function messagesAt(name: string): readonly string[] {
  return client.shownAt(client.uri(name)).map(({ range: { start }, message }) => {
    return `${start.line}:${start.character} ${plain(message)}`;
  });
}

async function hintsAt(name: string): Promise<readonly string[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
  const textDocument = { uri: client.uri(name) };
  const hints = await client.connection.sendRequest<InlayHint[] | null>('textDocument/inlayHint', {
    textDocument,
    range,
  });
  return (hints ?? []).map(({ position, label }) => `${position.line} ${plain(label)}`);
}

describe('a post', () => {
  it('has the values of the file beside it, as it is on disk', async () => {
    await start({ 'a.md': post, 'a.eval': 'x = [1, 2]\nu\n' });
    await client.open(client.uri('a.md'), post);
    await expect
      .poll(() => messagesAt('a.md'), patient)
      .toEqual([expect.stringMatching(/^0:9 .*1\.5/)]);
    expect(messagesAt('a.eval')).toEqual([expect.stringMatching(/^1:0 u is not bound/)]);
    expect(await hintsAt('a.md')).toEqual(['0 = 1.5']);
  });

  it('follows what is typed into the file, saved or not', async () => {
    await start({ 'a.md': post, 'a.eval': 'x = [1, 2]\n' });
    await client.open(client.uri('a.md'), post);
    await openWorksheet('x = [2, 3]\n');
    await expect.poll(() => hintsAt('a.md'), patient).toEqual(['0 = 2.5']);
    await expect.poll(() => messagesAt('a.md'), patient).toEqual([]);
    await client.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: client.uri('a.eval') },
    });
    await expect.poll(() => hintsAt('a.md'), patient).toEqual(['0 = 1.5']);
  });

  it('follows the file on disk as it is written, made and removed', async () => {
    await start({ 'a.md': post });
    await client.open(client.uri('a.md'), post);
    await expect
      .poll(() => messagesAt('a.md'), patient)
      .toEqual([expect.stringMatching(/is not bound/)]);
    await client.changeFile('a.eval', 'x = [1, 4]\nu\n');
    await expect.poll(() => messagesAt('a.md'), patient).toEqual([]);
    await expect.poll(() => messagesAt('a.eval'), patient).toHaveLength(1);
    await client.changeFile('a.eval', null);
    await expect.poll(() => messagesAt('a.md'), patient).toHaveLength(1);
    await expect.poll(() => messagesAt('a.eval'), patient).toEqual([]);
  });
});

describe('the file in the editor', () => {
  it('has hints, hovers and findings of its own, though its post is not open', async () => {
    await start({ 'a.md': post, 'a.eval': '' });
    await openWorksheet('x = [1, 2]\nx_1 + x_2\nu\n');
    await expect
      .poll(() => messagesAt('a.eval'), patient)
      .toEqual([expect.stringMatching(/^2:0 u is not bound/)]);
    expect(await hintsAt('a.eval')).toEqual(['1 = 3']);
    const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri: client.uri('a.eval') },
      position: { line: 1, character: 1 },
    });
    expect(JSON.stringify(hover?.contents)).toContain('**3**');
    expect(messagesAt('a.md')).toEqual([]);
  });

  it('is mended in itself', async () => {
    await start({ 'a.md': post, 'a.eval': '' });
    await openWorksheet('x = [1, 2]\n\nu\n');
    await expect.poll(() => messagesAt('a.eval'), patient).toHaveLength(1);
    const uri = client.uri('a.eval');
    const diagnostics = client.shownAt(uri);
    const actions = await client.connection.sendRequest<CodeAction[] | null>(
      'textDocument/codeAction',
      { textDocument: { uri }, range: diagnostics[0]?.range, context: { diagnostics } },
    );
    const [write] = actions ?? [];
    const place = { line: 2, character: 0 };
    expect(write?.edit?.changes).toEqual({
      [uri]: [{ range: { start: place, end: place }, newText: 'u = \n' }],
    });
  });

  it('is asked for beside a post, there or not', async () => {
    await start({ 'a.md': post, 'b.md': post, 'b.eval': '' });
    const beside = (uri: string): Promise<unknown> =>
      client.connection.sendRequest(editRequests.worksheetFile, { uri });
    const [a, b] = [client.uri('a.eval'), client.uri('b.eval')];
    expect(await beside(client.uri('a.md'))).toEqual({ uri: a, name: 'a.eval', exists: false });
    expect(await beside(client.uri('b.md'))).toEqual({ uri: b, name: 'b.eval', exists: true });
    expect(await beside('untitled:Untitled-1')).toBeNull();
    await openWorksheet('');
    expect(await beside(client.uri('a.md'))).toMatchObject({ exists: true });
  });

  it('takes the lines that mend its post, where that has no fence', async () => {
    const wrong = 'Here $u+1$<!--= -->.\n';
    const fenced = `${wrong}\n\`\`\`eval\n1\n\`\`\`\n`;
    await start({ 'a.md': wrong, 'a.eval': 'x = 1', 'b.md': fenced, 'b.eval': '' });
    const fixes = async (name: string, text: string): Promise<readonly unknown[]> => {
      const uri = client.uri(name);
      await client.open(uri, text);
      await expect.poll(() => messagesAt(name), patient).toHaveLength(1);
      const diagnostics = client.shownAt(uri);
      const asked = {
        textDocument: { uri },
        range: diagnostics[0]?.range,
        context: { diagnostics },
      };
      const actions = await client.connection.sendRequest<CodeAction[]>(
        'textDocument/codeAction',
        asked,
      );
      return actions.map(({ title, edit, command }) => [title, edit?.changes, command?.arguments]);
    };
    const end = { line: 0, character: 5 };
    const edits = [{ range: { start: end, end }, newText: '\nu = \n' }];
    const sheet = client.uri('a.eval');
    expect(await fixes('a.md', wrong)).toEqual([
      ['Write “u =” in a.eval', { [sheet]: edits }, [sheet, { line: 1, character: 4 }]],
    ]);
    expect(await fixes('b.md', fenced)).toEqual([
      expect.arrayContaining([
        { [client.uri('b.md')]: [expect.objectContaining({ newText: 'u = \n' })] },
      ]),
    ]);
  });

  it('is told where there is no post beside it', async () => {
    await start({ 'b.md': post });
    await openWorksheet('1+1\n');
    await expect
      .poll(() => messagesAt('a.eval'), patient)
      .toEqual([expect.stringMatching(/^0:0 There is no post a\.md beside this worksheet/)]);
    await client.changeFile('a.md', '# Post\n');
    await expect.poll(() => messagesAt('a.eval'), patient).toEqual([]);
    expect(await hintsAt('a.eval')).toEqual(['0 = 2']);
  });
});

describe('a file that cannot be read', () => {
  it('says so, and nothing of its post is called wrong', async () => {
    await start({ 'a.md': post, 'a.eval': Uint8Array.of(0x78, 0xff, 0xfe) });
    await client.open(client.uri('a.md'), post);
    await expect
      .poll(() => messagesAt('a.eval'), patient)
      .toEqual([expect.stringMatching(/^0:0 This worksheet is not text/)]);
    expect(messagesAt('a.md')).toEqual([]);
    expect(await hintsAt('a.md')).toEqual([]);
  });

  it('is not followed where it is a link', async () => {
    await start({ 'a.md': post, 'b.txt': 'x = [1, 2]\n' });
    await symlink(path.join(client.folder, 'b.txt'), path.join(client.folder, 'a.eval'));
    await client.open(client.uri('a.md'), post);
    await expect
      .poll(() => messagesAt('a.eval'), patient)
      .toEqual([expect.stringMatching(/^0:0 This is a link/)]);
  });
});

describe('labels and lists', () => {
  const labelled = '\\begin{equation}f(t) = t\\label{eq:f}\\end{equation}\n';
  const isUnused = (): boolean =>
    client.shownAt(client.uri('a.md')).some(({ code }) => code === 'label.unused');

  it('are used by the file beside the post, and by those of other posts', async () => {
    await start({ 'a.md': labelled, 'b/b.md': post, 'c.md': post, 'c.eval': 'x = [1, 2]\n' });
    await client.open(client.uri('a.md'), labelled);
    await expect.poll(isUnused, patient).toBe(true);
    for (const [file, link] of [
      ['a.eval', 'eq:f'],
      ['b/b.eval', '../a.md#eq:f'],
    ] as const) {
      await client.changeFile(file, `\\eqref{${link}}\n`);
      await expect.poll(isUnused, patient).toBe(false);
      await client.changeFile(file, null);
      await expect.poll(isUnused, patient).toBe(true);
    }
    await client.open(client.uri('c.eval'), '\\eqref{a.md#eq:f}\n', 'postulate-worksheet');
    await expect.poll(isUnused, patient).toBe(false);
  });

  it('hold what stands in the file', async () => {
    await start({ 'a.md': post, 'a.eval': 'x = [1, 2]\nx_1\nu\n' });
    await client.open(client.uri('a.md'), post);
    const { connection } = client;
    const uri = client.uri('a.md');
    const lines = await connection.sendRequest(serverRequests.evaluatePost, { uri });
    expect(lines).toMatchObject([
      { uri, line: 0 },
      { uri: client.uri('a.eval'), line: 1, text: '1' },
      { uri: client.uri('a.eval'), line: 2, state: 'problem' },
    ]);
    const summary = await connection.sendRequest(serverRequests.checkAll, {});
    expect(summary).toMatchObject({ posts: 1, error: 1, warning: 1 });
  });
});

it('takes displays of other posts, as they are now', async () => {
  const display = (offset: number): string =>
    `\\begin{equation}f(t) = t + ${offset}\\label{eq:f}\\end{equation}\n`;
  const text = '```eval\n\\eqref{b.md#eq:f}\nf(1)\n```\n';
  await start({ 'a.md': text, 'b.md': display(10) });
  await client.open(client.uri('a.md'), text);
  await expect.poll(() => hintsAt('a.md'), patient).toEqual(['2 = 11']);
  await client.open(client.uri('b.md'), display(20));
  await expect.poll(() => hintsAt('a.md'), patient).toEqual(['2 = 21']);
  await client.edit(client.uri('b.md'), [0, 0, 0, 1], '');
  await expect
    .poll(() => messagesAt('a.md'), patient)
    .toEqual(expect.arrayContaining([expect.stringMatching(/^1:0 There is no|^1:0 The post/)]));
});

it('takes them from a folder with a configuration of its own as that says', async () => {
  const config = (step: number): string => JSON.stringify({ macros: { step: String(step) } });
  const text = '```eval\n\\eqref{notes/b.md#eq:f}\nf(1)\n```\n';
  await start({
    'postulate.json': config(1),
    'a.md': text,
    'notes/postulate.json': config(10),
    'notes/b.md': '\\begin{equation}f(t) = t + \\step\\label{eq:f}\\end{equation}\n',
  });
  await client.open(client.uri('a.md'), text);
  await expect.poll(() => hintsAt('a.md'), patient).toEqual(['2 = 11']);
  await client.changeFile('notes/postulate.json', config(20));
  await expect.poll(() => hintsAt('a.md'), patient).toEqual(['2 = 21']);
});
