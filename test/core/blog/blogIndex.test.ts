// The index of a blog equals one made from scratch, and says which other posts a change concerns.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlogIndex, type BlogView } from '../../../src/core/blog/blogIndex.js';
import { addressOfFragment, resolveLink } from '../../../src/core/blog/links.js';
import { excerptLabels } from '../../../src/core/post/excerptLabels.js';
import type { PostFacts } from '../../../src/core/post/facts.js';
import { madeFacts, type MadePost } from '../../support/madeFacts.js';
import { propertyRuns } from '../../support/runs.js';

const paths = ['a.md', 'b.md', 'series/c.md', 'series/d.md'] as const;
const labels = ['eq:a', 'eq:b', 'eq:c'] as const;
const titles = ['Losses', 'Sparsity'] as const;

const post: fc.Arbitrary<MadePost> = fc.record({
  title: fc.option(fc.constantFrom(...titles), { nil: null }),
  labels: fc.array(fc.constantFrom(...labels), { maxLength: 3 }),
  references: fc.array(fc.constantFrom(...labels), { maxLength: 3 }),
  tables: fc.array(fc.constantFrom('1', '2'), { maxLength: 2 }),
  links: fc.array(
    fc
      .tuple(fc.constantFrom(...paths, '../a.md', 'c.md'), fc.constantFrom('', ...labels))
      .map(([path, label]) => (label === '' ? path : `${path}#${label}`)),
    { maxLength: 3 },
  ),
  excerpted: fc.option(fc.nat(3), { nil: null }),
  isUnnumbered: fc.boolean(),
  numbers: fc.array(fc.constantFrom(...paths), { maxLength: 2 }),
});

type Step =
  | { readonly kind: 'update'; readonly path: string; readonly post: MadePost }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('update'), path: fc.constantFrom(...paths), post }),
  fc.record({ kind: fc.constant('remove'), path: fc.constantFrom(...paths) }),
  fc.record({
    kind: fc.constant('rename'),
    path: fc.constantFrom(...paths),
    to: fc.constantFrom(...paths),
  }),
);

/** The change done to the index and, in the plainest way, to a map. */
function apply(index: BlogIndex, posts: Map<string, PostFacts>, step: Step): readonly string[] {
  switch (step.kind) {
    case 'update': {
      const facts = madeFacts(step.post);
      posts.set(step.path, facts);
      return index.updatePost(step.path, facts);
    }
    case 'remove':
      posts.delete(step.path);
      return index.removePost(step.path);
    case 'rename': {
      const facts = posts.get(step.path);
      if (facts && step.path !== step.to) {
        posts.delete(step.path);
        posts.set(step.to, facts);
      }
      return index.renamePost(step.path, step.to);
    }
  }
}

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
    tables: index.postsWithTable('speeds'),
    linking: paths.map((path) => index.postsLinkingTo(path)),
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
        seen(link.path, addressOfFragment(link.fragment)),
      ]),
    linkedLabels: index
      .postsLinkingTo(path)
      .flatMap((at) => index.facts(at)?.links.map(({ target }) => resolveLink(at, target)) ?? [])
      .flatMap((link) => (link?.path === path ? [link.fragment] : []))
      .sort(),
  };
}

describe('the index', () => {
  it('equals one made from scratch after any steps', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const index = new BlogIndex();
        const posts = new Map<string, PostFacts>();
        for (const step of steps) apply(index, posts, step);
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
        const own = last.kind === 'rename' ? [last.path, last.to] : [last.path];
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
    expect(read).toBe(1);
  });
});
