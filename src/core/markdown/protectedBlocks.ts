// Displays that a Markdown engine knows as blocks: they hold lines that look like anything else.
import type { EngineRules, Protection } from '../site/engine.js';
import type { ContainerLines } from './containerLines.js';
import type { FoundFormula } from './formula.js';
import { formulaBetween, isEscaped } from './protectedTexts.js';

/** A block of lines, up to the line behind it, that the engine takes for one display. */
export interface ProtectedBlock {
  readonly end: number;
  readonly protection: Protection;
}

/** The display that begins at the line `start`; `null` if what begins there is a paragraph. */
export function protectedBlockAt(
  lines: ContainerLines,
  start: number,
  { protects }: EngineRules,
): ProtectedBlock | null {
  if (protects === 'all') return null;
  for (const protection of protects) {
    const end = blockEnd(lines, start, protection);
    if (end >= 0) return { end, protection };
  }
  return null;
}

/** Whether a line, without its indentation, ends the paragraph before it, since it begins such a display. */
export function beginsProtectedBlock(line: string, { protects }: EngineRules): boolean {
  if (protects === 'all' || protects.length === 0) return false;
  return protects.some(({ where, open }) => where === 'fences' && line.trim() === open);
}

/** The content of such a block as a formula. */
export function protectedDisplay(content: string, { open, close }: Protection): FoundFormula {
  if (open !== '\\begin')
    return formulaBetween(content, 0, open.length, content.length - close.length, open, true);
  const end = content.length;
  return { start: 0, end, texStart: 0, texEnd: end, delimiter: 'environment', display: true };
}

function blockEnd(lines: ContainerLines, start: number, protection: Protection): number {
  switch (protection.where) {
    case 'block':
      return freeEnd(lines, start, protection);
    case 'fences':
      return fencedEnd(lines, start, protection);
    case 'chunk':
      return chunkEnd(lines, start, protection);
    case 'inline':
    case 'line':
      return -1;
  }
}

function freeEnd(lines: ContainerLines, start: number, { open, close }: Protection): number {
  const first = lines.text(start, false)?.trimStart();
  if (first === undefined || !first.startsWith(open)) return -1;
  let rest: string | null = first.slice(open.length);
  let gap = false;
  for (let line = start; rest !== null;) {
    const at = rest.indexOf(close);
    if (at >= 0)
      return isBlank(rest.slice(at + close.length)) && isBoundary(lines, line + 1) ? line + 1 : -1;
    gap ||= isBlank(rest) && line > start;
    line++;
    rest = lines.text(line, gap);
  }
  return -1;
}

function fencedEnd(lines: ContainerLines, start: number, { open, close }: Protection): number {
  if (lines.text(start, false)?.trim() !== open) return -1;
  let gap = false;
  for (let line = start + 1; ; line++) {
    const text = lines.text(line, gap);
    if (text === null) return -1;
    if (text.trim() === close) return line > start + 1 ? line + 1 : -1;
    gap ||= isBlank(text);
  }
}

/** The first line that may end it decides. */
function chunkEnd(lines: ContainerLines, start: number, { open, close }: Protection): number {
  const first = lines.text(start, false)?.trimEnd();
  if (!first?.startsWith(open)) return -1;
  const begin = open === '\\begin' ? environment.exec(first)?.[0] : '';
  if (begin === undefined) return -1;
  const end = begin === '' ? close : begin.replace('begin', 'end');
  const line = lineEndingWith(lines, start, first.slice(open.length), end);
  return line >= 0 && lines.plainEnd(line + 1) === line + 1 ? line + 1 : -1;
}

/** `-1` where a blank line comes before, or nothing stands between. */
function lineEndingWith(lines: ContainerLines, start: number, first: string, end: string): number {
  let length = 0;
  for (let line = start; line < start + mostLines; line++) {
    const text = line === start ? first : lines.text(line, false)?.trimEnd();
    if (text === undefined || (line > start && isBlank(text))) return -1;
    length += text.length;
    if (text.endsWith(end) && !isEscaped(text, text.length - end.length))
      return length > end.length ? line : -1;
  }
  return -1;
}

/** No display has more; any number of them without an end must not cost more. */
const mostLines = 1000;

const environment = /^\\begin\{[a-z]+\*?\}/;

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/**
 * A blank line, the end, or an attribute list. What interrupts a paragraph counts as well, so that
 * a block does not depend on what follows it; kramdown makes the formula inline there.
 */
function isBoundary(lines: ContainerLines, line: number): boolean {
  return lines.plainEnd(line) === line || /^ {0,3}\{:/.test(lines.text(line, true) ?? '');
}
