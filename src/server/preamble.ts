// The formulas of a post that define macros, up to a display: what typesetting it by itself needs.
import { mayDefineMacros } from '../core/numbering/parseDisplay.js';
import type { Snapshot } from '../core/post/facts.js';

export function preambleOf(post: Snapshot, block: number): readonly string[] {
  return post.blocks.blocks
    .slice(0, block + 1)
    .flatMap(({ formulas }) => formulas.map(({ tex }) => tex.text).filter(mayDefineMacros));
}
