// What a post states of its page and of other pages: addresses, days, places, tags of generators, citations.
import { describe, expect, it } from 'vitest';
import { checkInBlog } from '../../../src/checks/check.js';
import { noSurroundings } from '../../../src/checks/rule.js';
import { BlogIndex } from '../../../src/core/blog/blogIndex.js';
import type { PostFacts } from '../../../src/core/post/facts.js';
import { normalizeAddress, publicationDate } from '../../../src/core/post/publication.js';
import { openSnapshot } from '../../../src/core/post/snapshot.js';
import { assumedSite } from '../../../src/core/site/site.js';
import { quickWork, workOf } from '../../support/waiting.js';

function factsOf(text: string): PostFacts {
  return openSnapshot({ path: 'a.md', version: 1, text, site: assumedSite }).facts;
}

describe('publication', () => {
  it.each([
    ['permalink: /a/b/\n', { addresses: ['/a/b'] }],
    ['url: https://WWW.X.org/A/index.html\n', { addresses: ['x.org/A'] }],
    ['aliases: [/c.html, "https://x.org/%E4%B8%80/"]\n', { formerAddresses: ['/c', 'x.org/一'] }],
    ['redirect_from: /d\n', { formerAddresses: ['/d'] }],
    ['permalink: /:year/:title/\naliases: relative\n', { addresses: [], formerAddresses: [] }],
    ['draft: true\n', { isDraft: true }],
    ['published: false\n', { isDraft: true }],
    ['draft: "true"\n', { isDraft: false }],
    ['date: 2026-01-31 10:00:00 +0800\n', { date: '2026-01-31' }],
    ['date: 2026/1/3\n', { date: '2026-01-03' }],
    ['date: soon\n', { date: null }],
  ])('%j', (front, expected) => {
    expect(factsOf(`---\n${front}---\n`).publication).toMatchObject(expected);
  });

  it('reads the days of TOML, and of names', () => {
    const { publication } = factsOf('+++\ndate = 2026-01-31T23:00:00+08:00\n+++\n');
    expect(publication.date).toBe('2026-01-31');
    const { publication: unstated } = factsOf('');
    expect(publicationDate('x/_posts/y/2026-01-02-z.md', unstated)).toBe('2026-01-02');
    expect(publicationDate('2026-01-02-z.md', unstated)).toBeNull();
  });

  it('knows addresses from the top of a site only', () => {
    expect(['a/b', './a', '#a', 'mailto:a@b.c', '/'].map(normalizeAddress)).toEqual([
      null,
      null,
      null,
      null,
      '/',
    ]);
  });
});

it('places are those of HTML and of attribute lists', () => {
  expect(factsOf('# A {#own}\n<a id="x" name=y></a>\n\n{: .c #z }\n').anchors).toEqual([
    'own',
    'x',
    'y',
    'z',
  ]);
  expect(factsOf('{% include more.html %}\n').anchors).toBeNull();
  expect(factsOf('```cpp\n--8<-- "a.cpp"\n```\n').anchors).toEqual([]);
});

it('tags of generators name posts, outside of code', () => {
  const text =
    '[a]({{< ref "a.md" >}}) {%- post_url b -%} `{% link c.md %}`\n\n```\n{% link d.md %}\n```\n';
  const references = factsOf(text).pageReferences;
  expect(references.map(({ tag, target }) => `${tag} ${target}`)).toEqual([
    'ref a.md',
    'post_url b',
  ]);
  expect(references.map(({ span }) => text.slice(span.start, span.end))).toEqual(['a.md', 'b']);
});

it('titles stand where they are written', () => {
  for (const text of [
    '---\na: b\ntitle: "T x"  \n---\n',
    '+++\ntitle = "T x"\n+++\n',
    'p\n\n# "T x"\n',
  ]) {
    const { titleSpan } = factsOf(text);
    expect(titleSpan && text.slice(titleSpan.start, titleSpan.end)).toBe('"T x"');
  }
});

it.each([
  '{',
  '{{< ref "',
  '{% link a',
  '{{< ref "#',
  '{{< ref "a" >}}#',
  '{% post_link a 《b》 %}',
  '[《a》](',
  '`{% link a %}',
  '<h1 ',
  'id="',
  "name='",
  '[^',
  '[a](#b',
  '[上一篇：](a.md#1)',
  '《',
  '《a》',
  '[《a》](b.md)',
  '\n\n',
  '# [x](',
  '## [^[\n',
  ' ',
])('reads many of %j in time that grows with their number', (part) => {
  const read = (count: number): void => {
    const text = `---\ntitle: ${part.trim().repeat(count / 10)}x\n---\n# ${part.repeat(count)}1x`;
    const facts = factsOf(text);
    const blog = new BlogIndex();
    blog.isComplete = true;
    blog.updatePost('a.md', facts);
    checkInBlog({ path: 'a.md', site: assumedSite, facts, blog, around: noSurroundings });
  };
  expect(
    workOf(() => {
      read(20_000);
    }),
  ).toBeLessThan(quickWork);
});
