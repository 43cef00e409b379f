// What differs between a post as we read it and its built page: formulas, numbers, references.
import { diffArrays } from 'diff';
import type { PageItem } from './pageItems.js';

export type Difference =
  /** Readers see another formula or reference than the post says. */
  | { readonly kind: 'changed'; readonly item: PageItem; readonly built: PageItem }
  /** Readers do not see it, or not as a formula. */
  | { readonly kind: 'missing'; readonly item: PageItem }
  /** From `item` on, `count` of them are not on the page, which has nothing in their place. */
  | { readonly kind: 'gap'; readonly item: PageItem; readonly count: number }
  /** The page has it behind `item` and the post does not. */
  | { readonly kind: 'added'; readonly item: PageItem; readonly built: PageItem }
  /** The page has `count` of them behind `item`, `built` the first, and the post has none. */
  | {
      readonly kind: 'insert';
      readonly item: PageItem;
      readonly built: PageItem;
      readonly count: number;
    }
  | { readonly kind: 'numbers'; readonly item: PageItem; readonly built: PageItem };

/**
 * How far two pages may differ before the one is not taken for the other's: in entries taken away
 * and added. Beyond that a comparison takes long and tells nobody anything.
 */
export const mostEdits = 2000;

/** So many in a row are a part of the post, not each an accident of its own: they are told of as one. */
const longRun = 4;

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
  const walk = new Walk(ours, built);
  for (const [at, change] of changes.entries()) {
    if (change.removed) walk.takes(change.count);
    else if (change.added) walk.gives(change.count, at === changes.length - 1);
    else walk.keeps(change.count);
  }
  return walk.end();
}

class Walk {
  readonly #ours: readonly PageItem[];
  readonly #built: readonly PageItem[];
  readonly #differences: Difference[] = [];
  #at = 0;
  #builtAt = 0;
  /** Taken away, with nothing in its place yet. */
  #taken: readonly PageItem[] = [];

  constructor(ours: readonly PageItem[], built: readonly PageItem[]) {
    this.#ours = ours;
    this.#built = built;
  }

  takes(count: number): void {
    this.#taken = this.#ours.slice(this.#at, this.#at + count);
    this.#at += count;
  }

  /** What is more than was taken stands around the post, where the post begins or ends here. */
  gives(count: number, isLast: boolean): void {
    const given = this.#built.slice(this.#builtAt, this.#builtAt + count);
    this.#builtAt += count;
    const taken = this.#taken.length;
    const isFirst = this.#at === taken;
    const more = Math.max(0, given.length - taken);
    if (isFirst) this.#pair(given.slice(more));
    else this.#pair(isLast ? given.slice(0, taken) : given);
  }

  keeps(count: number): void {
    this.#pair([]);
    for (let same = 0; same < count; same++) {
      const item = this.#ours[this.#at++];
      const built = this.#built[this.#builtAt++];
      if (item && built && !sameNumbers(item, built)) {
        this.#differences.push({ kind: 'numbers', item, built });
      }
    }
  }

  end(): readonly Difference[] {
    this.#pair([]);
    return this.#differences;
  }

  /** What was taken away and what stands in its place, one by one. */
  #pair(given: readonly PageItem[]): void {
    const before = this.#taken.at(-1) ?? this.#ours[this.#at - 1];
    const pairs = Math.min(this.#taken.length, given.length);
    for (let at = 0; at < pairs; at++) {
      const item = this.#taken[at];
      const built = given[at];
      if (item && built) this.#differences.push({ kind: 'changed', item, built });
    }
    this.#differences.push(...missing(this.#taken.slice(pairs)));
    if (before) this.#differences.push(...added(before, given.slice(pairs)));
    this.#taken = [];
  }
}

function missing(items: readonly PageItem[]): readonly Difference[] {
  const [item] = items;
  return item && items.length >= longRun
    ? [{ kind: 'gap', item, count: items.length }]
    : items.map((each): Difference => ({ kind: 'missing', item: each }));
}

function added(item: PageItem, items: readonly PageItem[]): readonly Difference[] {
  const [built] = items;
  return built && items.length >= longRun
    ? [{ kind: 'insert', item, built, count: items.length }]
    : items.map((each): Difference => ({ kind: 'added', item, built: each }));
}

function sameNumbers(left: PageItem, right: PageItem): boolean {
  return (
    left.numbers.length === right.numbers.length &&
    left.numbers.every((number, at) => number === right.numbers[at])
  );
}
