// Formulas and references of a page: typeset, with their numbers in them.
import type { BlockResult, BlockTexts, ResultPlot, ResultTable } from '../protocol/preview.js';
import type { TypesetMessages } from '../protocol/typesetting.js';
import { equationHref, equationId } from './anchors.js';
import type { BlockWriter, DisplayHtml, FormulaHtml } from './context.js';
import { attribute, escapeHtml } from './escapeHtml.js';
import { sanitizeHtml } from './sanitizeHtml.js';
import type { FormulaReference } from './translate/translator.js';
import { errorHtml, typesetToString } from './typesetString.js';

/** What one block of a page shows beside its source. */
export interface PageTexts extends BlockTexts {
  /** For each row, the labels by which it is addressed. */
  readonly labels: readonly (readonly string[])[];
  /** Lines of the page before the block. */
  readonly firstLine: number;
}

/** A writer for one block: it hands out numbers and references in their order. */
export function createPageWriter(texts: PageTexts, messages: TypesetMessages): BlockWriter {
  return new PageWriter(texts, messages);
}

class PageWriter implements BlockWriter {
  readonly #texts: PageTexts;
  readonly #messages: TypesetMessages;
  #row = 0;
  #reference = 0;

  constructor(texts: PageTexts, messages: TypesetMessages) {
    this.#texts = texts;
    this.#messages = messages;
  }

  html(html: string): string {
    return sanitizeHtml(html);
  }

  inline(formula: FormulaHtml): string {
    const { html } = this.#formula(formula, false);
    return html + this.#value(formula);
  }

  display(formula: DisplayHtml): string {
    const tag = formula.inParagraph ? 'span' : 'div';
    const longest = this.#longestNumber(formula.rows.length);
    const numbers = formula.rows.map(() => this.#number());
    const line = this.#texts.firstLine + formula.line;
    const endLine = this.#texts.firstLine + formula.endLine;
    const { html, isError } = this.#formula(formula, true, longest);
    const beside = formula.isUnnumberedInError ? '' : besideFormula(numbers);
    const body = isError ? html + beside : placeNumbers(html, numbers);
    return (
      `<${tag} class="display${isError ? ' at-fault' : ''}"${attribute('data-line', line)}${attribute('data-end-line', endLine)}>` +
      `${body}${this.#value(formula)}</${tag}>`
    );
  }

  reference(reference: FormulaReference): string {
    return linkHtml('eq-ref', reference, this.#referenceText(reference));
  }

  worksheetLine(line: number): string {
    return this.#ofLine(line).map(valueHtml).join('');
  }

  worksheetTable(line: number): string {
    return this.#ofLine(line)
      .map(
        ({ table, plot, text }) =>
          (table === undefined ? '' : tableHtml(table)) +
          (plot === undefined ? '' : plotHtml(plot, text)),
      )
      .join('');
  }

  #ofLine(line: number): readonly BlockResult[] {
    return this.#texts.results.filter(
      (result) => result.anchor === 'line' && result.index === line,
    );
  }

  /** The formula in its element, or in its place why readers or we see an error. */
  #formula(
    formula: FormulaHtml,
    display: boolean,
    beside = 0,
  ): { readonly html: string; readonly isError: boolean } {
    const shown = formula.references.map((reference) => this.#referenceText(reference));
    const fault = this.#texts.faults.find((candidate) => candidate.formula === formula.index);
    if (fault) return { html: errorHtml(formula.source, fault.text), isError: true };
    const failing = this.#resultsOf(formula).flatMap(({ row }) => row ?? []);
    const typeset = typesetToString(formula.tex, display, this.#messages, failing);
    if (typeset.kind === 'error') {
      return { html: errorHtml(formula.source, typeset.reason), isError: true };
    }
    const { html, keyLinks } = this.#withReferences(typeset.html, formula, shown);
    const width = typeset.width + beside;
    const style = width > narrow ? attribute('style', `--formula-width: ${width.toFixed(1)}`) : '';
    return { html: `<span class="formula"${style}>${html}${keyLinks}</span>`, isError: false };
  }

  /** The formula with its references, and the links that stand behind it for the keyboard. */
  #withReferences(
    typeset: string,
    formula: FormulaHtml,
    shown: readonly ReferenceText[],
  ): { readonly html: string; readonly keyLinks: string } {
    const seen = new Set<number>();
    const html = typeset.replace(
      referencePattern,
      (whole, tag: string, at: string, body: string) => {
        const index = Number(at);
        const reference = formula.references[index];
        const text = shown[index];
        if (!reference || !text) return whole;
        const numbered = body.replace('(0)', () => escapeHtml(text.shown));
        // The MathML copy is read, not clicked.
        if (tag !== 'a') return `<${tag}>${numbered}</${tag}>`;
        seen.add(index);
        // What is seen of a formula is hidden from screen readers: a link in it takes no focus.
        return linkHtml('eq-ref', reference, { ...text, body: numbered }, -1);
      },
    );
    const keyLinks = formula.references.map((reference, index) => {
      const text = shown[index];
      return text && seen.has(index) ? linkHtml('eq-key', reference, text) : '';
    });
    return { html, keyLinks: keyLinks.join('') };
  }

  #value(formula: FormulaHtml): string {
    return this.#resultsOf(formula).map(valueHtml).join('');
  }

  #resultsOf({ index }: FormulaHtml): readonly BlockResult[] {
    return this.#texts.results.filter(
      (result) => result.anchor === 'formula' && result.index === index,
    );
  }

  /** The room that the numbers of the next rows take, in the size of type of a formula. */
  #longestNumber(rows: number): number {
    const texts = this.#texts.rows.slice(this.#row, this.#row + rows);
    const longest = Math.max(0, ...texts.map((text) => text.length));
    return longest === 0 ? 0 : longest * characterWidth + numberGap;
  }

  #number(): string {
    const at = this.#row++;
    const [own = '', ...others] = (this.#texts.labels[at] ?? []).map((label) =>
      attribute('id', equationId(label)),
    );
    const targets = others.map((id) => `<span${id}></span>`).join('');
    return `<span class="eq-number"${own}>${targets}${escapeHtml(this.#texts.rows[at] ?? '')}</span>`;
  }

  #referenceText({ command }: FormulaReference): ReferenceText {
    const text = this.#texts.references[this.#reference++] ?? null;
    const shown = text ?? (command === 'eqref' ? '(???)' : '???');
    return { shown, resolved: text !== null, body: escapeHtml(shown) };
  }
}

/** Narrower formulas fit on any paper. */
const narrow = 20;
const characterWidth = 0.5;
const numberGap = 1;

interface ReferenceText {
  readonly shown: string;
  readonly resolved: boolean;
  readonly body: string;
}

const referencePattern = /<(a|mtext|mrow)(?: [^<>]*)? href="eqref:(\d+)"[^<>]*>([\s\S]*?)<\/\1>/g;

function linkHtml(
  kind: 'eq-ref' | 'eq-key',
  { key }: FormulaReference,
  { resolved, body }: ReferenceText,
  tabIndex = 0,
): string {
  const name = resolved ? kind : `${kind} unresolved`;
  const href = attribute('href', equationHref(key));
  const focus = tabIndex === 0 ? '' : attribute('tabindex', tabIndex);
  return `<a class="${name}"${href}${focus}>${body}</a>`;
}

/** Each number at the height of its row, and in the MathML; beside the formula where rows differ. */
function placeNumbers(formula: string, numbers: readonly string[]): string {
  const slots = formula.split('<span class="eqn-num"></span>');
  if (slots.length - 1 !== numbers.length) return formula + besideFormula(numbers);
  const spoken = numbers.map((number) => number.replace(/<[^>]*>/g, ''));
  const filled = slots.map((part, at) => part + (numbers[at] ?? '')).join('');
  const cells = filled.split('<mtd class ="mml-eqn-num"></mtd>');
  if (cells.length - 1 !== spoken.length) return filled;
  const mtext = (at: number): string =>
    at < spoken.length ? `<mtd class="mml-eqn-num"><mtext>${spoken[at] ?? ''}</mtext></mtd>` : '';
  return cells.map((part, at) => part + mtext(at)).join('');
}

function besideFormula(numbers: readonly string[]): string {
  return `<span class="eq-numbers">${numbers.join('')}</span>`;
}

function valueHtml({ state, text, detail }: BlockResult): string {
  const title = detail === '' ? '' : attribute('title', detail);
  return `<span class="eval-value ${state}"${title}>${escapeHtml(text)}</span>`;
}

/** The picture says what it is of; its numbers are those of the worksheet. */
function plotHtml({ caption, svg }: ResultPlot, size: string): string {
  const label = attribute('aria-label', `${caption} (${size})`);
  return (
    `<figure class="eval-plot">${svg.replace('<svg', `<svg role="img"${label}`)}` +
    `<figcaption>${escapeHtml(caption)}</figcaption></figure>\n`
  );
}

function tableHtml({ caption, corner, columns, rows }: ResultTable): string {
  const heading = (scope: 'col' | 'row', text: string): string =>
    `<th scope="${scope}">${escapeHtml(text)}</th>`;
  const body = rows.map(({ heading: of, cells }) => {
    const written = cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
    return `<tr>${heading('row', of)}${written}</tr>`;
  });
  const head = [corner, ...columns].map((text) => heading('col', text)).join('');
  return (
    `<table class="eval-table"><caption>${escapeHtml(caption)}</caption>` +
    `<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>\n`
  );
}
