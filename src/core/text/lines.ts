// A text as an array of lines, so that an edit of a long post costs an edit of a few lines.
import { lastNotAbove } from './search.js';
import { spliced } from './spliced.js';

/** Lines with their terminators; joined they are the text again. Never empty: '' is `['']`. */
export type Lines = readonly string[];

/** Zero-based line and UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Replaces the text between two positions. */
export interface TextEdit {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

/** A line ends after `\n`, `\r\n` or a lone `\r`, as in VS Code and CommonMark. */
export function splitLines(text: string): Lines {
  const lines: string[] = [];
  let start = 0;
  for (const end of lineEnds(text)) {
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

/** The offset behind each line. */
function lineEnds(text: string): readonly number[] {
  const ends: number[] = [];
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (feed >= 0 || carriage >= 0) {
    const first = carriage < 0 || (feed >= 0 && feed < carriage) ? feed : carriage;
    const end = first === carriage && feed === first + 1 ? first + 2 : first + 1;
    ends.push(end);
    if (feed >= 0 && feed < end) feed = text.indexOf('\n', end);
    if (carriage >= 0 && carriage < end) carriage = text.indexOf('\r', end);
  }
  ends.push(text.length);
  return ends;
}

/** The line without its terminator. */
export function withoutTerminator(line: string): string {
  let end = line.length;
  if (end > 0 && line.charCodeAt(end - 1) === 10) end--;
  if (end > 0 && line.charCodeAt(end - 1) === 13) end--;
  return end === line.length ? line : line.slice(0, end);
}

/** The lines after an edit, and which of them the edit touched. Positions out of range are clamped. */
export function editLines(
  lines: Lines,
  edit: TextEdit,
): { readonly lines: Lines; readonly change: LineChange } {
  const start = clamp(lines, edit.start);
  const end = clamp(lines, edit.end);
  const head = (lines[start.line] ?? '').slice(0, start.column);
  const tail = (lines[end.line] ?? '').slice(end.column);
  const [from, replacement] = joinLoneReturns(lines, start.line, head + edit.text + tail);
  const inserted = splitReplacement(replacement, end.line === lines.length - 1);
  const removed = end.line + 1 - from;
  const next = spliced(lines, from, removed, inserted);
  return { lines: next, change: { from, removed, inserted: inserted.length } };
}

/** `removed` old lines from line `from` on became `inserted` new lines. */
export interface LineChange {
  readonly from: number;
  readonly removed: number;
  readonly inserted: number;
}

/** The offset of each line's start, and of the end of the text as a last entry. */
export function lineStarts(lines: Lines): Uint32Array {
  const starts = new Uint32Array(lines.length + 1);
  for (let line = 0; line < lines.length; line++) {
    starts[line + 1] = (starts[line] ?? 0) + (lines[line] ?? '').length;
  }
  return starts;
}

/** The same of a text that need not be split. */
export function textLineStarts(text: string): Uint32Array {
  const ends = lineEnds(text);
  const starts = new Uint32Array(ends.length + 1);
  starts.set(ends, 1);
  return starts;
}

/** The position of an offset, by binary search in `lineStarts`. */
export function positionAt(starts: Uint32Array, offset: number): Position {
  const line = lastNotAbove(starts.length - 1, (at) => starts[at] ?? 0, offset);
  return { line, column: offset - (starts[line] ?? 0) };
}

export function offsetAt(starts: Uint32Array, position: Position): number {
  return (starts[position.line] ?? starts[starts.length - 1] ?? 0) + position.column;
}

function clamp(lines: Lines, position: Position): Position {
  const line = Math.min(Math.max(position.line, 0), lines.length - 1);
  const length = withoutTerminator(lines[line] ?? '').length;
  return line === position.line
    ? { line, column: Math.min(Math.max(position.column, 0), length) }
    : { line, column: position.line < 0 ? 0 : length };
}

/** A `\r` that ended the line before and an inserted `\n` after it are one terminator. */
function joinLoneReturns(lines: Lines, line: number, text: string): [number, string] {
  const before = lines[line - 1];
  return before?.endsWith('\r') && text.startsWith('\n') ? [line - 1, before + text] : [line, text];
}

function splitReplacement(text: string, atEnd: boolean): Lines {
  const lines = splitLines(text);
  return atEnd || lines[lines.length - 1] !== '' ? lines : lines.slice(0, -1);
}
