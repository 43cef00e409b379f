// How a formula is written so that the site's Markdown engine leaves of it what was meant: tried, not guessed.
import type { Formula } from '../../core/markdown/block.js';
import { blockAtOffset, blockList } from '../../core/markdown/blockList.js';
import { scanBlocks } from '../../core/markdown/scan.js';
import { noMacros } from '../../core/numbering/macros.js';
import { parseDisplay } from '../../core/numbering/parseDisplay.js';
import type { Snapshot } from '../../core/post/facts.js';
import type { Site } from '../../core/site/site.js';
import { splitLines } from '../../core/text/lines.js';
import { shiftSpan, type Span } from '../../core/text/span.js';
import type { Fix } from '../rule.js';
import type { BackslashRun } from './backslashes.js';

export interface Mending {
  /** `dollars`: between `$$`; `escapes`: with a backslash more before each sign that the engine takes for its own. */
  readonly way: 'dollars' | 'escapes';
  readonly fix: Fix;
}

interface ToMend {
  readonly formula: Formula;
  /** In the post. */
  readonly span: Span;
  /** The TeX that readers should get. */
  readonly meant: string;
  /** The backslashes that are to be doubled; else all signs are escaped that engines may take. */
  readonly runs?: readonly BackslashRun[];
}

/** Longer blocks are not read anew for each of their formulas. */
const longestBlocks = 4_000;

/** `null` where no way leads to just what was meant. */
export function mend(formula: ToMend, post: Snapshot): Mending | null {
  const around = blocksAround(formula.span, post);
  if (around.text.length > longestBlocks) return null;
  const inside = shiftSpan(formula.span, -around.start);
  const source = around.text.slice(inside.start, inside.end);
  const ways = [
    { way: 'dollars', text: inDollars(source, formula.formula) },
    { way: 'escapes', text: escaped(source, formula) },
  ] as const;
  for (const { way, text } of ways) {
    if (text === null || text === source) continue;
    const mended = around.text.slice(0, inside.start) + text + around.text.slice(inside.end);
    const place = { start: inside.start, end: inside.start + text.length };
    if (leaves(mended, place, formula, post.site))
      return { way, fix: { span: formula.span, text } };
  }
  return null;
}

/** The source of the blocks that hold it, and where they begin. */
function blocksAround(
  { start, end }: Span,
  { blocks: list }: Snapshot,
): { readonly text: string; readonly start: number } {
  const first = blockAtOffset(list, start);
  const last = blockAtOffset(list, end - 1);
  const texts = list.blocks.slice(first, last + 1).map(({ text }) => text);
  return { text: texts.join(''), start: list.starts[first] ?? 0 };
}

function inDollars(source: string, { delimiter }: Formula): string | null {
  if (delimiter === 'environment') return `$$${source}$$`;
  return delimiter === '$' ? `$${source}$` : null;
}

function escaped(source: string, { formula, runs }: ToMend): string {
  if (!runs) return source.replace(/\\(?=[^a-zA-Z\s])|[_*]/g, '\\$&');
  const base = formula.span.start;
  const parts: string[] = [];
  let from = 0;
  for (const { start, length } of [...runs].sort((a, b) => a.start - b.start)) {
    parts.push(source.slice(from, start - base), length === 1 ? '\\\\' : '\\\\\\\\');
    from = start - base + length;
  }
  return parts.join('') + source.slice(from);
}

/** Whether the text has at a place the formula as it was meant. */
function leaves(text: string, place: Span, { formula, meant }: ToMend, site: Site): boolean {
  const { blocks, starts } = blockList(scanBlocks(splitLines(text), site));
  return blocks.some((block, at) =>
    block.formulas.some(({ span, display, tex, delimiter }) => {
      const { start, end } = shiftSpan(span, starts[at] ?? 0);
      return (
        start === place.start &&
        end === place.end &&
        display === formula.display &&
        tex.text === meant &&
        parseDisplay(meant, delimiter, site.math, noMacros, site.tags).error === null
      );
    }),
  );
}
