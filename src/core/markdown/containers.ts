// Block quotes, lists and footnote definitions: blocks that hold blocks.
import { isDigit, isSpace } from './characters.js';
import { behindQuoteMark, type LineStart } from './quoteMark.js';
import { endsHeldQuote, endsQuote, heldIndent, holdsLine } from './paragraphEnds.js';
import { isIndented } from './leafBlocks.js';
import { listEndsParagraph, markPlace, mayBeginItem } from './listRules.js';
import { looseIndents } from './looseLists.js';
import type { ListSpacing } from './blockBuilder.js';
import type { BlockRule, BlockState, Terminator } from './blockState.js';

export const startsQuote: Terminator = (state, line) =>
  state.table.firstCode(line) === 62 && !isIndented(state, line);

export const blockQuote: BlockRule = (state, line, end) => {
  if (!startsQuote(state, line, end)) return null;
  const { table } = state;
  const { parent, blockIndent, count } = table;
  table.parent = 'quote';
  const saved: LineStart[] = [];
  const last = stripQuote(state, line, end, saved);
  table.blockIndent = 0;
  table.level++;
  state.blocksOf(null, line, last);
  table.level--;
  table.count = count;
  table.parent = parent;
  table.blockIndent = blockIndent;
  saved.forEach((old, index) => restoreLine(state, line + index, old));
  return 'quote';
};

/** Takes `>` from the lines of a quote, and marks its lazy lines; the line behind them. */
function stripQuote(state: BlockState, line: number, end: number, saved: LineStart[]): number {
  const { table } = state;
  let lastEmpty = false;
  let next = line;
  for (; next < end && !table.isEmpty(next); next++) {
    if (isMarked(state, next)) {
      saved.push(saveLine(state, next));
      lastEmpty = stripMark(state, next);
      continue;
    }
    if (lastEmpty && !state.rules.quotesHoldLines) break;
    if (isQuoteEnd(state, next, end)) {
      table.count = next;
      if (table.blockIndent !== 0) {
        saved.push(saveLine(state, next));
        table.indent[next] = table.indentOf(next) - table.blockIndent;
      }
      break;
    }
    saved.push(saveLine(state, next));
    // A lazy line: whether it goes on the paragraph is decided already.
    table.indent[next] = state.rules.quotesHoldLines ? heldIndent(table, next) : -1;
  }
  return next;
}

function isMarked(state: BlockState, line: number): boolean {
  const { table, rules } = state;
  if (table.firstCode(line) !== 62 || table.indentOf(line) < table.blockIndent) return false;
  return !rules.quotesHoldLines || !isIndented(state, line);
}

function isQuoteEnd(state: BlockState, line: number, end: number): boolean {
  const { table, rules } = state;
  if (holdsLine(table, line, rules)) return endsHeldQuote(table, line, rules);
  return endsQuote(table.trimmedStart(line), rules) || state.interrupted('quote', line, end);
}

/** Moves a line's content behind its `>`; tells whether nothing follows. */
function stripMark(state: BlockState, line: number): boolean {
  const { table } = state;
  const end = table.endOf(line);
  const content = behindQuoteMark(table.text(line), end, saveLine(state, line));
  restoreLine(state, line, content);
  return content.firstChar >= end;
}

function saveLine(state: BlockState, line: number): LineStart {
  const { table } = state;
  table.see(line);
  return {
    contentStart: table.contentStart[line] ?? 0,
    firstChar: table.firstChar[line] ?? 0,
    indent: table.indent[line] ?? 0,
    tabBase: table.tabBase[line] ?? 0,
  };
}

function restoreLine(state: BlockState, line: number, saved: LineStart): void {
  const { table } = state;
  table.contentStart[line] = saved.contentStart;
  table.firstChar[line] = saved.firstChar;
  table.indent[line] = saved.indent;
  table.tabBase[line] = saved.tabBase;
}

interface ListMark {
  /** Behind the mark. */
  readonly end: number;
  /** `-`, `+`, `*`, `.` or `)`: another one begins another list. */
  readonly code: number;
  readonly ordered: boolean;
  readonly value: number;
}

function listMark(state: BlockState, line: number): ListMark | null {
  const { table } = state;
  const code = table.firstCode(line);
  const text = table.text(line);
  const first = table.first(line);
  const end = table.endOf(line);
  if (code === 42 || code === 43 || code === 45) {
    const spaced = first + 1 >= end || isSpace(text.charCodeAt(first + 1));
    return spaced ? { end: first + 1, code, ordered: false, value: 0 } : null;
  }
  if (!isDigit(code)) return null;
  let at = first;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  const mark = at < end ? text.charCodeAt(at) : -1;
  if (at - first > 9 || (mark !== 41 && mark !== 46)) return null;
  if (at + 1 < end && !isSpace(text.charCodeAt(at + 1))) return null;
  return { end: at + 1, code: mark, ordered: true, value: Number(text.slice(first, at)) };
}

/** Lines far to the right of the list around are no items. */
function isTooDeep(state: BlockState, line: number): boolean {
  const { table } = state;
  const indent = table.indentOf(line);
  return table.listIndent >= 0 && indent - table.listIndent >= 4 && indent < table.blockIndent;
}

export const startsList: Terminator = (state, line) => {
  if (isIndented(state, line) || isTooDeep(state, line)) return false;
  const mark = listMark(state, line);
  if (mark === null) return false;
  const { table, rules } = state;
  const text = table.trimmedStart(line);
  const place = markPlace(table, line);
  const ends = table.parent === 'paragraph' ? listEndsParagraph(text, place, rules) : null;
  if (ends !== null) return ends;
  if (!mayBeginItem(text, place, rules)) return false;
  if (table.parent !== 'paragraph' || table.indentOf(line) < table.blockIndent) return true;
  // Only a list that begins with 1 and has text can break a paragraph.
  if (mark.ordered && mark.value !== 1) return false;
  return table.text(line).slice(mark.end, table.endOf(line)).trim() !== '';
};

export const listBlock: BlockRule = (state, line, end) => {
  if (isIndented(state, line) || isTooDeep(state, line)) return null;
  const mark = listMark(state, line);
  const { table, rules } = state;
  if (mark === null || !mayBeginItem(table.trimmedStart(line), markPlace(table, line), rules))
    return null;
  const saved = rules.lists === 'loose' ? indentLoose(state, line, end) : [];
  listItems(state, line, end, mark);
  saved.forEach((indent, index) => (table.indent[line + index] = indent));
  return 'list';
};

/** Indents the lines of loose items as much as their text; answers how much they were. */
function indentLoose({ table }: BlockState, line: number, end: number): readonly number[] {
  return looseIndents(table, line, Math.min(end, table.count)).map((indent, index) => {
    const before = table.indentOf(line + index);
    table.indent[line + index] = indent;
    return before;
  });
}

function listItems(state: BlockState, line: number, end: number, first: ListMark): void {
  const { table } = state;
  let mark: ListMark | null = first;
  const { parent } = table;
  const { code, ordered } = mark;
  const list = spacingOf(state);
  table.parent = 'list';
  table.level++;
  let next = line;
  while (next < end && mark !== null && mark.code === code && mark.ordered === ordered) {
    if (list !== null && next > line && table.isEmpty(next - 1)) list.isTight = false;
    listItem(state, next, end, mark, list);
    next = state.line;
    if (next >= end || table.indentOf(next) < table.blockIndent || isIndented(state, next)) break;
    if (state.interrupted('list', next, end)) break;
    mark = listMark(state, next);
  }
  table.level--;
  table.parent = parent;
  state.line = next;
}

/** Where the page does not come from what the engine makes of a text, nobody asks. */
function spacingOf({ builder, rules }: BlockState): ListSpacing | null {
  if (rules.protects === 'all') return null;
  builder.wait();
  return { isTight: true };
}

function listItem(
  state: BlockState,
  line: number,
  end: number,
  mark: ListMark,
  list: ListSpacing | null,
): void {
  const { table } = state;
  const saved = saveLine(state, line);
  const { blockIndent, listIndent } = table;
  const initial = saved.indent + mark.end - saved.firstChar;
  const text = table.text(line);
  const lineEnd = table.endOf(line);
  let at = mark.end;
  let column = initial;
  for (; at < lineEnd && isSpace(text.charCodeAt(at)); at++) {
    column += text.charCodeAt(at) === 9 ? 4 - ((column + saved.tabBase) % 4) : 1;
  }
  const gap = at >= lineEnd || column - initial > 4 ? 1 : column - initial;
  table.listIndent = blockIndent;
  table.blockIndent = initial + gap;
  table.firstChar[line] = at;
  table.indent[line] = column;
  table.level++;
  if (at >= lineEnd && table.isEmpty(line + 1)) state.line = Math.min(line + 2, end);
  else state.blocksOf(list, line, end);
  table.level--;
  table.listIndent = listIndent;
  table.blockIndent = blockIndent;
  table.firstChar[line] = saved.firstChar;
  table.indent[line] = saved.indent;
}

function footnoteLabelEnd(state: BlockState, line: number): number {
  const { table } = state;
  if (table.firstCode(line) !== 91) return -1;
  const match = /^\[\^[^\] ]+\]:/.exec(table.trimmedStart(line));
  return match === null ? -1 : table.first(line) + match[0].length;
}

export const startsFootnote: Terminator = (state, line) => footnoteLabelEnd(state, line) >= 0;

/** `[^label]: text`, with more text behind it indented by four columns. */
export const footnoteDefinition: BlockRule = (state, line, end) => {
  const labelEnd = footnoteLabelEnd(state, line);
  if (labelEnd < 0) return null;
  const { table } = state;
  const saved = saveLine(state, line);
  const { parent, blockIndent } = table;
  const initial = saved.indent + labelEnd - saved.firstChar;
  const text = table.text(line);
  let at = labelEnd;
  let column = initial;
  for (; at < table.endOf(line) && isSpace(text.charCodeAt(at)); at++) {
    column += text.charCodeAt(at) === 9 ? 4 - (column % 4) : 1;
  }
  table.contentStart[line] = labelEnd;
  table.firstChar[line] = at;
  table.blockIndent = blockIndent + 4;
  table.indent[line] =
    column - initial < table.blockIndent ? column - initial + table.blockIndent : column - initial;
  table.parent = 'footnote';
  table.level++;
  state.blocksOf(null, line, end);
  table.level--;
  table.parent = parent;
  table.blockIndent = blockIndent;
  restoreLine(state, line, saved);
  return 'paragraph';
};
