// Evaluated values: behind their formula, or at the end of their worksheet line; steps that fail, in their display.
import type { BlockResult } from '../protocol/preview.js';
import { rowsOf } from './formulaRows.js';

export function writeResults(block: Element, results: readonly BlockResult[]): void {
  for (const old of block.querySelectorAll('.eval-value')) old.remove();
  for (const result of results) {
    const anchor = anchorOf(block, result);
    if (!anchor) continue;
    const isWithin = result.anchor === 'line' || anchor.matches('.display');
    const value = block.ownerDocument.createElement('span');
    value.className = `eval-value ${result.state}`;
    value.textContent = result.text;
    if (result.detail !== '') value.title = result.detail;
    if (isWithin) anchor.append(value);
    else anchor.after(value);
  }
}

/** To be called whenever a formula was typeset: its rows are not there before. */
export function markSteps(block: Element, results: readonly BlockResult[]): void {
  for (const old of block.querySelectorAll('.step-fails')) old.classList.remove('step-fails');
  for (const { index, row } of results) {
    const formula = block.querySelector(`.formula[data-formula="${index}"]`);
    if (!row || !formula) continue;
    const rows = rowsOf(formula);
    // Only where both sides see the same rows is it known which one it is.
    const cells = rows.length === row.count ? (rows[row.index] ?? []) : [];
    for (const cell of row.count === 1 ? formula.children : cells) cell.classList.add('step-fails');
  }
}

function anchorOf(block: Element, { anchor, index }: BlockResult): Element | null {
  if (anchor === 'line') return block.querySelector(`.eval-line[data-eval-line="${index}"]`);
  const formula = block.querySelector(`.formula[data-formula="${index}"]`);
  return formula?.closest('.display') ?? formula;
}
