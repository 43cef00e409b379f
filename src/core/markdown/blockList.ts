// Blocks with their places in the post, and the way from a place to its block.
import type { BlockList } from '../post/facts.js';
import type { Block } from './block.js';

export function blockList(blocks: readonly Block[]): BlockList {
  const starts = new Float64Array(blocks.length + 1);
  const firstLines = new Float64Array(blocks.length + 1);
  for (const [index, block] of blocks.entries()) {
    starts[index + 1] = (starts[index] ?? 0) + block.text.length;
    firstLines[index + 1] = (firstLines[index] ?? 0) + block.lineCount;
  }
  return { blocks, starts, firstLines };
}

/** The index of the block that holds an offset; the end of the text belongs to the last block. */
export function blockAtOffset(list: BlockList, offset: number): number {
  return indexIn(list.starts, offset);
}

export function blockAtLine(list: BlockList, line: number): number {
  return indexIn(list.firstLines, line);
}

/** The last index whose entry is not above `value`; the closing entry does not count. */
function indexIn(starts: Float64Array, value: number): number {
  let low = 0;
  let high = Math.max(0, starts.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
