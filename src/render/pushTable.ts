// A table that the scanner has found, as markdown-it's tokens.
import type { MarkdownIt } from 'markdown-it';
import { pipeCell, type PipeRow, type PipeTable } from '../core/markdown/pipeTable.js';
import { identityText } from '../core/text/mapped.js';

type BlockState = Parameters<MarkdownIt['block']['tokenize']>[0];

export function pushTable(state: BlockState, { rows, end }: PipeTable, line: number): void {
  state.push('table_open', 'table', 1).map = [line, end];
  const head = rows.filter(({ isHead }) => isHead);
  pushRows(state, 'thead', head);
  pushRows(state, 'tbody', rows.slice(head.length));
  state.push('table_close', 'table', -1);
}

function pushRows(state: BlockState, part: 'thead' | 'tbody', rows: readonly PipeRow[]): void {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return;
  state.push(`${part}_open`, part, 1).map = [first.line, last.line + 1];
  for (const row of rows) pushRow(state, row, part === 'thead' ? 'th' : 'td');
  state.push(`${part}_close`, part, -1);
}

function pushRow(state: BlockState, { line, cells }: PipeRow, tag: 'th' | 'td'): void {
  const content = identityText(state.getLines(line, line + 1, state.blkIndent, false), 0);
  state.push('tr_open', 'tr', 1).map = [line, line + 1];
  for (const cell of cells) {
    state.push(`${tag}_open`, tag, 1);
    const token = state.push('inline', '', 0);
    token.content = pipeCell(content, cell).text;
    token.children = [];
    state.push(`${tag}_close`, tag, -1);
  }
  state.push('tr_close', 'tr', -1);
}
