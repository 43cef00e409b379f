// GFM tables. A row whose display is open at its end is no head of a table where displays hold lines.
import { isSpace } from './characters.js';
import { FormulaMatcher, isDisplay, openerAt } from './formula.js';
import { splitRow } from './cells.js';
import { isPythonHead } from './python/tableHead.js';
import { inCell } from './textPlace.js';
import { isIndented } from './leafBlocks.js';
import { withoutEscapedPipes } from './pipeTable.js';
import { sliceMapped } from '../text/mapped.js';
import type { EngineRules } from '../site/engine.js';
import type { BlockRule, BlockState, Terminator } from './blockState.js';

const mostCompletedCells = 65536;

/** The columns of the head, 0 if no table begins at `line`. */
function columnCount(state: BlockState, line: number, end: number): number {
  const { table } = state;
  if (state.rules.tables.others === 'pipes') return 0;
  if (line + 2 > end || !mayBeDelimiter(table.firstCode(line + 1))) return 0;
  if (table.indentOf(line + 1) < table.blockIndent || isIndented(state, line + 1)) return 0;
  const dashes = table.trimmedStart(line + 1);
  const columns = delimiterColumns(dashes);
  if (columns === 0 || !state.rules.tables.dashes.test(dashes.trimEnd())) return 0;
  const head = table.trimmedStart(line);
  if (!head.includes('|') || isIndented(state, line)) return 0;
  if (splitRow(head.trim()).length !== columns) return 0;
  return mayBeHead(head, dashes, state.rules) ? columns : 0;
}

function mayBeDelimiter(code: number): boolean {
  return code === 124 || code === 45 || code === 58;
}

function delimiterColumns(row: string): number {
  const first = row.charCodeAt(0);
  const second = row.charCodeAt(1);
  if (!/^[|:-][|: \t-]+$/.test(row) || (first === 45 && isSpace(second))) return 0;
  const cells = row.split('|');
  let columns = 0;
  for (const [index, cell] of cells.entries()) {
    const trimmed = cell.trim();
    if (trimmed === '' && (index === 0 || index === cells.length - 1)) continue;
    if (!/^:?-+:?$/.test(trimmed)) return 0;
    columns++;
  }
  return columns;
}

/** Whether a line above a row of dashes can be a head to the engine, if it is one to markdown-it. */
export function mayBeHead(
  line: string,
  dashes: string,
  { displaysHoldLines, tables }: EngineRules,
): boolean {
  if (displaysHoldLines) return !leavesDisplayOpen(line);
  if (tables.rows === 'python') return isPythonHead(line, dashes);
  if (tables.others !== 'apart' && tables.others !== 'dashes') return true;
  return !otherBlock.test(line) && !(tables.escapesPipes && splitPipe.test(line));
}

/** What comes before tables. */
const otherBlock = /^(?:>|(?:[-+*]|\d+[.)]|#{1,6})\s)/;
/** To markdown-it any backslash before a pipe keeps it from ending a cell. */
const splitPipe = /(?<!\\)(?:\\{2})+\|/;

function leavesDisplayOpen(line: string): boolean {
  const matcher = new FormulaMatcher(line, null);
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code !== 36 && code !== 92) continue;
    const opener = openerAt(line, at);
    const formula = opener === null ? null : matcher.close(at, opener);
    if (formula !== null) at = formula.end - 1;
    else if (opener !== null && isDisplay(opener.delimiter)) return true;
    else if (code === 92) at++;
  }
  return false;
}

/** Whether a line that is no head and no row of dashes can be a row. */
export function isRow(line: string, { tables }: EngineRules): boolean {
  return tables.rows !== 'piped' || line.includes('|');
}

export const startsTable: Terminator = (state, line, end) => columnCount(state, line, end) > 0;

export const tableBlock: BlockRule = (state, line, end) => {
  const columns = columnCount(state, line, end);
  if (columns === 0) return null;
  const { table } = state;
  const parent = table.parent;
  table.parent = 'table';
  addCells(state, line, columns);
  let next = line + 2;
  let completed = 0;
  const ends = state.rules.tables.rows === 'python' ? 'rows' : 'quote';
  for (; next < end; next++) {
    if (table.indentOf(next) < table.blockIndent || state.interrupted(ends, next, end)) break;
    if (table.isEmpty(next) || isIndented(state, next)) break;
    if (!isRow(table.trimmedStart(next), state.rules)) break;
    completed += columns - splitRow(table.trimmedStart(next).trim()).length;
    if (completed > mostCompletedCells) break;
    addCells(state, next, columns);
  }
  table.parent = parent;
  state.line = next;
  return 'table';
};

function addCells(state: BlockState, line: number, columns: number): void {
  const { table } = state;
  const whole = table.content(line, line + 1, 0);
  const from = table.first(line) - (table.contentStart[line] ?? 0);
  const row = sliceMapped(whole, from, from + table.trimmedStart(line).trimEnd().length);
  const cells = splitRow(row.text);
  const shown = state.rules.tables.rows === 'piped' ? cells : cells.slice(0, columns);
  for (const cell of shown) {
    const text = row.text.slice(cell.start, cell.end);
    const trimmed = text.trim();
    if (trimmed === '') continue;
    const start = cell.start + text.indexOf(trimmed.charAt(0));
    const content = sliceMapped(row, start, start + trimmed.length);
    state.builder.inline(withoutEscapedPipes(content), inCell);
  }
}
