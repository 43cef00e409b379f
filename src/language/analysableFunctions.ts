// The functions that a post defines, in its displays, in its prose and in its worksheets: what can be analysed.
import { formulaText, type FormulaText } from '../evaluate/formulaText.js';
import { postForEvaluation } from '../evaluate/postInput.js';
import { linesOf } from '../evaluate/evaluatePost.js';
import { readDisplay } from '../evaluate/worksheet/statements.js';
import { spanOf } from '../evaluate/worksheet/sources.js';
import { macrosFor } from '../evaluate/macrosFor.js';
import type { Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';

export interface AnalysableFunction {
  /** The definition as it is written. */
  readonly source: string;
  readonly span: Span;
}

/** Each as often as it is defined, in the order of the post. */
export function analysableFunctions(post: Snapshot): readonly AnalysableFunction[] {
  const { blocks, starts } = post.blocks;
  const displayed = blocks.flatMap((block, at) =>
    block.formulas.map((formula) => formulaText(formula, starts[at] ?? 0)),
  );
  const lines = linesOf(postForEvaluation(post)).map(({ text }): FormulaText => ({
    tex: text,
    display: false,
    span: spanOf(text),
  }));
  return [...displayed, ...lines].filter(mayDefine).flatMap((formula) => {
    const macros = macrosFor(post, [formula.tex.text]);
    return readDisplay(formula, macros, 'display').flatMap(({ content, source, span }) =>
      content.kind === 'relation' && content.left?.kind === 'function' ? [{ source, span }] : [],
    );
  });
}

/** Most formulas define no function, and need not be read for it. */
function mayDefine({ tex }: FormulaText): boolean {
  return /\([^()=]*\)(?:\s|&|\\right)*(?::=|=|\\triangleq|\\equiv)/.test(tex.text);
}
