// What differs between a post as we read it and its built page: formulas, numbers, references.
import { diffArrays } from 'diff';
import type { PageItem } from './pageItems.js';

export type Difference =
  /** Readers see another formula or reference than the post says. */
  | { readonly kind: 'changed'; readonly item: PageItem; readonly built: PageItem }
  /** Readers do not see it, or not as a formula. */
  | { readonly kind: 'missing'; readonly item: PageItem }
  /** The page has it behind `item` and the post does not. */
  | { readonly kind: 'added'; readonly item: PageItem; readonly built: PageItem }
  | { readonly kind: 'numbers'; readonly item: PageItem; readonly built: PageItem };

/**
 * How far two pages may differ before the one is not taken for the other's: in entries taken away
 * and added. Beyond that a comparison takes long and tells nobody anything.
 */
const mostEdits = 2000;

/** `null` where the page is another one's. What the page holds before and behind the post is not the post's. */
export function comparePages(
  ours: readonly PageItem[],
  built: readonly PageItem[],
): readonly Difference[] | null {
  const changes = diffArrays(
    ours.map(({ key }) => key),
    built.map(({ key }) => key),
    { maxEditLength: mostEdits },
  );
  if (!changes) return null;
  const differences: Difference[] = [];
  const place = { ours: 0, built: 0 };
  let taken: readonly PageItem[] = [];
  for (const [at, { added, removed, count }] of changes.entries()) {
    if (removed) {
      taken = ours.slice(place.ours, place.ours + count);
      place.ours += count;
      if (!changes[at + 1]?.added) differences.push(...missing(taken));
    } else if (added) {
      const given = built.slice(place.built, place.built + count);
      place.built += count;
      const isOutside = taken.length === 0 && (at === 0 || at === changes.length - 1);
      if (!isOutside) differences.push(...paired(taken, given, ours[place.ours - 1]));
    } else {
      for (let same = 0; same < count; same++) {
        const item = ours[place.ours++];
        const other = built[place.built++];
        if (item && other && !sameNumbers(item, other)) {
          differences.push({ kind: 'numbers', item, built: other });
        }
      }
    }
    if (!removed) taken = [];
  }
  return differences;
}

function missing(items: readonly PageItem[]): readonly Difference[] {
  return items.map((item) => ({ kind: 'missing', item }));
}

/** What was taken away and what stands in its place, one by one. */
function paired(
  taken: readonly PageItem[],
  given: readonly PageItem[],
  before: PageItem | undefined,
): readonly Difference[] {
  const changed = taken.map((item, at): Difference => {
    const built = given[at];
    return built ? { kind: 'changed', item, built } : { kind: 'missing', item };
  });
  const behind = taken.at(-1) ?? before;
  const rest = behind
    ? given.slice(taken.length).map((built): Difference => ({ kind: 'added', item: behind, built }))
    : [];
  return [...changed, ...rest];
}

function sameNumbers(left: PageItem, right: PageItem): boolean {
  return (
    left.numbers.length === right.numbers.length &&
    left.numbers.every((number, at) => number === right.numbers[at])
  );
}
