// Expand Selection: `|` is the cursor; what is selected step by step.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { selectionRanges } from '../../src/language/selectionRanges.js';
import { openText, readMarkedPost } from '../support/changes.js';
import { generatedPost } from '../support/postGenerator.js';
import { quickWork, workOf } from '../support/waiting.js';

const raw = String.raw;

function checkSelections(fixture: string, expected: readonly string[]): void {
  const { post, selection } = readMarkedPost(fixture);
  const text = post.lines.join('');
  const ranges = selectionRanges(post, selection.start);
  expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
}

it('grows from a word over its group and its command to the formula', () => {
  checkSelections(
    raw`
so $x + \frac{abc}{d}$ is
               |
`,
    [
      'abc',
      '{abc}',
      raw`\frac{abc}`,
      raw`\frac{abc}{d}`,
      raw`x + \frac{abc}{d}`,
      raw`$x + \frac{abc}{d}$`,
    ],
  );
  checkSelections(
    raw`
\(\sqrt[3]{x}\)
           |
`,
    ['x', '{x}', raw`\sqrt[3]{x}`, raw`\(\sqrt[3]{x}\)`],
  );
});

it('knows what scripts stand at', () => {
  checkSelections('$ax_i^{n}y$\n       |\n', ['n', '{n}', 'x_i^{n}', 'ax_i^{n}y', '$ax_i^{n}y$']);
  checkSelections('$x_ij$\n   |\n', ['i', 'x_i', 'x_ij', '$x_ij$']);
  checkSelections(raw`$\log_\beta n$` + '\n      |\n', [
    raw`\beta`,
    raw`\log_\beta`,
    raw`\log_\beta n`,
    raw`$\log_\beta n$`,
  ]);
});

it('grows over cells and rows to the environment and its display', () => {
  checkSelections(
    raw`
$$
\begin{align}
a &= bc + 1 \\
      |
d &= e
\end{align}
$$
`,
    [
      'bc',
      '= bc + 1',
      'a &= bc + 1',
      'a &= bc + 1 \\\\\nd &= e',
      '\\begin{align}\na &= bc + 1 \\\\\nd &= e\n\\end{align}',
      '$$\n\\begin{align}\na &= bc + 1 \\\\\nd &= e\n\\end{align}\n$$',
    ],
  );
  checkSelections(
    raw`
> \begin{align}
> x \\[5pt]
> yz
   |
> \end{align}
`,
    ['yz', 'x \\\\[5pt]\n> yz', '\\begin{align}\n> x \\\\[5pt]\n> yz\n> \\end{align}'],
  );
});

it('knows left and right, labels and half-typed TeX', () => {
  checkSelections(
    raw`
$$\left( a \right)b$$
         |
`,
    ['a', raw`\left( a \right)`, raw`\left( a \right)b`, raw`$$\left( a \right)b$$`],
  );
  checkSelections(
    raw`
\begin{equation}a\label{eq:one}\end{equation}
                           |
`,
    [
      'one',
      'eq:one',
      '{eq:one}',
      raw`\label{eq:one}`,
      raw`a\label{eq:one}`,
      raw`\begin{equation}a\label{eq:one}\end{equation}`,
    ],
  );
  checkSelections('$$a } \\right) \\end{x} b$$\n                       |\n', [
    'b',
    '$$a } \\right) \\end{x} b$$'.slice(2, -2),
    '$$a } \\right) \\end{x} b$$',
  ]);
});

it('has nothing to say outside of formulas', () => {
  checkSelections('some text\n  |\n', []);
  checkSelections('`$x$`\n   |\n', []);
});

it('no formula makes it slow', () => {
  const n = 20_000;
  for (const tex of ['{'.repeat(n) + 'x' + '}'.repeat(n), '_'.repeat(n), '{ \n> '.repeat(n)]) {
    const work = workOf(() => {
      selectionRanges(openText(`$$${tex}$$`), n + 2);
    });
    expect(work).toBeLessThan(quickWork);
  }
});

it('ends with the formula after a hundred steps, however deep it is nested', () => {
  const text = `$${'{'.repeat(5_000)}x${'}'.repeat(5_000)}$`;
  const ranges = selectionRanges(openText(text), 5_001);
  expect(ranges).toHaveLength(100);
  expect(ranges.at(-1)).toEqual({ start: 0, end: text.length });
});

it('always grows, around the cursor', () => {
  fc.assert(
    fc.property(generatedPost, fc.nat(), ({ text }, at) => {
      const offset = at % (text.length + 1);
      let last = { start: offset, end: offset };
      for (const range of selectionRanges(openText(text), offset)) {
        expect(range.start).toBeLessThanOrEqual(last.start);
        expect(range.end).toBeGreaterThanOrEqual(last.end);
        expect(range.end - range.start).toBeGreaterThan(last.end - last.start);
        last = range;
      }
    }),
  );
});
