// Gives a row of a display a number, and a label where one is asked for, so that nothing else of the post changes.
import { profileOf } from '../../core/numbering/profiles.js';
import type { Snapshot } from '../../core/post/facts.js';
import { hasReferences } from '../../core/site/site.js';
import { refused, type Change, type Refused } from '../change.js';
import { changedPost } from '../changedPost.js';
import { changesOneFormula } from '../oneFormulaChanges.js';
import { findRow, isDisplayed, type EquationRow, type FoundRow } from './equationRow.js';
import { keepsOthers } from './keepsOthers.js';
import { waysToNumber } from './waysToNumber.js';

/**
 * `in-error`: readers see an error in place of the display; `unnumbered-site`: the site numbers nothing;
 * `no-references`: its math engine knows no labels; `not-found`: there is no such row; `inline`: it is a
 * formula in the text; `not-read`: with a number the display would not be read as before.
 */
export type NumberRefusal =
  'in-error' | 'unnumbered-site' | 'no-references' | 'not-found' | 'inline' | 'not-read';

export interface NumberedRow {
  readonly kind: 'numbered';
  /** In order; none where the row has all that was asked for. */
  readonly changes: readonly Change[];
  /** With the changes. */
  readonly post: Snapshot;
  /** As readers see it then. */
  readonly shown: string;
  readonly label: string | null;
}

/** `label` is the name to give where the row has none; `null` where a number is enough. */
export function numberRow(
  post: Snapshot,
  place: EquationRow,
  label: string | null,
): NumberedRow | Refused<NumberRefusal> {
  const found = findRow(post, place);
  if (!found) return refused('not-found');
  const why = refusalOf(post, found, label !== null);
  if (why) return why;
  const own = labelIn(post, place);
  const { shown } = found.row;
  if (shown !== null && (label === null || own !== undefined)) {
    const isMeant = own === undefined || names(post, own, place);
    const same = { kind: 'numbered', changes: [], post, shown, label: own ?? null } as const;
    return isMeant ? same : refused('not-read');
  }
  for (const changes of waysToNumber(post, found, own === undefined ? label : null)) {
    const numbered = tried(post, place, changes, own ?? label);
    if (numbered) return numbered;
  }
  return refused('not-read');
}

function refusalOf(
  post: Snapshot,
  { display, row }: FoundRow,
  wantsLabel: boolean,
): Refused<NumberRefusal> | null {
  const { math, tags } = post.site;
  if (!isDisplayed(post, display)) return refused('inline');
  if (wantsLabel && !hasReferences(math)) return refused('no-references');
  if (display.error) return refused('in-error', display.error.subject);
  const isFree = row.number === null && !profileOf(math, tags).automaticNumbers;
  return isFree ? refused('unnumbered-site') : null;
}

/** `null` where the post would not be what is meant. */
function tried(
  before: Snapshot,
  place: EquationRow,
  changes: readonly Change[],
  label: string | null,
): NumberedRow | null {
  if (!changesOneFormula(before, changes, '')) return null;
  const post = changedPost(before, changes).snapshot;
  const { shown = null, labels = [] } = findRow(post, place)?.row ?? {};
  if (shown === null || !keepsOthers(before, post, place, label)) return null;
  const isNamed = label === null || (labels.includes(label) && names(post, label, place));
  return isNamed ? { kind: 'numbered', changes, post, shown, label } : null;
}

/** The one that stands in the row, whatever it names: no row has two. */
function labelIn({ facts }: Snapshot, { display, row }: EquationRow): string | undefined {
  return facts.labels.find((label) => label.display === display && label.row === row)?.key;
}

/** Whether every reference to a label leads to the row. */
function names({ facts }: Snapshot, label: string, { display, row }: EquationRow): boolean {
  const number = facts.displays[display]?.rows[row]?.number;
  const named = facts.labels.filter(({ key }) => key === label);
  return (
    named.length === 1 &&
    named.every((one) => one.display === display && one.fault === null && one.number === number)
  );
}
