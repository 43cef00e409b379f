// Random pages of formulas: numbers, labels and errors as MathJax 3 and 4 have them.
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { tagModes } from '../../../src/core/site/site.js';
import { pageFormulas } from '../../support/formulaGenerator.js';
import { comparePage, expectSamePage } from '../../support/numberingOracle.js';
import { propertyRuns } from '../../support/runs.js';

describe.each([3, 4] as const)('MathJax %i on random pages', (version) => {
  it.each(tagModes)('tags %s', async (tags) => {
    await fc.assert(
      fc.asyncProperty(pageFormulas, async (page) => {
        const comparison = await comparePage(version, tags, page);
        // Errors that are not of numbering end MathJax's reading where ours goes on.
        fc.pre(!comparison.otherErrors);
        expectSamePage(comparison);
      }),
      { numRuns: Math.ceil(propertyRuns / tagModes.length) },
    );
  });
});
