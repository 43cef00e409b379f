// The site that a folder is by its own files, in a running server.
import { expect, it } from 'vitest';
import type { LanguageClient } from '../support/languageClient.js';
import { startLoaded } from '../support/startedClient.js';

async function start(files: Readonly<Record<string, string>>): Promise<LanguageClient> {
  const client = await startLoaded({ files });
  return client;
}

function siteOf(client: LanguageClient, name: string): unknown {
  return client.server.blogs.blogOf(client.uri(name)).settingOf(client.uri(name)).site;
}

const jekyll = {
  '_config.yml': 'title: x\n',
  '_includes/math.html': '<script src="https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-chtml.js">',
  '_posts/a.md': 'No label.\n',
};

it('posts have the site of their folder, and it counts as a blog', async () => {
  const client = await start(jekyll);
  expect(siteOf(client, '_posts/a.md')).toEqual({
    markdown: 'kramdown',
    math: 'mathjax3',
    tags: 'none',
  });
  expect(client.server.blogs.blogOf(client.uri('_posts/a.md')).isShown).toBe(true);
});

it('a site that is no part of the blog, such as a theme, changes nothing', async () => {
  const client = await start({ ...jekyll, 'themes/x/hugo.toml': '' });
  const blog = client.server.blogs.blogOf(client.uri('_posts/a.md'));
  await client.server.blogs.filesChanged([client.uri('themes/x/hugo.toml')]);
  expect(client.server.blogs.blogOf(client.uri('_posts/a.md'))).toBe(blog);
});

it('posts beside a site have none', async () => {
  const client = await start({
    ...Object.fromEntries(Object.entries(jekyll).map(([name, text]) => [`blog/${name}`, text])),
    'notes/a.md': 'No label.\n',
  });
  expect(siteOf(client, 'blog/_posts/a.md')).toMatchObject({ markdown: 'kramdown' });
  expect(siteOf(client, 'notes/a.md')).toMatchObject({ markdown: 'raw', tags: 'ams' });
});

it('what the configuration states comes first', async () => {
  const client = await start({ ...jekyll, 'postulate.json': '{"site": {"tags": "all"}}' });
  expect(siteOf(client, '_posts/a.md')).toEqual({
    markdown: 'kramdown',
    math: 'mathjax3',
    tags: 'all',
  });
});

it('says where each part was read', async () => {
  const client = await start({ ...jekyll, 'postulate.json': '{"site":\n{"tags": "all"}}' });
  const request = { uri: client.uri('_posts/a.md') };
  expect(await client.connection.sendRequest('postulate/site', request)).toMatchObject({
    generator: 'Jekyll',
    markdown: { value: 'kramdown', source: { uri: client.uri('_config.yml'), line: 0 } },
    math: { value: 'mathjax3', source: { uri: client.uri('_includes/math.html'), line: 0 } },
    tags: { value: 'all', source: { uri: client.uri('postulate.json'), line: 1 } },
    passthrough: [],
    config: { uri: client.uri('postulate.json'), exists: true },
  });
});

it('says where a configuration would lie', async () => {
  const client = await start(jekyll);
  const configOf = (uri: string): Promise<unknown> =>
    client.connection.sendRequest('postulate/site', { uri });
  expect(await configOf(client.uri('_posts/a.md'))).toMatchObject({
    config: { uri: client.uri('postulate.json'), exists: false },
  });
  expect(await configOf('file:///elsewhere/a.md')).toMatchObject({ config: null });
});

it('open posts follow the files of their site', async () => {
  const client = await start(jekyll);
  await client.open(client.uri('_posts/a.md'), 'text\n');
  const tags = (): unknown =>
    client.server.store.get(client.uri('_posts/a.md'))?.snapshot.site.tags;
  await expect.poll(tags).toBe('none');
  const script = `<script>MathJax = {tex: {tags: 'ams'}}</script>\n${jekyll['_includes/math.html']}`;
  await client.changeFile('_includes/math.html', script);
  await expect.poll(tags).toBe('ams');
  await client.changeFile('_config.yml', null);
  const markdown = (): unknown =>
    client.server.store.get(client.uri('_posts/a.md'))?.snapshot.site.markdown;
  await expect.poll(markdown).toBe('raw');
});
