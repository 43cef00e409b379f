// Numbers, labels and errors of small pages, against MathJax 3 and 4 run here.
import { describe, it } from 'vitest';
import { tagModes } from '../../../src/core/site/site.js';
import type { PageFormula } from '../../support/mathjax.js';
import { comparePage, expectSamePage } from '../../support/numberingOracle.js';
import { mathjaxPages } from './pages.js';

for (const version of [3, 4] as const) {
  for (const tags of tagModes) {
    describe(`MathJax ${version}, tags ${tags}`, () => {
      it.each(Object.entries(mathjaxPages))('%s', async (_name, page) => {
        const formulas: PageFormula[] = page.map((tex) => readPageFormula(tex));
        expectSamePage(await comparePage(version, tags, formulas));
      });
    });
  }
}

/** `$$x$$`, `$x$`, `\[x\]`, `\(x\)`, or an environment. */
function readPageFormula(source: string): PageFormula {
  for (const [delimiter, close] of [
    ['$$', '$$'],
    ['$', '$'],
    ['\\[', '\\]'],
    ['\\(', '\\)'],
  ] as const) {
    if (!source.startsWith(delimiter)) continue;
    return { tex: source.slice(delimiter.length, -close.length), delimiter };
  }
  return { tex: source, delimiter: 'environment' };
}
