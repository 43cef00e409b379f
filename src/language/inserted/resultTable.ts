// What a result says as a table: a table as it is, a matrix by its rows, and of several queries each a column.
import { formatNumber, formatValue } from '../../evaluate/format.js';
import type { EvaluationResult, Value } from '../../evaluate/result.js';
import type { TableCell, TableContent } from './markdownTable.js';

/** More cells are no table for readers. */
export const MOST_TABLE_CELLS = 1_000;

/** `null` where the results make no table together. */
export function tableOf(results: readonly EvaluationResult[]): TableContent | null {
  const [first] = results;
  if (first === undefined) return null;
  const table = results.length === 1 ? ownTable(first) : columnsOf(results);
  const cells = table === null ? 0 : table.headings.length * (table.rows.length + 1);
  return cells === 0 || cells > MOST_TABLE_CELLS ? null : table;
}

/** Whether a result is something that a table may show. */
export function isTabular({ kind, value, table, informative }: EvaluationResult): boolean {
  return !informative && (table !== null || (kind === 'value' && value !== null));
}

function ownTable(result: EvaluationResult): TableContent | null {
  const { table, value, digits, source } = result;
  if (table !== null) {
    const { corner, columns, rows } = table;
    return {
      headings: [corner, ...columns].map(tex),
      rows: rows.map(({ heading, cells }) => [headingOf(heading), ...cells.map(textCell)]),
    };
  }
  if (!isMatrix(value)) return columnsOf([result]);
  const rows = value.map((row) => row.map((entry) => textCell(formatValue(entry, digits))));
  const empty = (rows[0] ?? []).slice(1).map(() => tex(''));
  return { headings: [tex(source), ...empty], rows };
}

/** Numbers, or vectors of one length. */
function columnsOf(results: readonly EvaluationResult[]): TableContent | null {
  const columns = results.map(({ kind, value, digits }) => entriesOf(kind, value, digits));
  const [first = null] = columns;
  if (first === null) return null;
  const whole = columns.flatMap((column) => (column?.length === first.length ? [column] : []));
  if (whole.length < columns.length) return null;
  return {
    headings: results.map(({ source }) => tex(source)),
    rows: first.map((_, row) => whole.map((column) => column[row] ?? textCell(''))),
  };
}

function entriesOf(
  kind: EvaluationResult['kind'],
  value: Value | null,
  digits: number,
): readonly TableCell[] | null {
  if (kind !== 'value' || value === null) return null;
  const entries = typeof value === 'number' ? [value] : value;
  const numbers = entries.filter((entry) => typeof entry === 'number');
  return numbers.length < entries.length
    ? null
    : numbers.map((entry) => textCell(formatNumber(entry, digits)));
}

function isMatrix(value: Value | null): value is readonly (readonly Value[])[] {
  return value !== null && typeof value !== 'number' && value.every((row) => Array.isArray(row));
}

function tex(text: string): TableCell {
  return { kind: text.trim() === '' ? 'text' : 'tex', text: text.trim() };
}

/** A number needs no formula around it. */
function headingOf(text: string): TableCell {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? textCell(text) : tex(text);
}

/** A power of ten and infinity are formulas, as readers know them. */
function textCell(text: string): TableCell {
  if (!/[×∞]/.test(text)) return { kind: 'text', text };
  const inTex = text.replace(/×10\^(-?\d+)/g, '\\times10^{$1}').replace(/∞/g, '\\infty');
  return { kind: 'tex', text: inTex };
}
