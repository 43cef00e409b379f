// The law of fixes that leave the page as it is, by the pages of the real engines as MathJax typesets them.
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/post/facts.js';
import { assumedSite, type Site } from '../../../src/core/site/site.js';
import { answeredEngines, pageOptionsOf } from '../../core/site/engines/answers.js';
import type { PageOptions } from '../../support/foundMath.js';
import { bodyOf, type KeptPage } from '../../support/keptPages.js';
import { rawPage } from '../../support/rawPage.js';
import { testTimeout } from '../../support/runs.js';
import { seenPage } from '../../support/seenPage.js';
import { casesFor, digestOf, pagesFor, siteOf } from './pages.js';

/** Where nothing is numbered, fewer are offered. */
const fewestKinds = 8;

async function checkKept(
  site: Site,
  cases: readonly KeptPage[],
  pageOf: (post: Snapshot) => string,
  options: PageOptions = {},
): Promise<void> {
  const changed: string[] = [];
  const known = new Map<string, string>();
  const seenIn = async (page: string): Promise<string> => {
    const seen = known.get(page) ?? (await seenPage(page, site, options));
    known.set(page, seen);
    return seen;
  };
  for (const { before, after, told } of cases) {
    const [was, is] = [pageOf(before), pageOf(after)];
    if (was === is) continue;
    const [seen, now] = [await seenIn(was), await seenIn(is)];
    if (seen !== now) changed.push([told, seen, now].join('\n----\n'));
  }
  expect(changed).toEqual([]);
  expect(new Set(cases.map(({ code }) => code)).size).toBeGreaterThanOrEqual(fewestKinds);
}

describe('fixes that say so leave what readers see', () => {
  it.each(answeredEngines)(
    'by %s',
    async (engine) => {
      const cases = casesFor(siteOf(engine), engine);
      const pages = pagesFor(engine, cases);
      const pageOf = (post: Snapshot): string => {
        const page = pages.get(digestOf(bodyOf(post)));
        if (page === undefined) throw new Error('Ask the engines: node scripts/fixPages.mjs');
        return page;
      };
      await checkKept(siteOf(engine), cases, pageOf, pageOptionsOf(engine));
    },
    testTimeout,
  );

  it.each<Partial<Site>>([{}, { math: 'mathjax3' }, { tags: 'all' }, { tags: 'none' }])(
    'where Markdown leaves math alone: %j',
    async (parts) => {
      const site = { ...assumedSite, ...parts };
      await checkKept(site, casesFor(site, null), rawPage);
    },
    testTimeout,
  );
});
