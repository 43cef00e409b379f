// How formulas are written so that the site's Markdown engine leaves of them what was meant: tried, not guessed.
import type { Formula } from '../../core/markdown/block.js';
import { blockAtOffset, blockList } from '../../core/markdown/blockList.js';
import { scanBlocks } from '../../core/markdown/scan.js';
import { noMacros } from '../../core/numbering/macros.js';
import { parseDisplay } from '../../core/numbering/parseDisplay.js';
import type { Snapshot } from '../../core/post/facts.js';
import type { Site } from '../../core/site/site.js';
import { splitLines } from '../../core/text/lines.js';
import { shiftSpan, type Span } from '../../core/text/span.js';
import { message } from '../messages.js';
import type { Fix } from '../rule.js';
import type { BackslashRun } from './backslashes.js';

export interface Mending {
  /** `dollars`: between `$$`; `escapes`: with a backslash more before each sign that the engine takes for its own. */
  readonly way: 'dollars' | 'escapes';
  readonly fix: Fix;
}

export interface ToMend {
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

const ways = [
  ['dollars', inDollars],
  ['escapes', escaped],
] as const;

/** Formulas of one paragraph, in order; `null` where no way leads to just what was meant. */
export function mend(formulas: readonly ToMend[], post: Snapshot): Mending | null {
  const hull = { start: formulas[0]?.span.start ?? 0, end: formulas.at(-1)?.span.end ?? 0 };
  const around = blocksAround(hull, post);
  if (around.text.length > longestBlocks) return null;
  const inside = shiftSpan(hull, -around.start);
  for (const [way, write] of ways) {
    const written = rewritten(around, formulas, write);
    if (written === null || !leaves(written, formulas, post.site)) continue;
    const end = written.text.length - (around.text.length - inside.end);
    const text = written.text.slice(inside.start, end);
    return { way, fix: { span: hull, text, title: message(`fix.${way}`) } };
  }
  return null;
}

interface Source {
  readonly text: string;
  /** Where it begins in the post. */
  readonly start: number;
}

/** The source of the blocks that hold a span, and of those that touch them: they tell where a display may begin. */
function blocksAround({ start, end }: Span, { blocks: list }: Snapshot): Source {
  const isText = (at: number): boolean => (list.blocks[at]?.kind ?? 'blank') !== 'blank';
  let first = blockAtOffset(list, start);
  let last = blockAtOffset(list, end - 1);
  while (isText(first - 1)) first--;
  while (isText(last + 1)) last++;
  const texts = list.blocks.slice(first, last + 1).map(({ text }) => text);
  return { text: texts.join(''), start: list.starts[first] ?? 0 };
}

interface Rewritten {
  readonly text: string;
  /** Where each formula stands now. */
  readonly places: readonly Span[];
}

function rewritten(
  { text, start: base }: Source,
  formulas: readonly ToMend[],
  write: (source: string, formula: ToMend) => string | null,
): Rewritten | null {
  let written = '';
  let from = 0;
  const places: Span[] = [];
  for (const formula of formulas) {
    const { start, end } = shiftSpan(formula.span, -base);
    const now = write(text.slice(start, end), formula);
    if (now === null) return null;
    written += text.slice(from, start);
    places.push({ start: written.length, end: written.length + now.length });
    written += now;
    from = end;
  }
  written += text.slice(from);
  return written === text ? null : { text: written, places };
}

function inDollars(source: string, toMend: ToMend): string | null {
  const { delimiter } = toMend.formula;
  if (delimiter !== 'environment' && delimiter !== '$') return null;
  const marks = delimiter === '$' ? '$' : '$$';
  const inside = toMend.runs
    ? withRuns(source, toMend, ({ length }) => '\\'.repeat(Math.min(length, 2)))
    : source.replace(fourBackslashes, '\\\\');
  return `${marks}${inside}${marks}`;
}

function escaped(source: string, toMend: ToMend): string {
  if (!toMend.runs) {
    const signs = /(?<!\\)\\{4}(?!\\)|\\(?=[^a-zA-Z\s])|[_*]/g;
    return source.replace(signs, (sign) => (sign.length === 4 ? sign : `\\${sign}`));
  }
  return withRuns(source, toMend, ({ length }) => (length === 1 ? '\\\\' : '\\\\\\\\'));
}

/** What a writer writes for the two of a row where the engine takes every second one. */
export const fourBackslashes = /(?<!\\)\\{4}(?!\\)/g;

function withRuns(
  source: string,
  { formula, runs = [] }: ToMend,
  write: (run: BackslashRun) => string,
): string {
  const base = formula.span.start;
  const parts: string[] = [];
  let from = 0;
  for (const run of [...runs].sort((a, b) => a.start - b.start)) {
    parts.push(source.slice(from, run.start - base), write(run));
    from = run.start - base + run.length;
  }
  return parts.join('') + source.slice(from);
}

/** Whether each formula is there as it was meant. */
function leaves({ text, places }: Rewritten, formulas: readonly ToMend[], site: Site): boolean {
  const { blocks, starts } = blockList(scanBlocks(splitLines(text), site));
  const found = new Map(
    blocks.flatMap((block, at) =>
      block.formulas.map((formula) => {
        const { start, end } = shiftSpan(formula.span, starts[at] ?? 0);
        return [`${start}:${end}`, formula] as const;
      }),
    ),
  );
  return formulas.every(({ formula, meant }, at) => {
    const place = places[at];
    const now = place && found.get(`${place.start}:${place.end}`);
    return (
      now !== undefined &&
      now.tex.text === meant &&
      now.display === formula.display &&
      parseDisplay(meant, now.delimiter, site.math, noMacros, site.tags).error === null
    );
  });
}
