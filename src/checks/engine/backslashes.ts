// The backslashes in the source of a formula, and how many of them the site's Markdown engine leaves.
import type { Formula } from '../../core/markdown/block.js';
import type { MappedText } from '../../core/text/mapped.js';
import { lastNotAbove } from '../../core/text/search.js';

/** Backslashes that stand one behind the other. */
export interface BackslashRun {
  /** Offset in the source of the block. */
  readonly start: number;
  readonly length: number;
  /** How many of them reach the math engine. */
  readonly left: number;
  /** Where in the TeX stands what follows them. */
  readonly behind: number;
}

/** `source` is that of the block. Those of the delimiters do not count. */
export function backslashRuns(
  { span, delimiter, tex }: Formula,
  source: string,
): readonly BackslashRun[] {
  const runs: BackslashRun[] = [];
  const isRound = delimiter === '\\(' || delimiter === '\\[';
  const end = isRound ? lastBefore(source, span.end - 1) : span.end;
  const pattern = /\\+/g;
  pattern.lastIndex = span.start;
  for (let found = pattern.exec(source); found; found = pattern.exec(source)) {
    const start = found.index;
    if (start >= end) break;
    const { length } = found[0];
    if (isRound && start === span.start && /[([]/.test(source.charAt(start + length))) continue;
    const behind = offsetOf(tex, start + length);
    runs.push({ start, length, left: behind - offsetOf(tex, start), behind });
  }
  return runs;
}

/** Where the backslashes of an end delimiter begin whose last character stands at `at`. */
function lastBefore(source: string, at: number): number {
  let start = at;
  while (source.charAt(start - 1) === '\\') start--;
  return start;
}

/** The offset in the text of the first character that stands at `source` or behind it. */
function offsetOf({ text, pieces }: MappedText, source: number): number {
  const index = lastNotAbove(pieces.length, (at) => pieces[at]?.source ?? 0, source);
  const piece = pieces[index];
  if (!piece || source < piece.source) return piece?.at ?? 0;
  return Math.min(piece.at + source - piece.source, pieces[index + 1]?.at ?? text.length);
}
