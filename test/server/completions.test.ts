// Completion over the wire: items at once and small, documentation once an item is looked at.
import { afterEach, expect, it } from 'vitest';
import type { CompletionItem, CompletionList, MarkupContent } from 'vscode-languageserver';
import { LanguageClient, type ClientChoices } from '../support/languageClient.js';

let client: LanguageClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** What is offered at the end of the text's first line that holds the mark `|`. */
async function complete(marked: string, choices: ClientChoices = {}): Promise<CompletionList> {
  client = await LanguageClient.start(choices);
  await client.server.blogs.loaded();
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  const uri = client.uri('post.md');
  await client.open(uri, marked.replace('|', ''));
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return client.request<CompletionList>('textDocument/completion', uri, { position });
}

/** The item of that name as it is documented. */
async function documented({ items }: CompletionList, label: string): Promise<string | undefined> {
  const item = items.find((item) => item.label === label);
  const resolved = await client?.connection.sendRequest<CompletionItem>(
    'completionItem/resolve',
    item,
  );
  return (resolved?.documentation as MarkupContent | undefined)?.value;
}

const picture = /!\[[^\]]*\]\(data:image\/svg\+xml;base64,[\w+/=]+\)$/;

it('offers labels by number and TeX, and shows the equation that is looked at', async () => {
  const list = await complete(
    'By \\eqref{|}.\n\n\\begin{equation}\nL = -\\log p \\label{eq:loss}\n\\end{equation}\n',
  );
  expect(list.isIncomplete).toBe(false);
  expect(list.items).toMatchObject([
    {
      label: 'eq:loss',
      detail: '(1)',
      filterText: 'eq:loss 1 L = -\\log p',
      labelDetails: { detail: ' L = -\\log p', description: '(1)' },
      textEdit: { newText: 'eq:loss' },
    },
  ]);
  expect(list.items[0]?.documentation).toBeUndefined();
  const shown = await documented(list, 'eq:loss');
  expect(shown).toMatch(picture);
  expect(shown).toContain('![\\\\begin\\{equation\\} L = -\\\\log p');
});

it('shows the equation of another post, of a link to it', async () => {
  const list = await complete('[(1)](other.md#|)\n', {
    files: { 'other.md': '# Other\n\n$$x\\tag{7}\\label{eq:x}$$\n' },
  });
  expect(list.items).toMatchObject([{ label: 'eq:x', detail: '(7)' }]);
  expect(await documented(list, 'eq:x')).toMatch(picture);
});

it('shows TeX where pictures are not wanted', async () => {
  const settings = { hover: { pictures: false } };
  const list = await complete('By \\eqref{|}.\n\n$$x\\tag{7}\\label{eq:x}$$\n', { settings });
  expect(await documented(list, 'eq:x')).toBe('```latex\nx\n```');
});

it('offers titles by pinyin, and brackets that stand before what is typed', async () => {
  const list = await complete('[《扩散模型》](other.md)\n\n见《ks|\n', {
    files: { 'other.md': '# 扩散模型\n' },
  });
  const at = (character: number) => ({ line: 2, character });
  expect(list).toMatchObject({
    isIncomplete: true,
    items: [
      {
        label: '扩散模型',
        filterText: 'ks',
        textEdit: { range: { start: at(2), end: at(4) }, newText: '扩散模型》](other.md)' },
        additionalTextEdits: [{ range: { start: at(1), end: at(1) }, newText: '[' }],
      },
    ],
  });
});

it('shows commands and macros, but none that our pictures do not know', async () => {
  const list = await complete('$\\newcommand{\\loss}[1]{\\ell_{#1}}$\n\n$\\| x$\n', {
    files: { 'postulate.json': '{"site": {"math": "katex"}}' },
  });
  // Too many to offer all at once.
  expect(list.isIncomplete).toBe(true);
  expect(await documented(list, '\\loss')).toMatch(
    /^```latex\n\\newcommand\{\\loss\}\[1\]\{\\ell_\{#1\}\}\n```\n\n!\[\\\\loss\\\{a\\\}\]\(data:/,
  );
  expect(await documented(list, '\\Alpha')).toBeUndefined();
  expect(await documented(list, '\\Delta')).toMatch(picture);
});

it('goes on with what a command opens, and writes snippets', async () => {
  const list = await complete('$\\beg|$\n');
  expect(list.items).toMatchObject([
    {
      label: '\\begin',
      textEdit: { newText: '\\begin{' },
      command: { command: 'editor.action.triggerSuggest' },
    },
  ]);
});

it('answers with the item itself where it is none of ours', async () => {
  const list = await complete('$x$|\n');
  expect(list).toEqual({ isIncomplete: false, items: [] });
  for (const data of [undefined, null, 7, { uri: 7 }, { uri: client?.uri('post.md') }]) {
    const item = { label: 'x', data };
    const resolved = await client?.connection.sendRequest('completionItem/resolve', item);
    expect(resolved).toEqual(JSON.parse(JSON.stringify(item)));
  }
});
