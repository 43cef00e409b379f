// How many formulas of real posts are those of the pages that the real engine of their site makes:
// `POSTULATE_ENGINE` names it. It only counts, and writes down where they differ.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';
import { blocksUnder } from '../../src/core/markdown/scan.js';
import { splitLines } from '../../src/core/text/lines.js';
import { pageOptionsOf, answeredEngines, rulesOf } from '../core/site/engines/answers.js';
import { pagesOf } from '../core/site/engines/pages.js';
import { comparable, foundMath } from '../support/foundMath.js';

const folder = process.env['POSTULATE_CORPUS'];
const engine = answeredEngines.find((name) => name === process.env['POSTULATE_ENGINE']);
if (folder === undefined) throw new Error('POSTULATE_CORPUS names no folder of posts.');
if (engine === undefined) throw new Error('POSTULATE_ENGINE names no engine.');

it(`posts of ${path.basename(folder)} by ${engine}`, () => {
  const files = globSync('**/*.{md,markdown}', { cwd: folder, absolute: true }).sort();
  const posts = files.map((file) => withoutFrontMatter(readFileSync(file, 'utf8')));
  const pages = pagesOf[engine](posts);
  const counts = { posts: posts.length, same: 0, formulas: 0, found: 0, common: 0, refused: 0 };
  const differences: string[] = [];
  for (const [index, post] of posts.entries()) {
    const found = blocksUnder(splitLines(post), rulesOf(engine)).flatMap(({ formulas }) =>
      formulas.map(({ display, tex }) => (display ? 'display ' : 'inline ') + tex.text),
    );
    const ours = found.map(comparable);
    const { formulas, refused } = foundMath(pages[index] ?? '', pageOptionsOf(engine));
    const theirs = formulas.map(comparable);
    const missing = without(theirs, ours);
    const added = without(ours, theirs);
    counts.formulas += theirs.length;
    counts.found += ours.length;
    counts.common += theirs.length - missing.length;
    counts.refused += refused;
    if (missing.length === 0 && added.length === 0) counts.same++;
    else
      differences.push(
        [files[index], ...missing.map((one) => `- ${one}`), ...added.map((one) => `+ ${one}`)].join(
          '\n',
        ),
      );
  }
  process.stdout.write(`${path.basename(folder ?? '')} ${engine} ${JSON.stringify(counts)}\n`);
  const report = process.env['POSTULATE_REPORT'];
  if (report !== undefined) writeFileSync(report, differences.join('\n\n'));
  expect(counts.posts).toBeGreaterThan(0);
});

function withoutFrontMatter(text: string): string {
  return text.replace(/^\ufeff?(?:---|\+\+\+)\r?\n[^]*?\n(?:---|\+\+\+)[ \t]*\r?\n/, '');
}

/** Those that are in `all` more often than in `others`. */
function without(all: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}
