// VS Code's own preview against an echo panel beside it, as our preview is measured: for comparison, no budget.
import { afterAll, expect, it } from 'vitest';
import { openFolder } from '../../test/window/harness/window.js';
import { compare, printMeasures, type Measure } from '../measure.js';
import { makePost } from '../posts.js';
import { openPanels, typeAt } from './panels.js';
import { middleSection, places } from './places.js';

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
  const window = await openFolder({ files: { 'post.md': makePost(size) } });
  await window.openFile('post.md');
  const panels = await openPanels(window, 'Markdown: Open Preview to the Side', {
    root: 'body',
    ready: '.markdown-body .katex',
  });
  for (const { name, caret } of places) {
    const pair = await typeAt(panels, caret(middleSection(size)), keys);
    measures.push(compare(`${size} formulas, ${name}`, pair, null));
    expect(pair.ours.length).toBeGreaterThan(0);
  }
});
