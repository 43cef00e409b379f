// Displays that a Markdown engine knows as blocks: they hold lines that look like anything else.
import type { EngineRules, Protection } from '../site/engine.js';
import type { ContainerLines } from './containerLines.js';
import { isGapBehind } from './gaps.js';
import { beginsItem, beginsNestedList } from './listMarks.js';
import { isEscaped } from './protectedTexts.js';

/** A block of lines, up to the line behind it, that the engine takes for one display. */
export interface ProtectedBlock {
  readonly end: number;
  readonly protection: Protection;
}

/** The display that begins at the line `start`; `null` if what begins there is a paragraph. */
export function protectedBlockAt(
  lines: ContainerLines,
  start: number,
  rules: EngineRules,
): ProtectedBlock | null {
  const { protects, needsBlankLines } = rules;
  if (protects === 'all') return null;
  if (needsBlankLines && !lines.isBehindGap(start)) return null;
  for (const protection of protects) {
    const end = blockEnd(lines, start, protection, rules);
    if (end >= 0) return { end, protection };
  }
  return null;
}

/** Whether a line, without its indentation, ends the paragraph before it, since it begins such a display. */
export function beginsProtectedBlock(line: string, { protects }: EngineRules): boolean {
  if (protects === 'all' || protects.length === 0) return false;
  return protects.some(({ where, open }) => where === 'fences' && line.trim() === open);
}

/** The content of such a block as the page has it, if it is rewritten there. */
export function displayInside(
  content: string,
  { open, close }: Protection,
): readonly [number, number] {
  return open === '\\begin' ? [0, content.length] : [open.length, content.length - close.length];
}

/** The line above an underline is a heading, whatever it looks like. */
function isUnderline(lines: ContainerLines, line: number): boolean {
  return /^(?:=+|-+)[ \t]*$/.test(lines.text(line, false) ?? '');
}

function blockEnd(
  lines: ContainerLines,
  start: number,
  protection: Protection,
  rules: EngineRules,
): number {
  switch (protection.where) {
    case 'block':
      return freeEnd(lines, start, protection, rules);
    case 'fences':
      return fencedEnd(lines, start, protection);
    case 'chunk':
      return chunkEnd(lines, start, protection);
    case 'inline':
    case 'line':
      return -1;
  }
}

function freeEnd(
  lines: ContainerLines,
  start: number,
  { open, close }: Protection,
  rules: EngineRules,
): number {
  const first = lines.text(start, false)?.trimStart();
  if (first === undefined || !first.startsWith(open) || isUnderline(lines, start + 1)) return -1;
  let rest: string | null = first.slice(open.length);
  let gap = false;
  for (let line = start; rest !== null;) {
    const at = rest.indexOf(close);
    if (at >= 0)
      return isBlank(rest.slice(at + close.length)) && endsBefore(lines, line + 1) ? line + 1 : -1;
    gap ||= isBlank(rest) && line > start;
    line++;
    rest = lines.text(line, gap);
    if (rest !== null && beginsItem(rest.trimStart(), rules) && beginsNestedList(lines, line))
      return -1;
  }
  return -1;
}

function fencedEnd(lines: ContainerLines, start: number, { open, close }: Protection): number {
  if (lines.text(start, false)?.trim() !== open) return -1;
  let gap = false;
  for (let line = start + 1; ; line++) {
    const text = lines.text(line, gap);
    // Without an end, all that follows is math.
    if (text === null) return line;
    if (text.trim() === close) return line + 1;
    gap ||= isBlank(text);
  }
}

function chunkEnd(lines: ContainerLines, start: number, { open, close }: Protection): number {
  const text = lines.text(start, false)?.trimEnd();
  // An item of a list is indented by four columns to the engine, and so may be by more than to us.
  const first = lines.container % 0x10000 > 0 ? text?.trimStart() : text;
  if (!first?.startsWith(open)) return -1;
  const begin = open === '\\begin' ? environment.exec(first)?.[0] : open;
  if (begin === undefined) return -1;
  const end = open === begin ? close : begin.replace('begin', 'end');
  return lineBehind(lines, start, first.slice(begin.length), end);
}

/** Behind the first line that ends with the delimiter `end` and may be the last; `rest` is the first one's. */
function lineBehind(lines: ContainerLines, start: number, rest: string, end: string): number {
  let length = 0;
  let text: string | undefined = rest;
  for (let line = start; line < start + mostLines; line++) {
    if (line > start) text = lines.text(line, false)?.trimEnd();
    if (text === undefined || (line > start && endsText.test(text))) return -1;
    length += text.length + (line > start ? 1 : 0);
    if (length > end.length && endsWith(text, end) && isLast(lines, line)) return line + 1;
    // A square bracket decides where it stands.
    if (end === '\\]' && text.includes(end)) return -1;
  }
  return -1;
}

/** A square bracket that is closed before the line's end ends no display. */
function endsWith(text: string, end: string): boolean {
  const at = end === '\\]' ? text.indexOf(end) : text.length - end.length;
  return at === text.length - end.length && text.endsWith(end) && !isEscaped(text, at);
}

function isLast(lines: ContainerLines, line: number): boolean {
  return lines.plainEnd(line + 1) === line + 1 && !isUnderline(lines, line + 1);
}

/** No display has more; any number of them without an end must not cost more. */
const mostLines = 1000;

/** A blank line, or HTML that is a block of its own. */
const endsText = /^\s*$|^ {0,3}(?:<!--|<\/?(?:div|p|table|pre|ul|ol)\b)/;

const environment = /^\\begin\{[a-z]+\*?\}/;

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Whether what needs a blank line behind it may end before a line. */
export function endsBefore(lines: ContainerLines, line: number): boolean {
  return !lines.goesOn(line) || isGapBehind(lines.text(line, false) ?? 'text');
}
