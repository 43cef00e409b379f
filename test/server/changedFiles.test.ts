// Thousands of files that change at once: each post is read once, each site once, and posts are told once.
import { expect, it, onTestFinished } from 'vitest';
import { nodeFiles } from '../../src/server/nodeFiles.js';
import type { WorkspaceFiles } from '../../src/server/host.js';
import { joinUri } from '../../src/server/uri.js';
import { LanguageClient } from '../support/languageClient.js';
import { eventually } from '../support/waiting.js';

const count = 10_000;
const names = Array.from({ length: count }, (_, at) => `content/post${at}.md`);
const scripts = Array.from({ length: 10 }, (_, at) => `static/script${at}.js`);

/** A site of posts that lie in no file; `reads` counts by URI. */
function largeBlog(): { readonly files: WorkspaceFiles; readonly reads: Map<string, number> } {
  const reads = new Map<string, number>();
  const text = (uri: string): string | null => {
    if (uri.endsWith('hugo.toml')) return 'title = "Blog"\n';
    if (uri.endsWith('.md')) return '# Post\n\n$$x \\label{eq:a}$$\n';
    return uri.endsWith('.js') ? '' : null;
  };
  const entriesOf = (folder: string): readonly string[] | null => {
    if (folder.endsWith('/content')) return names.map((name) => name.slice(8));
    if (folder.endsWith('/static')) return scripts.map((name) => name.slice(7));
    return null;
  };
  const files: WorkspaceFiles = {
    directory: async (uri) => {
      if ((await nodeFiles.directory(uri)) !== null) {
        return [
          { name: 'hugo.toml', kind: 'file' },
          { name: 'content', kind: 'directory' },
          { name: 'static', kind: 'directory' },
        ];
      }
      return entriesOf(uri)?.map((name) => ({ name, kind: 'file' })) ?? null;
    },
    read: (uri) => {
      reads.set(uri, (reads.get(uri) ?? 0) + 1);
      const found = text(uri);
      return Promise.resolve(found === null ? null : new TextEncoder().encode(found));
    },
    stat: (uri) => {
      const found = text(uri);
      return Promise.resolve(found === null ? null : { size: found.length, modified: 1 });
    },
  };
  return { files, reads };
}

it('reads each post once and each site once', async () => {
  const { files, reads } = largeBlog();
  const client = await LanguageClient.start({ host: { files: () => files } });
  onTestFinished(() => client.stop());
  const { connection, server } = client;
  await server.blogs.loaded();
  const blog = server.blogs.blogOf(client.uri('content/post0.md'));
  expect(blog.index.size).toBe(count);
  const told: (readonly string[])[] = [];
  server.blogs.onDidAffect((uris) => told.push(uris));
  reads.clear();
  const before = blog.factsRead;
  const workspace = client.uri('');
  const changes = [...names, ...scripts].map((name) => ({
    uri: joinUri(workspace, name),
    type: 2,
  }));
  await connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await eventually(() => expect(told).toHaveLength(1));
  expect(new Set(told[0])).toEqual(new Set(names.map((name) => joinUri(workspace, name))));
  expect(told[0]).toHaveLength(count);
  expect(blog.factsRead - before).toBe(count);
  expect(reads.size).toBeGreaterThan(count);
  expect(Math.max(...reads.values())).toBe(1);
});
