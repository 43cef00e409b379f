// Displays and environments of several lines, to be folded. Headings, lists, quotes and fences, worksheets
// among them, are folded by VS Code's own Markdown features.
import type { Snapshot } from '../core/post/facts.js';
import { lineStarts, positionAt, withoutTerminator } from '../core/text/lines.js';
import type { Span } from '../core/text/span.js';
import { environmentPairs } from './environmentPairs.js';

/** The first line stays in view; all others to the last are hidden. */
export interface FoldedLines {
  readonly startLine: number;
  readonly endLine: number;
}

export function foldingRanges(post: Snapshot): readonly FoldedLines[] {
  const starts = lineStarts(post.lines);
  const byLine = new Map<number, FoldedLines>();
  for (const span of foldedSpans(post)) {
    const { line: startLine } = positionAt(starts, span.start);
    const end = positionAt(starts, span.end);
    const behind = withoutTerminator(post.lines[end.line] ?? '').slice(end.column);
    // Text behind the end is no part of it.
    const endLine = behind.trim() === '' ? end.line : end.line - 1;
    const wider = byLine.get(startLine)?.endLine ?? startLine;
    if (endLine > wider) byLine.set(startLine, { startLine, endLine });
  }
  return [...byLine.values()].sort((one, other) => one.startLine - other.startLine);
}

function foldedSpans({ blocks }: Snapshot): readonly Span[] {
  return blocks.blocks.flatMap(({ text, formulas }, index) =>
    formulas.flatMap(({ span }) => {
      const source = text.slice(span.start, span.end);
      if (!source.includes('\n') && !source.includes('\r')) return [];
      const start = (blocks.starts[index] ?? 0) + span.start;
      const inner = environmentPairs(source).pairs.map(({ begin, end }) => ({
        start: start + begin.span.start,
        end: start + end.span.end,
      }));
      return [{ start, end: start + source.length }, ...inner];
    }),
  );
}
