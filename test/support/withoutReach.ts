// Blocks as two ways of scanning must agree on them.
import type { BlockList } from '../../src/core/markdown/blockList.js';

/** How far a block looked may be told more or less carefully; what it is may not. */
export function withoutReach(list: BlockList): unknown {
  return { ...list, blocks: list.blocks.map((block) => ({ ...block, reach: 0 })) };
}
