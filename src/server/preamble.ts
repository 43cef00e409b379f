// What typesetting a formula of a post by itself needs: the blog's macros that it uses, and those of the
// formulas before it.
import { noMacros } from '../core/numbering/macros.js';
import { definitionsOf, usedMacros } from '../core/numbering/macroUse.js';
import { mayDefineMacros } from '../core/numbering/parseDisplay.js';
import type { Snapshot } from '../core/post/facts.js';

/** `tex` stands in the block, or is made of what does. */
export function preambleOf(post: Snapshot, block: number, tex: string): readonly string[] {
  const own = post.blocks.blocks
    .slice(0, block + 1)
    .flatMap(({ formulas }) => formulas.map((formula) => formula.tex.text).filter(mayDefineMacros));
  const blog = post.math[0]?.macrosBefore ?? noMacros;
  return [...definitionsOf(usedMacros(blog, [...own, tex])), ...own];
}
