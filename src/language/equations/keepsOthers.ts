// Whether a post with one more number is else what it was: each row has a number that had one, whichever it is now.
import type { DisplayFacts, PostFacts, ReferenceFacts, Snapshot } from '../../core/post/facts.js';
import { texOfRows, type EquationRow } from './equationRow.js';

/** `label` is the one whose references may find a number now. */
export function keepsOthers(
  before: Snapshot,
  after: Snapshot,
  place: EquationRow,
  label: string | null,
): boolean {
  const { displays } = after.facts;
  return (
    displays.length === before.facts.displays.length &&
    before.facts.displays.every((display, at) => {
      const other = displays[at];
      const row = at === place.display ? place.row : null;
      return other !== undefined && sameRows(display, other, row);
    }) &&
    sameTex(before, after, place) &&
    sameLabels(before.facts, after.facts, label) &&
    sameReferences(before.facts.references, after.facts.references, label)
  );
}

function sameRows(before: DisplayFacts, after: DisplayFacts, numbered: number | null): boolean {
  return (
    before.rows.length === after.rows.length &&
    before.error?.code === after.error?.code &&
    before.rows.every(
      ({ number }, at) =>
        at === numbered || (number === null) === (after.rows[at]?.number === null),
    )
  );
}

/** The rows of the display that was changed, but for what numbers them. */
function sameTex(before: Snapshot, after: Snapshot, { display }: EquationRow): boolean {
  const texOf = (post: Snapshot): string => {
    const facts = post.facts.displays[display];
    return (facts ? texOfRows(post, facts) : []).map(withoutNumbering).join('\n');
  };
  return texOf(before) === texOf(after);
}

function withoutNumbering(tex: string): string {
  return tex
    .replace(/\\label\s*\{[^{}]*\}|\\(?:nonumber|notag)(?![a-zA-Z])/g, '')
    .replace(/\s+/g, '');
}

function sameLabels(before: PostFacts, after: PostFacts, label: string | null): boolean {
  const others = ({ labels }: PostFacts): string =>
    labels
      .filter(({ key }) => key !== label)
      .map(({ key, number }) => `${key} ${number === null}`)
      .join('\n');
  return others(before) === others(after);
}

function sameReferences(
  before: readonly ReferenceFacts[],
  after: readonly ReferenceFacts[],
  label: string | null,
): boolean {
  return (
    before.length === after.length &&
    before.every(({ key, number }, at) => {
      const other = after[at];
      return other?.key === key && (key === label || (number === null) === (other.number === null));
    })
  );
}
