// Paragraphs and setext headings, with the displays that hold their lines together.
import { isTrimmed } from './characters.js';
import { endsParagraph, isUnderline, leavesItem } from './paragraphEnds.js';
import { protectedBlockAt } from './protectedBlocks.js';
import { markLength } from './listRules.js';
import { isIndented } from './leafBlocks.js';
import { pipeCell, pipeTableAt } from './pipeTable.js';
import { inCell, inHeading, inParagraph, quoteMark, type TextPlace } from './textPlace.js';
import { passesThrough } from './protectedTexts.js';
import { sliceMapped, type MappedText } from '../text/mapped.js';
import type { EngineRules } from '../site/engine.js';
import type { BlockKind } from './block.js';
import type { BlockRule, BlockState } from './blockState.js';
import { containerKey, type ContainerLines } from './containerLines.js';

export const paragraph: BlockRule = (state, line, end) => {
  const { parent } = state.table;
  // Some constructs end other blocks, but no paragraph; they ask what they would end.
  state.table.parent = 'paragraph';
  const kind =
    takeDisplay(state, line, end) ?? takeTable(state, line, end) ?? takeParagraph(state, line, end);
  state.table.parent = parent;
  return kind;
};

/** A display that the engine knows as a block. */
function takeDisplay(state: BlockState, line: number, end: number): BlockKind | null {
  // A site that leaves all formulas alone is what is typed in most, and has no such blocks.
  if (state.rules.protects === 'all') return null;
  const { base } = state.table;
  const block = protectedBlockAt(containerLines(state, end), base + line, state.rules);
  if (block === null) return null;
  const next = block.end - base;
  const content = trimmed(state.table.content(line, next, state.table.blockIndent));
  state.line = next;
  state.builder.display(content, block.protection);
  return 'paragraph';
}

/** A table that is not markdown-it's. */
function takeTable(state: BlockState, line: number, end: number): BlockKind | null {
  if (state.rules.tables.others !== 'pipes') return null;
  const { table } = state;
  const found = pipeTableAt(containerLines(state, end), table.base + line, state.rules);
  if (found === null) return null;
  for (const { line: at, cells } of found.rows) {
    const row = table.content(at - table.base, at - table.base + 1, table.blockIndent);
    for (const cell of cells) state.builder.inline(pipeCell(row, cell), inCell);
  }
  state.line = found.end - table.base;
  return 'table';
}

function takeParagraph(state: BlockState, line: number, end: number): BlockKind {
  const { table } = state;
  const next = state.rules.displaysHoldLines
    ? state.displays.paragraphEnd(containerLines(state, end), table.base + line) - table.base
    : plainEnd(state, line + 1, end);
  const level = next < end ? headingLevel(state, line, next) : 0;
  const content = withoutMark(trimmed(table.content(line, next, table.blockIndent)), state.rules);
  state.line = level > 0 ? next + 1 : next;
  const place = placeOf(state, line, next, level > 0 ? inHeading : inParagraph);
  if (level > 0) state.builder.heading(level, content, place);
  else state.builder.inline(content, place, state.list);
  return level > 0 ? 'heading' : 'paragraph';
}

/** Of the lines from `first` on. */
function placeOf(state: BlockState, first: number, next: number, place: TextPlace): TextPlace {
  const marks = quoteMarks(state, first, next);
  const returns = state.rules.typography === 'goldmark' && state.table.text(first).endsWith('\r\n');
  return marks === null && !returns ? place : { ...place, marks, returns };
}

/** The marks of quotes before the lines from `first` on; asked for where text is passed through. */
function quoteMarks({ table, rules }: BlockState, first: number, next: number): TextPlace['marks'] {
  if (table.level === 0 || !passesThrough(rules)) return null;
  const starts = table.contentStart.slice(first, next);
  return (line) => quoteMark(table.text(first + line).slice(0, starts[line]));
}

/** Lines count from the post's first one. */
function containerLines(state: BlockState, end: number): ContainerLines {
  const { base } = state.table;
  return {
    container: containerKey(state.table.level, state.table.blockIndent),
    text: (at, paragraphEnded) => containerText(state, at - base, end, paragraphEnded),
    source: (at) => state.table.text(at - base),
    itemStart: () => (state.table.item === null ? null : state.table.item + base),
    isBehindGap: (at) => state.isBehindGap(at - base),
    goesOn: (at) => !endsContainer(state, at - base, end),
    plainEnd: (at) => plainEnd(state, at - base, end) + base,
  };
}

/** The first line from `from` on that does not go on the paragraph before it. */
export function plainEnd(state: BlockState, from: number, end: number): number {
  const { table, rules } = state;
  let line = from;
  for (; line < end && !table.isEmpty(line); line++) {
    const indent = table.indentOf(line);
    if (indent - table.blockIndent > 3) {
      if (rules.indentEndsParagraphs) break;
      continue;
    }
    if (headingLevel(state, from - 1, line) > 0) break;
    // A site that leaves all formulas alone is what is typed in most, and has markdown-it's paragraphs.
    if (rules.protects !== 'all' && endsParagraph(table, from - 1, line, end, rules)) break;
    if (indent >= 0 && state.interrupted('paragraph', line, end)) break;
  }
  return line;
}

/** Whether the lines of a container end before a line, or it is blank. */
function endsContainer(state: BlockState, line: number, end: number): boolean {
  return (containerText(state, line, end, false) ?? '') === '';
}

/** Lines that are less indented than their container belong to it only if they are lazy. */
function containerText(
  state: BlockState,
  line: number,
  end: number,
  paragraphEnded: boolean,
): string | null {
  const { table } = state;
  if (line >= end) return null;
  if (table.isEmpty(line)) return '';
  const indent = table.indentOf(line);
  if (indent >= 0 && indent < table.blockIndent) {
    if (
      paragraphEnded ||
      leavesItem(table, line, state.rules) ||
      state.interrupted('paragraph', line, end)
    )
      return null;
  }
  return table.lineContent(line, table.blockIndent);
}

/** What the underline at `line` makes of the lines from `first` on, 0 if it is none. */
function headingLevel(state: BlockState, first: number, line: number): number {
  const may = state.rules.underlines === 'paragraph' || line === first + 1;
  const level = may ? underlineLevel(state, line) : 0;
  return level > 0 && state.rules.needsBlankLines && !state.isBehindGap(first) ? 0 : level;
}

/** 1 for a line of `=`, 2 for a line of `-`, else 0. */
function underlineLevel(state: BlockState, line: number): number {
  const { table } = state;
  const code = table.firstCode(line);
  if (code !== 45 && code !== 61) return 0;
  if (isIndented(state, line) || table.indentOf(line) < table.blockIndent) return 0;
  return isUnderline(
    table.trimmedStart(line),
    table.indentOf(line) - table.blockIndent,
    state.rules,
  )
    ? code === 61
      ? 1
      : 2
    : 0;
}

function withoutMark(content: MappedText, rules: EngineRules): MappedText {
  const length = markLength(content.text, rules);
  return length === 0 ? content : sliceMapped(content, length, content.text.length);
}

function trimmed(content: MappedText): MappedText {
  const { text } = content;
  let start = 0;
  let end = text.length;
  while (start < end && isTrimmed(text.charCodeAt(start))) start++;
  while (end > start && isTrimmed(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? content : sliceMapped(content, start, end);
}
