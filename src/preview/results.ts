// Evaluated values: behind their formula, or at the end of their worksheet line; steps that fail, in their display.
import type { BlockResult, ResultTable } from '../protocol/preview.js';
import { rowsOf } from './formulaRows.js';

/** Answers with the tables that it wrote. */
export function writeResults(
  block: Element,
  results: readonly BlockResult[],
): readonly HTMLElement[] {
  for (const old of block.querySelectorAll('.eval-value, .eval-table')) old.remove();
  const tables: HTMLElement[] = [];
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
    const table = result.table === undefined ? null : writeTable(anchor, result.table);
    if (table) tables.push(table);
  }
  return tables;
}

/** Below the worksheet, behind the tables that are there. */
function writeTable(line: Element, result: ResultTable): HTMLElement | null {
  const worksheet = line.closest('.worksheet');
  if (!worksheet) return null;
  let last = worksheet;
  while (last.nextElementSibling?.matches('.eval-table')) last = last.nextElementSibling;
  const table = tableOf(line.ownerDocument, result);
  last.after(table);
  return table;
}

function tableOf(
  document: Document,
  { caption, corner, columns, rows }: ResultTable,
): HTMLTableElement {
  const table = document.createElement('table');
  table.className = 'eval-table';
  table.createCaption().textContent = caption;
  const head = table.createTHead().insertRow();
  const heading = (scope: 'col' | 'row', text: string): HTMLElement => {
    const cell = document.createElement('th');
    cell.scope = scope;
    cell.textContent = text;
    return cell;
  };
  head.append(...[corner, ...columns].map((text) => heading('col', text)));
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    line.append(heading('row', row.heading));
    for (const cell of row.cells) line.insertCell().textContent = cell;
  }
  return table;
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
