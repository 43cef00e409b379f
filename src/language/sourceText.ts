// What stands at a place of a post, at the cost of one block, however long the post is.
import { offsetInBlock } from '../core/markdown/blockList.js';
import type { Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';
import { tailOf } from '../core/text/tail.js';

/** Of a place within one block; what lies outside of it is left out. */
export function sourceText({ blocks }: Snapshot, { start, end }: Span): string {
  const { block, at } = offsetInBlock(blocks, start);
  return block?.text.slice(at, at + end - start) ?? '';
}

export interface LineAround {
  readonly before: string;
  readonly behind: string;
}

/** What stands before and behind a place on its lines, within its block. */
export function lineAround({ blocks }: Snapshot, { start, end }: Span): LineAround {
  const { block, at } = offsetInBlock(blocks, start);
  const text = block?.text ?? '';
  const before = tailOf(text.slice(0, at), /[^\r\n]/);
  const behind = /^[^\r\n]*/.exec(text.slice(at + end - start))?.[0] ?? '';
  return { before, behind };
}
