// Thousands of files that change at once: each post is read once, each site once, and posts are told once.
import { expect, it } from 'vitest';
import { joinUri } from '../../src/server/uri.js';
import { MemoryFiles } from '../support/memoryFiles.js';
import { startLoaded } from '../support/startedClient.js';
import { eventually } from '../support/waiting.js';

const count = 2_000;
const posts = Array.from({ length: count }, (_, at) => `content/post${at}.md`);
const scripts = Array.from({ length: 10 }, (_, at) => `static/script${at}.js`);

it('reads each post once and each site once', async () => {
  const files = new MemoryFiles({ 'hugo.toml': 'title = "Blog"\n' });
  for (const post of posts) files.write(post, '# Post\n\n$$x \\label{eq:a}$$\n');
  for (const script of scripts) files.write(script, '');
  const client = await startLoaded({ host: { files: () => files } });
  const { connection, server } = client;
  const blog = server.blogs.blogOf(client.uri('content/post0.md'));
  expect(blog.index.size).toBe(count);
  const told: (readonly string[])[] = [];
  server.blogs.onDidAffect((uris) => told.push(uris));
  files.reads.clear();
  const before = blog.factsRead;
  const workspace = client.uri('');
  const changes = [...posts, ...scripts].map((name) => ({
    uri: joinUri(workspace, name),
    type: 2,
  }));
  await connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await eventually(() => expect(told).toHaveLength(1));
  expect(new Set(told[0])).toEqual(new Set(posts.map((name) => joinUri(workspace, name))));
  expect(told[0]).toHaveLength(count);
  expect(blog.factsRead - before).toBe(count);
  expect(files.reads.size).toBeGreaterThan(count);
  expect(Math.max(...files.reads.values())).toBe(1);
});
