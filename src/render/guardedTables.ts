// markdown-it's rule for tables, kept to what the engine of the site takes for one.
import { splitRow } from '../core/markdown/cells.js';
import { isRow, mayBeHead } from '../core/markdown/table.js';
import type { EngineRules } from '../core/site/engine.js';
import { lineText, type BlockRule, type BlockState } from './placedLines.js';

/** `rowEnds` are the rules for what alone ends the rows of a table of Python-Markdown but a blank line. */
export function guardTable(
  table: BlockRule,
  rules: () => EngineRules,
  rowEnds: readonly BlockRule[],
): BlockRule {
  return (state, line, end, silent) => {
    const { others, endParagraphs } = rules().tables;
    if (others === 'pipes' || (silent && !endParagraphs)) return false;
    if (!table(state, line, end, true)) return false;
    const dashes = lineText(state, line + 1);
    if (!rules().tables.dashes.test(dashes.trimEnd())) return false;
    if (!mayBeHead(lineText(state, line), dashes, rules())) return false;
    if (silent) return true;
    switch (rules().tables.rows) {
      case 'commonmark':
        return table(state, line, end, false);
      case 'piped':
        return pipedRows(table, state, line, end, rules());
      case 'python':
        return withRowsTo(rowEnds, state, () => table(state, line, end, false));
    }
  };
}

/** The rows that have a pipe, with all their cells. */
function pipedRows(
  table: BlockRule,
  state: BlockState,
  line: number,
  end: number,
  rules: EngineRules,
): boolean {
  let last = Math.min(line + 2, end);
  while (last < end && isRow(lineText(state, last), rules)) last++;
  const from = state.tokens.length;
  if (!table(state, line, last, false)) return false;
  const tokens = state.tokens.splice(from);
  const columns = tokens.filter(({ type }) => type === 'th_open').length;
  let row = line;
  for (const token of tokens) {
    if (token.type === 'tr_open') row = token.map?.[0] ?? row;
    if (token.type === 'tr_close') addCells(state, row, columns, token.level + 1);
    state.tokens.push(token);
  }
  return true;
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

/** The rule for tables asks for what ends a quote, too. */
function withRowsTo(
  rowEnds: readonly BlockRule[],
  state: BlockState,
  read: () => boolean,
): boolean {
  const { ruler } = state.md.block;
  const getRules = ruler.getRules.bind(ruler);
  ruler.getRules = () => [...rowEnds];
  try {
    return read();
  } finally {
    ruler.getRules = getRules;
  }
}
