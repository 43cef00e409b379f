// VS Code's own preview against an echo panel beside it, as our preview is measured: for comparison, no budget.
import { afterAll, expect, it } from 'vitest';
import { openFolder } from '../../test/window/harness/window.js';
import { printMeasures, type Measure } from '../measure.js';
import { makePost } from '../posts.js';
import { compareBoth, openAlone, openPanels, typeAt } from './panels.js';
import { places } from './places.js';

const size = 500;
const keys = 12;

const measures: Measure[] = [];

afterAll(() => {
  printMeasures(
    "Keystroke → DOM of VS Code's own preview, against an echo panel in the same window",
    measures,
  );
});

it(`VS Code's own preview, ${size} formulas`, async () => {
  const files = { 'post.md': makePost(size) };
  const window = await openFolder({ files });
  await window.openFile('post.md');
  const panels = await openPanels(window, 'Markdown: Open Preview to the Side', {
    root: 'body',
    ready: '.markdown-body .katex',
  });
  const alone = await openAlone({ files });
  for (const { name, caret } of places) {
    const times = await typeAt(panels, caret(size), keys, alone);
    measures.push(...compareBoth(`${size} formulas, ${name}`, times, null));
    expect(times.ours.length).toBeGreaterThan(0);
  }
});
