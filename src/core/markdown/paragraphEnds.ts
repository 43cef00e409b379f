// What ends a paragraph or the lazy lines of a quote to the engine of a site, though not to markdown-it.
import type { EngineRules } from '../site/engine.js';
import { isBlockEnd, isGapBehind } from './gaps.js';
import { beginsItem } from './listRules.js';
import type { PlacedLines } from './placedLines.js';
import { beginsProtectedBlock } from './protectedBlocks.js';
import { endsLazily } from './xmlTags.js';

/** Whether `line` ends the paragraph that begins at `first`, in a container that ends before `end`. */
export function endsParagraph(
  lines: PlacedLines,
  first: number,
  line: number,
  end: number,
  rules: EngineRules,
): boolean {
  if (beginsProtectedBlock(lines.trimmedStart(line), rules)) return true;
  if (rules.needsBlankLines && endsAsBlock(lines, line, rules)) return true;
  const indent = lines.indentOf(line);
  // A lazy line of a quote goes back to the item around the quote, and what follows it may not.
  const isOfItem = indent < 0 && lines.listIndent >= 0;
  if (line + 1 < end && !isOfItem && isAbove(lines, line + 1, rules)) return true;
  const isLazyInItem = indent >= 0 && indent < lines.blockIndent;
  return isLazyInItem && !mayBeLazy(lines, first, rules);
}

/** Whether a block of kramdown's ends before or behind a line, which is no line of a paragraph. */
function endsAsBlock(lines: PlacedLines, line: number, rules: EngineRules): boolean {
  const { blockIndent } = lines;
  if ([line - 1, line].some((at) => isBlockEnd(lines.lineContent(at, blockIndent)))) return true;
  if (leavesItem(lines, line, rules)) return true;
  return lines.indentOf(line) >= 0 && beginsItem(lines.trimmedStart(line), rules);
}

/** Whether a line that is indented less than its item is none of it after all. */
export function leavesItem(lines: PlacedLines, line: number, rules: EngineRules): boolean {
  if (lines.indentOf(line) >= lines.blockIndent) return false;
  return endsLazily(lines.trimmedStart(line), rules) && lines.item !== null;
}

/** Of a line without the mark of the quote, from its first character that is no blank. */
export function endsQuote(line: string, rules: EngineRules): boolean {
  const { dashes, others } = rules.tables;
  return beginsProtectedBlock(line, rules) || (others === 'dashes' && dashes.test(line.trimEnd()));
}

/** Whether a quote takes a line without a mark, whatever stands before it and whatever block it begins. */
export function holdsLine(lines: PlacedLines, line: number, rules: EngineRules): boolean {
  if (!rules.quotesHoldLines) return false;
  // The item around the quote has the line too, unless it is the next item.
  return lines.indentOf(line) >= lines.blockIndent || !beginsItem(lines.trimmedStart(line), rules);
}

/** Of a line that a quote would hold. */
export function endsHeldQuote(lines: PlacedLines, line: number, rules: EngineRules): boolean {
  const indent = heldIndent(lines, line);
  if (indent < 4 && endsLazily(lines.trimmedStart(line), rules)) return true;
  return isGapBehind(lines.lineContent(line, lines.blockIndent));
}

/** How much a line without a mark is indented in a quote that holds it. */
export function heldIndent(lines: PlacedLines, line: number): number {
  return Math.max(0, lines.indentOf(line) - lines.blockIndent);
}

/** Of a line that begins with one of the marks. */
export function isUnderline(text: string, indent: number, { underlines }: EngineRules): boolean {
  const marks = text.trimEnd();
  if (underlines === 'last') return /^(?:=|-){2,}$/.test(marks);
  return /^(?:=+|-+)$/.test(marks) && (underlines === 'paragraph' || indent === 0);
}

/** Whether what `line` is makes a block of the line above it alone: a heading, or what could be a table. */
function isAbove(lines: PlacedLines, line: number, rules: EngineRules): boolean {
  const indent = lines.indentOf(line) - lines.blockIndent;
  // What stands in an item does not depend on what follows the item.
  const isInItem = lines.listIndent >= 0 && lines.indentOf(line - 1) >= lines.blockIndent;
  const isOutside = isInItem && indent < 0;
  if (indent > 3 || isOutside || lines.isEmpty(line)) return false;
  const text = lines.trimmedStart(line);
  const { others, dashes } = rules.tables;
  if (others === 'apart' && dashes.test(text.trimEnd())) return true;
  return rules.underlines === 'last' && indent >= 0 && isUnderline(text, indent, rules);
}

/** Whether a paragraph that begins at `first` in an item may have lazy lines. */
function mayBeLazy(lines: PlacedLines, first: number, { lists }: EngineRules): boolean {
  if (lists !== 'marked' || lines.listIndent < 0) return true;
  if (first === 0 || !lines.isEmpty(first - 1)) return true;
  // The mark of the item, or of a footnote.
  return /[^>\s]/.test(lines.before(first));
}
