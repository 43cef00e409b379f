// Posts made at random, and steps that change a blog of them.
import fc from 'fast-check';
import type { BlogIndex } from '../../src/core/blog/blogIndex.js';
import type { PostFacts } from '../../src/core/post/facts.js';
import { madeFacts, type MadePost } from './madeFacts.js';

export const paths = ['a.md', 'b.md', 'c.md', 'series/d.md'] as const;
export const labels = ['eq:a', 'eq:b', 'eq:c'] as const;
export const titles = [
  'Losses',
  'Losses (1)',
  'Losses (3)',
  'Sparsity of a',
  'Sparsity of b',
] as const;
export const addresses = ['/losses', '/sparsity', 'x.org/losses'] as const;
const headings = ['Bounds', 'Limits'] as const;

const linkTarget = fc.oneof(
  fc
    .tuple(fc.constantFrom(...paths, '../a.md', 'd.md'), fc.constantFrom('', 'bounds', ...labels))
    .map(([path, fragment]) => (fragment === '' ? path : `${path}#${fragment}`)),
  fc.constantFrom('/losses/', 'https://x.org/losses', '/losses/#eq:a', 'https://x.org/losses#eq:b'),
);

const few = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
  fc.array(value, { maxLength: 3 });

const post: fc.Arbitrary<MadePost> = fc.record({
  title: fc.option(fc.constantFrom(...titles), { nil: null }),
  labels: few(fc.constantFrom(...labels)),
  references: few(fc.constantFrom(...labels)),
  links: few(linkTarget),
  neighbours: few(fc.constantFrom(...paths)),
  headings: few(fc.constantFrom(...headings)),
  citations: few(
    fc.record({
      title: fc.constantFrom(...titles, 'Sparsity of c'),
      link: fc.option(linkTarget, { nil: null }),
      named: fc.option(fc.constantFrom('a.md', 'c.md'), { nil: null }),
    }),
  ),
  tables: few(fc.constantFrom('1', '2')),
  excerpted: fc.option(fc.nat(3), { nil: null }),
  isUnnumbered: fc.boolean(),
  numbers: few(fc.constantFrom(...paths)),
  pageReferences: few(fc.constantFrom('a.md', 'c.md', 'c.md#bounds', 'c.md#eq:a', 'a.md#x')),
  publication: fc.record({
    addresses: few(fc.constantFrom(...addresses)),
    formerAddresses: few(fc.constantFrom(...addresses)),
    isDraft: fc.boolean(),
    date: fc.option(fc.constantFrom('2026-01-01', '2026-02-01'), { nil: null }),
  }),
});

export type Step =
  | { readonly kind: 'update'; readonly path: string; readonly post: MadePost }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

export const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('update'), path: fc.constantFrom(...paths), post }),
  fc.record({ kind: fc.constant('remove'), path: fc.constantFrom(...paths) }),
  fc.record({
    kind: fc.constant('rename'),
    path: fc.constantFrom(...paths),
    to: fc.constantFrom(...paths),
  }),
);

/** The paths of the posts that a step changes itself. */
export function changedBy(step: Step): readonly string[] {
  return step.kind === 'rename' ? [step.path, step.to] : [step.path];
}

/** The change done to the index and, in the plainest way, to a map. */
export function apply(
  index: BlogIndex,
  posts: Map<string, PostFacts>,
  step: Step,
): readonly string[] {
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
