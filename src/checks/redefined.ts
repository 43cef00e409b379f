// Whether a post gives \ref or \eqref a meaning of its own, so that no label need stand behind it.
import type { Snapshot } from '../core/post/facts.js';

const definition =
  /\\(?:(?:re|provide)?newcommand|providecommand|def|gdef|let|DeclareMathOperator)\*?\s*\{?\s*\\(?:eq)?ref(?![a-zA-Z])/;

export function redefinesReferences(post: Snapshot): boolean {
  return post.blocks.blocks.some((block) =>
    block.formulas.some((formula) => definition.test(formula.tex.text)),
  );
}
