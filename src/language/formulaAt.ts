// The formula that holds a place of the post: what a writer looks at while typing it.
import { blockAtOffset } from '../core/markdown/blockList.js';
import type { Formula } from '../core/markdown/block.js';
import type { Snapshot } from '../core/post/facts.js';
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
  const block = blockAtOffset(post.blocks, offset);
  const start = post.blocks.starts[block] ?? 0;
  const at = offset - start;
  const formula = post.blocks.blocks[block]?.formulas.find(
    ({ span }) => span.start < at && at < span.end,
  );
  if (!formula) return null;
  const { tex, display, span } = formula;
  return { tex: withoutLabels(post, tex.text), display, span: shiftSpan(span, start), block };
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
  const block = blockAtOffset(post.blocks, range.start);
  const start = post.blocks.starts[block] ?? 0;
  const { text = '', formulas = [] } = post.blocks.blocks[block] ?? {};
  const around = formulas.filter(
    ({ span }) => start + span.start <= range.start && range.end <= start + span.end,
  );
  const within = around.find(({ span }) => start + span.start < range.start);
  const formula = within && range.end < start + within.span.end ? within : around[0];
  if (!formula) return null;
  const source = text.slice(formula.span.start, formula.span.end);
  return { formula, source, span: shiftSpan(formula.span, start) };
}
