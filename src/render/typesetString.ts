// Formulas as strings of HTML, for pages that no script will touch.
import katex from 'katex';
import { tooDeepAt } from '../tex/prepare.js';
import { escapeHtml } from './escapeHtml.js';

/** A formula as HTML, or why there is none. */
export type TypesetString =
  | { readonly kind: 'formula'; readonly html: string }
  | { readonly kind: 'error'; readonly reason: string };

/** As in the preview: a longer formula would take seconds. */
const maxFormulaLength = 50_000;

export function typesetToString(tex: string, display: boolean): TypesetString {
  if (tex.length > maxFormulaLength) return { kind: 'error', reason: 'Too long to typeset.' };
  if (tooDeepAt(tex) >= 0) return { kind: 'error', reason: 'Nested too deeply.' };
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      strict: 'ignore',
      maxSize: 50,
      maxExpand: 1000,
      trust: (context) => context.command === '\\href' && context.url.startsWith('eqref:'),
    });
    return { kind: 'formula', html };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'error', reason: 'Nested too deeply.' };
    const message = error instanceof Error ? error.message : String(error);
    const reason = message.replace(/^KaTeX parse error: /, '').replace(/ at position [\s\S]*$/, '');
    return { kind: 'error', reason };
  }
}

export function errorHtml(source: string, reason: string): string {
  return (
    `<span class="math-error"><code>${escapeHtml(source)}</code> ` +
    `<span class="math-error-reason">${escapeHtml(reason)}</span></span>`
  );
}
