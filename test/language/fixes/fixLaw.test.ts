// The law of quick fixes on the fixtures of the rules, and on posts made at random.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fixTexts } from '../../../src/checks/texts/fix.js';
import { assumedSite, type Site } from '../../../src/core/site/site.js';
import { openSnapshot } from '../../../src/core/post/snapshot.js';
import { fixFixtures } from './fixtures.js';
import { checkFixLaw, type FixCounts } from '../../support/fixLaw.js';
import { fixablePost, fixableSites } from '../../support/fixablePosts.js';
import { readFixture } from '../../support/blogFixture.js';
import { propertyRuns, testTimeout } from '../../support/runs.js';
import { macrosFromTable } from '../../../src/core/numbering/macros.js';
import { ruleFixtures } from '../../checks/fixtures/all.js';

it(
  'holds on the fixtures of the rules, which every fix mends',
  () => {
    const counts: FixCounts = new Map();
    for (const { speaks } of Object.values(ruleFixtures)) {
      for (const [fixture, , choices = {}] of Object.values(speaks)) {
        if (choices.built !== undefined) continue;
        const macros = macrosFromTable(choices.macros ?? {});
        const { posts } = readFixture(fixture, choices.site, macros);
        const said = choices.before === undefined ? null : readFixture(choices.before).posts;
        const around = {
          ...(said && { earlier: [(path: string) => said.get(path)?.facts ?? null] }),
          ...choices.around,
        };
        checkFixLaw(posts, { ...choices, around, macros }, counts);
      }
    }
    for (const { posts } of Object.values(fixFixtures)) {
      checkFixLaw(readFixture(posts).posts, {}, counts);
    }
    expect([...counts.keys()].sort()).toEqual(Object.keys(fixTexts).sort());
  },
  testTimeout,
);

it(
  'holds on posts made at random',
  () => {
    const counts: FixCounts = new Map();
    fc.assert(
      fc.property(
        fixablePost,
        fixablePost,
        fc.constantFrom(...fixableSites),
        (one, other, site) => {
          checkFixLaw(
            postsOf({ 'a.md': one, 'b.md': other, 'd.md': '$$x\\tag{1}\\label{eq:d}$$\n' }, site),
            {},
            counts,
          );
        },
      ),
      { numRuns: propertyRuns },
    );
    expect(counts.size).toBeGreaterThan(8);
  },
  testTimeout,
);

function postsOf(texts: Readonly<Record<string, string>>, site: Partial<Site>) {
  return new Map(
    Object.entries(texts).map(([path, text]) => [
      path,
      openSnapshot({ path, version: 1, text, site: { ...assumedSite, ...site } }),
    ]),
  );
}
