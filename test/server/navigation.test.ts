// Ways through a blog, as an editor asks for them: hovers, symbols, links and lenses.
import { afterEach, describe, expect, it } from 'vitest';
import type {
  CodeLens,
  DocumentLink,
  Hover,
  MarkupContent,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { LanguageClient, type ClientChoices } from '../support/languageClient.js';

const raw = String.raw;

let client: LanguageClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const text = raw`见《漫谈（上）》。由公式(1)，
\begin{equation}\norm{x}\label{eq:a}\end{equation}
$\newcommand{\norm}[1]{\|#1\|}$ and $\alpha+\beta$ by \eqref{eq:a}
`;

const files = {
  'postulate.json': '{}',
  'a.md': text,
  'b (1).md': '---\ntitle: 漫谈（上）\ndate: 2026-01-02\n---\nIt *begins* here.\n',
  'c.md': '# 漫谈（下）\n\n[(1)](a.md#eq:a) \\begin{equation}\nx\n\\label{eq:c}\\end{equation}\n',
};

async function open(choices: ClientChoices = {}): Promise<LanguageClient> {
  client = await LanguageClient.start({ files, ...choices });
  await client.server.blogs.loaded();
  await client.open(client.uri('a.md'), text);
  return client;
}

describe('a hover', () => {
  async function hoverAt(line: number, character: number): Promise<string | null> {
    const { uri, request } = await open().then((opened) => ({
      uri: opened.uri('a.md'),
      request: opened.request.bind(opened),
    }));
    const position = { line, character };
    const hover = await request<Hover | null>('textDocument/hover', uri, { position });
    return hover && (hover.contents as MarkupContent).value;
  }

  it('on a title leads to its post and says what it is', async () => {
    const value = await hoverAt(0, 3);
    const link = `[漫谈（上）](${client?.uri('').replace(/\/$/, '') ?? ''}/b%20%281%29.md)`;
    expect(value).toBe(
      raw`${link} · b \(1\).md · part 1 of a series of 2 · 2026-01-02` +
        '\n\n' +
        raw`It \*begins\* here.`,
    );
  });

  it('on a number shows the equation, and says that the number is written by hand', async () => {
    const value = await hoverAt(0, 13);
    expect(value).toMatch(/^Equation \*\*\\\(1\\\)\*\*, line 2\n\n!\[.*\]\(data:image/);
    expect(value).toContain('Written by hand');
  });

  it('on a macro shows its definition', async () => {
    const value = await hoverAt(2, 15);
    expect(value).toContain(raw`Macro of this post, line 1`);
    expect(value).toContain(raw`\newcommand{\norm}[1]{\|#1\|}`);
  });

  it('on a formula of which there is no more to say shows it', async () => {
    await expect(hoverAt(2, 40)).resolves.toMatch(/^!\[.*alpha.*\]\(data:image/);
  });
});

it('symbols of the blog know the line, and when one is taken its place', async () => {
  const { connection, uri } = await open().then((opened) => ({
    connection: opened.connection,
    uri: opened.uri('c.md'),
  }));
  const query = { query: 'eq:c' };
  const [symbol] = await connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', query);
  expect(symbol).toMatchObject({ name: '(1) eq:c', containerName: '漫谈（下）' });
  expect(symbol?.location).toMatchObject({ uri, range: { start: { line: 2, character: 0 } } });
  const placed = await connection.sendRequest<WorkspaceSymbol>('workspaceSymbol/resolve', symbol);
  expect(placed.location).toMatchObject({ range: { start: { line: 4, character: 7 } } });
});

it('a folder that is no blog has no symbols and no links', async () => {
  const opened = await open({ files: { 'b.md': files['b (1).md'] } });
  await opened.edit(opened.uri('a.md'), [1, 0, 3, 0], '');
  const symbols = opened.connection.sendRequest('workspace/symbol', { query: '' });
  await expect(symbols).resolves.toEqual([]);
  const links = opened.request('textDocument/documentLink', opened.uri('a.md'));
  await expect(links).resolves.toEqual([]);
});

it('a title is a link to its post', async () => {
  const opened = await open();
  const links = await opened.request<DocumentLink[]>(
    'textDocument/documentLink',
    opened.uri('a.md'),
  );
  expect(links).toEqual([
    {
      range: { start: { line: 0, character: 1 }, end: { line: 0, character: 8 } },
      target: expect.stringMatching(/\/b%20%281%29\.md$/) as string,
    },
  ]);
});

describe('lenses', () => {
  async function lenses(settings: unknown): Promise<readonly string[]> {
    const opened = await open({ settings });
    const found = await opened.request<CodeLens[]>('textDocument/codeLens', opened.uri('a.md'));
    return found.map(
      ({ range, command }) =>
        `${range.start.line}: ${command?.title ?? ''} ${JSON.stringify(command?.arguments?.[1])}`,
    );
  }

  it('are there only where they are asked for', async () => {
    await expect(lenses(null)).resolves.toEqual([]);
    await client?.stop();
    await expect(lenses({ codeLens: { references: true } })).resolves.toEqual([
      '1: References: 2 {"line":1,"character":31}',
    ]);
  });
});
