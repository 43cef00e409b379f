// Where the links of a post lead: each to its post and the line of what it names.
import { expect, it } from 'vitest';
import { linkedPlace } from '../../src/language/linkedPlace.js';
import { readFixture } from '../support/blogFixture.js';

const { posts, blog } = readFixture(String.raw`%% file: posts/a.md
# A

$$x \label{eq:dead}$$
%% file: posts/b.md
# Title

\begin{align}
a &= b \label{eq:first} \\
c &= d \label{two words}
\end{align}

## The Second, 第二
`);
const post = posts.get('posts/a.md');

function checkLink(target: string, expected: { path: string; line: number | null } | null): void {
  if (!post) throw new Error('The fixture lost its post.');
  expect(linkedPlace({ post, blog }, target), target).toEqual(expected);
}

it('leads to equations, by their label or by the address that MathJax gives them', () => {
  checkLink('b.md#eq:first', { path: 'posts/b.md', line: 2 });
  checkLink('b.md#mjx-eqn:eq:first', { path: 'posts/b.md', line: 2 });
  checkLink('b.html#mjx-eqn%3Atwo_words', { path: 'posts/b.md', line: 2 });
  checkLink('/posts/b#two%20words', { path: 'posts/b.md', line: 2 });
  checkLink('#eq:dead', { path: 'posts/a.md', line: 2 });
});

it('leads to headings', () => {
  checkLink('b.md#the-second-第二', { path: 'posts/b.md', line: 7 });
  checkLink('./b.md#the-second-%E7%AC%AC%E4%BA%8C', { path: 'posts/b.md', line: 7 });
});

it('leads to the post where what it names is not there, and nowhere without a post', () => {
  checkLink('b.md', { path: 'posts/b.md', line: null });
  checkLink('b.md#nothing', { path: 'posts/b.md', line: null });
  checkLink('c.md#eq:first', null);
  checkLink('https://example.org/b.md#eq:first', null);
});
