// Blocks with their places in the post, and the way from a place to its block.
import { lastNotAbove } from '../text/search.js';
import type { Block } from './block.js';

/** Blocks that tile a post, and where each begins. */
export interface BlockList {
  readonly blocks: readonly Block[];
  /** Offset of each block's start; one more entry for the end of the text. */
  readonly starts: Uint32Array;
  /** First line of each block; one more entry for the line count. */
  readonly firstLines: Uint32Array;
}

export function blockList(blocks: readonly Block[]): BlockList {
  const starts = new Uint32Array(blocks.length + 1);
  const firstLines = new Uint32Array(blocks.length + 1);
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

/** The closing entry does not count. */
function indexIn(starts: Uint32Array, value: number): number {
  return lastNotAbove(starts.length - 1, (index) => starts[index] ?? 0, value);
}
