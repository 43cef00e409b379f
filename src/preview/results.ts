// Evaluated values: behind their formula, or at the end of their worksheet line.
import type { BlockResult } from '../protocol/preview.js';

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

function anchorOf(block: Element, { anchor, index }: BlockResult): Element | null {
  if (anchor === 'line') return block.querySelector(`.eval-line[data-eval-line="${index}"]`);
  const formula = block.querySelector(`.formula[data-formula="${index}"]`);
  return formula?.closest('.display') ?? formula;
}
