// Numbers, labels and errors of small pages, against MathJax 3 and 4 run here.
import { describe, expect, it } from 'vitest';
import {
  mathjax3Environments,
  mathjax4Environments,
} from '../../../src/core/numbering/environments.js';
import { tagModes } from '../../../src/core/site/site.js';
import { typesetPage } from '../../support/mathjax.js';
import { comparePage, expectSamePage, numberFormulas } from '../../support/numberingOracle.js';
import { environmentPages } from './environmentPages.js';
import { mathjaxPages, readPageFormula } from './pages.js';

const tables = { 3: mathjax3Environments, 4: mathjax4Environments };

/** One needs a browser; the others are set several times over, to measure them. */
const untypeset: ReadonlySet<string> = new Set(['prooftree', 'numcases', 'subnumcases']);

for (const version of [3, 4] as const) {
  for (const tags of tagModes) {
    describe(`MathJax ${version}, tags ${tags}`, () => {
      it.each(Object.entries(mathjaxPages))('%s', async (_name, page) => {
        const formulas = page.map((tex) => readPageFormula(tex));
        expectSamePage(await comparePage(version, tags, formulas));
      });

      it.each(['numcases', 'subnumcases'])('labels of %s', async (name) => {
        for (const page of environmentPages(name, 'r').slice(0, 5)) {
          const formulas = page.map((tex) => readPageFormula(tex));
          const { labels } = await typesetPage(version, tags, formulas);
          const ours = numberFormulas(version === 3 ? 'mathjax3' : 'mathjax4', tags, formulas);
          expect(ours.labels).toEqual(labels);
        }
      });

      // Without numbers, environments differ in little.
      if (tags === 'none') return;
      const environments = [...tables[version]].filter(([name]) => !untypeset.has(name));
      it.each(environments)('%s', async (name, { args }) => {
        for (const page of environmentPages(name, args)) {
          const formulas = page.map((tex) => readPageFormula(tex));
          const comparison = await comparePage(version, tags, formulas);
          if (!comparison.otherErrors) expectSamePage(comparison);
        }
      });
    });
  }
}
