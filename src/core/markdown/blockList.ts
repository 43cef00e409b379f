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

type ListOfBlock = {
  readonly [Key in keyof Block]: Block[Key] extends readonly unknown[] ? Key : never;
}[keyof Block];

/**
 * What is made of one of the lists of each block: `read` is asked of blocks where it holds something, which
 * most do not, with the offset and the index of the block.
 */
export function fromBlocks<Item>(
  { blocks, starts }: BlockList,
  list: ListOfBlock,
  read: (block: Block, offset: number, index: number) => readonly Item[],
): readonly Item[] {
  const items: Item[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined || block[list].length === 0) continue;
    for (const item of read(block, starts[index] ?? 0, index)) items.push(item);
  }
  return items;
}

/** The index of the block that holds an offset; the end of the text belongs to the last block. */
export function blockAtOffset(list: BlockList, offset: number): number {
  return indexIn(list.starts, offset);
}

export interface OffsetInBlock {
  readonly index: number;
  /** `undefined` in a post without blocks. */
  readonly block: Block | undefined;
  /** Of the block, in the post. */
  readonly start: number;
  /** The offset, counted from there. */
  readonly at: number;
}

export function offsetInBlock(list: BlockList, offset: number): OffsetInBlock {
  const index = blockAtOffset(list, offset);
  const start = list.starts[index] ?? 0;
  return { index, block: list.blocks[index], start, at: offset - start };
}

export function blockAtLine(list: BlockList, line: number): number {
  return indexIn(list.firstLines, line);
}

/** The closing entry does not count. */
function indexIn(starts: Uint32Array, value: number): number {
  return lastNotAbove(starts.length - 1, (index) => starts[index] ?? 0, value);
}
