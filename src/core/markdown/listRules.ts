// What begins an item of a list to the engine of a site, and what of it ends a paragraph.
import type { EngineRules } from '../site/engine.js';
import type { ContainerLines } from './containerLines.js';
import type { PlacedLines } from './placedLines.js';

const looseItem = /^(?:\d+\.|[-+*])\s/;
const spacedItem = /^(?:\d+\.|[-+*])[\t ]/;
const markedItem = /^(?:\d{1,9}[.)]|[-+*])(?:[ \t].+)?$/;
const markedEnd = /^(?:1[.)]|[-+*]) /;

/** Where a mark stands: in no item, in the text of one, or less indented than it, where the next one would begin. */
export type MarkPlace = 'outside' | 'inside' | 'next';

export function markPlace(lines: PlacedLines, line: number): MarkPlace {
  if (lines.listIndent < 0) return 'outside';
  return lines.indentOf(line) < lines.blockIndent ? 'next' : 'inside';
}

/** Whether a line begins an item, if it does so to markdown-it. */
export function mayBeginItem(line: string, place: MarkPlace, { lists }: EngineRules): boolean {
  switch (lists) {
    case 'commonmark':
      return true;
    case 'spaced':
      return spacedItem.test(line);
    case 'loose':
      return looseItem.test(line);
    case 'marked':
      return place === 'next' || markedItem.test(line);
  }
}

/** Whether a line with the mark of a list ends a paragraph; `null` where CommonMark says. */
export function listEndsParagraph(
  line: string,
  place: MarkPlace,
  rules: EngineRules,
): boolean | null {
  if (rules.lists === 'commonmark' || rules.lists === 'spaced') return null;
  const isMarked = rules.lists === 'marked' && place === 'outside';
  return isMarked ? markedEnd.test(line) : mayBeginItem(line, place, rules);
}

/** What a mark takes of the text that it begins, where markdown-it has a paragraph there. */
export function markLength(text: string, { lists }: EngineRules): number {
  if (lists !== 'spaced') return 0;
  return /^(?:[-+*]|\d+\.)(?=\|)/.exec(text)?.[0].length ?? 0;
}

/** Whether a line ends a paragraph, since it begins an item to the engine, if to no other. */
export function beginsItem(line: string, { lists }: EngineRules): boolean {
  return lists === 'spaced' && /^(?:[-+*]|\d+\.)[\t |]/.test(line);
}

const nestedItem = /^ {0,3}(?:[-+*]|\d+\.)[\t |]/;

/**
 * Whether a line that looks like an item begins a list in an item: there kramdown ends whatever comes
 * before the first of them, a display, too, if no blank line does.
 */
export function beginsNestedList(lines: ContainerLines, line: number): boolean {
  const start = lines.itemStart();
  const text = lines.text(line, true);
  if (start === null || text === null || !nestedItem.test(text)) return false;
  for (let at = line - 1; at > start; at--) {
    const before = lines.text(at, true);
    if (before !== null && (before.trim() === '' || nestedItem.test(before))) return false;
  }
  return !nestedItem.test(lines.text(start, false) ?? '');
}
