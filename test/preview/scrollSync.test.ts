// Editor and preview side by side: lines of the source and places of the page. @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { between, type LineMark } from '../../src/preview/blockLines.js';
import type { FromPreview } from '../../src/protocol/preview.js';
import { openPreview, type LaidOutPreview } from '../support/laidOutPreview.js';
import { propertyRuns } from '../support/runs.js';

/** Lines of the source that each row of the display takes. */
const rowLines = [1, 6, 1, 1, 9, 2, 1, 4];

const rows = rowLines.map((count, at) => `r_{${at}}&=0${'\n+x'.repeat(count - 1)}`);
const filler = Array.from({ length: 100 }, (_, at) => `paragraph ${at}\n\n`).join('');
const post = `${filler}\\begin{align}\n${rows.join('\\\\\n')}\n\\end{align}\n\n${filler}`;

const firstRow = 201;
const lineOfRow = (row: number): number =>
  firstRow + rowLines.slice(0, row).reduce((sum, count) => sum + count, 0);

function showLine(page: LaidOutPreview, line: number): void {
  page.controller.receive({ kind: 'showLine', line });
  page.settle();
}

function readerScrolls(page: LaidOutPreview, by: number): void {
  page.controller.navigation.readerActs();
  browserScrolls(page, by);
}

function browserScrolls(page: LaidOutPreview, by: number): void {
  page.layout.scrollTo(page.layout.scrollTop() + by);
  page.controller.navigation.scrolled();
  page.settle();
}

/** How far below the top of the viewport a row stands. */
function topOf({ root, layout }: LaidOutPreview, row: number): number {
  const cell = [...root.querySelectorAll('.display .mord')].find(({ textContent }) =>
    textContent.startsWith(`r${row}`),
  );
  if (!cell) throw new Error(`Row ${row} is not in the page.`);
  return layout.top(cell);
}

function linesTold({ sent }: LaidOutPreview): readonly number[] {
  return sent
    .filter(
      (message): message is Extract<FromPreview, { kind: 'scrolled' }> =>
        message.kind === 'scrolled',
    )
    .map(({ line }) => line);
}

it('brings each row of a display to the top with its first line, from far away too', () => {
  for (const row of rowLines.keys()) {
    const page = openPreview(post);
    showLine(page, lineOfRow(row));
    expect(topOf(page, row)).toBe(0);
  }
});

it('shows a line inside a row as far down the row', () => {
  const page = openPreview(post);
  showLine(page, lineOfRow(4) + 3);
  expect(topOf(page, 4)).toBeCloseTo((-50 * 3) / 9);
});

it('tells the line of the row that the reader scrolled to', () => {
  const page = openPreview(post);
  showLine(page, lineOfRow(0));
  [1, 2, 3, 4, 5, 6, 7].forEach(() => {
    readerScrolls(page, 50);
  });
  expect(linesTold(page)).toEqual([1, 2, 3, 4, 5, 6, 7].map(lineOfRow));
});

it('tells the line of a paragraph, and 0 at the top', () => {
  const page = openPreview(post);
  readerScrolls(page, 30 * 7);
  readerScrolls(page, -1e9);
  expect(linesTold(page)).toEqual([14, 0]);
});

it('tells nothing of what the editor brought about', () => {
  const page = openPreview(post);
  readerScrolls(page, 300);
  const before = linesTold(page).length;
  showLine(page, 150);
  browserScrolls(page, -40);
  expect(linesTold(page)).toHaveLength(before);
});

it('tells nothing of what an edit moves', () => {
  const page = openPreview(post);
  readerScrolls(page, 1e9);
  const before = linesTold(page).length;
  page.write(post.slice(0, -500));
  page.settle();
  browserScrolls(page, -40);
  expect(linesTold(page)).toHaveLength(before);
});

it('tells what the reader scrolls to while blocks come in', () => {
  const page = openPreview(post);
  page.controller.navigation.readerActs();
  browserScrolls(page, 1500);
  browserScrolls(page, 1000);
  expect(linesTold(page)).toHaveLength(2);
});

it('finds its way back between marks that rise', () => {
  const steps = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 400 })),
    {
      minLength: 1,
    },
  );
  fc.assert(
    fc.property(steps, fc.double({ min: 0, max: 1, noNaN: true }), (steps, share) => {
      const marks: LineMark[] = [{ line: 0, top: 0 }];
      for (const [line, top] of steps) {
        const last = marks[marks.length - 1] ?? { line: 0, top: 0 };
        marks.push({ line: last.line + line, top: last.top + top });
      }
      const line = share * (marks[marks.length - 1]?.line ?? 0);
      const top = between(marks, 'line', line, 'top');
      expect(between(marks, 'top', top, 'line')).toBeCloseTo(line);
    }),
    { numRuns: propertyRuns },
  );
});

it('takes rows that the post itself made up for no rows', () => {
  const page = openPreview(post);
  page.write(
    '<div class="display" data-line="1" data-end-line="1e9" data-rows="x 7 3 -1">x</div>\n\nend\n\n' +
      filler,
  );
  page.settle();
  showLine(page, 2);
  readerScrolls(page, 10);
  expect(linesTold(page).every((line) => Number.isFinite(line))).toBe(true);
});
