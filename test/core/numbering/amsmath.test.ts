// Numbers as LaTeX with amsmath sets them, by a table of what it was seen to do.
import { describe, expect, it } from 'vitest';
import { numberFormulas } from '../../support/numberingOracle.js';
import { amsmathTable } from './amsmathTable.js';
import { readPageFormula } from './pages.js';

describe('amsmath', () => {
  it.each(amsmathTable)('$name', ({ page, shown, labels }) => {
    const ours = numberFormulas('amsmath', 'ams', page.map(readPageFormula));
    const rows = ours.numbered.map(
      ({ error, rows: numbered }) =>
        error?.code ?? numbered.map((row) => row.shown ?? '-').join(' '),
    );
    expect(rows).toEqual(shown);
    expect(Object.fromEntries(ours.labels)).toEqual(labels);
  });

  it('numbers whatever the tags of a site', () => {
    for (const tags of ['none', 'all'] as const) {
      const page = [String.raw`$$a$$`, String.raw`\begin{equation}a\end{equation}`];
      const { numbered } = numberFormulas('amsmath', tags, page.map(readPageFormula));
      expect(numbered.map(({ rows }) => rows[0]?.shown)).toEqual([null, '(1)']);
    }
  });
});

describe('MathJax 2', () => {
  it('numbers as MathJax 3', () => {
    const page = [
      String.raw`\begin{equation}\begin{split}a\label{a}\end{split}\end{equation}`,
      String.raw`\begin{align}a\notag\label{b}\\b\label{c}\end{align}`,
      String.raw`$\eqref{a}\eqref{b}\eqref{c}$`,
    ];
    const { numbered } = numberFormulas('mathjax2', 'ams', page.map(readPageFormula));
    expect(numbered[2]?.references).toEqual([null, null, '2']);
  });
});
