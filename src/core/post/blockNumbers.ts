// The numbers of one block as the preview writes them.
import { numberDisplay } from '../numbering/numberDisplays.js';
import type { Snapshot } from './facts.js';

export interface BlockNumbers {
  /** What the rows of its displays show: `(3)`; empty where a row shows nothing. */
  readonly rows: readonly string[];
  /**
   * What its references show, in prose and in formulas, in the order of the source: `(3)` for `\eqref`,
   * `3` for `\ref`; `null` where readers see `???`.
   */
  readonly references: readonly (string | null)[];
}

const nothing: BlockNumbers = { rows: [], references: [] };

export function numbersOfBlock(snapshot: Snapshot, block: number): BlockNumbers {
  const entries = snapshot.math[block]?.entries ?? [];
  if (entries.length === 0) return nothing;
  const first = snapshot.firstEntries[block] ?? 0;
  const rows: string[] = [];
  const references: (string | null)[] = [];
  for (const [at, entry] of entries.entries()) {
    const numbered = numberDisplay(snapshot.numbers, first + at, entry.display);
    if (entry.kind === 'formula' && entry.formula.display) {
      for (const row of numbered.rows) rows.push(row.shown ?? '');
    }
    for (const [place, { command }] of entry.display.references.entries()) {
      const number = numbered.references[place] ?? null;
      references.push(number !== null && command === 'eqref' ? `(${number})` : number);
    }
  }
  return { rows, references };
}
