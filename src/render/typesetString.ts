// Formulas as strings of HTML, for pages that no script will touch.
import katex from 'katex';
import { escapeHtml } from './escapeHtml.js';

/** A formula as HTML, or why there is none. */
export type TypesetString =
  | { readonly kind: 'formula'; readonly html: string }
  | { readonly kind: 'error'; readonly reason: string };

export function typesetToString(tex: string, display: boolean): TypesetString {
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
