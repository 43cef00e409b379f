// Titles that posts cite, and series of posts. `^^^` marks the findings.
import { describe, it } from 'vitest';
import { checkRule } from '../support/checkRule.js';

/** Posts that hold a title each. */
function titled(posts: Readonly<Record<string, string>>): string {
  return Object.entries(posts)
    .map(([path, title]) => `%% file: ${path}\n---\ntitle: "${title}"\n---\n`)
    .join('');
}

describe('title.stale', () => {
  it.each([
    ['度量之争（下）', '度量之争（中）', 'another part'],
    ['稀疏漫谈（三）：旧的副题', '稀疏漫谈（三）：新的想法', 'another subtitle'],
    ['稀疏杂谈（三）：从上界说起', '稀疏漫谈（三）：从上界说起', 'a renamed stem'],
    ['损失函数的几何图像', '损失函数的几何图景', 'a letter'],
    ['从注意力到稀疏性', '从稀疏性到注意力', 'another order'],
    ['度量之争（下）', '度量之争', 'a part that is none any more'],
  ])('finds 《%s》 for 《%s》: %s', (cited, title) => {
    const marks = '^'.repeat(cited.length + 2);
    checkRule(
      'title.stale',
      `%% file: a.md\n[《${cited}》](b.md)\n ${marks}\n${titled({ 'b.md': title })}`,
      [/^warning: This link leads to 《.*》, which is no longer titled/],
    );
  });

  it.each([
    ['度量之争（上）', '度量之争'],
    ['度量之争', '度量之争（上）：起点'],
    ['从上界说起', '稀疏漫谈（三）：从上界说起'],
    ['稀疏漫谈（三）', '稀疏漫谈(三)：从上界说起'],
    ['A Bound on Losses', '读论文：损失的上界'],
    ['On “Losses”', 'on losses'],
  ])('keeps quiet about 《%s》 for 《%s》', (cited, title) => {
    checkRule(
      'title.stale',
      `%% file: a.md\n[《${cited}》](b.md)\n${titled({ 'b.md': title })}`,
      [],
    );
  });

  it('keeps quiet about sections, other sites and posts that are not there', () => {
    checkRule(
      'title.stale',
      `%% file: a.md
[《损失函数的几何图像》](b.md), [《损失函数的几何图像》](https://x.org/b.md), [《损失函数》](c.md)
%% file: b.md
# 损失函数的几何图景
## 损失函数的几何图像
`,
      [],
    );
  });

  it('follows the addresses that posts state', () => {
    checkRule(
      'title.stale',
      `%% file: a.md
《[损失函数的几何图像](https://x.org/archives/7)》
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
%% file: b.md
---
title: 损失函数的几何图景
url: https://x.org/archives/7
---
`,
      [/几何图景/],
    );
  });
});

describe('title.near-miss', () => {
  const posts = titled({ 'b.md': '损失函数的几何图景', 'c.md': '稀疏漫谈（三）：从上界说起' });

  it('finds cited titles that a post nearly has', () => {
    checkRule(
      'title.near-miss',
      `%% file: a.md
参见《损失函数的几何图像》。
  ^^^^^^^^^^^
${posts}`,
      [/^warning: No post is titled 《损失函数的几何图像》\. Did you mean 《损失函数的几何图景》/],
    );
  });

  it('keeps quiet about links out of the blog, other parts, short forms and other books', () => {
    checkRule(
      'title.near-miss',
      `%% file: a.md
[《损失函数的几何图像》](https://x.org/), 《稀疏漫谈（四）：从上界说起》, 《稀疏漫谈（三）》, 《损失函数》,
《线性代数的几何意义》, 《损失函数的几何图景》, [《损失函数的几何图像》](b.md), 《损失函数的几何图景：续》
${posts}`,
      [],
    );
  });

  it('keeps quiet where two posts could be meant', () => {
    checkRule(
      'title.near-miss',
      `%% file: a.md\n《损失函数的几何图像》\n${posts}${titled({ 'd.md': '损失函数的几何图形' })}`,
      [],
    );
  });
});

describe('title.ambiguous', () => {
  const posts = titled({ 'b.md': '损失', 'c.md': '损失' });

  it('speaks where it is asked to', () => {
    checkRule(
      'title.ambiguous',
      `%% file: a.md\n《损失》 [《损失》](b.md) 《稀疏》\n^^^^\n${posts}`,
      [/b\.md and c\.md/],
      {
        settings: { 'title.ambiguous': 'hint' },
      },
    );
    checkRule('title.ambiguous', `%% file: a.md\n《损失》\n${posts}`, []);
  });
});

describe('series.duplicate-part', () => {
  it('finds a part that two posts are', () => {
    checkRule(
      'series.duplicate-part',
      `%% file: a.md
# 稀疏漫谈（三）：甲
%% file: b.md
# 稀疏漫谈(3)：乙
  ^^^^^^^^^
`,
      [/^warning: Part \(3\) of “稀疏漫谈” is already 《稀疏漫谈（三）：甲》/],
    );
  });

  it('keeps quiet about subparts, copies, translations and other folders', () => {
    checkRule(
      'series.duplicate-part',
      titled({
        'a.md': '稀疏漫谈（三）：甲（上）',
        'b.md': '稀疏漫谈（三）：甲（下）',
        'c.md': '度量之争（一）',
        'old/c.md': '度量之争（一）：旧',
        'd.md': '损失（二）',
        'd.en.md': '损失（二）：译',
        'e.md': '几何（一）',
        'e2.md': '几何（一）',
      }),
      [],
    );
  });
});

describe('series.gap', () => {
  it('finds a part that is missing between others', () => {
    checkRule(
      'series.gap',
      `${titled({ 'a.md': '稀疏漫谈（一）', 'b.md': '稀疏漫谈（二）' })}%% file: c.md
# 稀疏漫谈（四）
  ^^^^^^^
`,
      [/^info: Part 3 of “稀疏漫谈” is missing/],
    );
  });

  it('keeps quiet about 上 and 下, a first part without a number, a late start and other numbers', () => {
    checkRule(
      'series.gap',
      titled({
        'a.md': '度量之争（上）',
        'b.md': '度量之争（下）',
        'c.md': '稀疏漫谈',
        'd.md': '稀疏漫谈（二）',
        'd2.md': '稀疏漫谈（三）',
        'e.md': '损失（五）',
        'f.md': '损失（六）',
        'f2.md': '损失（七）',
        'g.md': '习题 (17)',
        'h.md': '习题 (39)',
        'i.md': '习题 (128)',
        'j.md': '几何（一）',
        'k.md': '几何（三）',
      }),
      [],
    );
  });
});

describe('series.incomplete', () => {
  it('finds a 下 without anything before it', () => {
    checkRule('series.incomplete', '# 度量之争（下）\n  ^^^^^^^\n', [
      /^info: “度量之争” has a part （下） and no first one/,
    ]);
  });

  it('keeps quiet where there is a first part, or one is in another folder', () => {
    checkRule(
      'series.incomplete',
      titled({
        'a.md': '度量之争（上）',
        'b.md': '度量之争（下）',
        'c.md': '稀疏漫谈',
        'd.md': '稀疏漫谈（下）',
        'e.md': '损失（一）',
        'f.md': '损失（下）',
        'g/x.md': '几何（上）',
        'h.md': '几何（下）',
        'i.md': '证明（上）',
      }),
      [],
    );
  });
});

describe('series.broken-neighbour', () => {
  const posts = titled({
    'a.md': '稀疏漫谈（一）',
    'b.md': '稀疏漫谈（二）',
    'c.md': '稀疏漫谈（三）',
    'e.md': '度量之争',
  });

  it('finds links to the part before that lead elsewhere', () => {
    checkRule(
      'series.broken-neighbour',
      `${posts}%% file: d.md
# 稀疏漫谈（四）
[上一篇](b.md) 前一篇：[《稀疏漫谈（一）》](a.md) [Previous part](c.md)
      ^^^^                  ^^^^
It goes on from the [previous part](b.md).
                                    ^^^^
`,
      [
        /^warning: The part before this one is 《稀疏漫谈（三）》.*《稀疏漫谈（二）》/,
        /《稀疏漫谈（一）》/,
        /《稀疏漫谈（二）》/,
      ],
    );
  });

  it('keeps quiet about neighbours, other series, and words in a sentence', () => {
    checkRule(
      'series.broken-neighbour',
      `${posts}%% file: d.md
# 稀疏漫谈（四）
[上一篇](c.md) [上一篇](e.md) [下一篇](a.md) 上一篇的开头[提到](a.md) [the next thing](a.md) [首篇](a.md)
As in a [previous post](a.md), and in our [previous part](a.md).
`,
      [],
    );
  });
});
