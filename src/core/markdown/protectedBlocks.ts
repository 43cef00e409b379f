// Displays that a Markdown engine knows as blocks: they hold lines that look like anything else.
import type { EngineRules, Protection } from '../site/engine.js';
import type { ContainerLines } from './containerLines.js';
import { isGapBehind } from './gaps.js';
import { beginsItem, beginsNestedList } from './listRules.js';
import { chunkEnd } from './python/chunks.js';

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

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Whether what needs a blank line behind it may end before a line. */
export function endsBefore(lines: ContainerLines, line: number): boolean {
  return !lines.goesOn(line) || isGapBehind(lines.text(line, false) ?? 'text');
}
