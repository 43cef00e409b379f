// What the fix of a number that was written by hand makes of it.
import { describe, expect, it } from 'vitest';
import { staleNumber } from '../../src/checks/staleNumber.js';
import { noSurroundings, type Fix } from '../../src/checks/rule.js';
import { readFixture } from '../support/blogFixture.js';

const a = '\\begin{equation}a = 1\\end{equation}\n';
const b = '\\begin{equation}b = 2\\end{equation}\n';
const labelled = '\\begin{equation}c = 3\\label{eq:c}\\end{equation}\n';

describe('the fix of number.stale', () => {
  const fixOf = (before: string, now: string): Fix | undefined => {
    const { posts, blog } = readFixture(now);
    const [post] = posts.values();
    if (!post) throw new Error('No post.');
    const earlier = readFixture(before).posts;
    const around = { ...noSurroundings, earlier: [() => earlier.get(post.path)?.facts ?? null] };
    const { path, site, facts } = post;
    return staleNumber.check({ path, site, facts, blog, around })[0]?.fix;
  };

  it('is the new number where the equation has no label', () => {
    expect(fixOf(`${a}\n由式（1）可得。\n`, `${b}\n${a}\n由式（1）可得。\n`)?.text).toBe('2');
  });

  it('is a reference in the form of the post where it has one', () => {
    const more = (words: string): string =>
      fixOf(`${labelled}\n${words}`, `${a}\n${labelled}\n${words}`)?.text ?? '';
    expect(more('由式$(1)$可得。\n')).toBe('$\\eqref{eq:c}$');
    expect(more('由式(1)可得。\n')).toBe('\\eqref{eq:c}');
    expect(more('由式(1)可得，即$\\eqref{eq:c}$。\n')).toBe('$\\eqref{eq:c}$');
    expect(more('由式$(1)$可得，即\\eqref{eq:c}。\n')).toBe('\\eqref{eq:c}');
  });

  it('is the new number in a link, which leads there already', () => {
    const words = '见[式$(1)$](#eq:c)。\n';
    expect(fixOf(`${labelled}\n${words}`, `${a}\n${labelled}\n${words}`)?.text).toBe('2');
  });
});
