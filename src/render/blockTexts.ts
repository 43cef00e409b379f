// The texts of a block's places: numbers of its rows, texts of its references, faults of its displays.
import type { Row } from '../core/numbering/display.js';
import { numberDisplay } from '../core/numbering/numberDisplays.js';
import type { MathEntry } from '../core/post/blockMath.js';
import type { Snapshot } from '../core/post/facts.js';
import type {
  BlockNumbers,
  BlockResult,
  BlockTexts,
  FormulaDamage,
  FormulaFault,
} from '../protocol/preview.js';

export type { FormulaDamage, FormulaFault };

export function blockTexts(
  snapshot: Snapshot,
  position: number,
  faults: readonly FormulaFault[],
  results: readonly BlockResult[],
): BlockTexts {
  return {
    ...textsOf(snapshot, position, faults, () => true),
    faults,
    results,
    beyondCut: [],
    deadLinks: [],
    damage: [],
  };
}

/** Those of one formula of a block, as if it were alone. */
export function formulaTexts(
  snapshot: Snapshot,
  position: number,
  formula: number,
  faults: readonly FormulaFault[],
): BlockTexts {
  const isMeant = (entry: MathEntry): boolean =>
    entry.kind === 'formula' && entry.index === formula;
  return {
    ...textsOf(snapshot, position, faults, isMeant),
    faults,
    results: [],
    beyondCut: [],
    deadLinks: [],
    damage: [],
  };
}

function textsOf(
  snapshot: Snapshot,
  position: number,
  faults: readonly FormulaFault[],
  isMeant: (entry: MathEntry) => boolean,
): BlockNumbers {
  const rows: string[] = [];
  const references: (string | null)[] = [];
  const atFault = new Set(faults.map(({ formula }) => formula));
  const first = snapshot.firstEntries[position] ?? 0;
  for (const [at, entry] of entriesOf(snapshot, position).entries()) {
    if (!isMeant(entry)) continue;
    const numbered = numberDisplay(snapshot.numbers, first + at, entry.display);
    // An error that readers see in place of the formula stands there without its numbers.
    const isShown = !(entry.kind === 'formula' && atFault.has(entry.index));
    for (const [index, row] of rowsOf(entry).entries()) {
      if (!isVisible(row)) continue;
      rows.push((isShown ? numbered.rows[index]?.shown : null) ?? '');
    }
    for (const [index, { command }] of entry.display.references.entries()) {
      const number = numbered.references[index] ?? null;
      references.push(number !== null && command === 'eqref' ? `(${number})` : number);
    }
  }
  return { rows, references };
}

/** For each row that the site counts in a formula of the block the labels that are addressed by it. */
export function rowLabelsOf(
  snapshot: Snapshot,
  position: number,
  formula: number,
): readonly (readonly string[])[] {
  const entry = entriesOf(snapshot, position).find(
    (candidate) => candidate.kind === 'formula' && candidate.index === formula,
  );
  return entry ? labelsOfRows(rowsOf(entry)) : [];
}

/** For each row of the displays of a block the labels that are addressed by it. */
export function rowLabels(snapshot: Snapshot, position: number): readonly (readonly string[])[] {
  return entriesOf(snapshot, position).flatMap((entry) => labelsOfRows(rowsOf(entry)));
}

/** Labels of a `subequations` lead to its first row. */
function labelsOfRows(rows: readonly Row[]): readonly (readonly string[])[] {
  let ofParent: readonly string[] = [];
  return rows.flatMap((row) => {
    const own = row.labels.map(({ key }) => key);
    if (!isVisible(row)) {
      ofParent = own;
      return [];
    }
    const labels = [...own, ...ofParent];
    ofParent = [];
    return [labels];
  });
}

/** Whether a row has a place for its number: that of a `subequations` as a whole stands nowhere. */
export function isVisible(row: Row | undefined): boolean {
  return row?.numbering.kind !== 'parent';
}

function entriesOf(snapshot: Snapshot, position: number): readonly MathEntry[] {
  return snapshot.math[position]?.entries ?? [];
}

/**
 * The rows of a formula that its block shows: those of a display, and those of a numbered environment in
 * an inline formula, which engines set as a display all the same.
 */
export function rowsOf(entry: MathEntry): readonly Row[] {
  if (entry.kind !== 'formula') return [];
  const { rows } = entry.display;
  return entry.formula.display || rows.some(({ numbering }) => numbering.kind !== 'none')
    ? rows
    : [];
}
