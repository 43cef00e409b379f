// Formulas as strings of HTML, for pages that no script will touch.
import {
  katexOptions,
  maxFormulaLength,
  typesetFailure,
  type TypesetMessages,
} from '../protocol/typesetting.js';
import { renderTree } from '../tex/katexInternals.js';
import { tooDeepAt } from '../tex/prepare.js';
import { escapeHtml } from './escapeHtml.js';
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
): TypesetString {
  if (tex.length > maxFormulaLength) return { kind: 'error', reason: messages.tooLong };
  if (tooDeepAt(tex) >= 0) return { kind: 'error', reason: messages.tooDeep };
  try {
    const { html, tree } = renderTree(tex, katexOptions(display));
    return { kind: 'formula', html, width: widestPart(tree) };
  } catch (error) {
    return { kind: 'error', reason: typesetFailure(error, messages) };
  }
}

export function errorHtml(source: string, reason: string): string {
  return (
    `<span class="math-error"><code>${escapeHtml(source)}</code> ` +
    `<span class="math-error-reason">${escapeHtml(reason)}</span></span>`
  );
}
