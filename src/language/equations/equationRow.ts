// A row of a display, by its place among the displays of its post.
import type { BlockMath } from '../../core/post/blockMath.js';
import type { DisplayFacts, RowFacts, Snapshot } from '../../core/post/facts.js';
import { remembered } from '../../core/remembered.js';
import { reaches } from '../../core/text/span.js';

/** Both count from 0. */
export interface EquationRow {
  readonly display: number;
  readonly row: number;
}

export interface FoundRow {
  readonly display: DisplayFacts;
  readonly row: RowFacts;
}

export function findRow({ facts }: Snapshot, place: EquationRow): FoundRow | null {
  const display = facts.displays[place.display];
  const row = display?.rows[place.row];
  return display && row ? { display, row } : null;
}

/** What the math engine reads for each row of a display. */
export function texOfRows(post: Snapshot, { block, formula }: DisplayFacts): readonly string[] {
  const math = post.math[block];
  const entry = math && formulasOf(math).get(formula);
  if (!entry) return [];
  const { text } = entry.formula.tex;
  return entry.display.rows.map(({ span }) => text.slice(span.start, span.end).trim());
}

/** By their index in the block, which may hold very many. */
const formulasOf = remembered(({ entries }: BlockMath) => {
  const formulas = entries.filter((entry) => entry.kind === 'formula');
  return new Map(formulas.map((entry) => [entry.index, entry]));
});

/** Whether it is a formula on lines of its own, and not one in the text that holds a label. */
export function isDisplayed({ blocks }: Snapshot, { block, formula }: DisplayFacts): boolean {
  return blocks.blocks[block]?.formulas[formula]?.display === true;
}

/** The row at a place of the post, or the one before it; `null` outside of displays. */
export function rowAt(post: Snapshot, offset: number): EquationRow | null {
  const { displays } = post.facts;
  const display = displays.findIndex(({ span }) => reaches(span, offset));
  const found = displays[display];
  if (!found || !isDisplayed(post, found)) return null;
  const begun = found.rows.filter(({ span }) => span.start <= offset).length;
  return { display, row: Math.max(begun - 1, 0) };
}
