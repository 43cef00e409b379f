// `<!--more-->`: where the excerpt of a post ends that its site shows in lists.
import type { Block } from '../markdown/block.js';
import type { BlockList } from '../markdown/blockList.js';

export interface Cut {
  /** The block that holds it. */
  readonly position: number;
  /** Offsets of the comment in the block. */
  readonly start: number;
  readonly end: number;
}

/** The first one: sites look for no other. */
export function cutOf(blocks: readonly Block[]): Cut | null {
  for (const [position, { comments }] of blocks.entries()) {
    const comment = comments.find(({ text }) => /^\s*more\s*$/i.test(text.text));
    if (comment) return { position, ...comment.span };
  }
  return null;
}

/** Its place in the post; what stands before it is in the excerpt. */
export function cutOffset({ blocks, starts }: BlockList): number | null {
  const cut = cutOf(blocks);
  return cut === null ? null : (starts[cut.position] ?? 0) + cut.start;
}
