// The formulas of a whole page with their numbers, matched to the tokens of another engine's rules.
import { isVisible } from './blockTexts.js';
import { numberDisplay } from '../core/numbering/numberDisplays.js';
import type { Snapshot } from '../core/post/facts.js';
import { noMacros, type NumberingMacros } from '../core/numbering/macros.js';

/** What readers see of one formula beside its TeX. */
export interface FormulaNumbers {
  readonly display: boolean;
  readonly rows: readonly NumberedRowText[];
  /** Of its references, in order; `null` where they show `(???)`. */
  readonly references: readonly (string | null)[];
}

export interface NumberedRowText {
  readonly text: string;
  readonly label: string | null;
}

export class PageNumbering {
  /** Formulas of the same TeX follow one another. */
  readonly #formulas = new Map<string, FormulaNumbers[]>();
  /** Those of the blog. */
  readonly macros: NumberingMacros;
  readonly #numbers = new Map<string, string | null>();

  constructor(snapshot: Snapshot) {
    this.macros = snapshot.math[0]?.macrosBefore ?? noMacros;
    for (const [block, { entries }] of snapshot.math.entries()) {
      for (const [at, entry] of entries.entries()) {
        if (entry.kind !== 'formula') continue;
        const index = (snapshot.firstEntries[block] ?? 0) + at;
        const { rows, references } = numberDisplay(snapshot.numbers, index, entry.display);
        this.#add(entry.formula.tex.text, {
          display: entry.formula.display,
          rows: rows.flatMap(({ shown }, at) => {
            const row = entry.display.rows[at];
            if (!isVisible(row)) return [];
            return [{ text: shown ?? '', label: row?.labels[0]?.key ?? null }];
          }),
          references,
        });
      }
    }
    for (const { key, number } of snapshot.facts.labels) {
      if (number !== null || !this.#numbers.has(key)) this.#numbers.set(key, number);
    }
  }

  /** The next formula of the page with this TeX; `null` where the page has none more. */
  take(tex: string): FormulaNumbers | null {
    return this.#formulas.get(tex.trim())?.shift() ?? null;
  }

  /** The number that a label gives to its references. */
  numberOf(key: string): string | null {
    return this.#numbers.get(key) ?? null;
  }

  #add(tex: string, formula: FormulaNumbers): void {
    const same = this.#formulas.get(tex.trim());
    if (same) same.push(formula);
    else this.#formulas.set(tex.trim(), [formula]);
  }
}
