// The formula that holds a place of the post: what a writer looks at while typing it.
import type { Formula } from '../core/markdown/block.js';
import { blockAtLine, offsetInBlock, type BlockList } from '../core/markdown/blockList.js';
import type { Snapshot } from '../core/post/facts.js';
import { lineStarts, offsetAt, splitLines, type Position } from '../core/text/lines.js';
import { shiftSpan, type Span } from '../core/text/span.js';
import { withoutLabels } from './equation.js';

export interface FormulaAt {
  /** Without labels, references replaced by what readers see. */
  readonly tex: string;
  readonly display: boolean;
  /** With its delimiters. */
  readonly span: Span;
  /** The index of its block. */
  readonly block: number;
}

/** `null` outside of every formula; its delimiters do not count as inside. */
export function formulaAt(post: Snapshot, offset: number): FormulaAt | null {
  const { index, block, start, at } = offsetInBlock(post.blocks, offset);
  const formula = block?.formulas.find(holds(at));
  if (!formula) return null;
  const { tex, display } = formula;
  const span = shiftSpan(formula.span, start);
  return { tex: withoutLabels(post, tex.text), display, span, block: index };
}

/** A formula by its place among those of a block. */
export interface FormulaIndex {
  readonly block: number;
  readonly formula: number;
}

/** The same for a line and column, at the cost of one block, however long the post is. */
export function formulaAtPosition(
  blocks: BlockList,
  { line, column }: Position,
): FormulaIndex | null {
  const index = blockAtLine(blocks, line);
  const block = blocks.blocks[index];
  const inside = line - (blocks.firstLines[index] ?? 0);
  if (!block || block.formulas.length === 0 || inside >= block.lineCount) return null;
  const at = offsetAt(lineStarts(splitLines(block.text)), { line: inside, column });
  const formula = block.formulas.findIndex(holds(at));
  return formula < 0 ? null : { block: index, formula };
}

function holds(at: number): (formula: { readonly span: Span }) => boolean {
  return ({ span }) => span.start < at && at < span.end;
}

/** A formula as it stands in the post. */
export interface PlacedFormula {
  readonly formula: Formula;
  /** With its delimiters. */
  readonly source: string;
  readonly span: Span;
}

/** The formula that holds a range; its ends count as inside, where no other formula holds it better. */
export function formulaAround(post: Snapshot, range: Span): PlacedFormula | null {
  const { block, start } = offsetInBlock(post.blocks, range.start);
  const { text = '', formulas = [] } = block ?? {};
  const around = formulas.filter(
    ({ span }) => start + span.start <= range.start && range.end <= start + span.end,
  );
  const within = around.find(({ span }) => start + span.start < range.start);
  const formula = within && range.end < start + within.span.end ? within : around[0];
  if (!formula) return null;
  const source = text.slice(formula.span.start, formula.span.end);
  return { formula, source, span: shiftSpan(formula.span, start) };
}

/** How long the delimiters of a formula are in the post; an environment has none. */
export function delimiters({ source, formula }: PlacedFormula): {
  readonly open: number;
  readonly close: number;
} {
  if (formula.delimiter === 'environment') return { open: 0, close: 0 };
  const open = /^(?:\$\$?|\\{1,2}[([])/.exec(source)?.[0].length ?? 0;
  const close = /(?:\$\$?|\\{1,2}[)\]])$/.exec(source)?.[0].length ?? 0;
  return formula.delimiter === '$' ? { open: 1, close: 1 } : { open, close };
}
