// Bad input is normal input: whatever is opened or lies in the folder, a good post is served afterwards.
import { rm, truncate } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Diagnostic, Hover } from 'vscode-languageserver';
import { previewNotifications, previewProtocolVersion } from '../../src/protocol/preview.js';
import { nodeFiles } from '../../src/server/nodeFiles.js';
import { badBytes, badTexts, goodPost, hugePost } from '../support/badPosts.js';
import type { LanguageClient } from '../support/languageClient.js';
import { eventually } from '../support/waiting.js';
import { startLoaded } from '../support/startedClient.js';

/** The good post has its hover and its one error, and nothing went wrong behind the scenes. */
async function checkServes(client: LanguageClient): Promise<void> {
  const uri = client.uri('good.md');
  await client.open(uri, goodPost);
  const hover = await client.request<Hover>('textDocument/hover', uri, {
    position: { line: 4, character: 8 },
  });
  expect((hover.contents as { value: string }).value).toContain('Equation **\\(1\\)**, line 3');
  const isError = ({ severity }: Diagnostic): boolean => severity === 1;
  const found = await client.diagnostics(uri, (diagnostics) => diagnostics.some(isError));
  expect(found.filter(isError)).toMatchObject([{ code: 'label.undefined' }]);
  await client.close(uri);
  expect(client.logged.filter((line) => line.includes('failed'))).toEqual([]);
}

/** The log says this of the bad post, and nothing else. */
async function checkLogged(client: LanguageClient, why: string): Promise<void> {
  const said = `${client.uri('bad.md')} is passed over: ${why}`;
  await eventually(() => expect(client.logged).toEqual([said]));
}

const requests = ['documentSymbol', 'hover', 'completion', 'definition', 'references', 'inlayHint'];

/** Everything an editor asks of a post on show. */
async function ask(client: LanguageClient, uri: string): Promise<void> {
  const position = { line: 0, character: 5 };
  const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
  const context = { includeDeclaration: true };
  for (const method of requests) {
    await client.request(`textDocument/${method}`, uri, { position, range, context });
  }
}

/** Shows a post in a preview as a webview would, and resolves with its first patch. */
async function preview(client: LanguageClient, uri: string): Promise<unknown> {
  const { connection } = client;
  const session = `of ${uri}`;
  const patched = new Promise<unknown>((resolve) => {
    connection.onNotification(previewNotifications.toPreview, resolve);
  });
  await connection.sendNotification(previewNotifications.open, { session, uri });
  const message = { kind: 'ready', protocol: previewProtocolVersion };
  await connection.sendNotification(previewNotifications.fromPreview, { session, message });
  const patch = await patched;
  await connection.sendNotification(previewNotifications.close, { session });
  return patch;
}

describe('the server bears an open post of', () => {
  it.each(Object.keys(badTexts))(
    '%s',
    async (name) => {
      const text = badTexts[name] ?? '';
      const client = await startLoaded();
      const uri = client.uri('bad.md');
      await client.open(uri, text);
      await client.edit(uri, [0, 0, 0, 0], 'x');
      await client.edit(uri, [0, 0, 0, 1], '');
      await ask(client, uri);
      await client.diagnostics(uri);
      expect(await preview(client, uri)).toMatchObject({ message: { kind: 'patch' } });
      await client.connection.sendRequest('postulate/evaluatePost', { uri });
      await checkServes(client);
      expect(client.server.store.get(uri)?.snapshot.lines.join('') === text).toBe(true);
    },
    60_000,
  );
});

describe('the server bears a file of', () => {
  it('text of every kind', async () => {
    const files = Object.values(badTexts).map((text, at) => [`bad${at}.md`, text] as const);
    const client = await startLoaded({ files: Object.fromEntries(files), settings: blogScope });
    const summary = await client.connection.sendRequest('postulate/checkAll', {});
    expect(summary).toMatchObject({ posts: files.length, skipped: [] });
    await checkServes(client);
  }, 120_000);

  it.each(Object.entries(badBytes))('%s, and names it', async (_, bytes) => {
    const client = await startLoaded({ files: { 'bad.md': bytes } });
    await checkLogged(
      client,
      'it is not text in the encoding that the setting files.encoding names. Save it in that encoding, or correct the setting.',
    );
    const summary = await client.connection.sendRequest('postulate/checkAll', {});
    expect(summary).toMatchObject({ posts: 0, skipped: ['bad.md'] });
    await checkServes(client);
  });

  it('50 MB, and names it', async () => {
    const client = await startLoaded({ files: { 'bad.md': hugePost() } });
    await checkLogged(
      client,
      'it has 50.1 MB, and the setting postulate.limits.postSize allows 20. Raise it, or split the post.',
    );
    await checkServes(client);
  });

  it('configurations of every kind', async () => {
    const client = await startLoaded({
      files: {
        'empty/postulate.json': '',
        'nul/postulate.json': '\0',
        'deep/postulate.json': `{"macros":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
        'latin/postulate.json': Uint8Array.from([0x7b, 0xe9, 0x7d]),
        'half/postulate.json': '{"macroFiles":["\\ud83d.tex"]}',
        'cyclic/postulate.json': '{"macros":{"\\\\a":"\\\\b","\\\\b":"\\\\a"}}',
        'cyclic/one.md': '$\\a$\n',
      },
    });
    const complaintsOf = (name: string): number =>
      client.logged.filter((line) => line.includes(`/${name}/postulate.json`)).length;
    await eventually(() => {
      expect(['deep', 'empty', 'latin', 'nul'].map(complaintsOf)).toEqual([1, 1, 1, 1]);
    });
    await checkServes(client);
  });
});

const blogScope = { check: { scope: 'blog' } };

describe('a file that changes while it is read', () => {
  /** The step happens when the file was looked at and is not read yet. */
  async function checkMeanwhile(
    step: (file: string) => Promise<void>,
    paths: readonly string[],
  ): Promise<LanguageClient> {
    const files = { 'bad.md': '# 一二三\n', 'there.md': '# There\n' };
    const client = await startLoaded({
      files,
      host: {
        files: () => ({
          ...nodeFiles,
          read: async (uri) => {
            if (uri.endsWith('bad.md')) await step(fileURLToPath(uri));
            return nodeFiles.read(uri);
          },
        }),
      },
    });
    const blog = client.server.blogs.blogOf(client.uri('bad.md'));
    expect(blog.index.paths()).toEqual(paths);
    await client.connection.sendRequest('postulate/checkAll', {});
    await checkServes(client);
    return client;
  }

  it('is no post where it is gone', async () => {
    const { server } = await checkMeanwhile(rm, ['there.md']);
    expect(server.blogs.all().flatMap(({ unread }) => unread)).toEqual([]);
  });

  it('is read as far as it goes', async () => {
    await checkMeanwhile((file) => truncate(file, 5), ['bad.md', 'there.md']);
  });

  it('is passed over where it ends within a character', async () => {
    const { logged } = await checkMeanwhile((file) => truncate(file, 4), ['there.md']);
    await eventually(() => {
      expect(logged.join('\n')).toContain('bad.md is passed over: it is not text');
    });
  });
});

describe('the limit of size', () => {
  const limits = (postSize: number): object => ({ limits: { postSize } });
  const thousand = 'x'.repeat(1_000);
  const labelled = '$$x \\tag{1}\\label{eq:x}$$\n';

  it('follows its setting', async () => {
    const client = await startLoaded({
      files: { 'bad.md': `${thousand}${thousand}` },
      settings: limits(0.001),
    });
    const paths = (): readonly string[] =>
      client.server.blogs.blogOf(client.uri('bad.md')).index.paths();
    expect(paths()).toEqual([]);
    client.settings = limits(0.002);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await eventually(() => expect(paths()).toEqual(['bad.md']));
    await checkServes(client);
  });

  it('holds for what is pasted into an open post', async () => {
    const client = await startLoaded({ settings: limits(0.15) });
    const uri = client.uri('bad.md');
    await client.open(uri, '# A\n');
    const pasted = `${thousand}\n`.repeat(120);
    await client.edit(uri, [0, 0, 0, 0], pasted);
    await client.edit(uri, [0, 0, 0, 0], pasted);
    await eventually(() => {
      expect(client.logged.join('\n')).toMatch(/bad\.md is passed over: it has 0\.3 MB, .*again/);
    });
    expect(client.server.store.get(uri)).toBeUndefined();
    await client.edit(uri, [0, 0, 0, 0], 'x');
    await ask(client, uri);
    await checkServes(client);
  });

  it('counts the bytes of an open post', async () => {
    const client = await startLoaded({ settings: limits(0.001) });
    const uri = client.uri('bad.md');
    await client.open(uri, '公'.repeat(334));
    await eventually(() => expect(client.logged.join('\n')).toContain('bad.md is passed over'));
    await client.open(client.uri('well.md'), '公'.repeat(333));
    await checkServes(client);
    expect(client.server.store.get(client.uri('well.md'))).toBeDefined();
  });

  it('makes no label unused that a post left out may use', async () => {
    const client = await startLoaded({
      files: { 'a.md': labelled, 'bad.md': `[(1)](a.md#eq:x) ${thousand}` },
      settings: limits(0.001),
    });
    const uri = client.uri('a.md');
    await client.open(uri, labelled);
    expect(await client.diagnostics(uri)).toEqual([]);
    client.forgetDiagnostics();
    await client.changeFile('bad.md', 'short');
    expect(await client.diagnostics(uri)).toMatchObject([{ code: 'label.unused' }]);
    await checkServes(client);
  });
});
