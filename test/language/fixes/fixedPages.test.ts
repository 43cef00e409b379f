// What fixes promise, by the pages of the real engines as MathJax reads and draws them.
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/post/facts.js';
import { assumedSite, type Site } from '../../../src/core/site/site.js';
import {
  answeredEngines,
  pageOptionsOf,
  type AnsweredEngine,
} from '../../core/site/engines/answers.js';
import { comparable, foundUnlessRefused, type PageOptions } from '../../support/foundMath.js';
import { bodyOf, type FixedPost } from '../../support/fixedPosts.js';
import { rawPage } from '../../support/rawPage.js';
import { testTimeout } from '../../support/runs.js';
import { seenPage } from '../../support/seenPage.js';
import { casesFor, digestOf, pagesFor, siteOf } from './pages.js';

/** Where nothing is numbered, fewer are offered. */
const fewestKinds = 8;

/** Posts that the scanner reads otherwise than the engine. */
const limits: Partial<
  Record<AnsweredEngine, { readonly reason: string; readonly pattern: RegExp }>
> = {
  marked: {
    reason: 'a table below lines without a mark, in a quote, has the lines with one for rows',
    pattern: /^> .*\n(?:.+\n)*?\|[-|]+\|\n(?:.+\n)*?> /m,
  },
};

/** Those of which an engine can tell. */
function casesOf(engine: AnsweredEngine): readonly FixedPost[] {
  const limit = limits[engine]?.pattern;
  const cases = casesFor(siteOf(engine), engine);
  return limit ? cases.filter(({ before }) => !limit.test(bodyOf(before))) : cases;
}

async function checkKept(
  site: Site,
  cases: readonly FixedPost[],
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
  for (const { isKept, before, after, told } of cases) {
    if (!isKept) continue;
    const [was, is] = [pageOf(before), pageOf(after)];
    if (was === is) continue;
    const [seen, now] = [await seenIn(was), await seenIn(is)];
    if (seen !== now) changed.push([told, seen, now].join('\n----\n'));
  }
  expect(changed).toEqual([]);
  const kinds = new Set(cases.flatMap(({ isKept, code }) => (isKept ? [code] : [])));
  expect(kinds.size).toBeGreaterThanOrEqual(fewestKinds);
}

/** Of the formulas that a fix is about, none is left that an engine takes apart. */
function checkMended(
  cases: readonly FixedPost[],
  pageOf: (post: Snapshot) => string,
  options: PageOptions,
): void {
  const mended = cases.filter(({ isKept }) => !isKept);
  for (const { after, told } of mended) {
    const found = foundUnlessRefused(pageOf(after), options);
    expect(found?.map(comparable), told).toEqual(formulasOf(after));
  }
  expect(mended.length).toBeGreaterThan(0);
}

function formulasOf({ blocks }: Snapshot): readonly string[] {
  return blocks.blocks.flatMap(({ formulas }) =>
    formulas.map(({ display, tex }) => comparable(`${display ? 'display' : 'inline'} ${tex.text}`)),
  );
}

describe('fixes leave what readers see where they say so, and formulas where they mend them', () => {
  it.each(answeredEngines)(
    'by %s',
    async (engine) => {
      const cases = casesOf(engine);
      const pages = pagesFor(engine, cases);
      const pageOf = (post: Snapshot): string => {
        const page = pages.get(digestOf(bodyOf(post)));
        if (page === undefined) throw new Error('Ask the engines: node scripts/fixPages.mjs');
        return page;
      };
      const options = pageOptionsOf(engine);
      await checkKept(siteOf(engine), cases, pageOf, options);
      checkMended(cases, pageOf, options);
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
