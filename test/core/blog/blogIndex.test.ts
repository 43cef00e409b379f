// The index of a blog equals one made from scratch, and says which other posts a change concerns.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fragmentsTo } from '../../../src/core/blog/fragmentLinks.js';
import { BlogIndex, type BlogView } from '../../../src/core/blog/blogIndex.js';
import { referredName } from '../../../src/core/blog/postPaths.js';
import { addressOfFragment, resolveLink } from '../../../src/core/blog/links.js';
import { excerptLabels } from '../../../src/core/post/excerptLabels.js';
import type { PostFacts } from '../../../src/core/post/facts.js';
import {
  addresses,
  apply,
  changedBy,
  labels,
  paths,
  step,
  titles,
} from '../../support/blogSteps.js';
import { madeFacts, type MadePost } from '../../support/madeFacts.js';
import { parseTitle } from '../../../src/core/post/titleParts.js';
import { propertyRuns } from '../../support/runs.js';

function fromScratch(posts: ReadonlyMap<string, PostFacts>): BlogIndex {
  const index = new BlogIndex();
  for (const [path, facts] of posts) index.updatePost(path, facts);
  return index;
}

/** Everything that the index answers. */
function answers(index: BlogView): unknown {
  return {
    size: index.size,
    definesLabels: index.definesLabels,
    paths: index.paths(),
    facts: paths.map((path) => index.facts(path)),
    defining: labels.map((label) => index.postsDefining(label)),
    missing: labels.map((label) => index.postsMissing(label)),
    titled: titles.map((title) => index.postsTitled(title)),
    titles: [...index.titles()],
    like: titles.map((title) => index.postsTitledLike(title)),
    series: titles.map((title) => index.postsOfSeries(title)),
    at: addresses.map((address) => [index.postsAt(address), index.postsOnceAt(address)]),
    filed: ['a', 'd', 'x'].map((name) => index.postsFiled(name)),
    inFolder: ['', 'series'].map((folder) => index.postsIn(folder)),
    tables: index.postsWithTable('speeds'),
    naming: paths.map((path) => index.postsNamingPlacesOf(path)),
    citing: titles.map((title) => index.postsCiting(title)),
    leading: paths.map((path) => index.postsLeadingTo(path)),
    excerpting: labels.map((label) => index.firstExcerpting(label)),
    firstUnnumbered: index.firstUnnumbered,
  };
}

/** What a post can see of the others; facts of its own are no part of it. */
function sight(index: BlogView, path: string): unknown {
  const facts = index.facts(path);
  if (!facts) return null;
  const own = new Set(facts.labels.map((label) => label.key));
  const missing = facts.references.map(({ key }) => key).filter((key) => !own.has(key));
  const seen = (at: string, key: string): unknown => {
    const label = index.facts(at)?.labels.find((label) => label.key === key);
    return label && [at, index.facts(at)?.title, label.number];
  };
  const links = facts.links.flatMap(({ target }) => resolveLink(path, target) ?? []);
  const tables = (at: string): unknown => index.facts(at)?.tables[0]?.rows;
  return {
    isFirstUnnumbered: facts.unnumbered !== null && index.firstUnnumbered === path,
    excerpted: [...excerptLabels(facts).keys()].map((label) => {
      const first = index.firstExcerpting(label) ?? path;
      return first === path ? null : [first, excerptLabels(index.facts(first) ?? facts).get(label)];
    }),
    numbered: facts.numbers
      .flatMap(({ of }) => (typeof of === 'string' ? [] : (resolveLink(path, of.link) ?? [])))
      .filter((link) => link.path !== path)
      .map((link) => index.facts(link.path)?.displays.flatMap(({ rows }) => rows)),
    tables: tables(path) && index.postsWithTable('speeds').map((at) => [at, tables(at)]),
    missing: missing.map((key) => [
      index.definesLabels,
      index.postsDefining(key).map((at) => seen(at, key)),
    ]),
    links: links
      .filter((link) => link.path !== path)
      .map((link) => [
        index.facts(link.path)?.title,
        index.facts(link.path)?.publication.isDraft,
        link.fragment === '' ? null : index.facts(link.path)?.headings,
        seen(link.path, addressOfFragment(link.fragment)),
      ]),
    titles: facts.citations.map(({ title }) => [
      index.postsTitled(title),
      index.postsTitledLike(title).map((at) => index.facts(at)?.title),
    ]),
    series: index.postsOfSeries(parseTitle(facts.title ?? '').stem),
    files: facts.pageReferences.map(({ target }) => index.postsFiled(referredName(target))),
    fragments: [...fragmentsTo({ path, facts }, index)].sort(),
  };
}

describe('the index', () => {
  it('equals one made from scratch after any steps', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const index = new BlogIndex();
        const posts = new Map<string, PostFacts>();
        for (const step of steps) {
          apply(index, posts, step);
          // Once asked for, they are kept in order.
          index.titles();
        }
        expect(answers(index)).toEqual(answers(fromScratch(posts)));
      }),
      { numRuns: propertyRuns },
    );
  });

  it('names every other post that sees something else after a step', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), step, (steps, last) => {
        const index = new BlogIndex();
        const posts = new Map<string, PostFacts>();
        for (const step of steps) apply(index, posts, step);
        const before = paths.map((path) => JSON.stringify(sight(index, path)));
        const affected = apply(index, posts, last);
        const own = changedBy(last);
        paths.forEach((path, at) => {
          if (own.includes(path) || before[at] === JSON.stringify(sight(index, path))) return;
          expect(affected).toContain(path);
        });
      }),
      { numRuns: propertyRuns },
    );
  });

  it('concerns no other post where no name changed', () => {
    const index = new BlogIndex();
    index.updatePost('a.md', madeFacts({ title: 'Losses', labels: ['eq:a'] }));
    index.updatePost('b.md', madeFacts({ references: ['eq:a'], links: ['a.md#eq:a'] }));
    expect(index.updatePost('a.md', madeFacts({ title: 'Losses', labels: ['eq:a'] }))).toEqual([]);
    expect(
      index.updatePost('a.md', madeFacts({ title: 'Losses', labels: ['eq:x', 'eq:a'] })),
    ).toEqual(['b.md']);
  });

  it('concerns those that refer to a label without having it', () => {
    const index = new BlogIndex();
    index.updatePost('b.md', madeFacts({ labels: ['eq:b'], references: ['eq:a'] }));
    index.updatePost('c.md', madeFacts({ references: ['eq:b'] }));
    expect(index.updatePost('a.md', madeFacts({ labels: ['eq:a'] }))).toEqual(['b.md']);
    expect(index.removePost('a.md')).toEqual(['b.md']);
    expect(index.removePost('a.md')).toEqual([]);
  });

  it('touches the posts of one edit only, in a blog of 1,000', () => {
    const index = new BlogIndex();
    let read = 0;
    const counted = (post: MadePost): PostFacts => {
      const facts = madeFacts(post);
      return {
        ...facts,
        get references() {
          read++;
          return facts.references;
        },
      };
    };
    for (let at = 0; at < 1000; at++) {
      index.updatePost(`post${at}.md`, counted({ labels: ['eq:loss'], references: ['eq:loss'] }));
    }
    read = 0;
    expect(index.updatePost('post7.md', counted({ labels: ['eq:loss', 'eq:new'] }))).toEqual([]);
    // As it was, and as it is.
    expect(read).toBe(2);
  });
});
