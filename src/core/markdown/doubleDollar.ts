// kramdown's `$$…$$`: alone between blank lines a display that may hold any line, elsewhere inline.
import type { FoundFormula } from './formula.js';
import type { ContainerLines } from './containerLines.js';

/** The line behind the display that begins at `start`, or `-1` if what begins there is a paragraph. */
export function displayBlockEnd(lines: ContainerLines, start: number): number {
  const first = lines.text(start, false)?.trimStart();
  if (first === undefined || !first.startsWith('$$')) return -1;
  let rest: string | null = first.slice(2);
  let gap = false;
  for (let line = start; rest !== null;) {
    const close = rest.indexOf('$$');
    if (close >= 0)
      return isBlank(rest.slice(close + 2)) && isBoundary(lines, line + 1) ? line + 1 : -1;
    gap ||= isBlank(rest) && line > start;
    line++;
    rest = lines.text(line, gap);
  }
  return -1;
}

/** A display block as a formula of its content. */
export function displayBlock(content: string): FoundFormula {
  return formulaBetween(content, 0, 2, content.length - 2, true);
}

/** kramdown's inline math: up to the next `$$`, whatever stands between. */
export function inlineDoubleDollar(text: string, at: number): FoundFormula | null {
  // A paragraph that begins with `\$$` and could be a display is inline; the backslash goes.
  const mark = at === 0 && /^\\\$\$(?:(?!\$\$)[^])*\$\$[^\S\n]*(?:\n|$)/.test(text) ? 1 : 0;
  if (!text.startsWith('$$', at + mark)) return null;
  const close = text.indexOf('$$', at + mark + 2);
  return close < 0 ? null : formulaBetween(text, at, at + mark + 2, close, false);
}

function formulaBetween(
  text: string,
  start: number,
  from: number,
  to: number,
  display: boolean,
): FoundFormula {
  const inside = text.slice(from, to);
  const texStart = from + (inside.length - inside.trimStart().length);
  const texEnd = Math.max(texStart, from + inside.trimEnd().length);
  return { start, end: to + 2, texStart, texEnd, delimiter: '$$', display };
}

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
