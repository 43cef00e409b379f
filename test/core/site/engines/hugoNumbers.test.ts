// The numbers of a post that Goldmark changes are those that MathJax gives on the page that Hugo made.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openSnapshot } from '../../../../src/core/post/snapshot.js';
import { assumedSite, type Site } from '../../../../src/core/site/site.js';
import { foundMath } from '../../../support/foundMath.js';
import { typesetPage, type PageFormula } from '../../../support/mathjax.js';
import { hugoPage, hugoPost } from './answers.js';

const text = readFileSync(hugoPost, 'utf8');

function numbersUnder(markdown: Site['markdown']): Readonly<Record<string, string | null>> {
  const site: Site = { ...assumedSite, markdown };
  const { facts } = openSnapshot({ path: hugoPost, version: 0, text, site });
  return Object.fromEntries(facts.labels.map(({ key, number }) => [key, number]));
}

function pageFormula(written: string): PageFormula {
  const tex = written.replace(/^\w+ /, '');
  if (written.startsWith('inline')) return { tex, delimiter: '$' };
  return { tex, delimiter: tex.startsWith('\\begin') ? 'environment' : '$$' };
}

describe('a post with displays that Goldmark decodes', () => {
  it('has the numbers of its page', async () => {
    const { formulas } = foundMath(readFileSync(hugoPage, 'utf8'));
    const { labels } = await typesetPage(4, 'ams', formulas.map(pageFormula));
    expect(numbersUnder('goldmark')).toEqual(Object.fromEntries(labels));
  });

  it('has other numbers than its source: rows and displays are lost, and what follows moves up', () => {
    const shown = numbersUnder('goldmark');
    const moved = Object.entries(numbersUnder('raw')).filter(
      ([key, number]) => shown[key] !== number,
    );
    expect(moved.map(([key, number]) => [key, number, shown[key] ?? null])).toEqual([
      ['eq:sum', '4', '3'],
      ['eq:response', '7', '4'],
      ['eq:free', '8', '5'],
      ['eq:queries', '9', null],
      ['eq:keys', '10', '6'],
      ['eq:listed', '11', null],
      ['eq:quoted', '12', '7'],
      ['eq:item', '14', '8'],
      ['eq:last', '15', '9'],
    ]);
  });
});
