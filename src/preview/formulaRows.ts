// The rows of a typeset display: those of its outermost table that has several.
import type { RowPlace } from '../protocol/preview.js';
import type { Layout } from './layout.js';

/** Each row as the cells that stand in it; none where the display has a single row. */
export function rowsOf(formula: Element): readonly (readonly Element[])[] {
  for (const table of formula.querySelectorAll('.katex-html .mtable')) {
    const columns = [...table.children].map(cellsOf);
    const count = Math.max(0, ...columns.map((cells) => cells.length));
    // A column that lacks cells does not say which.
    const full = columns.filter((cells) => cells.length === count);
    if (count > 1) return Array.from({ length: count }, (_, row) => cellsIn(full, row));
  }
  return [];
}

/** The row that is nearest to a height of the viewport; `null` where there is a single one. */
export function rowAt(formula: Element, y: number, layout: Layout): RowPlace | null {
  const distances = rowsOf(formula).map((cells) => {
    const { top, bottom } = extent(cells, layout);
    return Math.max(top - y, y - bottom, 0);
  });
  if (distances.length === 0) return null;
  return { index: distances.indexOf(Math.min(...distances)), count: distances.length };
}

/** From the highest to the lowest point of some elements, in the viewport. */
export function extent(
  elements: readonly Element[],
  layout: Layout,
): { readonly top: number; readonly bottom: number } {
  // A fraction stands out of the line that holds it: the tables that KaTeX sets are as tall as they look.
  const all = elements.flatMap((element) => [element, ...element.querySelectorAll('.vlist-t')]);
  return {
    top: Math.min(...all.map((element) => layout.top(element))),
    bottom: Math.max(...all.map((element) => layout.top(element) + layout.height(element))),
  };
}

function cellsOf(column: Element): readonly Element[] {
  return [...column.querySelectorAll(':scope > .vlist-t > .vlist-r:first-child > .vlist > span')];
}

function cellsIn(columns: readonly (readonly Element[])[], row: number): readonly Element[] {
  // Beside its content each cell holds a strut, which says nothing of its height.
  return columns.flatMap((cells) => cells[row]?.querySelector(':scope > :not(.pstrut)') ?? []);
}
