// The formulas of a whole page with their numbers, matched to the tokens of another engine's rules.
import { isVisible } from './blockTexts.js';
import { numberDisplay } from '../core/numbering/numberDisplays.js';
import type { Snapshot } from '../core/post/facts.js';
import type { Macros } from './translate/macros.js';

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
  /** The bare environments of the page, in order. */
  readonly #environments: string[] = [];
  #nextEnvironment = 0;
  /** Those of the blog. */
  readonly macros: Macros;
  readonly #numbers = new Map<string, string | null>();

  constructor(snapshot: Snapshot, macros: Macros) {
    this.macros = macros;
    for (const [block, { entries }] of snapshot.math.entries()) {
      for (const [at, entry] of entries.entries()) {
        if (entry.kind !== 'formula') continue;
        const index = (snapshot.firstEntries[block] ?? 0) + at;
        const { rows, references } = numberDisplay(snapshot.numbers, index, entry.display);
        if (entry.formula.delimiter === 'environment') {
          this.#environments.push(entry.formula.tex.text);
        }
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

  /** The bare environment that begins here in what an engine made of the post; reads it from the list. */
  environmentAt(text: string, at: number): string | null {
    // One that the engine lost, with its paragraph perhaps, is passed over.
    for (let next = this.#nextEnvironment; next < this.#environments.length; next++) {
      const tex = this.#environments[next] ?? '';
      if (!text.startsWith(tex, at)) continue;
      this.#nextEnvironment = next + 1;
      return tex;
    }
    return null;
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
