// What the preview shows of formulas that the site's Markdown changes. @vitest-environment jsdom
import { expect, it } from 'vitest';
import { createHarness } from '../support/previewHarness.js';

const rows = '\\begin{align}\na&=b\\\\\nc&=d\n\\end{align}\n';
const braces = 'The set $\\{a\\}$ is not empty.\n';
const lost = 'The sums $\\alpha_*$ and $\\beta_*$.\n';

function open(text: string): ReturnType<typeof createHarness> {
  const harness = createHarness(undefined, { markdown: 'commonmark' });
  harness.write(text);
  harness.controller.start();
  harness.settle();
  return harness;
}

it('marks what is changed with the reason', () => {
  const { root } = open(`${rows}\n${braces}`);
  const marked = [...root.querySelectorAll<HTMLElement>('.engine-damage')];
  expect(marked.map(({ className }) => className)).toEqual([
    'display engine-damage',
    'formula engine-damage',
  ]);
  expect(marked.map(({ title }) => title)).toEqual([
    expect.stringMatching(/of 2 rows readers see 1/),
    expect.stringMatching(/backslash of \\\{ \\\}/),
  ]);
});

it('says below a block what readers see the source of', () => {
  const { root } = open(lost);
  const notes = [...root.querySelectorAll('.engine-damage-note')];
  expect(notes.map(({ role }) => role)).toEqual(['note']);
  expect(notes[0]?.textContent).toMatch(/emphasis, which takes 2 formulas apart/);
});

it('takes the marks away once the formula is mended', () => {
  const harness = open(`${braces}\n${lost}`);
  harness.write(
    'The set $\\\\{a\\\\}$ is not empty.\n\nThe sums $\\alpha\\_\\*$ and $\\beta\\_\\*$.\n',
  );
  harness.settle();
  expect(harness.root.querySelector('.engine-damage, .engine-damage-note')).toBeNull();
});
