// What stands at a place of a post, at the cost of one block, however long the post is.
import { blockAtOffset } from '../core/markdown/blockList.js';
import type { Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';
import { tailOf } from '../core/text/tail.js';

/** Of a place within one block; what lies outside of it is left out. */
export function sourceText({ blocks }: Snapshot, { start, end }: Span): string {
  const index = blockAtOffset(blocks, start);
  const from = blocks.starts[index] ?? 0;
  return blocks.blocks[index]?.text.slice(Math.max(0, start - from), end - from) ?? '';
}

/** What stands before and behind a place on its lines, within its block. */
export function lineAround(
  { blocks }: Snapshot,
  { start, end }: Span,
): { readonly before: string; readonly behind: string } {
  const index = blockAtOffset(blocks, start);
  const from = blocks.starts[index] ?? 0;
  const text = blocks.blocks[index]?.text ?? '';
  const before = tailOf(text.slice(0, start - from), /[^\r\n]/);
  const behind = /^[^\r\n]*/.exec(text.slice(end - from))?.[0] ?? '';
  return { before, behind };
}
