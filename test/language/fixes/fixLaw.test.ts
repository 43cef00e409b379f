// The law of quick fixes on the fixtures of the rules, and on posts made at random.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fixTexts } from '../../../src/checks/texts/fix.js';
import { fixFixtures } from './fixtures.js';
import { checkFixLaw, type FixCounts } from '../../support/fixLaw.js';
import { fixableBlog, fixableSites } from '../../support/fixablePosts.js';
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
    for (const { posts, site } of Object.values(fixFixtures)) {
      checkFixLaw(readFixture(posts, site).posts, {}, counts);
    }
    expect([...counts.keys()].sort()).toEqual(Object.keys(fixTexts).sort());
  },
  testTimeout,
);

it(
  'holds on blogs made at random, which need each kind of fix',
  () => {
    const counts: FixCounts = new Map();
    fc.assert(
      fc.property(fixableBlog(fixableSites), ({ posts, choices }) => {
        checkFixLaw(posts, choices, counts);
      }),
      { numRuns: propertyRuns },
    );
    expect([...counts.keys()].sort()).toEqual(Object.keys(fixTexts).sort());
  },
  testTimeout,
);
