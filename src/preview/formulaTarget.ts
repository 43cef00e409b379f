// Which formula of the page an event is about, and which of its rows.
import type { FormulaPlace } from '../protocol/preview.js';
import { rowAt } from './formulaRows.js';
import type { Layout } from './layout.js';
import type { PreviewController } from './previewController.js';

/** The place of the formula that holds an element; its row at a height of the viewport. */
export function formulaPlace(
  controller: PreviewController,
  layout: Layout,
  target: Element,
  y: number,
): FormulaPlace | null {
  const element = formulaOf(target);
  const formula = Number(element?.dataset['formula'] ?? -1);
  const position = element ? controller.positionOf(element) : -1;
  // The attribute may have been written by the post itself.
  if (!element || position < 0 || !Number.isSafeInteger(formula) || formula < 0) return null;
  return { revision: controller.revision, position, formula, row: rowAt(element, y, layout) };
}

/** A formula in whose place an error is shown stands before that error. */
export function formulaOf(target: Element): HTMLElement | null {
  const holder = target.closest<HTMLElement>('.display, .formula, .math-error');
  if (!holder || holder.matches('.formula')) return holder;
  if (holder.matches('.display')) return holder.querySelector<HTMLElement>(':scope > .formula');
  const before = holder.previousElementSibling;
  return before?.matches('.formula') ? (before as HTMLElement) : null;
}
