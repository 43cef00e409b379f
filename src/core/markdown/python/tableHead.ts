// What is the head of a table to Python-Markdown: a row of cells above as many of dashes.

export function isPythonHead(head: string, dashes: string): boolean {
  const row = head.trim();
  const begins = row.startsWith('|');
  const border = begins || endBorder.test(row);
  const cells = cellsIn(row, border);
  return cells > 0 && (cells > 1 || border) && cells === cellsIn(dashes.trim(), border);
}

const endBorder = /(?<!\\)(?:\\\\)*\|$/;

function cellsIn(row: string, border: boolean): number {
  const inside = border ? row.replace(/^\|/, '').replace(endBorder, '') : row;
  return 1 + pipesOf(inside);
}

interface Ticks {
  readonly start: number;
  readonly end: number;
  /** How many they are, and how many of them may begin code. */
  readonly count: number;
  readonly open: number;
}

/** Pipes that end a cell: in no code, with no backslash that is not one of a pair. */
function pipesOf(row: string): number {
  const pipes: number[] = [];
  const ticks: Ticks[] = [];
  for (const { 0: mark, index } of row.matchAll(/\\\\|\\?`+|\\\||\|/g)) {
    if (mark === '|') pipes.push(index);
    const count = mark.replace('\\', '').length;
    if (mark.endsWith('`'))
      ticks.push({
        start: index,
        end: index + mark.length,
        count,
        open: mark.startsWith('\\') ? count - 1 : count,
      });
  }
  const code = codeBetween(ticks);
  return pipes.filter((at) => !code.some(([start, end]) => start <= at && at < end)).length;
}

function codeBetween(ticks: readonly Ticks[]): readonly (readonly [number, number])[] {
  const code: (readonly [number, number])[] = [];
  for (let at = 0; at < ticks.length; at++) {
    const { start, open } = ticks[at] ?? { start: 0, open: 0 };
    const close =
      open === 0 ? -1 : ticks.findIndex(({ count }, other) => other > at && count === open);
    if (close < 0) continue;
    code.push([start, ticks[close]?.end ?? start]);
    at = close;
  }
  return code;
}
