// `.csv` and `.tsv`: lines of numbers, with or without a line of names above; cells may be quoted.
import type { DataArray, OpenData } from './dataFile.js';
import { chosen, refuseKey } from './keys.js';
import { takePart, type Part } from './part.js';

export function readSeparated(file: OpenData, part: Part, format: 'csv' | 'tsv'): DataArray {
  const rows = rowsOf(file, format);
  const head = rows.next();
  if (head.done === true) return file.refuse('data.empty');
  const { cells } = head.value;
  const hasNames = cells.some((cell) => numberIn(cell) === null && !isNoNumber(cell));
  if (!hasNames) refuseKey(file, part);
  const table = { rows, width: cells.length, first: hasNames ? null : head.value };
  if (part.key === null) return takePart(file, tableOf(file, table, [...cells.keys()]), part);
  const { value: column, rest } = chosen(file, namesIn(file, cells), part);
  return takePart(file, tableOf(file, table, [column]), rest);
}

function namesIn(file: OpenData, cells: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  cells.forEach((cell, column) => {
    // NumPy writes its line of names as a comment.
    const name = (column === 0 ? cell.replace(/^#\s*/, '') : cell).trim();
    if (names.has(name)) file.refuse('data.two-columns', { key: name });
    names.set(name, column);
  });
  return names;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Table {
  readonly rows: Iterable<Row>;
  readonly width: number;
  /** Where the first line holds numbers, too. */
  readonly first: Row | null;
}

/** A single column or row is a vector. */
function tableOf(
  file: OpenData,
  { rows, width, first }: Table,
  columns: readonly number[],
): DataArray {
  const numbers: number[] = [];
  const add = ({ line, cells }: Row): void => {
    if (cells.length !== width) {
      const data = { line: String(line), expected: String(width), found: String(cells.length) };
      file.refuse('data.cells', data);
    }
    for (const column of columns) {
      const cell = cells[column] ?? '';
      const place = { line: String(line), column: String(column + 1), found: cell.slice(0, 40) };
      numbers.push(numberIn(cell) ?? file.refuse('data.cell', place));
    }
  };
  if (first !== null) add(first);
  for (const row of rows) add(row);
  const count = numbers.length / columns.length;
  const isVector = count === 1 || columns.length === 1;
  const axes = isVector ? [numbers.length] : [count, columns.length];
  return { axes, numbers: Float64Array.from(numbers) };
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;

function numberIn(cell: string): number | null {
  const text = cell.trim();
  if (NUMBER.test(text)) return Number(text);
  const sign = INFINITE.exec(text)?.[1];
  return sign === undefined ? null : sign === '-' ? -Infinity : Infinity;
}

/** What stands where a number is missing names no column. */
function isNoNumber(cell: string): boolean {
  return /^(?:nan|)$/i.test(cell.trim());
}

function* rowsOf(file: OpenData, format: 'csv' | 'tsv'): Generator<Row, void> {
  const text = file.text(format);
  const separator = format === 'csv' ? ',' : '\t';
  // Empty lines at the end hold nothing.
  const last = text.trimEnd().length;
  let line = 1;
  for (let at = 0; at < last; line++) {
    const row = { line, cells: [] as string[] };
    for (;;) {
      const { cell, end } = cellAt(file, text, at, separator, format);
      row.cells.push(cell);
      line += cell.split(/\r\n|[\r\n]/).length - 1;
      at = end;
      if (text[at] !== separator) break;
      at++;
    }
    yield row;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}

function cellAt(
  file: OpenData,
  text: string,
  start: number,
  separator: string,
  format: 'csv' | 'tsv',
): { readonly cell: string; readonly end: number } {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && !isEnd(text[end], separator)) end++;
    return { cell: text.slice(start, end), end };
  }
  let end = start + 1;
  for (;;) {
    const quote = text.indexOf('"', end);
    if (quote < 0) return file.damaged(format);
    end = quote + 1;
    if (text[end] !== '"') break;
    end++;
  }
  if (end < text.length && !isEnd(text[end], separator)) return file.damaged(format);
  return { cell: text.slice(start + 1, end - 1).replaceAll('""', '"'), end };
}

function isEnd(character: string | undefined, separator: string): boolean {
  return character === separator || character === '\n' || character === '\r';
}
