// The tables of a post that hold numbers: Markdown's, and arrays with lines in displays.
import type { Block } from '../markdown/block.js';
import type { BlockList } from '../markdown/blockList.js';
import { splitRow } from '../markdown/cells.js';
import { remembered } from '../remembered.js';
import { hashText } from '../text/hash.js';
import { positionAt, splitLines, textLineStarts } from '../text/lines.js';
import { spanToSource } from '../text/mapped.js';
import { shiftSpan, type Span } from '../text/span.js';

export interface TableFacts {
  /** Tables with the same head and the same first cells of their rows have the same one. */
  readonly name: string;
  readonly rows: readonly TableRowFacts[];
}

export interface TableRowFacts {
  readonly span: Span;
  readonly line: number;
  /** As written, one for each cell behind the first; `null` where there is none. */
  readonly numbers: readonly (string | null)[];
}

export function tablesOf({ blocks, starts, firstLines }: BlockList): readonly TableFacts[] {
  return blocks.flatMap((block, index) => {
    const tables = tablesIn(block);
    if (tables.length === 0) return none;
    const offset = starts[index] ?? 0;
    const firstLine = firstLines[index] ?? 0;
    return tables.map(({ name, rows }) => ({
      name,
      rows: rows.map(({ span, line, numbers }) => ({
        span: shiftSpan(span, offset),
        line: line + firstLine,
        numbers,
      })),
    }));
  });
}

const none: readonly TableFacts[] = [];

/** Places count from the start of the block. */
function tablesIn(block: Block): readonly TableFacts[] {
  const mayHoldArray = block.formulas.length > 0 && block.text.includes('\\hline');
  if (block.kind !== 'table' && !mayHoldArray) return none;
  return readTables(block);
}

const readTables = remembered((block: Block): readonly TableFacts[] => {
  const starts = textLineStarts(block.text);
  return sourcesIn(block).flatMap((rows) => tableOf(rows, starts) ?? []);
});

interface SourceRow {
  readonly cells: readonly string[];
  readonly span: Span;
}

function sourcesIn(block: Block): readonly (readonly SourceRow[])[] {
  const arrays = block.formulas
    .filter(({ display }) => display)
    .map(({ tex }) =>
      arrayRows(tex.text).map(({ cells, span }) => ({ cells, span: spanToSource(tex, span) })),
    );
  return block.kind === 'table' ? [markdownRows(block.text), ...arrays] : arrays;
}

/** Without the line of dashes. */
function markdownRows(text: string): readonly SourceRow[] {
  let start = 0;
  const rows: SourceRow[] = [];
  for (const line of splitLines(text)) {
    const row = line.trim();
    const from = start + line.indexOf(row);
    start += line.length;
    if (row === '') continue;
    const cells = splitRow(row).map((cell) => plainText(row.slice(cell.start, cell.end)));
    rows.push({ cells, span: { start: from, end: from + row.length } });
  }
  return rows.filter((_, at) => at !== 1);
}

/** Of the first array of a formula, where it has lines. */
function arrayRows(tex: string): readonly SourceRow[] {
  const begin = /\\begin\s*\{array\}\s*\{[^{}]*\}/.exec(tex);
  if (!begin) return [];
  const from = begin.index + begin[0].length;
  const to = tex.indexOf('\\end{array}', from);
  const body = tex.slice(from, to);
  if (to < 0 || !body.includes('\\hline') || body.includes('\\begin')) return [];
  let start = from;
  return body.split('\\\\').flatMap((source) => {
    const row = source.replace(beforeRow, '').trimEnd();
    const end = start + source.trimEnd().length;
    start += source.length + 2;
    const cells = row.split(/(?<!\\)&/);
    return cells.length < 2
      ? []
      : [{ cells: cells.map(plainText), span: { start: end - row.length, end } }];
  });
}

/** The skip of the row before, and lines. */
const beforeRow = /^\s*(?:\*?\[[^\]]*\]\s*)?(?:\\hline\s*)*/;

/** Marks of emphasis and fonts are no part of what a cell says. */
function plainText(cell: string): string {
  return cell
    .replace(/\\(?:text\w*|math\w+|boldsymbol|bm)(?![a-zA-Z])|[{}$*_`~]|\\[,;! ]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const number = /^[-+−]?\d+(?:\.\d+)?\\?%?$/;

/** `null` where it is no table whose numbers could be compared. */
function tableOf([head, ...rows]: readonly SourceRow[], starts: Uint32Array): TableFacts | null {
  if (!head || head.cells.length < 2 || rows.length < 2) return null;
  if (head.cells.slice(1).some((cell) => number.test(cell))) return null;
  const keys = rows.map(({ cells }) => cells[0] ?? '');
  if (new Set(keys).size < keys.length || !keys.every((key) => /\p{L}/u.test(key))) return null;
  const facts = rows.map(({ cells, span }) => ({
    span,
    line: positionAt(starts, span.start).line,
    numbers: cells.slice(1).map((cell) => (number.test(cell) ? cell.replace('−', '-') : null)),
  }));
  if (!facts.some(({ numbers }) => numbers.some((one) => one !== null))) return null;
  return { name: hashText(JSON.stringify([head.cells, keys])), rows: facts };
}
