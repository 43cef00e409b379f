// What fixes promise, by the pages of the real engines as MathJax reads and draws them.
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/post/facts.js';
import { assumedSite, type Site } from '../../../src/core/site/site.js';
import { answeredEngines, pageOptionsOf } from '../../core/site/engines/answers.js';
import { comparable, foundUnlessRefused, type PageOptions } from '../../support/foundMath.js';
import { bodyOf, type FixedPost } from '../../support/fixedPosts.js';
import { rawPage } from '../../support/rawPage.js';
import { testTimeout } from '../../support/runs.js';
import { seenPage } from '../../support/seenPage.js';
import { casesFor, digestOf, pagesFor, siteOf } from './pages.js';

/** Where nothing is numbered, fewer are offered. */
const fewestKinds = 8;

/** Of posts that the scanner reads otherwise than the engine, nothing is promised; one case in so many may be. */
const casesPerUnread = 500;

/** What came of cases: those whose word was not kept, and how many an engine reads otherwise than we do. */
interface Outcome {
  readonly broken: string[];
  unread: number;
}

type PageOf = (post: Snapshot) => string;

async function checkKept(
  site: Site,
  cases: readonly FixedPost[],
  pageOf: PageOf,
  options: PageOptions = {},
): Promise<void> {
  const outcome: Outcome = { broken: [], unread: 0 };
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
    if (seen === now) continue;
    if (isReadAlike(before, was, options)) outcome.broken.push([told, seen, now].join('\n----\n'));
    else outcome.unread++;
  }
  checkOutcome(outcome, cases);
  const kinds = new Set(cases.flatMap(({ isKept, code }) => (isKept ? [code] : [])));
  expect(kinds.size).toBeGreaterThanOrEqual(fewestKinds);
}

/** Of the formulas that a fix is about, none is left that an engine takes apart. */
function checkMended(cases: readonly FixedPost[], pageOf: PageOf, options: PageOptions): void {
  const mended = cases.filter(({ isKept }) => !isKept);
  const outcome: Outcome = { broken: [], unread: 0 };
  for (const { before, after, told } of mended) {
    if (isReadAlike(after, pageOf(after), options)) continue;
    if (isReadAlike(before, pageOf(before), options)) outcome.broken.push(told);
    else outcome.unread++;
  }
  checkOutcome(outcome, mended);
  expect(mended.length).toBeGreaterThan(0);
}

function checkOutcome({ broken, unread }: Outcome, cases: readonly FixedPost[]): void {
  expect(broken).toEqual([]);
  expect(unread).toBeLessThanOrEqual(cases.length / casesPerUnread);
}

function isReadAlike(post: Snapshot, page: string, options: PageOptions): boolean {
  const found = foundUnlessRefused(page, options);
  return found?.map(comparable).join('\n') === formulasOf(post).join('\n');
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
      const cases = casesFor(siteOf(engine), engine);
      const pages = pagesFor(engine, cases);
      const pageOf: PageOf = (post) => {
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
