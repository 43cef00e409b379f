// Symbols of a blog, links that Markdown does not know, and how often equations are referred to.
import { expect, it } from 'vitest';
import { BlogIndex } from '../../src/core/blog/blogIndex.js';
import type { PostFacts } from '../../src/core/post/facts.js';
import { documentLinks } from '../../src/language/documentLinks.js';
import { referenceLenses } from '../../src/language/referenceLenses.js';
import { symbolSpan, workspaceSymbols } from '../../src/language/workspaceSymbols.js';
import { readFixture } from '../support/blogFixture.js';
import { openText } from '../support/changes.js';
import { madeFacts } from '../support/madeFacts.js';

const raw = String.raw;

const blog = raw`%% file: a.md
---
title: 扩散漫谈
---
\begin{equation}x\label{eq:ode}\end{equation}

$$y\label{eq:none}$$

\eqref{eq:ode}、\ref{eq:ode}、[(1)](#eq:ode)、[(1)](b.md#eq:sde)

${'```'}eval
\eqref{eq:ode}
${'```'}
%% file: b.md
# Steps

\begin{align}x\label{eq:sde}\\y\label{eq:pde}\end{align}

[(1)](a.md#mjx-eqn:eq:ode) [它]({{< ref "a.md#eq:none" >}})
`;

function checkSymbols(query: string, expected: readonly string[]): void {
  const symbols = workspaceSymbols(readFixture(blog).blog, query);
  const said = symbols.map(({ name, container, line }) => `${name} | ${container} | ${line}`);
  expect(said).toEqual(expected);
}

it('finds labels by name and number, and titles that are no headings', () => {
  checkSymbols('eq:ode', ['(1) eq:ode | 扩散漫谈 | 3']);
  checkSymbols('EQSDE', ['(1) eq:sde | Steps | 2']);
  checkSymbols('漫谈', ['扩散漫谈 | a.md | 0']);
  checkSymbols('(2)', ['(2) eq:pde | Steps | 2']);
  checkSymbols('none', ['eq:none | 扩散漫谈 | 5']);
  checkSymbols('Steps', []);
  expect(workspaceSymbols(readFixture(blog).blog, '')).toHaveLength(5);
});

it('lists no title that is a heading where facts were kept as text', () => {
  const { facts } = openText('# Steps\n\n$x$\n');
  const index = new BlogIndex();
  index.updatePost('a.md', JSON.parse(JSON.stringify(facts)) as PostFacts);
  expect(workspaceSymbols(index, 'Steps')).toEqual([]);
});

it('shows what holds the query as it is before what holds its letters', () => {
  const index = new BlogIndex();
  index.updatePost('a.md', madeFacts({ labels: ['eq:o-d-e'] }));
  index.updatePost('b.md', madeFacts({ labels: ['eq:ode'] }));
  expect(workspaceSymbols(index, 'ode').map(({ path }) => path)).toEqual(['b.md', 'a.md']);
});

it('finds a symbol in the text, as long as it is there', () => {
  const { posts } = readFixture(blog);
  const post = posts.get('b.md');
  if (!post) throw new Error('no post');
  const span = symbolSpan(post, { kind: 'label', key: 'eq:pde' });
  expect(span && post.lines.join('').slice(span.start, span.end)).toBe('eq:pde');
  expect(symbolSpan(post, { kind: 'label', key: 'eq:gone' })).toBe(null);
});

it('counts what refers to each equation, from where it may', () => {
  const { posts, blog: index } = readFixture(blog);
  const lenses = [...posts.values()].flatMap((post) => referenceLenses({ post, blog: index }));
  expect(
    lenses.map(({ key, line, count, isOneOfMany }) => `${key} ${line} ${count} ${isOneOfMany}`),
  ).toEqual(['eq:ode 3 5 false', 'eq:none 5 1 false', 'eq:sde 2 1 true', 'eq:pde 2 0 true']);
});

/** What is linked, as it stands in the post, and where it leads. */
function checkLinks(text: string, expected: readonly string[]): void {
  const { posts, blog: index } = readFixture(`%% file: p/c.md\n# C\n\n${text}\n${blog}`);
  const post = posts.get('p/c.md');
  const links = post ? documentLinks({ post, blog: index }) : [];
  const said = links.map(({ span, path, title, line }) => {
    const source = post?.lines.join('').slice(span.start, span.end) ?? '';
    return [source, path, title ?? '-', ...(line === null ? [] : [line])].join(' ');
  });
  expect(said).toEqual(expected);
}

it('links titles and tags of generators', () => {
  checkLinks('见《扩散漫谈》。', ['《扩散漫谈》 a.md -']);
  checkLinks('[x]({{< ref "b.md#eq:pde" >}})', ['b.md b.md Steps 2']);
  checkLinks('[x]({% post_url b %})', ['b b.md Steps']);
});

it('links nothing that Markdown links, no paper and not the post itself', () => {
  checkLinks('[《扩散漫谈》](../a.md)、《[扩散漫谈](../a.md)》', []);
  checkLinks('《Attention Is All You Need》、`《扩散漫谈》`、《C》', []);
});
