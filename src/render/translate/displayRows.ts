// The rows that a display is seen to have, and where each stands in its TeX.
import { shiftSpan, type Span } from '../../core/text/span.js';
import { matchingEnd, shapeDisplay, splitRows } from './shapeDisplay.js';
import { TexReader } from '../../core/text/texReader.js';

/** Environments that set rows below one another. */
const tables: ReadonlySet<string> = new Set([
  ...['aligned', 'align', 'flalign', 'eqnarray', 'split', 'gathered', 'gather', 'multline'],
  ...['multlined', 'cases', 'dcases', 'rcases', 'drcases', 'matrix', 'pmatrix', 'bmatrix'],
  ...['Bmatrix', 'vmatrix', 'Vmatrix', 'smallmatrix', 'CD'],
]);

/** Those whose columns or their count stand before the rows. */
const tablesWithColumns: ReadonlySet<string> = new Set([
  ...['array', 'subarray', 'alignedat', 'alignat', 'xalignat', 'xxalignat'],
]);

/** So many tables of one row are looked into: each costs a look at all that follows. */
const maxTables = 8;

/** Its own rows, else those of the first table in it that has several; else the one row. */
export function displayRows(tex: string): readonly Span[] {
  const own = shapeDisplay(tex).rows.map(({ span }) => span);
  const [only] = own;
  const rows = own.length === 1 && only ? (tableRows(tex, only) ?? own) : own;
  return rows.map((row) => trim(tex, row));
}

/** Without the spaces around it, and the comments before it. */
function trim(tex: string, { start, end }: Span): Span {
  const text = tex.slice(start, end);
  const before = /^(?:\s|%.*(?:\n|$))*/.exec(text)?.[0].length ?? 0;
  return { start: start + before, end: start + Math.max(before, text.trimEnd().length) };
}

function tableRows(tex: string, { start, end }: Span): readonly Span[] | null {
  const reader = new TexReader(tex);
  reader.position = start;
  for (let seen = 0; reader.position < end && seen < maxTables;) {
    const next = reader.peek();
    if (next === '%') reader.skipComment();
    else if (next !== '\\') reader.position++;
    else {
      const body = tableBody(reader);
      if (!body) continue;
      seen++;
      const rows = splitRows(tex.slice(body.start, body.end));
      if (rows.length > 1) return rows.map(({ span }) => shiftSpan(span, body.start));
    }
  }
  return null;
}

/** The body of the table that the next command begins, if it begins one; the reader goes on in it. */
function tableBody(reader: TexReader): Span | null {
  const command = reader.commandName();
  if (command === 'substack') return stackBody(reader);
  if (command !== 'begin') return null;
  const name = reader.argument()?.trim() ?? '';
  const plain = name.replace(/\*$/, '');
  const hasColumns = tablesWithColumns.has(plain);
  if (!hasColumns && !tables.has(plain)) return null;
  reader.optional();
  if (hasColumns) reader.argument();
  const start = reader.position;
  const end = matchingEnd(reader, name);
  reader.position = start;
  return { start, end: end < 0 ? reader.source.length : end };
}

function stackBody(reader: TexReader): Span | null {
  reader.skipSpaces();
  if (reader.peek() !== '{') return null;
  const start = reader.position + 1;
  const length = reader.argument()?.length ?? 0;
  reader.position = start;
  return { start, end: start + length };
}
