// Evaluated values: behind their formula, or at the end of their worksheet line; steps that fail, in their display.
import type { BlockResult, ResultPlot, ResultTable } from '../protocol/preview.js';
import { rowsOf } from './formulaRows.js';
import { sanitizeSvg } from './sanitize.js';

/** Answers with the tables that it wrote. */
export function writeResults(
  block: Element,
  results: readonly BlockResult[],
): readonly HTMLElement[] {
  for (const old of block.querySelectorAll('.eval-value, .eval-table, .eval-plot')) old.remove();
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
    if (result.plot !== undefined)
      below(anchor, plotOf(anchor.ownerDocument, result.plot, result.text));
  }
  return tables;
}

function writeTable(line: Element, result: ResultTable): HTMLElement | null {
  return below(line, tableOf(line.ownerDocument, result));
}

/** Below the worksheet, behind the tables and plots that are there. */
function below(line: Element, element: HTMLElement): HTMLElement | null {
  const worksheet = line.closest('.worksheet');
  if (!worksheet) return null;
  let last = worksheet;
  while (last.nextElementSibling?.matches('.eval-table, .eval-plot'))
    last = last.nextElementSibling;
  last.after(element);
  return element;
}

function plotOf(document: Document, { caption, svg }: ResultPlot, size: string): HTMLElement {
  const figure = document.createElement('figure');
  figure.className = 'eval-plot';
  figure.append(sanitizeSvg(svg, document));
  const picture = figure.querySelector('svg');
  picture?.setAttribute('role', 'img');
  picture?.setAttribute('aria-label', `${caption} (${size})`);
  const below = document.createElement('figcaption');
  below.textContent = caption;
  figure.append(below);
  return figure;
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
