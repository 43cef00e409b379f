// The elements of one block: its formulas typeset, its numbers and results written as text.
import type { BlockTexts } from '../protocol/preview.js';
import { writeDamage } from './damage.js';
import { FormulaView } from './formulaView.js';
import { writeNumber } from './numbers.js';
import { referenceInText, writeReference, type ReferencePlace } from './references.js';
import { markSteps, writeResults } from './results.js';
import type { PreviewStrings } from './strings.js';
import type { Sliders } from './sliders.js';
import type { Typesetter } from './typesetter.js';

export interface BlockTools {
  readonly typesetter: Typesetter;
  readonly strings: PreviewStrings;
  /** Told of what may be wider than the page. */
  readonly wide?: { watch(part: HTMLElement): void };
  readonly sliders?: Sliders;
}

/** A display and its lines, which count from the block's first. */
export interface DisplayPlace {
  readonly element: HTMLElement;
  readonly line: number;
  readonly endLine: number;
  /** Where each of its rows begins; empty where it has one, or stands on one line. */
  readonly rowLines: readonly number[];
}

export class BlockView {
  readonly element: HTMLElement;
  readonly #tools: BlockTools;
  readonly displays: readonly DisplayPlace[];
  readonly #numbers: readonly HTMLElement[];
  /** Each with its index among the references of the block. */
  readonly #references: ReadonlyMap<ReferencePlace, number>;
  readonly #formulas: readonly FormulaView[];
  /** Formulas still to be typeset, the last one first. */
  readonly #waiting: FormulaView[];
  readonly #links: readonly HTMLElement[];
  #texts: BlockTexts | null = null;
  #firstLine = 0;

  /** `element` holds the sanitized HTML of the block. */
  constructor(element: HTMLElement, tools: BlockTools) {
    this.element = element;
    this.#tools = tools;
    this.#links = all(element, 'a[href]:not(.eq-ref)');
    for (const cut of all(element, '.post-cut')) describeCut(cut, tools.strings);
    this.displays = all(element, '.display').map(displayOf);
    this.#numbers = all(element, '.eq-number');
    const { formulas, references } = findFormulas(element);
    this.#formulas = formulas;
    this.#waiting = [...formulas].reverse();
    this.#references = new Map(references.map((place, at) => [place, at]));
    for (const part of all(element, 'table, pre')) tools.wide?.watch(part);
  }

  /** How many formulas are not typeset yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Typesets formulas until the time is over; those met before cost next to nothing. */
  typeset(isOver: () => boolean): void {
    for (;;) {
      const formula = this.#waiting[this.#waiting.length - 1];
      if (!formula) return;
      const { typesetter, wide } = this.#tools;
      if (!typesetter.isCached(formula.tex, formula.display) && isOver()) return;
      this.#waiting.pop();
      formula.typeset(typesetter);
      if (formula.isAtFault) this.#writeNumbers();
      this.#markSteps();
      const display = formula.element.closest<HTMLElement>('.display');
      if (display) wide?.watch(display);
      this.#writeReferences(formula.references);
    }
  }

  #markSteps(): void {
    const results = this.#texts?.results ?? [];
    if (results.some(({ row }) => row !== undefined)) markSteps(this.element, results);
  }

  write(texts: BlockTexts): void {
    this.#texts = texts;
    this.#writeReferences(this.#references.keys());
    const faults = new Map(texts.faults.map(({ formula, text }) => [formula, text]));
    for (const formula of this.#formulas) formula.writeFault(faults.get(formula.index) ?? null);
    this.#writeNumbers();
    const tables = writeResults(this.element, texts.results, this.#tools.sliders);
    for (const table of tables) this.#tools.wide?.watch(table);
    markSteps(this.element, texts.results);
    writeDamage(this.element, texts.damage);
    for (const link of this.#links) markDead(link, texts.deadLinks, this.#tools.strings);
  }

  /** Displays say where they stand in the source, for tests, style sheets and jumps. */
  setFirstLine(line: number): void {
    if (line === this.#firstLine) return;
    this.#firstLine = line;
    for (const display of this.displays) {
      display.element.dataset['line'] = String(line + display.line);
      display.element.dataset['endLine'] = String(line + display.endLine);
    }
  }

  /** The number of a row, and the display that holds it. */
  row(index: number): { readonly number: HTMLElement; readonly display: HTMLElement } | null {
    const number = this.#numbers[index];
    const display = number?.closest<HTMLElement>('.display');
    return number && display ? { number, display } : null;
  }

  /** What is seen of the formula with this index in the block. */
  formula(index: number): HTMLElement | null {
    const found = this.#formulas.find((formula) => formula.index === index);
    return found ? (found.element.closest<HTMLElement>('.display') ?? found.element) : null;
  }

  /** The index of a reference among those of the block, -1 where it is none. */
  referenceIndex(anchor: HTMLElement): number {
    for (const [place, at] of this.#references) if (place.anchors.includes(anchor)) return at;
    return -1;
  }

  #writeNumbers(): void {
    this.#numbers.forEach((number, at) => {
      const text = hasNoNumber(number) ? '' : this.#texts?.rows[at];
      writeNumber(number, text ?? '');
    });
  }

  /** References of a formula show their number only once the formula is typeset. */
  #writeReferences(places: Iterable<ReferencePlace>): void {
    const texts = this.#texts;
    if (!texts) return;
    for (const place of places) {
      const at = this.#references.get(place) ?? -1;
      const isBeyondCut = texts.beyondCut.includes(at);
      writeReference(place, texts.references[at] ?? null, this.#tools.strings, isBeyondCut);
    }
  }
}

function hasNoNumber(number: HTMLElement): boolean {
  return number.closest('.display.at-fault[data-unnumbered-in-error]') !== null;
}

/** A link that says something itself goes on saying it. */
function markDead(link: HTMLElement, dead: readonly string[], { deadLink }: PreviewStrings): void {
  const isDead = dead.includes(link.getAttribute('href') ?? '');
  link.classList.toggle('dead-link', isDead);
  if (isDead && link.title === '') link.title = deadLink;
  else if (!isDead && link.title === deadLink) link.removeAttribute('title');
}

/** Its words are drawn by the style sheet, and are no part of the post. */
function describeCut(cut: HTMLElement, strings: PreviewStrings): void {
  cut.setAttribute('role', 'separator');
  cut.setAttribute('aria-label', strings.cut);
}

function displayOf(element: HTMLElement): DisplayPlace {
  return {
    element,
    line: numberOf(element.dataset['line']),
    endLine: numberOf(element.dataset['endLine']),
    rowLines: element.dataset['rows']?.split(' ').map(Number) ?? [],
  };
}

function findFormulas(element: HTMLElement): {
  readonly formulas: readonly FormulaView[];
  readonly references: readonly ReferencePlace[];
} {
  const formulas: FormulaView[] = [];
  const references: ReferencePlace[] = [];
  for (const found of all(element, 'a.eq-ref, .formula[data-tex]')) {
    if (found.matches('a')) {
      references.push(referenceInText(found));
      continue;
    }
    const formula = new FormulaView(found);
    formulas.push(formula);
    references.push(...formula.references);
  }
  return { formulas, references };
}

function all(element: HTMLElement, selector: string): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(selector)];
}

function numberOf(text: string | undefined): number {
  const number = Number(text ?? 0);
  return Number.isFinite(number) ? number : 0;
}
