// Evaluated values: behind their formula, or at the end of their worksheet line; steps that fail, in their display.
import type { BlockResult, ResultPlot, ResultTable } from '../protocol/preview.js';
import { rowsOf } from './formulaRows.js';
import { sanitizeSvg } from './sanitize.js';
import type { Sliders } from './sliders.js';

/** Answers with the tables that it wrote. */
export function writeResults(
  block: Element,
  results: readonly BlockResult[],
  sliders?: Sliders,
): readonly HTMLElement[] {
  for (const old of block.querySelectorAll('.eval-value')) old.remove();
  removeSliders(block, results);
  const wanted: Wanted[] = [];
  for (const result of results) {
    const anchor = anchorOf(block, result);
    if (!anchor) continue;
    if (result.slider !== undefined) sliders?.write(anchor, result.slider);
    writeValue(anchor, result);
    const { table, plot, text } = result;
    const worksheet = anchor.closest('.worksheet');
    if (worksheet === null) continue;
    if (table !== undefined) wanted.push({ worksheet, table });
    if (plot !== undefined) wanted.push({ worksheet, plot, size: text });
  }
  return writeFigures(block, wanted);
}

function writeValue(anchor: Element, { anchor: kind, text, state, detail }: BlockResult): void {
  const value = anchor.ownerDocument.createElement('span');
  value.className = `eval-value ${state}`;
  value.textContent = text;
  if (detail !== '') value.title = detail;
  if (kind === 'line' || anchor.matches('.display')) anchor.append(value);
  else anchor.after(value);
}

/** Those whose lines hold something else now. */
function removeSliders(block: Element, results: readonly BlockResult[]): void {
  const lines = results.filter(({ slider }) => slider !== undefined).map(({ index }) => index);
  for (const input of block.querySelectorAll('input.eval-slider')) {
    const line = input.closest<HTMLElement>('.eval-line')?.dataset['evalLine'];
    if (!lines.includes(Number(line))) input.remove();
  }
}

/** A table or a plot, and the worksheet below which it stands. */
type Wanted = { readonly worksheet: Element } & (
  { readonly table: ResultTable } | { readonly plot: ResultPlot; readonly size: string }
);

const FIGURES = '.eval-table, .eval-plot';

/** What tables and plots in the page were made of. */
const made = new WeakMap<Element, string>();

/** What stays the same stays in the page, where a pointer or the focus may be on it. */
function writeFigures(block: Element, wanted: readonly Wanted[]): readonly HTMLElement[] {
  const old = [...block.querySelectorAll(FIGURES)];
  const isAlike =
    old.length === wanted.length &&
    wanted.every(({ worksheet }, at) => worksheetOf(old[at]) === worksheet);
  if (!isAlike) for (const figure of old) figure.remove();
  return wanted.flatMap((one, at): readonly HTMLElement[] => {
    const { worksheet, ...content } = one;
    const source = JSON.stringify(content);
    const known = isAlike ? old[at] : undefined;
    if (known !== undefined && made.get(known) === source) return [];
    const document = block.ownerDocument;
    const figure =
      'table' in one ? tableOf(document, one.table) : plotOf(document, one.plot, one.size);
    made.set(figure, source);
    if (known === undefined) below(worksheet, figure);
    else known.replaceWith(figure);
    return 'table' in one ? [figure] : [];
  });
}

function worksheetOf(figure: Element | undefined): Element | null {
  let before = figure?.previousElementSibling ?? null;
  while (before?.matches(FIGURES) === true) before = before.previousElementSibling;
  return before;
}

/** Below the worksheet, behind the tables and plots that are there. */
function below(worksheet: Element, figure: HTMLElement): void {
  let last = worksheet;
  while (last.nextElementSibling?.matches(FIGURES)) last = last.nextElementSibling;
  last.after(figure);
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
