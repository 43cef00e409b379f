// Keystroke to changed DOM in a real window: the preview against an echo panel beside it, key by key.
import { afterAll, expect, it } from 'vitest';
import { openFolder } from '../../test/window/harness/window.js';
import { compare, limit, printMeasures, type Measure, type Pair } from '../measure.js';
import { makePost } from '../posts.js';
import { openPanels, ownPreview, putCaret, timeKeys, typeAt, type Panels } from './panels.js';
import { middleSection, places } from './places.js';

const sizes = [500, 5000];
const keys = 22;
const shiftBudget = 1.3;
const nodesBudget = 10_000;

const measures: Measure[] = [];

afterAll(() => {
  printMeasures('Keystroke → DOM, against an echo panel in the same window', measures);
});

for (const size of sizes) {
  it(`${size} formulas`, async () => {
    const window = await openFolder({ files: { 'post.md': makePost(size) } });
    await window.openFile('post.md');
    const panels = await openPanels(window, 'Postulate: Open Preview to the Side', ownPreview);
    for (const { name, budget, caret } of places) {
      const pair = await typeAt(panels, caret(middleSection(size)), keys);
      measures.push(compare(`${size} formulas, ${name}`, pair, budget));
    }
    const shift = await shiftAllNumbers(panels);
    measures.push(compare(`${size} formulas, all numbers shift`, shift, shiftBudget));
    const nodes = await panels.preview.frame.locator('*').count();
    measures.push(limit(`${size} formulas, the preview's DOM`, nodes, nodesBudget, 'nodes'));
    expect(nodes).toBeGreaterThan(0);
  });
}

/** Makes and unmakes a display before all others, so that every number of the post changes. */
async function shiftAllNumbers(panels: Panels): Promise<Pair> {
  const { window } = panels;
  const begun = '\\begin{equation}x\\end{equation';
  await putCaret(window, '# A long post');
  await window.type(`\n\n${begun}`);
  await window.page.keyboard.press('Delete');
  const rounds = Array.from({ length: keys }, (_, key) => (key % 2 === 0 ? '}' : 'Backspace'));
  return timeKeys(panels, rounds, (key) => ({
    preview: key % 2 === 0 ? '(2)' : '(1)',
    echo: key % 2 === 0 ? `${begun}}` : begun,
  }));
}
