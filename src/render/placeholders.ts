// Formulas and references as placeholders that the preview typesets and whose texts it writes.
import { equationHref } from './anchors.js';
import type { DisplayHtml, FormulaHtml, BlockWriter } from './context.js';
import { attribute, escapeHtml } from './escapeHtml.js';
import { sanitizeHtml } from './sanitizeHtml.js';
import type { FormulaReference } from './translate/translator.js';

export const placeholders: BlockWriter = {
  inline: (formula) => placeholder(formula, ''),
  display,
  reference: (reference) =>
    `<a class="eq-ref"${attribute('href', equationHref(reference.key))}` +
    `${attribute('data-command', reference.command)}>${unresolved(reference)}</a>`,
  worksheetLine: () => '',
  worksheetTable: () => '',
  // The preview sanitizes each block again, as a whole: here no HTML of the post pretends to be a placeholder.
  html: sanitizeHtml,
};

function placeholder(formula: FormulaHtml, attributes: string): string {
  const references = formula.references.map(({ command, key }) => [command, equationHref(key)]);
  return (
    `<span class="formula"${attributes}${attribute('data-tex', formula.tex)}` +
    attribute('data-formula', formula.index) +
    (references.length === 0 ? '' : attribute('data-references', JSON.stringify(references))) +
    `>${escapeHtml(formula.source)}</span>`
  );
}

function display(formula: DisplayHtml): string {
  const tag = formula.inParagraph ? 'span' : 'div';
  const numbers = formula.rows.map(([label]) => {
    const labelled = label === undefined ? '' : attribute('data-label', label);
    return `<span class="eq-number"${labelled}></span>`;
  });
  return (
    `<${tag} class="display"${attribute('data-line', formula.line)}` +
    `${attribute('data-end-line', formula.endLine)}` +
    (formula.rowLines.length === 0 ? '' : attribute('data-rows', formula.rowLines.join(' '))) +
    (formula.isUnnumberedInError ? ' data-unnumbered-in-error=""' : '') +
    '>' +
    placeholder(formula, ' data-display=""') +
    `<span class="eq-numbers">${numbers.join('')}</span></${tag}>`
  );
}

function unresolved(reference: FormulaReference): string {
  return reference.command === 'eqref' ? '(???)' : '???';
}
