// Formulas as strings of HTML, for pages that no script will touch.
import {
  katexOptions,
  maxFormulaDepth,
  maxFormulaLength,
  nestsTooDeeply,
  typesetFailure,
  type TypesetMessages,
} from '../protocol/typesetting.js';
import type { RowPlace } from '../protocol/preview.js';
import { renderTree } from '../tex/katexInternals.js';
import { escapeHtml } from './escapeHtml.js';
import { markRows } from './failingRows.js';
import { widestPart } from './formulaWidth.js';

/** A formula as HTML, or why there is none. */
export type TypesetString =
  | {
      readonly kind: 'formula';
      readonly html: string;
      /** Of its widest part that cannot be broken, in units of its own size of type. */
      readonly width: number;
    }
  | { readonly kind: 'error'; readonly reason: string };

export function typesetToString(
  tex: string,
  display: boolean,
  messages: TypesetMessages,
  failing: readonly RowPlace[] = [],
): TypesetString {
  if (tex.length > maxFormulaLength) return { kind: 'error', reason: messages.tooLong };
  if (nestsTooDeeply(tex)) return { kind: 'error', reason: messages.tooDeep };
  try {
    const { html, tree } = renderTree(tex, katexOptions(display), (built) => {
      markRows(built, failing, 'step-fails');
    });
    if (depthOf(html) > maxFormulaDepth) return { kind: 'error', reason: messages.tooDeep };
    return { kind: 'formula', html, width: widestPart(tree) };
  } catch (error) {
    return { kind: 'error', reason: typesetFailure(error, messages) };
  }
}

/** Of the elements that KaTeX wrote: it escapes what a post could bring. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, close, empty] of html.matchAll(/<(\/?)[a-z][^>]*?(\/?)>/gi)) {
    if (close !== '') depth--;
    else if (empty === '') deepest = Math.max(deepest, ++depth);
  }
  return deepest;
}

export function errorHtml(source: string, reason: string): string {
  return (
    `<span class="math-error"><code>${escapeHtml(source)}</code> ` +
    `<span class="math-error-reason">${escapeHtml(reason)}</span></span>`
  );
}
