// Expand Selection in a formula: from the word through groups, commands, rows and environments to the
// formula. What is around it, VS Code's own Markdown features know.
import type { Snapshot } from '../core/post/facts.js';
import { reaches, shiftSpan, type Span } from '../core/text/span.js';
import { delimiters, formulaAround } from './formulaAt.js';
import { texSpans } from './texSpans.js';

/** From the smallest on, each inside the next; none outside of formulas. */
export function selectionRanges(post: Snapshot, offset: number): readonly Span[] {
  const placed = formulaAround(post, { start: offset, end: offset });
  if (!placed) return [];
  const { source, span } = placed;
  const { open, close } = delimiters(placed);
  const start = span.start + open;
  const tex = source.slice(open, source.length - close);
  const inside = texSpans(tex, offset - start).map((part) => shiftSpan(part, start));
  const holding = [...inside, span]
    .filter((range) => reaches(range, offset))
    .sort((one, other) => one.end - one.start - (other.end - other.start));
  const nested: Span[] = [];
  for (const range of holding) {
    const last = nested.at(-1);
    const isWider = !last || (range.start <= last.start && last.end <= range.end);
    const isSame = last?.start === range.start && last.end === range.end;
    if (isWider && !isSame) nested.push(range);
  }
  return nested.length > mostRanges ? [...nested.slice(0, mostRanges - 1), span] : nested;
}

/** Nobody grows a selection more often; and a program that writes ranges into one another has its limits. */
const mostRanges = 100;
