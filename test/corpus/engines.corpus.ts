// How much the Markdown engine of a site decides on real posts: labels and formulas that come out
// otherwise than in the raw text. It only counts, and nothing may be thrown.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';
import type { PostFacts } from '../../src/core/post/facts.js';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite, type Site } from '../../src/core/site/site.js';
import { engineSites } from '../support/engineSites.js';

const folder = process.env['POSTULATE_CORPUS'];
if (folder === undefined) throw new Error('POSTULATE_CORPUS names no folder of posts.');
const files = globSync('**/*.{md,markdown}', { cwd: folder, absolute: true }).sort();

it.each(engineSites)('a site with %s', (name, site) => {
  const counts = { posts: files.length, labels: 0, otherNumber: 0, displays: 0, rawDisplays: 0 };
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const raw = factsOf(file, text, assumedSite);
    const decoded = factsOf(file, text, site);
    const numbers = new Map(decoded.labels.map(({ key, number }) => [key, number]));
    counts.labels += raw.labels.length;
    counts.otherNumber += raw.labels.filter(
      ({ key, number }) => (numbers.get(key) ?? null) !== number,
    ).length;
    counts.displays += decoded.displays.length;
    counts.rawDisplays += raw.displays.length;
  }
  process.stdout.write(`${path.basename(folder)} ${name} ${JSON.stringify(counts)}\n`);
  expect(counts.posts).toBeGreaterThan(0);
});

function factsOf(file: string, text: string, site: Site): PostFacts {
  return openSnapshot({ path: file, version: 0, text, site }).facts;
}
