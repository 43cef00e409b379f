// The scanner against markdown-it on every post of a folder; it fails where no folder is named.
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { markdownEngines } from '../../src/core/site/site.js';
import {
  markdownOutline,
  markdownThings,
  mathMarkdown,
  renderedByBlock,
  renderedWhole,
  scannedOutline,
  scannedThings,
  scanPost,
} from '../support/markdownLaw.js';

const folder = process.env['POSTULATE_CORPUS'];

describe.each(markdownEngines)('posts of a %s site', (markdown) => {
  if (folder === undefined) throw new Error('POSTULATE_CORPUS names no folder of posts.');
  const files = globSync('**/*.{md,markdown}', { cwd: folder, absolute: true }).sort();
  const md = mathMarkdown(markdown);

  function checkAll(check: (text: string) => readonly [unknown, unknown]): void {
    expect(files.length).toBeGreaterThan(0);
    const failures: string[] = [];
    for (const file of files) {
      const [ours, theirs] = check(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
      const difference = firstDifference(ours, theirs);
      if (difference !== null) failures.push(`${file}\n${difference}`);
    }
    expect(failures.join('\n\n'), `${failures.length} of ${files.length} posts differ`).toBe('');
  }

  it('have the formulas that markdown-it finds', () => {
    checkAll((text) => {
      const scanned = scanPost(text, markdown);
      return [scannedThings(scanned.blocks), markdownThings(md, scanned.body)];
    });
  });

  it('have the blocks, headings and code that markdown-it finds', () => {
    checkAll((text) => {
      const scanned = scanPost(text, markdown);
      return [
        scannedOutline(scanned.blocks),
        markdownOutline(md, scanned.body, scanned.skippedLines),
      ];
    });
  });

  it('render block by block as they render whole', () => {
    checkAll((text) => {
      const scanned = scanPost(text, markdown);
      return [renderedByBlock(md, scanned).split('\n'), renderedWhole(md, scanned).split('\n')];
    });
  });
});

function firstDifference(ours: unknown, theirs: unknown): string | null {
  const left = ours as readonly string[];
  const right = theirs as readonly string[];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    if (left[at] === right[at]) continue;
    return `  ours:   ${JSON.stringify(left[at])?.slice(0, 300)}\n  theirs: ${JSON.stringify(right[at])?.slice(0, 300)}`;
  }
  return null;
}
