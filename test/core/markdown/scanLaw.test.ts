// The scanner finds what markdown-it with our rules finds, on generated posts of every kind of site.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineSites } from '../../support/engineSites.js';
import { generatedPost, generatedPostWithReturns } from '../../support/generatedPosts.js';
import { propertyRuns } from '../../support/runs.js';
import {
  markdownOutline,
  markdownThings,
  mathMarkdown,
  renderedByBlock,
  renderedWhole,
  scannedOutline,
  scannedThings,
  scanPost,
} from '../../support/markdownLaw.js';

describe.each(engineSites)('generated posts of a %s site', (_, site) => {
  const md = mathMarkdown(site);

  it('have the formulas that markdown-it finds', () => {
    fc.assert(
      fc.property(fc.oneof(generatedPost, generatedPostWithReturns), (text) => {
        const scanned = scanPost(text, site);
        expect(scannedThings(scanned.blocks)).toEqual(markdownThings(md, scanned.body));
      }),
      { numRuns: propertyRuns, examples: [['> $$\n> $$'], ['> $$\n> <!--$$']] },
    );
  });

  it('have the blocks, headings and code that markdown-it finds', () => {
    fc.assert(
      fc.property(generatedPost, (text) => {
        const scanned = scanPost(text, site);
        const theirs = markdownOutline(md, scanned.body, scanned.skippedLines);
        expect(scannedOutline(scanned.blocks)).toEqual(theirs);
      }),
      {
        numRuns: propertyRuns,
        examples: [['<eos>\n\n$'], ['[x]: \n|---|---|\n|---|---|'], ['- ```\n- #']],
      },
    );
  });

  it('render block by block as they render whole', () => {
    fc.assert(
      fc.property(generatedPost, (text) => {
        const scanned = scanPost(text, site);
        expect(renderedByBlock(md, scanned)).toBe(renderedWhole(md, scanned));
      }),
      {
        numRuns: propertyRuns,
        examples: [
          ['$$\nx $$\n[^1]: '],
          ['- - \n- \n|---|---|'],
          ['> $$\n>> <!--$$\n``` math'],
          ['[x]: \n|---|---|\n|---|---|'],
        ],
      },
    );
  });
});
