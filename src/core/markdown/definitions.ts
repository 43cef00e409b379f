// Link reference definitions: `[label]: target "title"`, over as many lines as they take.
import { isSpace } from './characters.js';
import { isAllowedTarget } from './htmlTags.js';
import { isIndented } from './leafBlocks.js';
import { continueTitle, destinationAt, titleAt, type TitleResult } from './linkParts.js';
import type { BlockRule, BlockState } from './blockState.js';

const longestLabel = 999;

/** A place in the lines of a definition. */
interface Cursor {
  readonly line: number;
  readonly at: number;
}

export const linkDefinition: BlockRule = (state, line, end) => {
  const { table } = state;
  if (table.firstCode(line) !== 91 || isIndented(state, line)) return null;
  const label = readLabel(state, line, end);
  if (label === null) return null;
  const begin = skipSpace(state, label.next, end);
  const destination = destinationAt(table.text(begin.line), begin.at, table.endOf(begin.line));
  if (destination === null || !isAllowedTarget(destination.value)) return null;
  const behind: Cursor = { line: begin.line, at: destination.end };
  const title = readTitle(state, behind, end);
  const last =
    title !== null && endsLine(state, title) ? title : endsLine(state, behind) ? behind : null;
  if (last === null || label.text.trim() === '') return null;
  state.line = last.line + 1;
  const start = (table.offset[line] ?? 0) + table.first(line);
  const spanEnd = (table.offset[last.line] ?? 0) + last.at;
  state.builder.definition({
    label: label.text,
    target: destination.value,
    title: last === title ? title.value : '',
    span: { start, end: spanEnd },
  });
  return 'definitions';
};

/** The label up to `]:`. */
function readLabel(
  state: BlockState,
  line: number,
  end: number,
): { text: string; next: Cursor } | null {
  const { table } = state;
  let cursor: Cursor = { line, at: table.first(line) + 1 };
  let label = '';
  for (;;) {
    const text = table.text(cursor.line);
    const lineEnd = table.endOf(cursor.line);
    let at = cursor.at;
    for (; at < lineEnd; at++) {
      const code = text.charCodeAt(at);
      if (code === 91) return null;
      if (code === 93) break;
      if (code === 92) at++;
    }
    label += text.slice(cursor.at, Math.min(at, lineEnd));
    if (label.length > 2 * longestLabel) return null;
    if (at < lineEnd) {
      if (text.charCodeAt(at + 1) !== 58 || [...label].length > longestLabel) return null;
      return { text: label, next: { line: cursor.line, at: at + 2 } };
    }
    const next = nextLine(state, cursor.line, end);
    if (next === null) return null;
    label += '\n';
    cursor = next;
  }
}

/** The beginning of the next line, if it continues a definition. */
function nextLine(state: BlockState, line: number, end: number): Cursor | null {
  const { table } = state;
  const next = line + 1;
  if (next >= Math.min(end, table.count) || table.isEmpty(next)) return null;
  const indent = table.indentOf(next);
  const continues = indent - table.blockIndent > 3 || indent < 0;
  if (!continues && state.interruptedIn('reference', next, end)) return null;
  return { line: next, at: table.first(next) };
}

/** Over spaces, and over line ends as far as the definition goes on. */
function skipSpace(state: BlockState, from: Cursor, end: number): Cursor {
  const { table } = state;
  let { line, at } = from;
  for (;;) {
    const text = table.text(line);
    const lineEnd = table.endOf(line);
    while (at < lineEnd && isSpace(text.charCodeAt(at))) at++;
    if (at < lineEnd) return { line, at };
    const next = nextLine(state, line, end);
    if (next === null) return { line, at };
    ({ line, at } = next);
  }
}

function readTitle(
  state: BlockState,
  from: Cursor,
  end: number,
): (Cursor & { value: string }) | null {
  const { table } = state;
  const begin = skipSpace(state, from, end);
  if (begin.line === from.line && begin.at === from.at) return null;
  let { line } = begin;
  let title: TitleResult = titleAt(table.text(line), begin.at, table.endOf(line));
  while (title.kind === 'open') {
    const next = nextLine(state, line, end);
    if (next === null) return null;
    ({ line } = next);
    title = continueTitle(table.text(line), next.at, table.endOf(line), {
      ...title,
      value: `${title.value}\n`,
    });
  }
  return title.kind === 'title' ? { line, at: title.end, value: title.value } : null;
}

function endsLine(state: BlockState, cursor: Cursor): boolean {
  return (
    state.table.text(cursor.line).slice(cursor.at, state.table.endOf(cursor.line)).trim() === ''
  );
}
