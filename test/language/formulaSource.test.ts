// The source of a formula that was clicked in the preview.
import { expect, it } from 'vitest';
import { assumedSite } from '../../src/core/site/site.js';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { formulaSource } from '../../src/language/formulaSource.js';

interface Clicked {
  readonly block?: number;
  readonly formula?: number;
  /** `index/count` of the row. */
  readonly row?: string;
}

/** The source text that is selected. */
function selected(text: string, { block = 0, formula = 0, row }: Clicked): string | null {
  const post = openSnapshot({ path: 'post.md', version: 1, text, site: assumedSite });
  const [index = 0, count = 0] = row?.split('/').map(Number) ?? [];
  const source = formulaSource(post, block, formula, row === undefined ? null : { index, count });
  return source && text.slice(source.span.start, source.span.end);
}

const align = '\\begin{align}\n  a &= b \\label{x} \\\\\n  &= c\n\\end{align}\n';

it.each<readonly [string, Clicked, string | null]>([
  ['an inline formula', { formula: 1 }, 'y^2'],
  ['a row', { block: 1, row: '1/2' }, '&= c'],
  ['another row', { block: 1, row: '0/2' }, 'a &= b \\label{x}'],
  ['a display whose rows are others than those seen', { block: 1, row: '1/3' }, align.trim()],
  ['a display as a whole', { block: 1 }, align.trim()],
  ['a display of one row', { block: 2 }, 'z'],
  ['a row in a quote', { block: 3, row: '1/2' }, '4'],
  ['a formula that is gone', { block: 2, formula: 1 }, null],
  ['a block that is gone', { block: 9 }, null],
])('selects %s', (_, clicked, expected) => {
  const text =
    `words $x$ and $ y^2 $\n\n${align}\n$$\nz\n$$\n\n` +
    '> $$\n> \\begin{cases}3\\\\\n> 4\\end{cases}\n> $$\n';
  expect(selected(text, clicked)).toBe(expected);
});

it('gives the TeX without delimiters and without the marks of a quote', () => {
  const text = '> $$\n> a\n> b\n> $$\n';
  const post = openSnapshot({ path: 'post.md', version: 1, text, site: assumedSite });
  expect(formulaSource(post, 0, 0, null)?.tex).toBe('a\nb');
});
