// A table at the end of a text that is a paragraph to markdown-it: its head is the line above a row of
// as many dashes or more, and it takes all lines that follow.
import type { TableRule } from '../site/engine.js';
import { splitRow } from './cells.js';

interface Extent {
  readonly start: number;
  readonly end: number;
}

export interface HeadTable {
  /** Where the line of the head begins. */
  readonly start: number;
  /** In order, without blanks around them; those beyond the columns are in no page. */
  readonly cells: readonly Extent[];
}

const column = /^\s*:?-+:?\s*$/;

export function headTable(text: string, { dashes }: TableRule): HeadTable | null {
  if (!text.includes('-')) return null;
  let above: Extent | null = null;
  for (const line of linesFrom(text, 0)) {
    const row = text.slice(line.start, line.end).trim();
    if (above !== null && dashes.test(row)) {
      const columns = columnsOf(row);
      if (columns > 0) return tableBelow(text, above, line.end + 1, columns);
    }
    above = line;
  }
  return null;
}

function columnsOf(row: string): number {
  const cells = splitRow(row);
  return cells.every(({ start, end }) => column.test(row.slice(start, end))) ? cells.length : 0;
}

function tableBelow(text: string, head: Extent, below: number, columns: number): HeadTable | null {
  const cells = cellsOf(text, head);
  if (cells.length > columns) return null;
  const rows = linesFrom(text, below).flatMap((line) => cellsOf(text, line).slice(0, columns));
  return { start: head.start, cells: [...cells, ...rows] };
}

function linesFrom(text: string, from: number): readonly Extent[] {
  const lines: Extent[] = [];
  for (let start = from; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

function cellsOf(text: string, line: Extent): readonly Extent[] {
  const row = trimmed(text, line);
  return splitRow(text.slice(row.start, row.end)).map(({ start, end }) =>
    trimmed(text, { start: row.start + start, end: row.start + end }),
  );
}

function trimmed(text: string, { start, end }: Extent): Extent {
  const inside = text.slice(start, end);
  const from = start + inside.length - inside.trimStart().length;
  return { start: from, end: Math.max(from, start + inside.trimEnd().length) };
}
