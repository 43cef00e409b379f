// What the blocks of a page show beside their source, from a snapshot.
import type { Snapshot } from '../core/post/facts.js';
import type { BlockResult } from '../protocol/preview.js';
import { blockTexts, rowLabels, type FormulaFault } from './blockTexts.js';
import type { PageTexts } from './pageWriter.js';

export function pageTexts(
  snapshot: Snapshot,
  position: number,
  faults: readonly FormulaFault[],
  results: readonly BlockResult[],
): PageTexts {
  return {
    ...blockTexts(snapshot, position, faults, results),
    labels: rowLabels(snapshot, position),
    firstLine: snapshot.blocks.firstLines[position] ?? 0,
  };
}
