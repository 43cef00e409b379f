// Keystroke to changed DOM in real windows: the preview against an echo panel beside it and one alone, key by key.
import { afterAll, expect, inject, it } from 'vitest';
import { openFolder } from '../../test/window/harness/window.js';
import { compare, limit, printMeasures, type Measure } from '../measure.js';
import { makePost } from '../posts.js';
import {
  compareBoth,
  openAlone,
  openPanels,
  ownPreview,
  putCaret,
  seenAt,
  timeKeys,
  typeAt,
  watch,
  type Alone,
  type Panels,
  type Times,
} from './panels.js';
import { places } from './places.js';

const sizes = [500, 5000];
const largest = 50_000;
/** The budget at the largest size, wherever the caret is. */
const largestBudget = 1.5;
const keys = 30;
const shiftBudget = 1.3;
const heldBudget = 1.3;
/** Of typing itself, while every key changes a block that is the whole post. */
const fencedBudget = 1.5;
const nodesBudget = 10_000;

const measures: Measure[] = [];

afterAll(() => {
  printMeasures(
    'Keystroke → DOM, keys 120 ms apart, against an echo panel in the same window and one alone',
    measures,
  );
});

for (const size of sizes) it(`${size} formulas`, () => measure(size), 900_000);

it(`${largest} formulas`, () => measure(largest, inject('leanPort')), 1_800_000);

async function measure(size: number, port?: number): Promise<void> {
  const folder = { files: { 'post.md': makePost(size) }, ...(port === undefined ? {} : { port }) };
  const window = await openFolder(folder);
  await window.openFile('post.md');
  const panels = await openPanels(window, 'Postulate: Open Preview to the Side', ownPreview);
  const alone = await openAlone(folder);
  const budgetOf = (budget: number): number => (port === undefined ? budget : largestBudget);
  const name = (what: string): string =>
    `${size} formulas${port === undefined ? '' : ", without VS Code's own Markdown features"}, ${what}`;
  for (const { name: place, budget, caret } of places) {
    const times = await typeAt(panels, caret(size), keys, alone);
    measures.push(...compareBoth(name(place), times, budgetOf(budget)));
  }
  const shift = await shiftAllNumbers(panels, alone);
  measures.push(...compareBoth(name('all numbers shift'), shift, budgetOf(shiftBudget)));
  measures.push(compare(name('a held key, its last letter'), await holdKey(panels), heldBudget));
  const nodes = await panels.preview.frame.locator('*').count();
  measures.push(limit(name("the preview's DOM"), nodes, nodesBudget, 'nodes'));
  expect(nodes).toBeGreaterThan(0);
  const fenced = await typeBehindFence(panels, alone);
  const typing = { ours: fenced.echo, reference: fenced.alone };
  measures.push(
    compare(name('an open fence before all, the echo beside the preview'), typing, fencedBudget),
    compare(name('an open fence before all, the preview'), { ...typing, ours: fenced.ours }, null),
  );
}

const heading = '# A long post';

/** Makes and unmakes a display before all others, so that every number of the post changes. */
async function shiftAllNumbers(panels: Panels, alone: Alone): Promise<Times> {
  const begun = '\\begin{equation}x\\end{equation';
  for (const { window } of [panels, alone]) {
    await putCaret(window, heading, `\n\n${begun}`);
  }
  const pressed = Array.from({ length: keys }, (_, key) => (key % 2 === 0 ? '}' : 'Backspace'));
  const expected = (key: number): { preview: string; echo: string } => ({
    preview: key % 2 === 0 ? '(2)' : '(1)',
    echo: key % 2 === 0 ? `${begun}}` : begun,
  });
  return timeKeys(panels, pressed, expected, alone);
}

/** A key that repeats as keyboards do; from its last letter until that is shown. */
async function holdKey({
  window,
  preview,
  echo,
}: Panels): Promise<{ ours: number[]; reference: number[] }> {
  const pair = { ours: [] as number[], reference: [] as number[] };
  const letters = 30;
  const interval = 33;
  await putCaret(window, '* a first point about **section 7');
  for (let round = 0; round < 4; round++) {
    const letter = String.fromCharCode('q'.charCodeAt(0) + round);
    const held = letter.repeat(letters);
    await watch(preview, held);
    await watch(echo, held);
    for (let repeat = 1; repeat < letters; repeat++) {
      await window.page.keyboard.down(letter);
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
    const start = Date.now();
    await window.page.keyboard.down(letter);
    const [ours, reference] = [await seenAt(preview), await seenAt(echo)];
    await window.page.keyboard.up(letter);
    if (round === 0) continue;
    pair.ours.push(ours - start);
    pair.reference.push(reference - start);
  }
  return pair;
}

/** Letters in the first line, while an open fence above it makes code of the whole post. */
async function typeBehindFence(panels: Panels, alone: Alone): Promise<Times> {
  for (const { window } of [panels, alone]) {
    await putCaret(window, heading, '\n\n```\nfenced');
  }
  return typeAt(panels, 'fenced', keys, alone);
}
