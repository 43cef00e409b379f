// Any formula: without its macros, labels and comments MathJax draws the same signs.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noMacros } from '../../../src/core/numbering/macros.js';
import { assumedSite } from '../../../src/core/site/site.js';
import { MacroExpander } from '../../../src/language/publish/expandMacros.js';
import { publishFormula } from '../../../src/language/publish/publishFormula.js';
import { typesetter } from '../../../src/server/mathjax.js';
import { bareFormula, freeFormula } from '../../support/formulaGenerator.js';
import { propertyRuns } from '../../support/runs.js';

const typeset = typesetter();

/** The signs that are drawn, in their order; `null` where MathJax shows an error. Its rows are wider where they have labels. */
function drawing(tex: string): readonly string[] | null {
  const job = { tex, display: true, preamble: [], colour: 'black', drawsEachLetter: true };
  const answer = typeset(job);
  return 'svg' in answer ? [...(answer.svg.match(/ d="[^"]*"|>[^<]+</g) ?? [])] : null;
}

function published(tex: string, delimiter: '$$' | 'environment'): string {
  const expanded = new MacroExpander(noMacros).expand(tex).tex;
  const formula = { tex: expanded, delimiter, isDisplay: true, numbered: null };
  return publishFormula({ ...formula, numberOf: () => null }, assumedSite, { numbers: 'tag' }).text;
}

/** Numbers hang on their page. */
function isAlone(tex: string): boolean {
  return !/\\(?:tag|ref|eqref)(?![a-zA-Z])/.test(tex);
}

const formula = fc.oneof(
  bareFormula.filter(isAlone).map((tex) => ({ tex, delimiter: 'environment' as const })),
  freeFormula.filter(isAlone).map((tex) => ({ tex, delimiter: '$$' as const })),
);

it('is drawn as it was', () => {
  let compared = 0;
  fc.assert(
    fc.property(formula, ({ tex, delimiter }) => {
      const before = drawing(tex);
      if (before === null) return;
      compared++;
      const text = published(tex, delimiter);
      expect(drawing(text), `${tex}\n${text}`).toEqual(before);
    }),
    { numRuns: propertyRuns },
  );
  expect(compared).toBeGreaterThan(propertyRuns / 4);
});
