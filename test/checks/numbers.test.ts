// Numbers of equations that were written by hand, today and before an edit. `^^^` marks the findings.
import { describe, expect, it } from 'vitest';
import { staleNumber } from '../../src/checks/staleNumber.js';
import { noSurroundings, type Fix, type Surroundings } from '../../src/checks/rule.js';
import { readFixture } from '../support/blogFixture.js';
import { checkRule } from '../support/checkRule.js';

const a = '\\begin{equation}a = 1\\end{equation}\n';
const b = '\\begin{equation}b = 2\\end{equation}\n';
const labelled = '\\begin{equation}c = 3\\label{eq:c}\\end{equation}\n';

/** What the posts said before, in the form of fixtures. */
function saidBefore(fixture: string): { readonly around: Pick<Surroundings, 'earlier'> } {
  const { posts } = readFixture(fixture);
  return { around: { earlier: (path) => posts.get(path)?.facts ?? null } };
}

describe('number.stale', () => {
  const check = (before: string, now: string, expected: readonly (string | RegExp)[]): void => {
    checkRule('number.stale', now, expected, saidBefore(before));
  };

  it('finds a number whose equation moved, known by its TeX', () => {
    check(`${a}\n由式(1)可得。\n`, `${b}\n${a}\n由式(1)可得。\n  ^^^\n`, [
      /^warning: The equation that was \(1\) is \(2\) by now/,
    ]);
  });

  it('knows an equation that was edited by its label', () => {
    check(
      `${labelled}\nSee Eq. (1) for more.\n`,
      `${a}\n${labelled.replace('3', '4')}\nSee Eq. (1) for more.\n        ^^^\n`,
      [/\(1\) is \(2\)/],
    );
  });

  it('finds the number of an equation of the post that was linked to', () => {
    check(
      `%% file: a.md\n[那篇](b.md)文章的式(1)。\n%% file: b.md\n${a}`,
      `%% file: a.md\n[那篇](b.md)文章的式(1)。\n              ^^^\n%% file: b.md\n${b}\n${a}`,
      [/^warning: The equation of b\.md that was \(1\) is \(2\) by now/],
    );
  });

  it('keeps quiet about a number that was corrected, or is new', () => {
    check(`${a}\n由式(1)可得。\n`, `${b}\n${a}\n由式(2)可得。\n`, []);
    check(`${a}\n可得。\n`, `${b}\n${a}\n由式(1)可得。\n`, []);
  });

  it('keeps quiet where two numbers in a row were corrected', () => {
    check(
      `${a}\n${b}\n由式(1)和式(2)可得。\n`,
      `${labelled}\n${a}\n${b}\n由式(2)和式(3)可得。\n`,
      [],
    );
  });

  it('keeps quiet about an equation that cannot be known again', () => {
    check(`${a}\n由式(1)可得。\n`, `${b}\n由式(1)可得。\n`, []);
    check(`${a}\n由式(1)可得。\n`, `${b}\n${a}\n${a}\n由式(1)可得。\n`, []);
  });

  it('waits while an equation is half typed', () => {
    const halfTyped = '\\begin{align}\nb &= \\frac{1\n\\end{align}\n';
    check(`${a}\n由式(1)可得。\n`, `${halfTyped}\n${a}\n由式(1)可得。\n`, []);
    check(`${a}\n由式(1)可得。\n`, `${b}\n$$c \\tag{7}\\tag{8}$$\n\n${a}\n由式(1)可得。\n`, []);
  });

  it('keeps quiet where the number is one that a tag has', () => {
    check(`${a}\n由式(1)可得。\n`, `$$b\\tag{1}$$\n\n${b}\n${a}\n由式(1)可得。\n`, []);
  });

  it('keeps quiet about numbers of papers and of posts that are not known', () => {
    for (const words of [
      '论文中的式(1)。',
      '《某书》的式(1)。',
      'Eq. (1) of the paper.',
      '上文的式(1)。',
    ]) {
      check(`${a}\n${words}\n`, `${b}\n${a}\n${words}\n`, []);
    }
    const linked = '[the paper](https://example.com/p) derives its Eq. (1).\n';
    check(`${a}\n${linked}`, `${b}\n${a}\n${linked}`, []);
  });

  it('keeps quiet where nobody knows what the post said before', () => {
    checkRule('number.stale', `${b}\n${a}\n由式(1)可得。\n`, []);
  });
});

describe('the fix of number.stale', () => {
  const fixOf = (before: string, now: string): Fix | undefined => {
    const { posts, blog } = readFixture(now);
    const [post] = posts.values();
    if (!post) throw new Error('No post.');
    const around = { ...noSurroundings, ...saidBefore(before).around };
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
});

describe('number.hard-coded', () => {
  const check = (fixture: string, expected: readonly (string | RegExp)[]): void => {
    checkRule('number.hard-coded', fixture, expected);
  };

  it('finds the number of an equation that has a label', () => {
    check(`${labelled}\n由式$(1)$可得。\n  ^^^^^\n`, [/^info: .*\\eqref\{eq:c\} would follow/]);
  });

  it('keeps quiet about an equation without a label', () => {
    check(`${a}\n由式(1)可得。\n`, []);
  });

  it('keeps quiet where a tag has the number', () => {
    check(`$$c\\tag{1}\\label{eq:c}$$\n\n由式(1)可得。\n`, []);
  });

  it('keeps quiet about numbers of others', () => {
    check(`${labelled}\n论文的式(1)。\n`, []);
    check(`%% file: a.md\n${labelled}\n[那篇](b.md)的式(1)。\n%% file: b.md\n${a}`, []);
  });

  it('leaves what is stale to number.stale', () => {
    const now = `${labelled}\n${a}\n由式(1)可得。\n`;
    checkRule('number.hard-coded', now, [], saidBefore(`${a}\n由式(1)可得。\n`));
  });
});

describe('number.unknown', () => {
  const settings = { 'number.unknown': 'info' } as const;

  it('speaks where it is asked for', () => {
    checkRule('number.unknown', `${a}\n由式(7)可得。\n  ^^^\n`, [/has the number \(7\)/], {
      settings,
    });
  });

  it('is off by default', () => {
    checkRule('number.unknown', `${a}\n由式(7)可得。\n`, []);
  });

  it('keeps quiet about tags, numbers of others, and posts without numbers', () => {
    for (const post of [
      '$$a\\tag{7}$$\n\n由式(7)可得。\n',
      `${a}\n论文的式(7)。\n`,
      '由式(7)可得。\n',
    ]) {
      checkRule('number.unknown', post, [], { settings });
    }
  });
});

describe('number.tag-collides', () => {
  const check = checkRule.bind(null, 'number.tag-collides');

  it('finds a tag that an equation has by itself', () => {
    check(`${a}\n$$b\\tag{1}$$\n   ^^^^^^^\n`, [
      /^warning: Another equation of this post is numbered \(1\)/,
    ]);
  });

  it('keeps quiet about another number, and about the same tag twice', () => {
    check(`${a}\n$$b\\tag{2}$$\n`, []);
    check('$$a\\tag{1}$$\n\n$$b\\tag{1}$$\n', []);
  });

  it('keeps quiet about a row that has no number', () => {
    check('\\begin{align}a\\nonumber\\end{align}\n\n$$b\\tag{1}$$\n', []);
  });

  it('believes that a site numbers where it says so, or the post relies on it', () => {
    const assumed = { tags: true };
    check(`${a}\n$$b\\tag{1}$$\n`, [], { assumed });
    check(`${labelled}\n$$b\\tag{1}$$\n   ^^^^^^^\n\\eqref{eq:c}\n`, [/^warning/], { assumed });
  });
});
