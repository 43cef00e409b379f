// Widths of formulas without a browser, held to what Chromium measured.
import { expect, it } from 'vitest';
import { widestPart } from '../../src/render/formulaWidth.js';
import { renderTree } from '../../src/tex/katexInternals.js';

/** In ems, of the widest part that cannot be broken. */
const measured: readonly (readonly [string, number])[] = [
  ['{a+b}', 2.18],
  ['{x^{10}}', 1.32],
  [String.raw`{\frac{a_1x^2}{b}}`, 1.61],
  [String.raw`{\left(\frac{a}{b}\right)}`, 1.53],
  [String.raw`{\sqrt{x+y}}`, 3.15],
  [String.raw`{\sum_{i=1}^n x_i}`, 3.27],
  [String.raw`{\text{正则 abc}}`, 3.75],
  [String.raw`\begin{pmatrix}1&2\\3&4\end{pmatrix}`, 3.47],
  [String.raw`{\underbrace{abc}_{long text}}`, 2.57],
  [String.raw`{\operatorname{arg\,max}_x}`, 3.88],
  [String.raw`{\boxed{x+y}}`, 2.92],
  [String.raw`{\left\{\begin{aligned}a&=b\\c&=d\end{aligned}\right.}`, 3.31],
  [String.raw`{\large x}`, 0.69],
  [String.raw`{\text{The quick brown fox jumps, iii lll WWW}}`, 17.54],
  // A line may end behind the sign.
  ['a+bcdef', 2.45],
];

it.each(measured)('%s', (tex, width) => {
  const { tree } = renderTree(tex, { displayMode: false, strict: 'ignore' });
  const found = widestPart(tree) / width;
  expect(found).toBeGreaterThan(0.9);
  expect(found).toBeLessThan(1.3);
});
