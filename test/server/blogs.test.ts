// Which posts belong to which blog, and how the index follows files and editors.
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../src/server/nodeFiles.js';
import { fileRequests } from '../../src/protocol/server.js';
import type { LanguageClient } from '../support/languageClient.js';
import { eventually } from '../support/waiting.js';
import { startLoaded } from '../support/startedClient.js';

const defining = '# Two\n\n$$x \\tag{1}\\label{eq:a}$$\n';
const referring = '\\eqref{eq:a}\n\n$$y \\tag{1}\\label{eq:b}$$ \\eqref{eq:b}\n';

function postsOf(client: LanguageClient, name: string): readonly string[] {
  return client.server.blogs.blogOf(client.uri(name)).index.paths();
}

describe('the index', () => {
  it('reads the facts of exactly one post for an edit of one among 1,000', async () => {
    const files: Record<string, string> = {};
    for (let at = 0; at < 1000; at++) files[`post${at}.md`] = defining;
    const client = await startLoaded({ files });
    const uri = client.uri('post7.md');
    await client.open(uri, defining);
    await client.diagnostics(uri);
    const blog = client.server.blogs.blogOf(uri);
    expect(blog.index.size).toBe(1000);
    const before = blog.factsRead;
    await client.edit(uri, [2, 3, 2, 3], 'x');
    await eventually(() => expect(client.server.store.get(uri)?.snapshot.lines[2]).toMatch(/xx/));
    // The keystroke itself read none.
    expect(blog.factsRead).toBe(before);
    expect(blog.index.facts('post7.md')?.labels).toHaveLength(1);
    expect(blog.factsRead).toBe(before + 1);
  });

  it('says that hints are others when it has read the posts anew', async () => {
    let held = Promise.resolve();
    let release: () => void = () => undefined;
    const directory = (uri: string) => held.then(() => nodeFiles.directory(uri));
    const client = await startLoaded({
      files: { 'one.md': defining },
      host: { files: () => ({ ...nodeFiles, directory }) },
    });
    const uri = client.uri('one.md');
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    const hints = (): Promise<readonly unknown[]> =>
      client.request('textDocument/inlayHint', uri, { range });
    await client.open(uri, defining);
    expect(await hints()).toHaveLength(1);
    held = new Promise((resolve) => (release = resolve));
    await client.filesChanged('postulate.json');
    expect(await hints()).toEqual([]);
    const before = client.hintRefreshes;
    release();
    await eventually(() => expect(client.hintRefreshes).toBeGreaterThan(before));
    expect(await hints()).toHaveLength(1);
  });

  it('follows files that are written, moved and removed', async () => {
    const client = await startLoaded({ files: { 'one.md': referring } });
    const uri = client.uri('one.md');
    await client.open(uri, referring);
    const mentions = (title: string) => (found: readonly object[]) =>
      JSON.stringify(found).includes(title);
    await client.diagnostics(uri, (found) => found.length === 1);
    await client.changeFile('two.md', defining);
    await client.diagnostics(uri, mentions('《Two》 (two.md)'));
    await rename(path.join(client.folder, 'two.md'), path.join(client.folder, 'three.md'));
    await client.filesChanged('two.md', 'three.md');
    await client.diagnostics(uri, mentions('《Two》 (three.md)'));
    await client.changeFile('three.md', null);
    await client.diagnostics(uri, (found) => !mentions('《Two》')(found));
  });

  it('prefers the editor’s text, and goes back to the file when it is closed', async () => {
    const client = await startLoaded({ files: { 'one.md': '# Old\n' } });
    const uri = client.uri('one.md');
    const blog = client.server.blogs.blogOf(uri);
    await client.open(uri, '# New\n');
    await eventually(() => expect(blog.index.facts('one.md')?.title).toBe('New'));
    await client.close(uri);
    await eventually(() => expect(blog.index.facts('one.md')?.title).toBe('Old'));
  });
});

describe('blogs', () => {
  it('begin at each configuration', async () => {
    const client = await startLoaded({
      files: {
        'postulate.json': '{}',
        'one.md': '',
        'inner/postulate.json': '{"site": {"tags": "none"}}',
        'inner/deep/two.md': defining,
        'node_modules/x/three.md': '',
      },
    });
    expect(postsOf(client, 'one.md')).toEqual(['one.md']);
    expect(postsOf(client, 'inner/deep/two.md')).toEqual(['deep/two.md']);
    const uri = client.uri('inner/deep/two.md');
    await client.open(uri, '\\begin{equation}x\\label{a}\\end{equation} \\eqref{a}\n');
    await client.diagnostics(uri, (found) => JSON.stringify(found).includes('tags: none'));
  });

  it('are read anew when their configuration changes', async () => {
    const client = await startLoaded({ files: { 'postulate.json': '{}' } });
    const uri = client.uri('one.md');
    await client.open(uri, '$$a\\label{x}$$ \\eqref{x}\n');
    await client.diagnostics(uri, (found) => found[0]?.code === 'label.without-number');
    await client.changeFile(
      'postulate.json',
      '{"site": {"tags": "all"}, "rules": {"label.unused": "off"}}',
    );
    await client.diagnostics(uri, (found) => found.length === 0);
  });

  it('take untitled posts into the first folder, and lone files each by itself', async () => {
    const client = await startLoaded({ files: { 'two.md': defining } });
    await client.open('untitled:Untitled-1', referring);
    await client.diagnostics('untitled:Untitled-1', (found) =>
      JSON.stringify(found).includes('《Two》 (two.md)'),
    );
    const lone = 'file:///elsewhere/lone.md';
    await client.open(lone, referring);
    const [finding] = await client.diagnostics(lone, (found) => found.length === 1);
    expect(JSON.stringify(finding)).not.toContain('Two');
    await client.close(lone);
  });

  it('are checked as a whole where the setting says so', async () => {
    const client = await startLoaded({
      files: { 'one.md': referring, 'two.md': '# Two\n' },
      settings: { check: { scope: 'blog' } },
    });
    await client.diagnostics(client.uri('one.md'), (found) => found.length === 1);
  });
});

it('asks the client for files that it cannot read itself', async () => {
  const client = await startLoaded({
    files: { 'sub/two.md': defining },
    host: { files: () => null },
    options: { readsFiles: true },
    answers: {
      [fileRequests.directory]: (uri) => nodeFiles.directory(uri),
      [fileRequests.stat]: (uri) => nodeFiles.stat(uri),
      [fileRequests.read]: async (uri) => {
        const bytes = await nodeFiles.read(uri);
        return bytes && Buffer.from(bytes).toString('base64');
      },
    },
  });
  expect(postsOf(client, 'one.md')).toEqual(['sub/two.md']);
  expect(client.server.blogs.blogOf(client.uri('one.md')).index.postsDefining('eq:a')).toEqual([
    'sub/two.md',
  ]);
});
