// Evaluated values as the preview shows them: each with its block, behind its formula or on its line.
import { blockAtOffset } from '../core/markdown/blockList.js';
import type { Block, Formula } from '../core/markdown/block.js';
import type { Snapshot } from '../core/post/facts.js';
import { toSource } from '../core/text/mapped.js';
import { shiftSpan, type Span } from '../core/text/span.js';
import { describeResult } from '../evaluate/describe.js';
import { analysisSummary, analysisTable } from '../evaluate/describeAnalysis.js';
import type { EvaluatedPlot } from '../evaluate/plot/plot.js';
import { plotSize } from '../evaluate/plot/plotSize.js';
import { resultsIn, type EvaluationNote, type EvaluationResult } from '../evaluate/result.js';
import type { BlockResult, RowPlace } from '../protocol/preview.js';
import { displayRows } from './translate/displayRows.js';

/** Kept by block: what did not change keeps its value while a newer state is evaluated. */
export type ResultsByBlock = WeakMap<Block, readonly BlockResult[]>;

/** The notes of a result in the reader's language. */
export type NotesText = (notes: readonly EvaluationNote[]) => string;

export function resultsByBlock(
  snapshot: Snapshot,
  results: readonly EvaluationResult[],
  notes: NotesText,
): ResultsByBlock {
  const byBlock = new Map<Block, BlockResult[]>();
  for (const result of resultsIn('post', results)) {
    const position = blockAtOffset(snapshot.blocks, result.span.start);
    const block = snapshot.blocks.blocks[position];
    const shown = shownResult(result, notes);
    if (!block || !shown) continue;
    const place = shiftSpan(result.span, -(snapshot.blocks.starts[position] ?? 0));
    const placed = { ...placeIn(block, place), ...shown };
    // Of the steps of a display only those that fail are shown.
    if (placed.row && placed.state !== 'fails') continue;
    const same = byBlock.get(block);
    if (same) same.push(placed);
    else byBlock.set(block, [placed]);
  }
  return new WeakMap(byBlock);
}

function shownResult(
  result: EvaluationResult,
  notes: NotesText,
): Pick<BlockResult, 'text' | 'state' | 'detail' | 'table' | 'plot' | 'slider'> | null {
  const { state, value, expected, failedRelation, answer } = describeResult(result);
  const detail = notes(result.notes);
  // A relation of the prose that nobody marked is not spoken of here.
  if (result.informative || (result.verdict === null && result.value === null)) return null;
  if (state === 'fails') {
    const sides = expected === '' ? '' : ` ${value} ${failedRelation} ${expected}`;
    return { text: `✗${sides}`, state, detail };
  }
  if (result.analysis !== null) {
    const caption = result.source.replace(/^analyse\s*/, '');
    const table = analysisTable(result.analysis, caption, (text) => notes([text]));
    const summary = analysisSummary(result.analysis, (text) => notes([text]));
    const drawn = result.plot?.picture;
    return {
      text: summary,
      state: 'value',
      detail,
      table: { caption, ...table },
      ...(drawn === undefined ? {} : { plot: { caption, svg: drawn } }),
    };
  }
  if (result.table !== null) {
    const caption = result.source.replace(/^table\s+/, '');
    return { text: answer, state: 'value', detail, table: { caption, ...result.table } };
  }
  if (result.plot !== null)
    return { state: 'value', detail, ...shownPlot(result, result.plot, notes) };
  if (result.slider !== null) {
    const at = result.slider.values.findIndex((each) => each === result.value);
    return { text: answer, state: 'value', detail, slider: { ...result.slider, at } };
  }
  if (result.kind === 'value') return { text: answer, state: 'value', detail };
  if (state === 'holds') return { text: '✓', state, detail };
  return { text: '?', state: 'unknown', detail };
}

function shownPlot(
  { source }: EvaluationResult,
  plot: EvaluatedPlot,
  notes: NotesText,
): Pick<BlockResult, 'text' | 'plot'> {
  const size = plotSize(plot);
  const { picture } = plot;
  if (picture === undefined) return { text: notes([size, { code: 'plot.not-drawn', data: {} }]) };
  const caption = source.replace(/^[a-z]+(?:\[[^\]]*\])?\s+/, '');
  return { text: notes([size]), plot: { caption, svg: picture } };
}

function placeIn(block: Block, place: Span): Pick<BlockResult, 'anchor' | 'index' | 'row'> {
  const { start } = place;
  const index = block.formulas.findIndex(({ span }) => span.start <= start && start < span.end);
  const formula = block.formulas[index];
  if (!formula)
    return { anchor: 'line', index: block.text.slice(0, start).split(/\r\n|\n|\r/).length - 1 };
  // A mark is about its whole formula, with the delimiters.
  const isStep = formula.display && formula.span.start < start;
  return { anchor: 'formula', index, ...(isStep ? { row: rowOf(formula, start) } : {}) };
}

function rowOf({ tex }: Formula, at: number): RowPlace {
  const rows = displayRows(tex.text);
  const behind = rows.findIndex(({ start }) => toSource(tex, start) > at);
  return { index: Math.max(0, (behind < 0 ? rows.length : behind) - 1), count: rows.length };
}
