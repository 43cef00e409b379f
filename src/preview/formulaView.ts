// One formula of a block: typeset, or in its place why it is not.
import { placeNumbers } from './numbers.js';
import { placeReferences, referencesOfFormula, type ReferencePlace } from './references.js';
import type { Typesetter } from './typesetter.js';

export class FormulaView {
  readonly element: HTMLElement;
  readonly tex: string;
  readonly display: boolean;
  /** Its index among the formulas of the block. */
  readonly index: number;
  readonly references: readonly ReferencePlace[];
  readonly #source: string;
  /** What the checks say: readers see an error here. */
  #fault: string | null = null;
  /** What KaTeX says. */
  #refusal: string | null = null;
  #error: HTMLElement | null = null;

  /** `element` is the placeholder of a formula that is not typeset yet. */
  constructor(element: HTMLElement) {
    const { tex, display, formula, references } = element.dataset;
    this.element = element;
    this.tex = tex ?? '';
    this.display = display !== undefined;
    this.index = Number(formula ?? -1);
    this.references = referencesOfFormula(references);
    this.#source = element.textContent;
  }

  typeset(typesetter: Typesetter): void {
    const typeset = typesetter.typeset(this.tex, this.display);
    delete this.element.dataset['tex'];
    if (typeset.kind === 'error') {
      this.#refusal = typeset.reason;
      this.element.replaceChildren();
      this.#writeError();
      return;
    }
    this.element.replaceChildren(typeset.node);
    placeReferences(this.element, this.references);
    if (this.display) placeNumbers(this.element);
  }

  /** Readers see an error in its place, or we cannot typeset it. */
  get isAtFault(): boolean {
    return this.#fault !== null || this.#refusal !== null;
  }

  writeFault(fault: string | null): void {
    if (fault === this.#fault) return;
    this.#fault = fault;
    this.#writeError();
  }

  /** Preview and problems say the same: KaTeX speaks only where the checks do not. */
  #writeError(): void {
    const reason = this.#fault ?? this.#refusal;
    this.#error?.remove();
    this.#error = null;
    this.element.classList.toggle('at-fault', reason !== null);
    this.element.closest('.display')?.classList.toggle('at-fault', reason !== null);
    if (reason === null) return;
    this.#error = createMathError(this.element.ownerDocument, this.#source, reason);
    this.element.after(this.#error);
  }
}

/** The TeX, small, with the reason. */
function createMathError(document: Document, source: string, reason: string): HTMLElement {
  const error = document.createElement('span');
  error.className = 'math-error';
  const code = document.createElement('code');
  code.textContent = source;
  const text = document.createElement('span');
  text.className = 'math-error-reason';
  text.textContent = reason;
  error.append(code, ' ', text);
  return error;
}
