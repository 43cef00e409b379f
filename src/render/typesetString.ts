// Formulas as strings of HTML, for pages that no script will touch.
import katex from 'katex';
import {
  katexOptions,
  maxFormulaLength,
  typesetFailure,
  type TypesetMessages,
} from '../protocol/typesetting.js';
import { tooDeepAt } from '../tex/prepare.js';
import { escapeHtml } from './escapeHtml.js';

/** A formula as HTML, or why there is none. */
export type TypesetString =
  | { readonly kind: 'formula'; readonly html: string }
  | { readonly kind: 'error'; readonly reason: string };

export function typesetToString(
  tex: string,
  display: boolean,
  messages: TypesetMessages,
): TypesetString {
  if (tex.length > maxFormulaLength) return { kind: 'error', reason: messages.tooLong };
  if (tooDeepAt(tex) >= 0) return { kind: 'error', reason: messages.tooDeep };
  try {
    return { kind: 'formula', html: katex.renderToString(tex, katexOptions(display)) };
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
