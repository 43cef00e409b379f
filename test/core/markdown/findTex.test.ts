// In a raw paragraph the formulas and references are those that MathJax finds in the same text.
import fc from 'fast-check';
import { FindTeX } from 'mathjax-full/js/input/tex/FindTeX.js';
import { describe, expect, it } from 'vitest';
import { scanInline } from '../../../src/core/markdown/inline.js';
import { isNoFormula } from '../../../src/core/markdown/money.js';
import { raw } from '../../../src/core/site/raw.js';
import { propertyRuns } from '../../support/runs.js';

const finder = new FindTeX<unknown, unknown, unknown>({
  inlineMath: [
    ['$', '$'],
    ['\\(', '\\)'],
  ],
});

interface Item {
  readonly start: number;
  readonly end: number;
  readonly tex: string;
  readonly display: boolean | null;
}

function foundByMathJax(text: string): Item[] {
  return finder
    .findMath([text])
    .filter((item) => item.open !== '' || item.math.length > 1)
    .map((item) => ({
      start: item.start.n ?? -1,
      end: item.end.n ?? -1,
      tex: item.math,
      display: item.display,
    }));
}

function foundByUs(text: string): Item[] {
  const { formulas, references } = scanInline(text, raw);
  const items = [
    ...formulas.map(({ start, end, tex, display }) => ({ start, end, tex: tex.text, display })),
    ...references.map(({ start, end }) => ({
      start,
      end,
      tex: text.slice(start, end),
      display: false,
    })),
  ];
  return items.sort((left, right) => left.start - right.start);
}

const marks = fc.constantFrom(
  ...[
    '$',
    '$',
    '$$',
    '$$',
    '\\(',
    '\\)',
    '\\[',
    '\\]',
    '\\$',
    '\\\\',
    '\\',
    '{',
    '}',
    '{',
    '}',
    '\\{',
    '\\}',
  ],
  ...['\\begin{a}', '\\end{a}', '\\begin {a}', '\\end {a}', '\\begin{b c}', '\\end{b c}', '\\end{'],
  ...['\\ref{x}', '\\eqref{y z}', '\\eqref {w}', '\\ref', '^', '=', ' ', '\n', '字', 'x'],
);

describe('a raw paragraph', () => {
  it('holds the formulas and references that MathJax finds', () => {
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 16 }), (parts) => {
        const text = parts.join('');
        const expected = foundByMathJax(text);
        // What reads as a price or as blank is ours to refuse.
        fc.pre(
          !expected.some(
            ({ start, end, display }) =>
              display === false && text[start] === '$' && isNoFormula(text, start, end - 1),
          ),
        );
        expect(foundByUs(text)).toEqual(expected);
      }),
      { numRuns: propertyRuns },
    );
  });
});
