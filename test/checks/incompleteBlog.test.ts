// What hangs on all posts of a blog waits until they have been read.
import { expect, it } from 'vitest';
import { checkPost } from '../../src/checks/check.js';
import { noSurroundings } from '../../src/checks/rule.js';
import { readFixture } from '../support/blogFixture.js';

it.each([
  ['link.missing-post', '[a](gone.md)\n'],
  ['label.unused', '$$a \\tag{1}\\label{eq:a}$$\n'],
  ['series.incomplete', '# 度量之争（下）\n'],
  [
    'series.gap',
    '# 度量之争（四）\n%% file: a.md\n# 度量之争（一）\n%% file: b.md\n# 度量之争（二）\n',
  ],
])('%s', (rule, fixture) => {
  const { posts, blog } = readFixture(`%% file: post.md\n${fixture}`);
  const [post] = posts.values();
  if (!post) throw new Error('no post');
  const assumed = { markdown: true, math: true, tags: true };
  const context = { post, blog, results: [], around: noSurroundings, assumed };
  const spoken = (): readonly string[] => checkPost(context).map(({ rule }) => rule);
  expect(spoken()).toContain(rule);
  blog.isComplete = false;
  expect(spoken()).not.toContain(rule);
});
