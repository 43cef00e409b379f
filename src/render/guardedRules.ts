// markdown-it's rules for tables and HTML, kept to what the engine of the site takes for one.
import type { MarkdownIt } from 'markdown-it';
import { beginsHtml, elementEnd, htmlEndsParagraph } from '../core/markdown/htmlBlocks.js';
import { splitRow } from '../core/markdown/cells.js';
import { beginsItem, listEndsParagraph } from '../core/markdown/listRules.js';
import { looseIndents } from '../core/markdown/looseLists.js';
import type { PlacedLines } from '../core/markdown/paragraphEnds.js';
import { isRow, mayBeHead } from '../core/markdown/table.js';
import type { EngineRules } from '../core/site/engine.js';

type BlockState = Parameters<MarkdownIt['block']['tokenize']>[0];
export type BlockRule = (state: BlockState, line: number, end: number, silent: boolean) => boolean;

/** The function of an enabled rule: the one that goes when the rule is disabled. */
export function ruleNamed(md: MarkdownIt, name: string): BlockRule | undefined {
  const { ruler } = md.block;
  const all = ruler.getRules('');
  ruler.disable(name, true);
  const others = new Set(ruler.getRules(''));
  const rule = all.find((candidate) => !others.has(candidate));
  if (rule !== undefined) ruler.enable(name);
  return rule;
}

export function guardTable(table: BlockRule, rules: () => EngineRules): BlockRule {
  return (state, line, end, silent) => {
    if (!table(state, line, end, true)) return false;
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

export function guardList(list: BlockRule, rules: () => EngineRules): BlockRule {
  return (state, line, end, silent) => {
    const text = lineText(state, line);
    const isEnd = silent && state.parentType === 'paragraph';
    const ends = isEnd ? listEndsParagraph(text, state.listIndent >= 0, rules()) : null;
    if (ends !== null) return ends && endsAny(state, () => list(state, line, end, true));
    if (!beginsItem(text, rules())) return false;
    if (silent || rules().lists !== 'loose') return list(state, line, end, silent);
    const saved = indentLoose(state, line, end);
    const isList = list(state, line, end, false);
    saved.forEach((indent, index) => (state.sCount[line + index] = indent));
    return isList;
  };
}

/** In a paragraph markdown-it begins no list without text, or with another number than 1. */
function endsAny(state: BlockState, ask: () => boolean): boolean {
  const parent = state.parentType;
  state.parentType = 'root';
  const answer = ask();
  state.parentType = parent;
  return answer;
}

/** Indents the lines of loose items as much as their text; answers how much they were. */
function indentLoose(state: BlockState, line: number, end: number): readonly number[] {
  const lines = placedLines(state);
  return looseIndents(lines, line, Math.min(end, state.lineMax)).map((indent, index) => {
    const before = lines.indentOf(line + index);
    state.sCount[line + index] = indent;
    return before;
  });
}

export function guardHtml(html: BlockRule, rules: () => EngineRules): BlockRule {
  return (state, line, end, silent) => {
    const engine = rules();
    const text = lineText(state, line);
    const isOutOfColumn = (state.sCount[line] ?? 0) > state.blkIndent && state.listIndent < 0;
    if (!beginsHtml(text, engine) || (silent && !htmlEndsParagraph(text, isOutOfColumn, engine)))
      return false;
    const lines = silent ? 0 : elementEnd(engine, (index) => elementLine(state, line + index, end));
    if (lines === 0 || !html(state, line, end, true)) return html(state, line, end, silent);
    const token = state.push('html_block', '', 0);
    state.line = line + lines;
    token.map = [line, state.line];
    token.content = state.getLines(line, state.line, state.blkIndent, true);
    return true;
  };
}

function elementLine(state: BlockState, line: number, end: number): string | null {
  const isOutside = !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent;
  return line >= end || isOutside ? null : lineText(state, line);
}

export function placedLines(state: BlockState): PlacedLines {
  return {
    blockIndent: state.blkIndent,
    listIndent: state.listIndent,
    isEmpty: (line) => state.isEmpty(line),
    indentOf: (line) => state.sCount[line] ?? 0,
    trimmedStart: (line) => lineText(state, line),
    before: (line) => {
      const start = state.bMarks[line] ?? 0;
      const lineStart = start === 0 ? 0 : state.src.lastIndexOf('\n', start - 1) + 1;
      return state.src.slice(lineStart, start + (state.tShift[line] ?? 0));
    },
  };
}

/** A line from its first character that is no blank. */
export function lineText(state: BlockState, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
