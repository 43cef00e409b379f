// Code, thematic breaks and ATX headings: blocks that hold no blocks.
import { isSpace } from './characters.js';
import { lazyCodeEnd } from './lazyCode.js';
import { closingFence, mayBeHeading, openingFence } from './python/fences.js';
import type { BlockRule, BlockState, Terminator } from './blockState.js';
import type { MappedText } from '../text/mapped.js';
import { sliceMapped } from '../text/mapped.js';

/** Four columns or more make code of a line, or the rest of a paragraph. */
export function isIndented(state: BlockState, line: number): boolean {
  return state.table.indentOf(line) - state.table.blockIndent >= 4;
}

export const indentedCode: BlockRule = (state, line, end) => {
  if (!isIndented(state, line)) return null;
  if (state.rules.indentedCode === 'lazy') {
    state.line = lazyCodeEnd(
      {
        isEmpty: (at) => state.table.isEmpty(at),
        isIndented: (at) => isIndented(state, at),
        text: (at) => lineOfCode(state, at, end),
      },
      line,
    );
    return 'code';
  }
  let next = line + 1;
  let last = next;
  for (; next < end; next++) {
    if (state.table.isEmpty(next)) continue;
    if (!isIndented(state, next)) break;
    last = next + 1;
  }
  state.line = last;
  return 'code';
};

interface FenceOpening {
  readonly marker: number;
  readonly length: number;
  readonly info: string;
}

function fenceOpening(state: BlockState, line: number, end: number): FenceOpening | null {
  const { table } = state;
  const marker = table.firstCode(line);
  if ((marker !== 96 && marker !== 126) || isIndented(state, line)) return null;
  const text = table.trimmedStart(line);
  let length = 1;
  while (text.charCodeAt(length) === marker) length++;
  const info = text.slice(length);
  if (length < 3 || (marker === 96 && info.includes('`'))) return null;
  return isFence(state, line, end) ? { marker, length, info } : null;
}

function isFence(state: BlockState, line: number, end: number): boolean {
  if (state.rules.fences === 'open') return true;
  if (state.rules.fences === 'python') return closingLine(state, line) >= 0;
  const { table } = state;
  const { base, level, blockIndent } = table;
  return state.fences.isClosed(
    {
      level,
      blockIndent,
      text: (at) => lineOfCode(state, at - base, end),
      isIndented: (at) => isIndented(state, at - base),
    },
    base + line,
  );
}

function lineOfCode({ table }: BlockState, line: number, end: number): string | null {
  const isOutside = !table.isEmpty(line) && table.indentOf(line) < table.blockIndent;
  return line >= end || isOutside ? null : table.trimmedStart(line);
}

/** Where Python-Markdown has the end of code that begins at `line`; `-1` if none does. */
function closingLine(state: BlockState, line: number): number {
  const { table, fences, displays } = state;
  if (table.first(line) > 0) return -1;
  const { base } = table;
  const close = closingFence(
    base + line,
    (at) => (at - base < table.total ? table.text(at - base) : null),
    fences.unclosed,
  );
  if (openingFence(table.text(line)) !== null)
    displays.lookedTo = Math.max(
      displays.lookedTo,
      close < 0 ? base + table.total : base + close + 1,
    );
  return close < 0 ? -1 : close - base;
}

export const startsFence: Terminator = (state, line, end) =>
  fenceOpening(state, line, end) !== null;

export const fencedCode: BlockRule = (state, line, end) => {
  const opening = fenceOpening(state, line, end);
  if (opening === null) return null;
  const { table } = state;
  const close = state.rules.fences === 'python' ? closingLine(state, line) : -1;
  let next = Math.max(line + 1, close);
  let closed = close >= 0;
  table.see(next);
  for (; !closed && next < end; next++) {
    if (!table.isEmpty(next) && table.indentOf(next) < table.blockIndent) break;
    closed = closesFence(state, next, opening);
    if (closed) break;
  }
  state.line = next + (closed ? 1 : 0);
  const last = state.line - 1;
  const start = (table.offset[line] ?? 0) + table.first(line);
  const spanEnd = (table.offset[last] ?? 0) + table.endOf(last);
  state.builder.fence({
    info: opening.info,
    span: { start, end: spanEnd },
    body: codeLines(state, line + 1, next, table.indentOf(line)),
  });
  return 'code';
};

/** The lines of code with their ends; the last line of a post may have none. */
function codeLines(state: BlockState, from: number, to: number, indent: number): MappedText {
  const body = state.table.content(from, to, indent);
  const last = to - 1;
  const ends = from < to && state.table.endOf(last) < state.table.text(last).length;
  return !ends ? body : { text: `${body.text}\n`, pieces: body.pieces };
}

function closesFence(state: BlockState, line: number, opening: FenceOpening): boolean {
  if (state.table.firstCode(line) !== opening.marker || isIndented(state, line)) return false;
  const text = state.table.trimmedStart(line).trimEnd();
  if (text.length < opening.length) return false;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== opening.marker) return false;
  return true;
}

export const isThematicBreak: Terminator = (state, line) => {
  const marker = state.table.firstCode(line);
  if ((marker !== 42 && marker !== 45 && marker !== 95) || isIndented(state, line)) return false;
  const text = state.table.trimmedStart(line);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === marker) count++;
    else if (!isSpace(code)) return false;
  }
  return count >= 3;
};

export const thematicBreak: BlockRule = (state, line, end) => {
  if (!isThematicBreak(state, line, end)) return null;
  state.line = line + 1;
  return 'thematicBreak';
};

function headingLevel(state: BlockState, line: number): number {
  if (state.table.firstCode(line) !== 35 || isIndented(state, line)) return 0;
  const text = state.table.trimmedStart(line);
  const before = state.table.text(line).slice(0, state.table.first(line));
  if (state.rules.hashes === 'python' && !mayBeHeading(before, text)) return 0;
  let level = 1;
  while (text.charCodeAt(level) === 35) level++;
  return level <= 6 && (level === text.length || isSpace(text.charCodeAt(level))) ? level : 0;
}

export const isHeading: Terminator = (state, line) => headingLevel(state, line) > 0;

export const atxHeading: BlockRule = (state, line) => {
  const level = headingLevel(state, line);
  if (level === 0) return null;
  const content = state.table.content(line, line + 1, 0);
  const { text } = content;
  const marks = state.table.first(line) - (state.table.contentStart[line] ?? 0) + level;
  let end = trimEnd(text, marks);
  let closing = end;
  while (closing > marks && text.charCodeAt(closing - 1) === 35) closing--;
  if (closing > marks && closing < end && isSpace(text.charCodeAt(closing - 1)))
    end = trimEnd(text, marks, closing);
  let start = marks;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  state.builder.heading(level, sliceMapped(content, start, Math.max(start, end)));
  state.line = line + 1;
  return 'heading';
};

function trimEnd(text: string, from: number, to = text.length): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}
