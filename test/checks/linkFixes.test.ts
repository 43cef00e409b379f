// What the fixes of links and titles make of a post.
import { expect, it } from 'vitest';
import { checkPost } from '../../src/checks/check.js';
import { noSurroundings } from '../../src/checks/rule.js';
import { readFixture } from '../support/blogFixture.js';

/** The first post with all its fixes done. */
function fixed(fixture: string): string {
  const { posts, blog } = readFixture(fixture);
  const [post] = posts.values();
  if (!post) return '';
  const assumed = { markdown: true, math: true, tags: true };
  const findings = checkPost({ post, blog, results: [], around: noSurroundings, assumed });
  return findings
    .flatMap(({ fix }) => fix ?? [])
    .sort((left, right) => right.span.start - left.span.start)
    .reduce(
      (text, { span, text: now }) => text.slice(0, span.start) + now + text.slice(span.end),
      post.lines.join(''),
    );
}

it.each([
  ['[x](losses.md#top)', '%% file: old/losses.md\n', '[x](old/losses.md#top)'],
  ['[x](sparsty.md)', '%% file: a b/c.md\n%% file: sparsity.md\n', '[x](sparsity.md)'],
  ['[x](b.md#sparsty)', '%% file: b.md\n# Sparsity\n', '[x](b.md#sparsity)'],
  ['[x][1]\n\n[1]: losses.md', '%% file: old/losses.md\n', '[x][1]\n\n[1]: losses.md'],
  ['[x](losses.md)', '%% file: a b/losses.md\n', '[x](a%20b/losses.md)'],
  [
    '[x](/old/losses/?q#y)',
    '%% file: b.md\n---\npermalink: /losses/\naliases: /old/losses\n---\n',
    '[x](/losses/?q#y)',
  ],
  [
    '[《度量之争（下）》](b.md)',
    '%% file: b.md\n# 度量之争（中）：例子\n',
    '[《度量之争（中）》](b.md)',
  ],
  ['《[度量之争（下）](b.md)》', '%% file: b.md\n# 度量之争（中）\n', '《[度量之争（下）](b.md)》'],
  ['《从《损失》谈几何》', '%% file: b.md\n# 从《损失》谈几何\n', '《从《损失》谈几何》'],
  ['《从〈损失〉到几合》', '%% file: b.md\n# 从《损失》到几何\n', '《从〈损失〉到几何》'],
])('%s', (text, others, expected) => {
  expect(fixed(`%% file: a.md\n${text}\n${others}`)).toBe(`${expected}\n`);
});
