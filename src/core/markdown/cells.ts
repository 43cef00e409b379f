// The cells of one row of a table.

/** The cells of a row as offsets; `\|` is no boundary. */
export function splitRow(row: string): { readonly start: number; readonly end: number }[] {
  const cells: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at <= row.length; at++) {
    if (at < row.length && (row.charCodeAt(at) !== 124 || row.charCodeAt(at - 1) === 92)) continue;
    cells.push({ start, end: at });
    start = at + 1;
  }
  if (cells[0]?.start === cells[0]?.end) cells.shift();
  const last = cells[cells.length - 1];
  if (last !== undefined && last.start === last.end) cells.pop();
  return cells;
}
