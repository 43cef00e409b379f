// Which line of the source stands where in a block: between displays and their rows it is reckoned.
import type { BlockRecord } from './blockList.js';
import type { DisplayPlace } from './blockView.js';
import { extent, rowsOf } from './formulaRows.js';
import type { Layout } from './layout.js';

/** A line, counted from the first of the block, and how far below the block's top it stands. */
export interface LineMark {
  readonly line: number;
  readonly top: number;
}

/** How far below the top of its block a line stands; lines may have fractions. */
export function topOfLine(record: BlockRecord, line: number, layout: Layout): number {
  return between(marksOf(record, layout), 'line', line, 'top');
}

/** The line that stands so far below the top of the block. */
export function lineAtTop(record: BlockRecord, top: number, layout: Layout): number {
  return between(marksOf(record, layout), 'top', top, 'line');
}

/** Where a value of one side stands on the other; both rise from mark to mark. */
export function between(
  marks: readonly LineMark[],
  from: keyof LineMark,
  value: number,
  to: keyof LineMark,
): number {
  let before = marks[0] ?? { line: 0, top: 0 };
  for (const mark of marks) {
    if (mark[from] > value) {
      const share = Math.max(0, value - before[from]) / (mark[from] - before[from]);
      return before[to] + share * (mark[to] - before[to]);
    }
    before = mark;
  }
  return before[to];
}

function marksOf({ element, view, lineCount }: BlockRecord, layout: Layout): readonly LineMark[] {
  if (!element) return [];
  const top = layout.top(element);
  const inside = view
    ? [...view.displays].flatMap((display) => marksOfDisplay(display, layout))
    : [];
  // A blank line ends most blocks, and nothing of it is seen.
  const lines = Math.max(1, lineCount - 1);
  return rising([
    { line: 0, top: 0 },
    ...inside.map((mark) => ({ line: mark.line, top: mark.top - top })),
    { line: lines, top: layout.height(element) },
  ]);
}

/** In the viewport. */
function marksOfDisplay(display: DisplayPlace, layout: Layout): readonly LineMark[] {
  const { element, line, endLine, rowLines } = display;
  const top = layout.top(element);
  const rows = rowLines.length > 0 ? rowsOf(element) : [];
  const marks = rows.map((cells, at) => ({
    line: rowLines[at] ?? line,
    top: extent(cells, layout).top,
  }));
  return [
    { line, top },
    // Where other rows are seen than the source has, nothing is known of them.
    ...(rows.length === rowLines.length ? marks : []),
    { line: endLine + 1, top: top + layout.height(element) },
  ];
}

/** Marks may come from the post itself: what does not rise is none. */
function rising(marks: readonly LineMark[]): readonly LineMark[] {
  const kept: LineMark[] = [];
  for (const mark of marks) {
    const last = kept[kept.length - 1];
    const isKnown = Number.isFinite(mark.line) && Number.isFinite(mark.top);
    if (isKnown && (!last || (mark.line >= last.line && mark.top >= last.top))) kept.push(mark);
  }
  return kept;
}
