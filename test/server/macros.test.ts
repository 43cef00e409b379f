// Macros of settings, files and configurations, in a running server: where they hold, and what is said of them.
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver';
import type { LanguageClient } from '../support/languageClient.js';
import { PreviewClient } from '../support/previewClient.js';
import { startLoaded } from '../support/startedClient.js';

const raw = String.raw;
function config(more: object): string {
  return JSON.stringify({ macroFiles: 'macros.tex', ...more });
}

/** Waits until the preview was sent this TeX; each test opens one post. */
async function checkPreview(preview: PreviewClient, tex: string): Promise<void> {
  await preview.patch(({ blocks }) =>
    blocks.some(({ html }) => html?.includes(`data-tex="${tex}"`) === true),
  );
}

async function openPreview(
  client: LanguageClient,
  text: string,
  name = 'post.md',
): Promise<PreviewClient> {
  const preview = new PreviewClient(client, name);
  await preview.open(text);
  return preview;
}

describe('macros', () => {
  it('are those of the settings, and follow them', async () => {
    const client = await startLoaded({ mathMacros: { '\\R': '\\mathbb{R}', '\\bad': 7 } });
    const preview = await openPreview(client, '$\\R$\n');
    await checkPreview(preview, '\\mathbb{R}');
    client.mathMacros = { '\\R': '\\mathbf{R}' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await checkPreview(preview, '\\mathbf{R}');
  });

  it('of files win over settings, those of the configuration over files, those of the post over all', async () => {
    const client = await startLoaded({
      mathMacros: { '\\a': 's', '\\b': 's', '\\c': 's', '\\d': 's' },
      files: {
        'postulate.json': config({ macros: { '\\c': 'c', '\\d': 'c' } }),
        'macros.tex': raw`\newcommand{\b}{f}\newcommand{\c}{f}\newcommand{\d}{f}`,
      },
    });
    const preview = await openPreview(client, '$\\a\\b\\c\\d$ $\\def\\d{p}$ $\\a\\b\\c\\d$\n');
    await checkPreview(preview, 'sfcc');
    await checkPreview(preview, 'sfcp');
  });

  it('of files follow them', async () => {
    const client = await startLoaded({ files: { 'postulate.json': config({}) } });
    const preview = await openPreview(client, '$\\R$\n');
    await checkPreview(preview, '\\R');
    await client.changeFile('macros.tex', raw`\newcommand{\R}{\mathbb{R}}`);
    await checkPreview(preview, '\\mathbb{R}');
    await client.changeFile('macros.tex', raw`\newcommand{\R}{\mathbf{R}}`);
    await checkPreview(preview, '\\mathbf{R}');
    await client.changeFile('macros.tex', null);
    await client.diagnostics(client.uri('postulate.json'), (found) => found.length === 1);
  });

  it('make numbers, pictures and values', async () => {
    const text = [
      '$$\\be x\\\\\\two{y}\\label{a}\\en$$ $\\two{3}$<!--= -->',
      '',
      '\\eqref{a}',
      '',
    ].join('\n');
    const macros = raw`\newcommand{\be}{\begin{align}}
\newcommand{\en}{\end{align}}
\newcommand{\two}[1]{2\cdot #1}`;
    const client = await startLoaded({
      files: { 'postulate.json': config({}), 'macros.tex': macros, 'post.md': text },
    });
    const uri = client.uri('post.md');
    const preview = await openPreview(client, text);
    const { texts } = await preview.patch(({ texts }) => JSON.stringify(texts).includes('= 6'));
    expect(texts.flatMap(({ texts }) => texts.rows)).toEqual(['(1)', '(2)']);
    const { contents } = await client.request<Hover>('textDocument/hover', uri, {
      position: { line: 2, character: 4 },
    });
    expect((contents as { value: string }).value).toMatch(/\(2\\\).*data:image\/svg\+xml/s);
  });

  it('without end hang nothing', async () => {
    const macros = raw`\def\a{\b\b}\def\b{\a\a}\newcommand{\c}[1]{\c{#1#1}}`;
    const client = await startLoaded({
      mathMacros: { '\\d': '\\d' },
      files: { 'postulate.json': config({}), 'macros.tex': macros },
    });
    const text = '$\\a$ $\\c{x}$ $\\d$ $$\\a\\label{l}$$ $\\a$<!--= -->\n';
    const preview = await openPreview(client, text);
    await preview.patch(({ blocks }) => blocks.length > 0);
    const found = await client.diagnostics(preview.uri, (found) => found.length > 0);
    expect(found.map(({ code }) => code)).toContain('display.error');
    await client.request('textDocument/hover', preview.uri, {
      position: { line: 0, character: text.indexOf('{l}') + 1 },
    });
  });
});

describe('a file of macros', () => {
  it('is said to be bad where it is, and costs nothing else', async () => {
    const macros = '% macros\n\\newcommand{\\b}{\\mathbf{b}\n\\newcommand{\\R}{\\mathbb{R}}\n';
    const client = await startLoaded({
      files: { 'postulate.json': config({}), 'macros.tex': macros },
      options: { translations: {} },
    });
    const preview = await openPreview(client, '$\\R$\n');
    await checkPreview(preview, '\\mathbb{R}');
    const uri = client.uri('macros.tex');
    expect(await client.diagnostics(uri)).toMatchObject([
      { code: 'macros', severity: 2, range: { start: { line: 1, character: 0 } } },
    ]);
    await client.changeFile('macros.tex', '\\newcommand{\\R}{R}\n');
    await client.diagnostics(uri, (found) => found.length === 0);
  });

  it('is read from the workspace folder alone', async () => {
    const names = [
      ...['../../out.tex', '/macros.tex', 'none.tex', 'link.tex', 'macros.txt', 'big.sty'],
      ...['in/no.tex', '../ok.tex'],
    ];
    const client = await startLoaded({
      files: {
        'ok.tex': raw`\newcommand{\R}{\mathbb{R}}`,
        'blog/in/no.tex': Uint8Array.from([0xff, 0xfe, 0, 0xd8]),
        'blog/big.sty': '%'.repeat(1_000_001),
        'blog/macros.txt': '',
      },
    });
    await symlink(path.join(client.folder, 'ok.tex'), path.join(client.folder, 'blog/link.tex'));
    await client.changeFile('blog/postulate.json', config({ macroFiles: names }));
    const found = await client.diagnostics(
      client.uri('blog/postulate.json'),
      (found) => found.length === names.length - 1,
    );
    expect(
      found.map(({ message }) => (typeof message === 'string' ? message.replace(/:.*/, '') : '')),
    ).toEqual([
      '../../out.tex is outside of the folder that is open',
      '/macros.tex is outside of the folder that is open',
      'There is no file none.tex, or a link stands in its place',
      'There is no file link.tex, or a link stands in its place',
      'macros.txt does not end in .tex or .sty',
      'big.sty has 1.1 MB, and a file of macros may have 1',
      'in/no.tex is no text',
    ]);
    const preview = await openPreview(client, '$\\R$\n', 'blog/post.md');
    await checkPreview(preview, '\\mathbb{R}');
  });
});
