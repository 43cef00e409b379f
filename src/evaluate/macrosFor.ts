// The macros that some TeX of a post needs.
import { noMacros } from '../core/numbering/macros.js';
import type { Snapshot } from '../core/post/facts.js';
import { macrosForKatex } from '../tex/macros.js';
import type { TexMacros } from '../tex/tree.js';

/** Of all macros that the blog and the post define, those that some TeX uses. */
export function macrosFor({ math }: Snapshot, texts: readonly string[]): TexMacros {
  return macrosForKatex(math.at(-1)?.macrosBehind ?? noMacros, texts);
}
