// Evaluated values as the preview shows them: each with its block, behind its formula or on its line.
import { blockAtOffset } from '../core/markdown/blockList.js';
import type { Block } from '../core/markdown/block.js';
import type { Snapshot } from '../core/post/facts.js';
import { describeResult } from '../evaluate/describe.js';
import type { EvaluationNote, EvaluationResult } from '../evaluate/result.js';
import type { BlockResult } from '../protocol/preview.js';

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
  for (const result of results) {
    const position = blockAtOffset(snapshot.blocks, result.span.start);
    const block = snapshot.blocks.blocks[position];
    const shown = shownResult(result, notes);
    if (!block || !shown) continue;
    const offset = result.span.start - (snapshot.blocks.starts[position] ?? 0);
    const placed = { ...placeIn(block, offset), ...shown };
    const same = byBlock.get(block);
    if (same) same.push(placed);
    else byBlock.set(block, [placed]);
  }
  return new WeakMap(byBlock);
}

function shownResult(
  result: EvaluationResult,
  notes: NotesText,
): Pick<BlockResult, 'text' | 'state' | 'detail'> | null {
  const { state, value, expected, failedRelation } = describeResult(result);
  const detail = notes(result.notes);
  // A relation of the prose that nobody marked is not spoken of here.
  if (result.informative || (result.kind === 'value' && result.value === null)) return null;
  if (state === 'fails') {
    const sides = expected === '' ? '' : ` ${value} ${failedRelation} ${expected}`;
    return { text: `✗${sides}`, state, detail };
  }
  if (result.kind === 'value') return { text: `= ${value}`, state: 'value', detail };
  if (state === 'holds') return { text: '✓', state, detail };
  return { text: '?', state: 'unknown', detail };
}

function placeIn(block: Block, offset: number): Pick<BlockResult, 'anchor' | 'index'> {
  const index = block.formulas.findIndex(({ span }) => span.start <= offset && offset < span.end);
  if (index >= 0) return { anchor: 'formula', index };
  return { anchor: 'line', index: block.text.slice(0, offset).split(/\r\n|\n|\r/).length - 1 };
}
