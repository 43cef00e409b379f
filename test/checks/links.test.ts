// Links to posts, headings and pictures that are not there, or not there any more. `^^^` marks the findings.
import { describe, expect, it } from 'vitest';
import { checkPost } from '../../src/checks/check.js';
import { noSurroundings } from '../../src/checks/rule.js';
import { layoutOf } from '../../src/core/site/layout.js';
import { readFixture } from '../support/blogFixture.js';
import { checkRule } from '../support/checkRule.js';

describe('link.missing-post', () => {
  it('finds links to posts that the blog does not have', () => {
    checkRule(
      'link.missing-post',
      `%% file: series/a.md
See [one](../gone.md) and [two](b.md#x).
          ^^^^^^^^^^
%% file: series/b.md
# B
`,
      [/^warning: The blog has no post gone\.md/],
    );
  });

  it('proposes the post that has moved, or is nearly called so', () => {
    checkRule(
      'link.missing-post',
      `%% file: series/a.md
[one](losses.md#top), [two](./sparsty.md)
      ^^^^^^^^^^^^^         ^^^^^^^^^^^^
%% file: old/losses.md
%% file: series/sparsity.md
`,
      [/Did you mean old\/losses\.md/, /Did you mean series\/sparsity\.md/],
    );
  });

  it('finds what tags of generators name', () => {
    checkRule(
      'link.missing-post',
      `%% file: _posts/2026-01-02-b.md
[x]({% post_url 2026-01-01-a %}), [y]({{< ref "gone.md" >}}), [z]({% post_url 2026-01-02-b %})
                ^^^^^^^^^^^^                   ^^^^^^^
\`{% post_url 2026-01-01-c %}\` and [s]({{< relref "/section" >}})
`,
      [/2026-01-01-a/, /gone\.md/],
    );
  });

  it('keeps quiet about files, pages, other sites, templates and other folders', () => {
    checkRule(
      'link.missing-post',
      `[a](page.html), [b](folder/), [c](https://x.org/gone.md), [d]({{ base }}/gone.md),
[e](../outside.md), [f](node_modules/x/README.md), [g](LICENSE.md), ![h](gone.md), [i](/guide/j.md)
%% file: docs/guide/j.md
`.replace(/^/, '%% file: post.md\n'),
      [],
      { around: { hasFile: (path) => path === 'LICENSE.md' } },
    );
  });

  it('waits until the whole blog has been read', () => {
    const { posts, blog } = readFixture('[a](gone.md)\n');
    blog.isComplete = false;
    const [post] = posts.values();
    const assumed = { markdown: true, math: true, tags: true };
    const around = noSurroundings;
    expect(post && checkPost({ post, blog, results: [], around, assumed })).toEqual([]);
  });
});

describe('link.missing-heading', () => {
  it('finds fragments that name no heading', () => {
    checkRule(
      'link.missing-heading',
      `%% file: a.md
# Losses
## A bound
[x](#a-bund), [y](b.md#nowhere)
    ^^^^^^^       ^^^^^^^^^^^^
%% file: b.md
# Sparsity
`,
      [/“#a-bund”.*Did you mean “#a-bound”/, /^warning: 《Sparsity》 has no heading .*“#nowhere”/],
    );
  });

  it('knows the ids of all engines', () => {
    checkRule(
      'link.missing-heading',
      `# Losses: *a* **bound** in $O(n)$
## 稀疏 Sparsity、度量
## Méthode [link](x) {#own .c}
## Twice
## Twice
[a](#losses-a-bound-in-on), [b](#Losses-a-bound-in-O-n), [c](#sparsity), [d](#稀疏-sparsity-度量),
[e](#own), [f](#methode-link), [g](#twice-1), [h](#_2), [i](#%E7%A8%80%E7%96%8F-Sparsity、度量)
`,
      [],
    );
  });

  it('keeps quiet about places that sites and HTML make', () => {
    checkRule(
      'link.missing-heading',
      `# A
<a name="here"></a> text {: #there } <h3>Deep inside</h3>
[a](#comment-12), [b](#fn:1), [c](#disqus_thread), [d](#here), [e](#there), [f](#deep-inside),
[g](#top), [h](#), [i](#thm:main), [j](gone.md#x), [k](x.html#y), [l](#L12)
`,
      [],
    );
  });

  it('keeps quiet about posts that take in other files', () => {
    checkRule(
      'link.missing-heading',
      `%% file: a.md
[x](b.md#part), [y](c.md#part)
%% file: b.md
--8<-- "part.txt"
%% file: c.md
{% include part.html %}
`,
      [],
    );
  });

  it('leaves equations to another rule', () => {
    checkRule(
      'link.missing-heading',
      '$$x \\tag{1}\\label{eq:x}$$\n\n[(1)](#eq:x) [(2)](#eq:y)\n',
      [],
    );
  });
});

describe('link.missing-image', () => {
  const files = ['img/a.png', 'static/pictures/b.png'];
  const hasFile = (path: string): boolean | null =>
    /^(?:img|static\/pictures)\//.test(path) ? files.includes(path) : null;

  it('finds pictures that are not there', () => {
    checkRule(
      'link.missing-image',
      '![a](img/a.png) ![b](img/b.png) ![c](img\\a.png)\n                     ^^^^^^^^^\n',
      [/^warning: There is no file img\/b\.png/],
      { around: { hasFile } },
    );
  });

  it('looks for addresses from the top where the site serves files', () => {
    checkRule(
      'link.missing-image',
      `![a](/pictures/b.png) ![b](/pictures/c.png) ![c](d.png)
                           ^^^^^^^^^^^^^^^
`,
      [/static\/pictures\/c\.png/],
      { around: { hasFile, layout: layoutOf('Hugo', '') } },
    );
  });

  it('keeps quiet where nobody knows', () => {
    const fixture =
      '![a](img/b.png) ![b](/img/b.png) ![c](https://x.org/img/b.png) ![d](data:image/png;base64,x) ' +
      '![e]({{ base }}/img/b.png) ![f](img/movie) [g](img/b.png)\n';
    checkRule('link.missing-image', fixture, []);
    checkRule('link.missing-image', fixture, [], {
      around: { hasFile, layout: layoutOf('Jekyll', 'elsewhere') },
    });
  });
});

describe('link.moved-permalink', () => {
  const posts = `%% file: b.md
---
permalink: /losses/
aliases: [/old/losses/, "https://x.org/archives/12"]
---
%% file: c.md
---
redirect_from: /sparsity.html
---
`;

  it('finds addresses that a post had once', () => {
    checkRule(
      'link.moved-permalink',
      `%% file: a.md
[a](/old/losses/#x), [b](https://www.x.org/archives/12), [c](/sparsity)
    ^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^       ^^^^^^^^^
${posts}`,
      [
        /^info: The page of b\.md was at \/old\/losses once and is at \/losses now/,
        /b\.md/,
        /c\.md/,
      ],
    );
  });

  it('keeps quiet about addresses that posts have, and about others', () => {
    checkRule(
      'link.moved-permalink',
      `%% file: a.md
[a](/losses/), [b](/archives/13), [c](https://y.org/archives/12), [d](b.md), ![e](/old/losses/)
${posts}%% file: d.md
---
permalink: /old/losses
---
[x](/old/losses)
`,
      [],
    );
  });
});

describe('link.unpublished', () => {
  it('finds links to drafts, and to posts of a later day', () => {
    checkRule(
      'link.unpublished',
      `%% file: a.md
---
date: 2026-01-01
---
[a](draft.md), [b](_drafts/b.md), [c](later.md), [d]({{< ref "draft.md" >}})
    ^^^^^^^^       ^^^^^^^^^^^^       ^^^^^^^^                ^^^^^^^^
%% file: draft.md
---
draft: true
---
%% file: _drafts/b.md
%% file: later.md
---
date: 2026-03-01
---
`,
      [
        /^warning: draft\.md is a draft/,
        /_drafts/,
        /^info: later\.md appears on 2026-03-01/,
        /draft/,
      ],
      { around: { today: '2026-01-31' } },
    );
  });

  it('keeps quiet in drafts, between posts of one day, and where no day is known', () => {
    const fixture = `%% file: _drafts/a.md
[a](../draft.md)
%% file: later.md
---
date: 2026-03-01
---
[b](_posts/2026-02-01-b.md), [c](published.md)
%% file: _posts/2026-02-01-b.md
%% file: draft.md
---
published: false
---
[d](_drafts/a.md)
%% file: published.md
---
draft: false
date: 2025-12-31
---
`;
    checkRule('link.unpublished', fixture, [], { around: { today: '2026-01-31' } });
    checkRule(
      'link.unpublished',
      '%% file: a.md\n[l](l.md)\n%% file: l.md\n---\ndate: 2099-01-01\n---\n',
      [],
    );
  });
});
