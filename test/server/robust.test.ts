// Whatever comes, the server answers a hover afterwards.
import { expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver';
import { nodeFiles } from '../../src/server/nodeFiles.js';
import { typesetter, type TypesetJob } from '../../src/server/mathjax.js';
import type { WorkerPort } from '../../src/server/worker.js';
import { workerOf, type LanguageClient } from '../support/languageClient.js';
import { eventually } from '../support/waiting.js';
import { startClient } from '../support/startedClient.js';

const raw = String.raw;

/** Opens a small post of its own and hovers over its reference. */
async function checkHoverAnswers(client: LanguageClient, name = 'probe.md'): Promise<string> {
  const uri = client.uri(name);
  await client.open(uri, '\\eqref{eq:a}\n\n$$x \\tag{7}\\label{eq:a}$$\n');
  const hover = await client.request<Hover>('textDocument/hover', uri, {
    position: { line: 0, character: 3 },
  });
  const { value } = hover.contents as { value: string };
  expect(value).toContain('Equation **\\(7\\)**, line 3');
  await client.close(uri);
  return value;
}

/** Resolves when the server has written such a line to its log. */
async function logged(client: LanguageClient, pattern: RegExp): Promise<void> {
  await eventually(() => expect(client.logged.join('\n')).toMatch(pattern));
}

it('opens whatever text there is', async () => {
  const client = await startClient();
  const texts = {
    empty: '',
    nul: 'a\0b $x\0$ \\eqref{\0}',
    returns: '# A\r\n\r\n$$x \\tag{1}\\label{a}$$\r\rb \\eqref{a}\r\n',
    mark: '\uFEFF# A\n\n\\eqref{a}',
    surrogates: '\uD800 $\uDC00$ \\eqref{\uD83D}',
    braces: `$$${'{'.repeat(20_000)}x${'}'.repeat(20_000)}$$`,
    open: `$$${'{'.repeat(20_000)}`,
    long: `${'word $x$ '.repeat(110_000)}\n`,
    cyclic: raw`$\def\a{\b}\def\b{\a}$ $$\a \tag{1}\label{a}$$ \eqref{a}`,
    growing: raw`$\def\a{\a\a}$ $$\a$$`,
    brackets: '[('.repeat(20_000),
    dollars: '$'.repeat(50_000),
    environments: raw`\begin{align}`.repeat(20_000),
    quotes: `${'> '.repeat(5_000)}x`,
  };
  for (const [name, text] of Object.entries(texts)) {
    const uri = client.uri(`${name}.md`);
    await client.open(uri, text);
    await client.edit(uri, [0, 0, 0, 0], 'x');
    for (const method of ['documentSymbol', 'foldingRange', 'hover', 'completion', 'definition']) {
      const position = { line: 0, character: 5 };
      await client.request(`textDocument/${method}`, uri, { position }).catch(() => null);
    }
    await client.diagnostics(uri);
  }
  await checkHoverAnswers(client);
  expect(client.logged.filter((line) => line.includes('failed'))).toEqual([]);
}, 120_000);

it('passes over what is too large, and says so', async () => {
  const client = await startClient({
    files: { 'large.md': 'word '.repeat(10_000_000), 'small.md': '# Small\n' },
  });
  await logged(
    client,
    /large\.md is passed over: it has 50 MB, and the setting postulate\.limits\.postSize allows 20\./,
  );
  await client.open(client.uri('open.md'), 'word '.repeat(10_000_000));
  await logged(client, /open\.md is passed over: it has 50 MB/);
  await checkHoverAnswers(client);
});

it('decodes as the setting says, and passes over what is not text', async () => {
  const chinese = Uint8Array.from([0xb9, 0xab, 0xca, 0xbd]);
  const files = { 'one.md': chinese };
  const client = await startClient({ files });
  await logged(client, /one\.md is passed over: it is not text in the encoding/);
  await checkHoverAnswers(client);
  const other = await startClient({ files, encoding: 'gbk' });
  const summary = await other.connection.sendRequest('postulate/checkAll', {});
  expect(summary).toMatchObject({ posts: 1, skipped: [] });
  expect(other.logged).toEqual([]);
});

it('bears a file that goes while it is read', async () => {
  const client = await startClient({
    files: { 'gone.md': '# Gone\n', 'there.md': '# There\n' },
    host: {
      files: () => ({
        ...nodeFiles,
        read: (uri) => (uri.includes('gone') ? Promise.resolve(null) : nodeFiles.read(uri)),
      }),
    },
  });
  await client.connection.sendRequest('postulate/checkAll', {});
  expect(client.server.blogs.all().flatMap((blog) => blog.index.paths())).toEqual(['there.md']);
  await checkHoverAnswers(client);
});

it('bears a worker that ends, and starts another', async () => {
  let started = 0;
  const client = await startClient({
    host: {
      startTypesetWorker: () => {
        started++;
        return started === 1 ? endingWorker() : typesettingWorker();
      },
    },
  });
  expect(await checkHoverAnswers(client)).toContain('```latex');
  expect(await checkHoverAnswers(client, 'again.md')).toContain('data:image/svg+xml');
  expect(started).toBe(2);
});

it('bears requests that make no sense', async () => {
  const client = await startClient();
  const uri = client.uri('one.md');
  await client.open(uri, '\\eqref{a}');
  const nowhere = { position: { line: 900, character: 900 } };
  const context = { includeDeclaration: true, diagnostics: [] };
  const range = { start: nowhere.position, end: nowhere.position };
  const requests = ['hover', 'definition', 'references', 'completion', 'documentSymbol'];
  for (const method of [...requests, 'inlayHint', 'codeAction']) {
    for (const at of [uri, client.uri('unknown.md'), 'nonsense']) {
      await client.request(`textDocument/${method}`, at, { ...nowhere, context, range });
    }
  }
  await client.edit(client.uri('unknown.md'), [0, 0, 0, 0], 'x');
  await client.edit(uri, [5, 5, 2, 2], 'x');
  await client.close(client.uri('unknown.md'));
  await client.connection.sendNotification('postulate/theme', { foreground: 'url(x)' });
  await checkHoverAnswers(client);
});

it('bears a folder that is not there', async () => {
  const client = await startClient();
  await client.filesChanged('never.md');
  await client.server.blogs.setFolders(['file:///there/is/no/such/folder', 'nonsense:']);
  await checkHoverAnswers(client);
});

function endingWorker(): WorkerPort {
  const listeners: (() => void)[] = [];
  return {
    post: () =>
      void setImmediate(() => {
        for (const listener of listeners) listener();
      }),
    onMessage: () => undefined,
    onExit: (listener) => void listeners.push(listener),
    end: () => undefined,
  };
}

function typesettingWorker(): WorkerPort {
  const typeset = typesetter();
  return workerOf((job) => typeset(job as TypesetJob));
}
