// A formula of a block as its source: its TeX, and where one of its rows stands in the post.
import type { Formula } from '../core/markdown/block.js';
import type { Snapshot } from '../core/post/facts.js';
import { endToSource, toSource } from '../core/text/mapped.js';
import type { Span } from '../core/text/span.js';
import { displayRows } from '../render/translate/displayRows.js';

export interface FormulaSource {
  /** As the math engine reads it, without delimiters. */
  readonly tex: string;
  /** Of the row that is meant, else of the formula without its delimiters. */
  readonly span: Span;
}

/** A row as it was seen, among so many. */
interface SeenRow {
  readonly index: number;
  readonly count: number;
}

/** `null` where the block has no such formula. */
export function formulaSource(
  post: Snapshot,
  block: number,
  index: number,
  row: SeenRow | null,
): FormulaSource | null {
  const formula = post.blocks.blocks[block]?.formulas[index];
  if (!formula) return null;
  const { start, end } = meant(formula, row);
  const offset = post.blocks.starts[block] ?? 0;
  const from = offset + toSource(formula.tex, start);
  const to = offset + endToSource(formula.tex, end);
  return { tex: formula.tex.text.trim(), span: { start: from, end: Math.max(from, to) } };
}

/** In the TeX of the formula. Where what is seen has other rows than the TeX, all of it is meant. */
function meant({ tex: { text }, display }: Formula, seen: SeenRow | null): Span {
  const rows = display || seen ? displayRows(text) : [];
  const row = rows.length === (seen?.count ?? 1) ? rows[seen?.index ?? 0] : undefined;
  if (row && row.start < row.end) return row;
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}
