// markdown-it's rule for tables, kept to what the engine of the site takes for one.
import { splitRow } from '../core/markdown/cells.js';
import { isRow, mayBeHead } from '../core/markdown/table.js';
import type { EngineRules } from '../core/site/engine.js';
import { lineText, type BlockRule, type BlockState } from './placedLines.js';

export function guardTable(table: BlockRule, rules: () => EngineRules): BlockRule {
  return (state, line, end, silent) => {
    if (rules().tables.others === 'pipes' || !table(state, line, end, true)) return false;
    if (!rules().tables.dashes.test(lineText(state, line + 1).trimEnd())) return false;
    if (!mayBeHead(lineText(state, line), rules())) return false;
    return silent || rowsOf(table, rules())(state, line, end, false);
  };
}

/** The rule, with the rows that the engine takes, and all cells of them that it shows. */
function rowsOf(table: BlockRule, rules: EngineRules): BlockRule {
  if (rules.tables.rows === 'any') return table;
  return (state, line, end, silent) => {
    let last = Math.min(line + 2, end);
    while (last < end && isRow(lineText(state, last), rules)) last++;
    const from = state.tokens.length;
    if (!table(state, line, last, silent)) return false;
    const tokens = state.tokens.splice(from);
    const columns = tokens.filter(({ type }) => type === 'th_open').length;
    let row = line;
    for (const token of tokens) {
      if (token.type === 'tr_open') row = token.map?.[0] ?? row;
      if (token.type === 'tr_close') addCells(state, row, columns, token.level + 1);
      state.tokens.push(token);
    }
    return true;
  };
}

/** The cells of a row behind those that the head has. */
function addCells(state: BlockState, line: number, columns: number, level: number): void {
  const outside = state.level;
  state.level = level;
  const row = lineText(state, line).trim();
  for (const { start, end } of splitRow(row).slice(columns)) {
    state.push('td_open', 'td', 1);
    const inline = state.push('inline', '', 0);
    inline.content = row.slice(start, end).replaceAll('\\|', '|').trim();
    inline.children = [];
    state.push('td_close', 'td', -1);
  }
  state.level = outside;
}
