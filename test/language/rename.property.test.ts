// The laws of renaming: there and back is the identity, nothing but names changes, and readers see what they saw.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeForLink, labelAddress } from '../../src/core/blog/links.js';
import type { Site } from '../../src/core/site/site.js';
import { changedPost } from '../../src/language/changedPost.js';
import { nameOf, rename, type Renamable } from '../../src/language/rename/rename.js';
import type { RenameAnswer } from '../../src/language/rename/renaming.js';
import { macroAt } from '../../src/language/symbols/macro.js';
import { postMacroTokens } from '../../src/language/symbols/macroTokens.js';
import { applyChanges } from '../support/changes.js';
import {
  generatedBlog,
  macroNames,
  openBlog,
  type BlogTexts,
  type OpenBlog,
} from '../support/generatedBlogs.js';
import { propertyRuns } from '../support/runs.js';

type Choose = (blog: OpenBlog, choice: number) => Renamable | null;

/** One whose name a rename would write. */
const label: Choose = ({ posts }, choice) => {
  const labels = posts.flatMap(({ path, facts }) =>
    facts.labels
      .filter(({ key }) => key.trim() === key)
      .map(({ key, span, keySpan }): Renamable => ({ kind: 'label', key, path, span, keySpan })),
  );
  return labels[choice % Math.max(1, labels.length)] ?? null;
};

const macro: Choose = ({ posts, index }, choice) => {
  const tokens = posts.flatMap((post) =>
    postMacroTokens(post)
      .filter(({ name }) => macroNames.includes(name))
      .map(({ span }) => ({ post, offset: span.end })),
  );
  const token = tokens[choice % Math.max(1, tokens.length)];
  return token ? macroAt({ post: token.post, blog: index }, token.offset) : null;
};

type Changes = Extract<RenameAnswer, { kind: 'changes' }>['texts'];

function withChanges(texts: BlogTexts, changes: Changes): BlogTexts {
  const written = changes.map(({ post: { path }, changes }) => {
    return [path, applyChanges(texts[path] ?? '', changes)] as const;
  });
  return { ...texts, ...Object.fromEntries(written) };
}

/** What stands where names are written. */
function replaced(texts: BlogTexts, changes: Changes): readonly string[] {
  return changes.flatMap(({ post: { path }, changes }) =>
    changes.map(({ span }) => (texts[path] ?? '').slice(span.start, span.end)),
  );
}

function numbersOf({ posts }: OpenBlog): unknown {
  return posts.map(({ facts }) => [
    facts.displays.map(({ rows }) => rows.map(({ number }) => number)),
    facts.references.map(({ number }) => number),
    facts.labels.map(({ number, fault }) => [number, fault]),
  ]);
}

/** What the index says of all that a rename moves, the facts of its posts among it. */
function answers({ posts }: OpenBlog, index: OpenBlog['index']): unknown {
  const keys = posts.flatMap(({ facts }) => facts.labels.map(({ key }) => key));
  return [
    posts.map(({ path }) => [index.facts(path), index.postsNamingPlacesOf(path)]),
    keys.map((key) => [index.postsDefining(key), index.postsMissing(key)]),
  ];
}

function checkLaws(
  texts: BlogTexts,
  symbol: Renamable,
  name: string,
  site: Partial<Site>,
): boolean {
  const before = openBlog(texts, site);
  const answer = rename(symbol, name, before, before.index);
  if (answer.kind === 'refused') return false;
  const old = nameOf(symbol);
  for (const text of replaced(texts, answer.texts)) {
    expect([old, encodeForLink(labelAddress(old))]).toContain(text);
  }
  const renamed = withChanges(texts, answer.texts);
  const after = openBlog(renamed, site);
  expect(numbersOf(after)).toEqual(numbersOf(before));
  for (const post of before.posts) {
    const made = answer.texts.find(({ post: { path } }) => path === post.path)?.changes ?? [];
    before.index.updatePost(post.path, changedPost(post, made).snapshot.facts);
  }
  expect(answers(after, before.index)).toEqual(answers(after, after.index));
  const again = symbol.kind === 'macro' ? { ...symbol, name } : { ...symbol, key: name };
  const back = rename(again, old, after, after.index);
  expect(back).toMatchObject({ kind: 'changes' });
  if (back.kind === 'changes') expect(withChanges(renamed, back.texts)).toEqual(texts);
  return true;
}

const labelName = fc.oneof(
  fc.constantFrom('eq:new', '新 的', 'a(b)', 'x|y', 'n_1', 'a*b', 'eq:a,b', "x'y", '<b>', '[q]'),
  fc.string({ minLength: 1, maxLength: 6 }),
);

it.each<[string, Choose, fc.Arbitrary<string>, Partial<Site>]>([
  ['labels', label, labelName, {}],
  ['labels that a site decodes', label, labelName, { markdown: 'kramdown', math: 'mathjax3' }],
  ['macros', macro, fc.constantFrom('new', 'md', 'mb'), {}],
])('there and back changes nothing, nor what is no name: %s', (_, choose, name, site) => {
  let renamed = 0;
  const law = fc.property(generatedBlog, fc.nat(), name, (texts, choice, name) => {
    const symbol = choose(openBlog(texts, site), choice);
    if (symbol && checkLaws(texts, symbol, name, site)) renamed++;
  });
  fc.assert(law, { numRuns: propertyRuns });
  // A law about nothing would hold, too.
  expect(renamed).toBeGreaterThan(propertyRuns / 10);
});
