// Retitle Post in a series: what changes with a part, and what speaks against a title.
import { describe, expect, it } from 'vitest';
import { readFixture } from '../support/blogFixture.js';
import { indexOf } from '../support/blogIndexOf.js';
import { applyRetitling, retitleIn } from '../support/retitled.js';
import { planRetitling } from '../../src/language/retitle/plan.js';

/** The first post gets the title; `expected` holds the posts that change, as they are then. */
function checkRetitle(
  fixture: string,
  to: string,
  expected: string,
  followUps: readonly string[] | null = null,
): void {
  const { posts } = readFixture(fixture);
  const [path = ''] = posts.keys();
  const after = applyRetitling(posts, retitleIn(posts, path, to, followUps));
  const changed = [...after].filter(([at, post]) => post !== posts.get(at));
  const text = changed.map(([at, { lines }]) => `%% file: ${at}\n${lines.join('')}`).join('');
  expect(text).toBe(expected);
}

describe('of a series', () => {
  const series = `%% file: c.md
# 三步
%% file: a.md
---
title: 步骤
---
接着是《步骤（下）》。
%% file: b.md
---
title: '步骤（下）'
---
上一篇：[《步骤》](a.md)，后有《三步》。
%% file: d.md
《步骤》《步骤（下）》《步骤(下)》《三步》
`;

  it('the last part becomes the middle one, and the first gets its suffix', () => {
    checkRetitle(
      series,
      '步骤（下）',
      `%% file: c.md
# 步骤（下）
%% file: a.md
---
title: 步骤（上）
---
接着是《步骤（中）》。
%% file: b.md
---
title: '步骤（中）'
---
上一篇：[《步骤（上）》](a.md)，后有《步骤（下）》。
%% file: d.md
《步骤（上）》《步骤（中）》《步骤(中)》《步骤（下）》
`,
      ['a.md', 'b.md'],
    );
  });

  const offersFor = (fixture: string, to: string): readonly string[] => {
    const { posts } = readFixture(fixture);
    const [path = ''] = posts.keys();
    const { offers } = planRetitling(path, to, indexOf(posts), null);
    return offers.map(({ from, to, isNeeded }) => `${from} → ${to}${isNeeded ? '!' : ''}`);
  };

  it.each([
    [series, '步骤（下）', ['步骤（下） → 步骤（中）!', '步骤 → 步骤（上）']],
    [series, '步骤（下篇）', ['步骤（下） → 步骤（中）!', '步骤 → 步骤（上篇）']],
    [series, '步骤（三）', ['步骤 → 步骤（一）']],
    [series, '别的（下）', []],
    [
      '%% file: c.md\n# New\n%% file: a.md\n# Losses\n',
      'Losses, Part III',
      ['Losses → Losses, Part I'],
    ],
    ['%% file: c.md\n# New\n%% file: a.md\n# Losses\n', 'Losses (1)', []],
    [
      '%% file: c.md\n# New\n%% file: a.md\n# 漫谈（十四）：步骤\n%% file: b.md\n# 漫谈（十五）：步骤（下）\n',
      '漫谈（十七）：步骤（下）',
      [
        '漫谈（十五）：步骤（下） → 漫谈（十五）：步骤（中）',
        '漫谈（十四）：步骤 → 漫谈（十四）：步骤（上）',
      ],
    ],
    [
      '%% file: c.md\n# New\n%% file: a.md\n# 步骤（中）\n%% file: b.md\n# 步骤（下）\n',
      '步骤（下）',
      [],
    ],
  ])('%#: what else changes is offered', (fixture, to, offers) => {
    expect(offersFor(fixture, to)).toEqual(offers);
  });

  it.each([
    ['Losses', { why: 'taken', path: 'b.md' }],
    ['「losses」', { why: 'taken', path: 'b.md' }],
    ['  ', { why: 'empty' }],
    ['a\u0000b', { why: 'lines' }],
    ['a'.repeat(301), { why: 'long' }],
    ['Other', null],
    ['old', null],
  ])('the title %j has this problem', (to, problem) => {
    const { posts } = readFixture('%% file: a.md\n# Old\n%% file: b.md\n# Losses\n');
    expect(planRetitling('a.md', to, indexOf(posts), null).problem).toEqual(problem);
  });

  const parts = `%% file: a.md
# 杂谈
%% file: b.md
# 漫谈（二）：又
%% file: c.md
# 漫谈（三）：距离（上）
%% file: d.md
# 推断（中）
%% file: other/e.md
# 漫谈（五）
`;
  it.each([
    ['漫谈（二）', 'b.md'],
    ['漫谈(2): 再', 'b.md'],
    ['漫谈 第二篇', 'b.md'],
    ['推断（中）：续', 'd.md'],
    ['漫谈（三）：距离（下）', null],
    ['漫谈（四）', null],
    ['漫谈', null],
    ['漫谈的漫谈（二）', null],
    ['推断（二）', null],
    // Of another folder.
    ['漫谈（五）：再', null],
  ])('%s is refused where a post is that part', (to, path) => {
    const { posts } = readFixture(parts);
    const { problem } = planRetitling('a.md', to, indexOf(posts), null);
    expect(problem).toEqual(path === null ? null : { why: 'part', path });
  });

  it('a part that was double before may have another subtitle, and its own part', () => {
    const { posts } = readFixture(
      '%% file: a.md\n# 漫谈（二）：旧\n%% file: b.md\n# 漫谈（二）：又\n',
    );
    const problemOf = (to: string): unknown =>
      planRetitling('a.md', to, indexOf(posts), null).problem;
    expect(problemOf('漫谈（二）：新')).toBe(null);
    expect(problemOf('漫谈（二）：又')).toEqual({ why: 'taken', path: 'b.md' });
    expect(problemOf('漫谈（三）：又')).toBe(null);
  });

  it('a part that moves with the title gives its place up', () => {
    const { posts } = readFixture(
      '%% file: a.md\n# 三步\n%% file: b.md\n# 步骤（上）：始\n%% file: c.md\n# 步骤（下）：终\n',
    );
    const plan = (followUps: readonly string[] | null): unknown =>
      planRetitling('a.md', '步骤（下）：再', indexOf(posts), followUps).problem;
    expect(plan(null)).toBe(null);
    expect(plan([])).toEqual({ why: 'part', path: 'c.md' });
  });
});
