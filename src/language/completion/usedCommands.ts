// How often the formulas of a post use each command: what was used is likely to be used again.
import type { Block } from '../../core/markdown/block.js';
import { countEach } from '../../core/countEach.js';
import type { Snapshot } from '../../core/post/facts.js';
import { remembered } from '../../core/remembered.js';

/** By name, without backslashes. */
export function usedCommands({ blocks }: Snapshot): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const block of blocks.blocks) {
    for (const [name, count] of usesIn(block)) uses.set(name, (uses.get(name) ?? 0) + count);
  }
  return uses;
}

/** An edit leaves nearly all blocks of a post as they were. */
const usesIn = remembered(({ formulas }: Block) =>
  countEach(
    formulas.flatMap(({ tex }) =>
      Array.from(tex.text.matchAll(/\\([a-zA-Z]+)/g), ([, name = '']) => name),
    ),
  ),
);
