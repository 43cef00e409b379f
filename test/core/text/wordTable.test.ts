// Words that stand on every object of JavaScript are words like any other, wherever an author writes them.
import { describe, expect, it } from 'vitest';
import { openSnapshot } from '../../../src/core/post/snapshot.js';
import { entityAt } from '../../../src/core/site/entities.js';
import { assumedSite } from '../../../src/core/site/site.js';
import { wordTable } from '../../../src/core/text/wordTable.js';
import { parseTex } from '../../../src/tex/parse.js';
import { noMacros } from '../../../src/core/numbering/macros.js';
import { translateFormula } from '../../../src/render/translate/translate.js';
import { evaluateText } from '../../support/worksheets.js';

const words = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];

for (const word of words) {
  describe(word, () => {
    it('is in no table that does not list it', () => {
      expect(wordTable({ a: 1 })[word]).toBeUndefined();
      expect(wordTable({ a: 1 })['a']).toBe(1);
    });

    it('is no character reference', () => {
      expect(entityAt(`&${word};`, 0)).toBeNull();
    });

    it('is no operator, and no statistic', () => {
      const [result] = evaluateText(`$\\operatorname{${word}}(1)$<!--= -->\n`);
      const codes = result?.problems.map(({ code }) => code);
      expect(codes).toEqual([word.includes('_') ? 'tex.syntax' : 'call.unknown-word']);
    });

    it('is no command and no environment that a formula knows', () => {
      const tex = `\\${word} x + \\begin{${word}}1\\end{${word}}`;
      expect(parseTex(tex, {}).problems.map(({ code }) => code)).toEqual(['tex.syntax']);
      for (const display of [false, true]) {
        const choices = { display, macros: noMacros, colorTakesArgument: false };
        const environment = `\\begin{${word}}1\\end{${word}}`;
        expect(translateFormula(`${environment} + 1`, choices).tex).toContain(environment);
        expect(translateFormula(environment, choices).tex).toContain(environment);
      }
    });

    it('in a post changes nothing else', () => {
      const text = `&${word}; \\${word} $\\${word}$ $$\\begin{${word}}x\\label{a}\\end{${word}}$$ $\\eqref{a}$\n`;
      const open = (): unknown =>
        openSnapshot({ path: 'a.md', version: 0, text, site: assumedSite }).facts.labels;
      expect(open).not.toThrow();
      expect(() => evaluateText(text)).not.toThrow();
    });
  });
}
