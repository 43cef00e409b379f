// Previews over the protocol: patches, values and faults of a running server.
import { expect, it } from 'vitest';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import {
  previewNotifications,
  previewRequests,
  type PreviewPatch,
} from '../../src/protocol/preview.js';
import { serverRequests } from '../../src/protocol/server.js';
import { workerOf, type ClientChoices } from '../support/languageClient.js';
import { PreviewClient } from '../support/previewClient.js';
import { plainResult } from '../support/plainResult.js';
import { startClient } from '../support/startedClient.js';

async function start(choices: ClientChoices = {}): Promise<PreviewClient> {
  const client = await startClient(choices);
  return new PreviewClient(client, 'post.md');
}

it('sends blocks with their numbers, and after an edit the block that changed', async () => {
  const preview = await start();
  await preview.open('one\n\n\\begin{equation}x\\label{a}\\end{equation}\n\nby $\\eqref{a}$\n');
  const first = await preview.patch(({ base }) => base === 0);
  expect(first.blocks.map(({ position }) => position)).toEqual([0, 1, 2]);
  expect(first.texts.map(({ texts }) => [texts.rows, texts.references])).toEqual([
    [[], []],
    [['(1)'], []],
    [[], ['(1)']],
  ]);
  await preview.language.edit(preview.uri, [0, 0, 0, 0], 'x');
  const second = await preview.patch(({ base }) => base === first.revision);
  expect(second).toMatchObject({ from: 0, removed: 1, blocks: [{ position: 0 }] });
});

it('says in the reader’s language why readers see an error', async () => {
  const english =
    'The label “{key}” is already taken on this page: readers see an error in place of this equation. Rename one of the two.';
  const preview = await start({ options: { translations: { [english]: '{key} 重复' } } });
  const twice = '\\begin{equation}x\\label{a}\\end{equation}\n\n';
  await preview.open(twice + twice);
  const first = await preview.patch(({ base }) => base === 0);
  expect(first.texts.flatMap(({ texts }) => texts.faults)).toEqual([
    { formula: 0, text: 'a 重复' },
  ]);
});

it('shows values behind their formulas and on their worksheet lines', async () => {
  const text = '```eval\nx = 1\nx\n```\n\nso $1+1$ holds and $1=2$ fails\n';
  const span = (source: string): EvaluationResult['span'] => {
    const at = text.indexOf(source);
    return { start: at, end: at + source.length };
  };
  const common = { ...plainResult, relation: '=' } as const;
  const results: readonly EvaluationResult[] = [
    {
      ...common,
      kind: 'value',
      span: span('x\n`'),
      showAt: 0,
      source: 'x',
      value: 1,
      verdict: null,
    },
    { ...common, kind: 'value', span: span('1+1'), showAt: 0, source: '', value: 2, verdict: null },
    {
      ...common,
      kind: 'claim',
      span: span('1=2'),
      showAt: 0,
      source: '',
      value: 1,
      expected: 2,
      verdict: 'fails',
    },
  ];
  const preview = await start({
    host: { startEvaluateWorker: () => workerOf(() => results) },
  });
  await preview.open(text);
  const patch = await preview.patch(({ texts }) =>
    texts.some(({ texts: { results } }) => results.length > 0),
  );
  expect(patch.texts.flatMap(({ texts }) => texts.results)).toEqual([
    { anchor: 'line', index: 2, text: '= 1', state: 'value', detail: '' },
    { anchor: 'formula', index: 0, text: '= 2', state: 'value', detail: '' },
    { anchor: 'formula', index: 1, text: '✗ 1 ≠ 2', state: 'fails', detail: '' },
  ]);
  expect(patch.blocks).toEqual([]);
});

it('knows the source of a formula, as long as the preview shows the newest post', async () => {
  const preview = await start();
  await preview.open('one\n\n\\begin{align}\na&=b\\\\\n&=c\n\\end{align}\n');
  const { revision } = await preview.patch(({ base }) => base === 0);
  const ask = (revision: number): Promise<unknown> =>
    preview.language.connection.sendRequest(previewRequests.formula, {
      session: '1',
      place: { revision, position: 1, formula: 0, row: { index: 1, count: 2 } },
    });
  expect(await ask(revision)).toEqual({
    tex: '\\begin{align}\na&=b\\\\\n&=c\n\\end{align}',
    start: { line: 4, character: 0 },
    end: { line: 4, character: 3 },
  });
  expect(await ask(revision - 1)).toBeNull();
  expect(await preview.language.connection.sendRequest(previewRequests.formula, {})).toBeNull();
});

it('gives the link to an equation, from the root where posts stand in several folders', async () => {
  const preview = await start({ files: { 'sub/other.md': '# Other\n' } });
  await preview.open('$$x\\label{eq:own}$$\n');
  const ask = (request: unknown): Promise<unknown> =>
    preview.language.connection.sendRequest(serverRequests.equationLink, request);
  expect(await ask({ uri: preview.uri, label: 'eq:own' })).toBe('/post.md#eq:own');
  expect(await ask({ uri: 'file:///nowhere.md', label: 'eq:own' })).toBeNull();
  expect(await ask({ uri: preview.uri })).toBeNull();
});

it('marks the formula at the caret, and takes the mark away', async () => {
  const preview = await start();
  await preview.open('one\n\nby $x$ and $y$\n');
  await preview.patch(({ base }) => base === 0);
  const moveCaret = (caret: object | null): Promise<void> =>
    preview.language.connection.sendNotification(previewNotifications.caret, {
      session: '1',
      caret,
    });
  await moveCaret({ line: 2, character: 12 });
  await moveCaret({ line: 'two' });
  await moveCaret(null);
  await expect
    .poll(() => preview.others)
    .toMatchObject([
      { kind: 'caret', place: { position: 1, formula: 1 } },
      { kind: 'caret', place: null },
    ]);
});

it('shows the equation of another post, open or not, with that post’s numbers and macros', async () => {
  const other =
    '# Other\n\n$\\newcommand{\\m}{\\mu}$\n\n\\begin{align}a\\\\\\m\\label{eq:b}\\end{align}\n\n\\ref{eq:b}\n';
  const preview = await start({ files: { 'sub/other.md': other, 'secret.txt': 'x' } });
  await preview.open('[](sub/other.md#eq:b)\n\n$$x\\label{eq:own}$$\n');
  const peek = async (request: number, target: string): Promise<unknown> => {
    preview.say({ kind: 'peek', request, subject: { kind: 'link', target } });
    const answers = (): unknown[] =>
      preview.others.filter((message) => message.kind === 'peeked' && message.request === request);
    await expect.poll(answers).toHaveLength(1);
    return answers()[0];
  };
  expect(await peek(1, 'sub/other.md#eq:b')).toMatchObject({
    equation: {
      html: expect.stringMatching(/^<div class="display".*\\mu/) as string,
      texts: { rows: ['(1)', '(2)'] },
      row: 1,
      post: 'Other',
    },
  });
  await preview.language.open(
    preview.language.uri('sub/other.md'),
    `\\begin{equation}n\\end{equation}\n\n${other}`,
  );
  expect(await peek(2, 'sub/other#mjx-eqn:eq:b')).toMatchObject({
    equation: { texts: { rows: ['(2)', '(3)'] } },
  });
  for (const [at, target] of ['sub/other.md#eq:none', 'secret.txt#x', '../x.md#eq:b'].entries()) {
    expect(await peek(3 + at, target)).toMatchObject({ equation: null });
  }
});

it('answers after messages that make no sense', async () => {
  const preview = await start();
  const { connection } = preview.language;
  for (const params of [null, {}, { session: '1', message: { kind: 'window', from: -1 } }]) {
    await connection.sendNotification(previewNotifications.open, params);
    await connection.sendNotification(previewNotifications.fromPreview, params);
  }
  await preview.open('text\n');
  preview.say({ kind: 'window', window: 1, revision: 99, from: 1e9, to: 2e9 });
  preview.say({ kind: 'follow', revision: 1, position: 1e9, index: 1e9 });
  preview.say({ kind: 'window', window: 2, revision: 1, from: 0, to: 10 });
  const first = await preview.patch(({ base }) => base === 0);
  expect(first.inserted.lineCounts).toHaveLength(1);
});

it('marks links to posts that are not there, until they are', async () => {
  const preview = await start({
    files: {
      'other.md': '# Other\n',
      'blog/postulate.json': '{}',
      'blog/inner.md': '',
      '_layouts/base.md': '',
    },
  });
  const links = [
    ...['other.md', 'gone.md#a', './sub/gone%20too.md', 'other', 'other.html', 'gone', 'gone.pdf'],
    ...['#a', 'blog/inner.md', '_layouts/base.md', 'https://example.org/x.md', '../outside.md'],
  ];
  const text = links.map((link) => `[x](${link})`).join(' ');
  await preview.open(`${text} ![x](gone.md) [y][l] [other](other.md)\n\n[l]: label.md\n`);
  const deadIn = ({ texts }: PreviewPatch): readonly string[] =>
    texts.flatMap((block) => block.texts.deadLinks);
  const marked = ['gone.md#a', './sub/gone%20too.md', 'label.md'];
  await preview.patch((patch) => JSON.stringify(deadIn(patch)) === JSON.stringify(marked));
  await preview.language.changeFile('gone.md', '');
  const fewer = marked.slice(1);
  await preview.patch((patch) => JSON.stringify(deadIn(patch)) === JSON.stringify(fewer));
});
