// What stands at a place of a post, at the cost of one block, however long the post is.
import { blockAtOffset } from '../core/markdown/blockList.js';
import type { Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';

/** Of a place within one block; what lies outside of it is left out. */
export function sourceText({ blocks }: Snapshot, { start, end }: Span): string {
  const index = blockAtOffset(blocks, start);
  const from = blocks.starts[index] ?? 0;
  return blocks.blocks[index]?.text.slice(Math.max(0, start - from), end - from) ?? '';
}
