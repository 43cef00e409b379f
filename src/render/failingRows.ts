// Marks rows of a display in the tree that KaTeX sets, for pages; `preview/formulaRows.ts` finds the same in a document.
import type { RowPlace } from '../protocol/preview.js';
import { addClass, type KatexDomNode } from '../tex/katexInternals.js';

/** Only where both sides see the same rows is it known which one it is. */
export function markRows(tree: KatexDomNode, places: readonly RowPlace[], name: string): void {
  if (places.length === 0) return;
  const rows = rowsOf(tree);
  for (const { index, count } of places) {
    const nodes = count === 1 ? [tree] : rows.length === count ? (rows[index] ?? []) : [];
    for (const node of nodes) addClass(node, name);
  }
}

/** Each row as the cells that stand in it; none where the display has a single row. */
function rowsOf(tree: KatexDomNode): readonly (readonly KatexDomNode[])[] {
  for (const table of all(tree, 'mtable')) {
    const columns = (table.children ?? []).map(cellsOf);
    const count = Math.max(0, ...columns.map((cells) => cells.length));
    // A column that lacks cells does not say which.
    const full = columns.filter((cells) => cells.length === count);
    if (count > 1)
      return Array.from({ length: count }, (_, row) =>
        full.flatMap((cells) => contentOf(cells[row])),
      );
  }
  return [];
}

function cellsOf(column: KatexDomNode): readonly KatexDomNode[] {
  const list = (column.children ?? []).find((child) => has(child, 'vlist-t'));
  const first = list?.children?.find((child) => has(child, 'vlist-r'));
  return first?.children?.find((child) => has(child, 'vlist'))?.children ?? [];
}

/** Beside its content each cell holds a strut. */
function contentOf(cell: KatexDomNode | undefined): readonly KatexDomNode[] {
  const content = cell?.children?.find((child) => !has(child, 'pstrut'));
  return content ? [content] : [];
}

function has({ classes = [] }: KatexDomNode, name: string): boolean {
  return classes.includes(name);
}

function all(node: KatexDomNode, name: string): readonly KatexDomNode[] {
  const below = (node.children ?? []).flatMap((child) => all(child, name));
  return has(node, name) ? [node, ...below] : below;
}
