// Evaluated values as the preview shows them: each with its block, behind its formula or on its line.
import { blockAtOffset } from '../core/markdown/blockList.js';
import type { Block } from '../core/markdown/block.js';
import type { Snapshot } from '../core/post/facts.js';
import { formatValue } from '../evaluate/format.js';
import type { EvaluationResult } from '../evaluate/result.js';
import type { BlockResult } from '../protocol/preview.js';

/** Kept by block: what did not change keeps its value while a newer state is evaluated. */
export type ResultsByBlock = WeakMap<Block, readonly BlockResult[]>;

export function resultsByBlock(
  snapshot: Snapshot,
  results: readonly EvaluationResult[],
): ResultsByBlock {
  const byBlock = new Map<Block, BlockResult[]>();
  for (const result of results) {
    const position = blockAtOffset(snapshot.blocks, result.span.start);
    const block = snapshot.blocks.blocks[position];
    const shown = shownResult(result);
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
): Pick<BlockResult, 'text' | 'state' | 'detail'> | null {
  const detail = result.message ?? '';
  if (result.kind === 'value') {
    if (result.value === null) return null;
    return { text: `= ${formatValue(result.value)}`, state: 'value', detail };
  }
  // A relation of the prose that nobody marked is not spoken of here.
  if (result.informative || result.verdict === null) return null;
  return { text: claimText(result), state: result.verdict, detail };
}

function claimText({ verdict, value, expected }: EvaluationResult): string {
  if (verdict === 'holds') return '✓';
  if (verdict === 'unknown') return '?';
  if (value === null || expected === null) return '✗';
  return `✗ ${formatValue(value)} ≠ ${formatValue(expected)}`;
}

function placeIn(block: Block, offset: number): Pick<BlockResult, 'anchor' | 'index'> {
  const index = block.formulas.findIndex(({ span }) => span.start <= offset && offset < span.end);
  if (index >= 0) return { anchor: 'formula', index };
  return { anchor: 'line', index: block.text.slice(0, offset).split(/\r\n|\n|\r/).length - 1 };
}
