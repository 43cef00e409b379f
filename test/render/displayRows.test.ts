// The rows of a display in its TeX, held against the rows that KaTeX sets. @vitest-environment jsdom
import katex from 'katex';
import { expect, it } from 'vitest';
import { rowsOf } from '../../src/preview/formulaRows.js';
import { displayRows } from '../../src/render/translate/displayRows.js';
import { noMacros } from '../../src/core/numbering/macros.js';
import { translateFormula } from '../../src/render/translate/translate.js';

function typesetRows(tex: string): number {
  const element = document.createElement('span');
  const choices = { display: true, macros: noMacros, colorTakesArgument: false };
  katex.render(translateFormula(tex, choices).tex, element, { displayMode: true });
  return Math.max(1, rowsOf(element).length);
}

const many = '\\begin{array}{c}x\\end{array}'.repeat(20);

it.each<readonly [string, readonly string[]]>([
  ['x', ['x']],
  ['\\begin{equation}\n  x\\label{a}\n\\end{equation}', ['x\\label{a}']],
  ['\\begin{align}\na&=b\\\\\n &=c\n\\end{align}', ['a&=b', '&=c']],
  ['\\begin{align}a&=b\\\\% why\n&=c\\\\\\end{align}', ['a&=b', '&=c']],
  ['\\begin{alignat}{2}a&=b\\\\[2ex]c&=d\\end{alignat}', ['a&=b', 'c&=d']],
  ['\\begin{eqnarray}a&=&b\\\\c&=&d\\end{eqnarray}', ['a&=&b', 'c&=&d']],
  ['\\begin{equation}\\begin{split}a&=b\\\\&=c\\end{split}\\end{equation}', ['a&=b', '&=c']],
  ['a=\\left\\{\\begin{array}{ll}1&x\\\\2&y\\end{array}\\right.', ['1&x', '2&y']],
  ['\\begin{aligned}[t]a\\\\b\\end{aligned}', ['a', 'b']],
  ['\\begin{alignedat}{1}a\\\\b\\end{alignedat}', ['a', 'b']],
  [
    'x=\\begin{cases}1\\\\\\begin{pmatrix}2\\\\3\\end{pmatrix}\\\\4\\end{cases}',
    ['1', '\\begin{pmatrix}2\\\\3\\end{pmatrix}', '4'],
  ],
  ['\\begin{gathered}\\begin{bmatrix}1\\\\2\\end{bmatrix}\\end{gathered}', ['1', '2']],
  ['\\sum_{\\substack{i\\\\j}}\\begin{aligned}a\\\\b\\\\c\\end{aligned}', ['i', 'j']],
  ['a\\\\b', ['a', 'b']],
  ['\\begin{align}a\\\\\n\\\\b\\end{align}', ['a', '', 'b']],
  ['\\begin{array}{c}a\\\\\\hline b\\end{array}', ['a', '\\hline b']],
])('finds the rows of %j', (tex, expected) => {
  expect(displayRows(tex).map(({ start, end }) => tex.slice(start, end))).toEqual(expected);
  expect(typesetRows(tex)).toBe(expected.length);
});

it('reads what cannot be typeset all the same', () => {
  for (const tex of [
    '\\begin{align}',
    '\\begin{array',
    '\\substack{a\\\\',
    '\\begin{cases}a\\\\b',
    '',
  ]) {
    expect(displayRows(tex).length).toBeGreaterThan(0);
  }
});

it('takes no long time for tables in tables that have no end', () => {
  const tex = '\\begin{array}{c}'.repeat(10_000);
  expect(displayRows(tex)).toEqual([{ start: 0, end: tex.length }]);
  expect(displayRows(many)).toHaveLength(1);
});
