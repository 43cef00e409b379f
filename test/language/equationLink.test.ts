// The link to an equation, as another post of the blog writes it.
import { expect, it } from 'vitest';
import { equationLink } from '../../src/language/equationLink.js';

it.each<readonly [string, readonly string[], string]>([
  ['one.md', ['one.md', 'two.md'], 'one.md#eq:a'],
  ['posts/one.md', ['posts/one.md', 'posts/two.md'], 'one.md#eq:a'],
  ['posts/one.md', ['posts/one.md', 'notes/two.md'], '/posts/one.md#eq:a'],
  ['one.md', ['one.md', 'notes/two.md'], '/one.md#eq:a'],
  ['扩散 (一).md', [], '扩散%20%28一%29.md#eq:a'],
])('leads to %s among %j', (path, paths, expected) => {
  expect(equationLink(path, paths, 'eq:a')).toBe(expected);
});
