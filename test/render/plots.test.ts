// Plots of worksheets: what is drawn, the same in a page and in the preview.
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { notesText } from '../../src/evaluate/messages.js';
import { postForEvaluation } from '../../src/evaluate/postInput.js';
import { writeResults } from '../../src/preview/results.js';
import type { BlockResult } from '../../src/protocol/preview.js';
import { typesetMessages } from '../../src/protocol/typesetting.js';
import { renderPage } from '../../src/render/page.js';
import { withPictures } from '../../src/render/plots/withPictures.js';
import { resultsByBlock } from '../../src/render/results.js';
import { openText } from '../support/changes.js';

const raw = String.raw;

const post = raw`# Post

~~~eval
plot 1/t, t \in [-1, 1]
plot[log y] e^{-t}, e^{-2t}, t \in [0, 10]
table s, s \in [1]
plot [3, 1, 4]
histogram [3, 1, 4, 1, 5, 9, 2, 6]
heat \begin{pmatrix}1&2\\3&4\end{pmatrix}
heat ab<0, a \in [0, 1], b \in [0, 1]
heat ab, a \in [0, 1], b \in [0, 1]
~~~
`;

const snapshot = openText(post);
const results = await withPictures(evaluatePost(postForEvaluation(snapshot)));
const byBlock = resultsByBlock(snapshot, results, (notes) => notesText(notes));

function resultsOf(position: number): readonly BlockResult[] {
  const block = snapshot.blocks.blocks[position];
  return (block && byBlock.get(block)) ?? [];
}

function pageWith(shown: (position: number) => readonly BlockResult[]): Document {
  const html = renderPage({
    snapshot,
    faults: () => [],
    messages: typesetMessages,
    results: shown,
    title: '',
    styles: [],
    remoteImages: false,
  });
  return new JSDOM(html).window.document;
}

const page = pageWith(resultsOf);
const plots = [...page.querySelectorAll('figure.eval-plot')];

function plotAt(at: number): Element {
  const plot = plots[at];
  if (!plot) throw new Error('no such plot');
  return plot;
}

/** Where the lines of a colour are drawn. */
function linesOf(plot: Element, colour: string): readonly (readonly [number, number])[][] {
  const paths = [...plot.querySelectorAll(`path[stroke="var(--plot-${colour})"]`)];
  const drawn = paths
    .map((path) => path.getAttribute('d') ?? '')
    .sort((a, b) => b.length - a.length);
  return (drawn[0] ?? '')
    .split('M')
    .filter((part) => part !== '')
    .map((part) =>
      part.split('L').map((place) => {
        const [x = NaN, y = NaN] = place.trim().split(/[ ,]/).map(Number);
        return [x, y] as const;
      }),
    );
}

it('stand below their worksheet, with what they show', () => {
  const captions = plots.map((plot) => plot.querySelector('figcaption')?.textContent);
  expect(captions).toEqual([
    raw`1/t, t \in [-1, 1]`,
    raw`e^{-t}, e^{-2t}, t \in [0, 10]`,
    '[3, 1, 4]',
    '[3, 1, 4, 1, 5, 9, 2, 6]',
    raw`\begin{pmatrix}1&2\\3&4\end{pmatrix}`,
    raw`ab, a \in [0, 1], b \in [0, 1]`,
  ]);
  const names = plots.map((plot) => plot.querySelector('svg')?.getAttribute('aria-label'));
  expect(names[1]).toBe(raw`e^{-t}, e^{-2t}, t \in [0, 10] (plot: 2 curves, 201 points)`);
  expect(plots.every((plot) => plot.querySelector('svg')?.getAttribute('role') === 'img')).toBe(
    true,
  );
});

it('are the same in the preview, and go with their results', () => {
  const preview = pageWith(() => []);
  const block = preview.querySelector('.worksheet')?.parentElement;
  const position = snapshot.blocks.blocks.findIndex((each) => byBlock.has(each));
  if (!block) throw new Error('no worksheet');
  const parts = 'figure.eval-plot :is(path, rect, text, title, svg, figcaption)';
  const drawn = (root: ParentNode): readonly string[] =>
    [...root.querySelectorAll(parts)].map(
      ({ localName, attributes, children, textContent }) =>
        `${localName} ${attributes.length} ${children.length === 0 ? textContent : ''}`,
    );
  for (let times = 0; times < 2; times++) {
    writeResults(block, resultsOf(position));
    expect(drawn(preview)).toEqual(drawn(page));
  }
  writeResults(block, []);
  expect(drawn(preview)).toEqual([]);
});

it('bring no styles, scripts or addresses of their own', () => {
  for (const plot of plots) {
    expect(plot.querySelector('style, script, image, use, a, [style], [href], [class^="zr"]')).toBe(
      null,
    );
    const colours = [...plot.querySelectorAll('[fill], [stroke]')].flatMap((each) => [
      each.getAttribute('fill'),
      each.getAttribute('stroke'),
    ]);
    const own = colours.filter((colour) => colour !== null && /^#|^rgb/.test(colour));
    expect(own).toEqual([]);
  }
});

it('part a curve at a pole, and keep it within the frame', () => {
  const parts = linesOf(plotAt(0), '1');
  expect(parts).toHaveLength(2);
  const [left = [], right = []] = parts.map((part) => part.map(([x]) => x));
  expect(Math.max(...left)).toBeLessThan(Math.min(...right));
  for (const [, y] of parts.flat()) expect(y >= 0 && y <= 360).toBe(true);
});

it('draw on a logarithmic axis what is a line there', () => {
  const [[first, ...others] = []] = linesOf(plotAt(1), '2');
  const last = others.at(-1);
  const middle = others[Math.floor(others.length / 2) - 1];
  if (!first || !last || !middle) throw new Error('no line');
  const share = (middle[0] - first[0]) / (last[0] - first[0]);
  const expected = first[1] + share * (last[1] - first[1]);
  expect(Math.abs(middle[1] - expected)).toBeLessThan(0.2);
});

it('say their numbers on hover', () => {
  const titles = (at: number): readonly (string | null)[] =>
    [...plotAt(at).querySelectorAll('title')].map(({ textContent }) => textContent);
  expect(titles(1)[0]).toBe('t = 0\ne^{-t}: 1\ne^{-2t}: 1');
  expect(titles(2)).toEqual(['i = 1\n[3, 1, 4]: 3', 'i = 2\n[3, 1, 4]: 1', 'i = 3\n[3, 1, 4]: 4']);
  expect(titles(3)).toEqual(['1 … 3: 3', '3 … 5: 2', '5 … 7: 2', '7 … 9: 1']);
  expect(titles(4)).toContain('j = 2, i = 1: 2');
  for (const plot of plots) expect(plot.innerHTML.length).toBeLessThan(150_000);
});

it('are drawn once, as long as they stay the same', async () => {
  const computed = evaluatePost(postForEvaluation(snapshot));
  const [first] = await withPictures(computed);
  const [second] = await withPictures(computed);
  expect(second?.plot).toBe(first?.plot);
  expect(first?.plot?.picture === results[0]?.plot?.picture).toBe(true);
});

it('are told by their size where no axis can hold their numbers, and that they are not drawn', async () => {
  const lines = [raw`plot 10^{200}t, t \in [-1,1]`, raw`plot 10^{-80}t, t \in [-1,1]`];
  const sheet = openText(`~~~eval\n${lines.join('\n')}\n~~~\n`);
  const found = await withPictures(evaluatePost(postForEvaluation(sheet)));
  const [block] = sheet.blocks.blocks;
  const shown = resultsByBlock(sheet, found, (notes) => notesText(notes)).get(
    block as NonNullable<typeof block>,
  );
  const sizes = shown?.map(({ text, plot }) => [text, plot === undefined]);
  expect(sizes).toEqual(
    lines.map(() => [
      'plot: 1 curve, 201 points; not drawn: its numbers are too large, too small or too near one another for an axis',
      true,
    ]),
  );
});
