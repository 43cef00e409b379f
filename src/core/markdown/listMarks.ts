// The marks of lists where an engine reads others than CommonMark.
import type { EngineRules } from '../site/engine.js';
import type { ContainerLines } from './containerLines.js';

/** Whether a line that begins an item to markdown-it, given without its indentation, may do so to the engine. */
export function mayBeginItem(line: string, { listMarks }: EngineRules): boolean {
  return listMarks === 'commonmark' || /^(?:[-+*]|\d+\.)[\t ]/.test(line);
}

/** What a mark takes of the text that it begins, where markdown-it has a paragraph there. */
export function markLength(text: string, { listMarks }: EngineRules): number {
  if (listMarks === 'commonmark') return 0;
  return /^(?:[-+*]|\d+\.)(?=\|)/.exec(text)?.[0].length ?? 0;
}

/** Whether a line ends a paragraph, since it begins an item to the engine, if to no other. */
export function beginsItem(line: string, { listMarks }: EngineRules): boolean {
  return listMarks === 'spaced' && /^(?:[-+*]|\d+\.)[\t |]/.test(line);
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
