// A line of a post as a terminal shows it, with carets under a part of it.
import stringWidth from 'string-width';

/** Longer lines are cut around what is meant. */
export const maxColumns = 100;

export interface SourceLine {
  readonly text: string;
  /** How many columns stand before the carets. */
  readonly indent: number;
  readonly carets: number;
}

/** `start` and `end` are UTF-16 offsets in the line; at least one caret is shown. */
export function sourceLine(line: string, start: number, end: number): SourceLine {
  const cells = cellsAround(line, start, Math.min(end, start + maxColumns));
  const first = cells.findIndex((cell) => cell.end > start);
  const from = first < 0 ? cells.length : first;
  const behind = cells.findIndex((cell) => cell.start >= Math.max(end, start + 1));
  const to = behind < 0 ? cells.length : behind;
  const shown = fit(cells, from, to);
  const cutBefore = shown.from > 0 || (cells[0]?.start ?? 0) > 0;
  const cutBehind = shown.to < cells.length || (cells.at(-1)?.end ?? 0) < line.length;
  const text = cells.slice(shown.from, shown.to).map((cell) => cell.text);
  return {
    text: `${cutBefore ? '…' : ''}${text.join('')}${cutBehind ? '…' : ''}`,
    indent: (cutBefore ? 1 : 0) + widthOf(cells, shown.from, from),
    carets: Math.max(widthOf(cells, from, Math.min(to, shown.to)), 1),
  };
}

/** What would move the cursor, or turn the direction of what follows, is shown as a sign. */
export function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');
}

/** A character as readers see one: the columns it takes, and where it stands in the line. */
interface Cell {
  readonly text: string;
  readonly width: number;
  readonly start: number;
  readonly end: number;
}

/** No more of the line than may be shown: it may be long. */
function cellsAround(line: string, start: number, end: number): readonly Cell[] {
  const from = characterStart(line, Math.max(start - maxColumns, 0));
  const to = characterStart(line, Math.min(end + maxColumns, line.length));
  const segments = new Intl.Segmenter().segment(line.slice(from, to));
  return [...segments].map(({ segment, index }) => {
    const text = segment === '\t' ? '    ' : withoutControls(segment);
    const at = from + index;
    return { text, width: stringWidth(text), start: at, end: at + segment.length };
  });
}

/** Not between the halves of a surrogate pair. */
function characterStart(line: string, at: number): number {
  return /^[\udc00-\udfff]/.test(line.charAt(at)) ? at - 1 : at;
}

/** The cells to show: those from `from` to `to` first, then as many around them as there is room for. */
function fit(
  cells: readonly Cell[],
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  const marked = reach(cells.slice(from, to), maxColumns);
  if (marked.count < to - from) return { from, to: from + marked.count };
  const before = cells.slice(0, from).reverse();
  const behind = cells.slice(to);
  const room = maxColumns - marked.width;
  const half = Math.max(Math.floor(room / 2), room - widthOf(cells, to, cells.length));
  const left = reach(before, half);
  return { from: from - left.count, to: to + reach(behind, room - left.width).count };
}

/** How many of the cells fit, from the first on. */
function reach(
  cells: readonly Cell[],
  room: number,
): { readonly count: number; readonly width: number } {
  let width = 0;
  let count = 0;
  for (const cell of cells) {
    if (width + cell.width > room) break;
    width += cell.width;
    count++;
  }
  return { count, width };
}

function widthOf(cells: readonly Cell[], from: number, to: number): number {
  return cells.slice(from, to).reduce((sum, { width }) => sum + width, 0);
}
