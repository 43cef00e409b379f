// The language server as an editor meets it.
import { describe, expect, it } from 'vitest';
import type { CodeAction, DocumentSymbol, Hover, InlayHint } from 'vscode-languageserver';
import {
  serverRequests,
  type CheckSummary,
  type EvaluatedLine,
  type FormulaPicture,
} from '../../src/protocol/server.js';

import { editsIn } from '../support/workspaceEdits.js';
import { startClient } from '../support/startedClient.js';

const post = [
  '# Losses',
  '',
  'By $\\eqref{eq:loss}$ and $\\eqref{eq:lost}$.',
  '\\begin{equation}',
  'L = -\\log p \\label{eq:loss}',
  '\\end{equation}',
  '',
].join('\n');

describe('findings', () => {
  it('come for an open post, and go when it is mended', async () => {
    const client = await startClient();
    const uri = client.uri('one.md');
    await client.open(uri, post);
    const [finding] = await client.diagnostics(uri, (found) => found.length === 1);
    expect(finding).toMatchObject({
      code: 'label.undefined',
      severity: 1,
      range: { start: { line: 2, character: 33 }, end: { line: 2, character: 40 } },
    });
    await client.edit(uri, [2, 39, 2, 40], 's');
    await client.diagnostics(uri, (found) => found.length === 0);
  });

  it('offer the name that was meant', async () => {
    const client = await startClient();
    const uri = client.uri('one.md');
    await client.open(uri, post);
    const diagnostics = await client.diagnostics(uri, (found) => found.length === 1);
    const range = diagnostics[0]?.range;
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', uri, {
      range,
      context: { diagnostics },
    });
    expect(actions.map(({ edit }) => editsIn(edit))).toEqual([
      [[uri, [{ range, newText: 'eq:loss' }]]],
    ]);
  });

  it('say where a label of another post is, and follow that post', async () => {
    const client = await startClient({
      files: { 'two.md': '# Two\n\n$$x \\tag{1}\\label{eq:lost}$$\n' },
    });
    const uri = client.uri('one.md');
    await client.open(uri, post);
    await client.diagnostics(uri, ([finding]) => JSON.stringify(finding ?? '').includes('《Two》'));
    await client.open(client.uri('two.md'), '# Two\n\n$$x \\tag{1}\\label{eq:lost}$$\n');
    await client.edit(client.uri('two.md'), [2, 24, 2, 24], 'x');
    await client.diagnostics(
      uri,
      ([finding]) => !JSON.stringify(finding ?? '').includes('《Two》'),
    );
  });

  it('stay away from a folder that is no blog', async () => {
    const client = await startClient({ files: { 'README.md': 'See \\ref{x}.\n' } });
    const uri = client.uri('README.md');
    await client.open(uri, 'See \\ref{x}.\n');
    expect(await client.diagnostics(uri)).toEqual([]);
    await client.open('git:/one.md', post);
    await client.open(client.uri('three.md'), post);
    await client.diagnostics(client.uri('three.md'), (found) => found.length === 1);
    await expect(client.request('textDocument/documentSymbol', 'git:/one.md')).resolves.toEqual([]);
  });

  it('cover the whole blog when asked for', async () => {
    const client = await startClient({
      files: { 'one.md': post, 'sub/two.md': post, 'three.md': '' },
    });
    const summary = await client.connection.sendRequest<CheckSummary>('postulate/checkAll');
    expect(summary).toEqual({ posts: 3, error: 2, warning: 0, info: 0, hint: 0, skipped: [] });
    await client.diagnostics(client.uri('sub/two.md'), (found) => found.length === 1);
  });

  it('of one post count when asked for', async () => {
    const client = await startClient();
    const uri = client.uri('one.md');
    await client.open(uri, post);
    const summary = await client.connection.sendRequest<CheckSummary>('postulate/checkPost', {
      uri,
    });
    expect(summary).toMatchObject({ posts: 1, error: 1 });
    await expect(client.connection.sendRequest('postulate/checkPost', 7)).resolves.toBe(null);
  });
});

describe('the site', () => {
  it('is told of a post where a blog is shown', async () => {
    const client = await startClient({
      files: {
        'blog/postulate.json': '{"site": {"tags": "all"}, "macros": {"\\\\a": "1", "\\\\b": "2"}}',
        'README.md': '',
      },
    });
    const uri = client.uri('blog/one.md');
    await client.open(uri, '$\\a$\n');
    await expect(
      client.connection.sendRequest(serverRequests.pageSetting, { uri }),
    ).resolves.toMatchObject({
      site: { math: 'mathjax4', tags: 'all' },
      definitions: ['\\newcommand{\\a}{1}'],
    });
    const readme = { uri: client.uri('README.md') };
    await expect(client.connection.sendRequest(serverRequests.pageSetting, readme)).resolves.toBe(
      null,
    );
  });
});

describe('evaluation', () => {
  const worksheet = [
    '$$x \\tag{1}\\label{eq:x}$$',
    '',
    '```eval',
    'x = [0.5, 0.25, 0.25]',
    '\\sum_i x_i^2',
    '\\sum_i x_i = 2',
    'y_j + z',
    '```',
    '',
    '\\eqref{eq:x} $1+1=3$',
    '',
  ].join('\n');

  it('shows values as hints, and what fails as findings', async () => {
    const client = await startClient();
    const uri = client.uri('one.md');
    await client.open(uri, worksheet);
    const found = await client.diagnostics(uri, (found) => found.length > 1);
    expect(found.map(({ code, severity, range }) => [code, severity, range.start.line])).toEqual([
      ['eval.claim', 1, 5],
      ['eval.problem', 2, 6],
      ['eval.claim', 3, 9],
    ]);
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', uri, {
      range: { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } },
    });
    expect(hints.map(({ label, position }) => [label, position.line])).toContainEqual([
      '= 0.375',
      4,
    ]);
  });

  it('speaks in a folder that is no blog, where a post asks for values', async () => {
    const client = await startClient();
    const uri = client.uri('one.md');
    await client.open(uri, worksheet.split('\n').slice(2).join('\n'));
    await client.diagnostics(uri, (found) => found.some(({ code }) => code === 'eval.claim'));
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', uri, {
      range: { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } },
    });
    expect(hints.map(({ label }) => label)).toContain('= 0.375');
  });

  it('answers the command with every result', async () => {
    const client = await startClient({ settings: { evaluate: { whileTyping: false } } });
    const uri = client.uri('one.md');
    await client.open(uri, worksheet);
    const lines = await client.connection.sendRequest<EvaluatedLine[]>('postulate/evaluatePost', {
      uri,
    });
    expect(lines.map(({ line, state, text }) => [line, state, text]).slice(0, 2)).toEqual([
      [4, 'value', '0.375'],
      [5, 'fails', 'does not hold: 1 ≠ 2'],
    ]);
  });
});

describe('the editor features', () => {
  it('hover with the equation as a picture, its TeX as the alternative', async () => {
    const client = await startClient({ options: { foreground: '#abcdef' } });
    const uri = client.uri('one.md');
    await client.open(uri, post);
    const hover = await client.request<Hover>('textDocument/hover', uri, {
      position: { line: 2, character: 10 },
    });
    const { value } = hover.contents as { value: string };
    expect(value).toContain('Equation **\\(1\\)**, line 4');
    expect(value).toContain('L = -\\\\log p');
    const [, picture = ''] = /base64,([^)]*)/.exec(value) ?? [];
    expect(atob(picture)).toContain('fill="#abcdef"');
  });

  it('find the definition, the references and the outline', async () => {
    const client = await startClient();
    const uri = client.uri('one.md');
    await client.open(uri, post);
    const position = { line: 2, character: 10 };
    const label = { start: { line: 4, character: 19 }, end: { line: 4, character: 26 } };
    expect(await client.request('textDocument/definition', uri, { position })).toMatchObject([
      { targetUri: uri, targetRange: label },
    ]);
    expect(
      await client.request('textDocument/references', uri, {
        position,
        context: { includeDeclaration: true },
      }),
    ).toMatchObject([
      { uri, range: { start: { line: 2, character: 11 } } },
      { uri, range: label },
    ]);
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', uri);
    expect(symbols.map(({ name, detail }) => [name, detail])).toEqual([
      ['(1) eq:loss', 'L = -\\log p'],
    ]);
  });

  it('hint at numbers of labels', async () => {
    const client = await startClient();
    const uri = client.uri('one.md');
    await client.open(uri, post);
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', uri, {
      range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
    });
    expect(hints).toMatchObject([{ label: '(1)', position: { line: 4, character: 27 } }]);
  });
});

describe('the formula at the caret', () => {
  it('is a picture, also of an inline formula, and nothing in prose', async () => {
    const client = await startClient();
    const uri = client.uri('one.md');
    await client.open(uri, post);
    const at = (line: number, character: number) =>
      client.connection.sendRequest<FormulaPicture | null>(serverRequests.formulaAt, {
        uri,
        position: { line, character },
      });
    const display = await at(4, 5);
    expect(display?.picture).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(display).toMatchObject({
      start: { line: 3, character: 0 },
      end: { line: 5, character: 14 },
    });
    expect((await at(2, 10))?.picture).toMatch(/^data:image/);
    expect(await at(2, 1)).toBeNull();
    expect(await at(0, 1)).toBeNull();
  });

  it('has no picture while its TeX is half typed, and refuses what is no place', async () => {
    const client = await startClient();
    const uri = client.uri('one.md');
    await client.open(uri, 'A $\\frac{1}$ here.\n');
    const ask = (position: unknown) =>
      client.connection.sendRequest<FormulaPicture | null>(serverRequests.formulaAt, {
        uri,
        position,
      });
    expect(await ask({ line: 0, character: 8 })).toMatchObject({ picture: null });
    expect(await ask({ line: 0, character: 'x' })).toBeNull();
    expect(await ask(null)).toBeNull();
  });
});
