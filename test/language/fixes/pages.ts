// The pages that engines make of posts which fixes change: by the engines where they are installed, and else
// those that `node scripts/fixPages.mjs` wrote down. Needs no test runner.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { assumedSite, type Site } from '../../../src/core/site/site.js';
import {
  answeredEngines,
  passedPairs,
  type AnsweredEngine,
} from '../../core/site/engines/answers.js';
import { pagesOf } from '../../core/site/engines/pages.js';
import { bodyOf, fixedPosts, type FixedPost } from '../../support/fixedPosts.js';
import { propertyRuns, propertySeed } from '../../support/runs.js';

export type Pages = ReadonlyMap<string, string>;

/** Of `npm test`, for each engine. */
const writtenDown = { runs: 40, seed: 20_261_124 } as const;

/** Where it need not ask an engine, or may, those of this run. */
export function casesFor(site: Site, engine: AnsweredEngine | null): readonly FixedPost[] {
  if (engine !== null && !answers(engine)) return casesWrittenDown(site);
  const runs = Math.max(writtenDown.runs, Math.ceil(propertyRuns / answeredEngines.length));
  return fixedPosts(site, runs, propertySeed ?? Date.now());
}

/** markdown-it is a part of the project. */
function answers(engine: AnsweredEngine): boolean {
  return engine === 'markdown-it' || process.env['POSTULATE_ENGINES'] !== undefined;
}

export function casesWrittenDown(site: Site): readonly FixedPost[] {
  return fixedPosts(site, writtenDown.runs, writtenDown.seed);
}

export function siteOf(engine: AnsweredEngine): Site {
  return engine === 'goldmark-passthrough'
    ? { ...assumedSite, markdown: 'goldmark', passthrough: passedPairs }
    : { ...assumedSite, markdown: engine };
}

/** By the digests of the posts. */
export function pagesFor(engine: AnsweredEngine, cases: readonly FixedPost[]): Pages {
  return answers(engine) ? askedPages(engine, cases) : readPages(engine);
}

export function askedPages(engine: AnsweredEngine, cases: readonly FixedPost[]): Pages {
  const posts = [...new Set(cases.flatMap(({ before, after }) => [bodyOf(before), bodyOf(after)]))];
  const pages = pagesOf[engine](posts);
  return new Map(posts.map((post, at) => [digestOf(post), pages[at] ?? '']));
}

export function pagesFile(engine: AnsweredEngine): string {
  return `test/language/fixes/pages/${engine}.json.gz`;
}

function readPages(engine: AnsweredEngine): Pages {
  const text = gunzipSync(readFileSync(pagesFile(engine))).toString('utf8');
  return new Map(JSON.parse(text) as readonly (readonly [string, string])[]);
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
