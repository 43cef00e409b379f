// The posts of a blog against the pages that its site was built to, in a running server.
import { expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import type { ComparedPosts } from '../../src/protocol/site.js';
import { startClient } from '../support/startedClient.js';

async function compare(files: Readonly<Record<string, string>>): Promise<{
  readonly compared: ComparedPosts | null;
  readonly found: readonly string[];
}> {
  const client = await startClient({ files });
  const request = { uri: client.uri('any.md'), built: client.uri('public') };
  const compared = await client.connection.sendRequest<ComparedPosts | null>(
    'postulate/compareBuilt',
    request,
  );
  const found = (compared?.differing ?? []).flatMap(({ uri, diagnostics }) =>
    diagnostics.map((diagnostic) => {
      const { code, range } = diagnostic as Diagnostic;
      const name = uri.slice(uri.indexOf('/posts/') + 1);
      return `${name}:${range.start.line + 1} ${code ?? ''}`;
    }),
  );
  return { compared, found };
}

const page = (body: string, title = 'x'): string =>
  `<html><head><title>${title}</title></head><body><article>${body}</article></body></html>`;

it('finds pages by address, by path and by title, and says what differs', async () => {
  const { compared, found } = await compare({
    'posts/same.md': '$a$\n',
    'public/posts/same/index.html': page('$a$'),
    'posts/2024-01-02-old.md': '# Old\n\n$a$\n',
    'public/2024/01/02/old.html': page('$b$'),
    'posts/moved.md': '---\npermalink: /else/where/\n---\n$a$\n',
    'public/else/where/index.html': page('$c$'),
    'posts/twice.md': '# Second\n\n$a$\n',
    'public/one/twice/index.html': page('$a$', 'First | Blog'),
    'public/two/twice/index.html': page('$d$', 'Second | Blog'),
    'posts/none.md': '$a$\n',
  });
  expect(found).toEqual([
    'posts/2024-01-02-old.md:3 site.differs',
    'posts/moved.md:4 site.differs',
    'posts/twice.md:3 site.differs',
  ]);
  expect(compared).toMatchObject({ pages: 5, posts: 5, compared: 4 });
});

it('says nothing of posts whose page is not certain, and of folders without pages', async () => {
  const { compared } = await compare({
    'a.md': '# A\n\n$a$\n',
    'public/one/a.html': page('$b$', 'A'),
    'public/two/a.html': page('$c$', 'A'),
  });
  expect(compared).toMatchObject({ pages: 2, compared: 0, differing: [] });
  expect((await compare({ 'a.md': '$a$\n' })).compared).toMatchObject({ pages: 0, compared: 0 });
});
