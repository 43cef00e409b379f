// A post for other places, as the client asks for it.
import { expect, it } from 'vitest';
import { serverRequests, type PublishedAnswer } from '../../src/protocol/server.js';
import { startClient } from '../support/startedClient.js';

async function published(target: string, text: string): Promise<PublishedAnswer | null> {
  const files = { 'blog/postulate.json': '{"macros": {"R": "\\\\mathbb{R}"}}' };
  const client = await startClient({ files });
  const uri = client.uri('blog/post.md');
  await client.open(uri, text);
  return client.connection.sendRequest(serverRequests.publishPost, { uri, target });
}

it('gives Markdown with the macros of the blog, and the lines of what was left behind', async () => {
  expect(await published('cms', '$x\\in\\R$\n\n![](a.png)\n')).toEqual({
    text: '$x\\in\\mathbb{R}$\n\n![](a.png)\n',
    html: null,
    problems: [{ message: 'The picture a.png has no address: upload it by hand', line: 2 }],
  });
});

it('draws formulas for formatted text, each letter where it stands', async () => {
  const answer = await published(
    'wechat',
    '$x$ and\n\n|a|\n|-|\n|$x^2$|\n\n\\begin{align}x&=1\\\\y&=2\\end{align}\n',
  );
  expect(answer?.problems).toEqual([]);
  const html = answer?.html ?? '';
  expect(html.match(/<svg /g)).toHaveLength(3);
  expect(html).toContain('currentColor');
  expect(html).not.toMatch(/<use|mjx-|class=|<!--/);
  expect(html).toContain('<td style="');
});

it('shows the TeX that MathJax does not take', async () => {
  const answer = await published('wechat', 'So $x^y^z$.\n');
  expect(answer?.html).toContain('<p>So <code>x^y^z</code>.</p>');
  expect(answer?.problems.map(({ message }) => message)).toContain(
    'MathJax made no picture of x^y^z: its TeX stands there',
  );
});

it('knows no other place', async () => {
  expect(await published('elsewhere', 'Text.\n')).toBeNull();
});
