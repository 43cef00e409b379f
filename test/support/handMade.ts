// Blocks of small texts, and their rows counted by hand.
import type { Block } from '../../src/core/markdown/block.js';
import { scanBlocks } from '../../src/core/markdown/scan.js';
import { assumedSite } from '../../src/core/site/site.js';
import { splitLines } from '../../src/core/text/lines.js';

export function blocksOf(text: string): readonly Block[] {
  return scanBlocks(splitLines(text), assumedSite);
}

/** One row for each `\\\\`: what the tests of rendering need of the numbering. */
export function rowsOf(block: Block, formula: number): readonly (readonly string[])[] {
  const rows = block.formulas[formula]?.tex.text.split('\\\\') ?? [];
  return rows.map((row) => [...row.matchAll(/\\label\{([^}]*)\}/g)].map((found) => found[1] ?? ''));
}
