// Of several labels with one name the one that references mean: the first with a number, else the first.
import { groupedBy } from '../core/groupedBy.js';
import type { LabelFacts } from '../core/post/facts.js';

export function countingLabel(same: readonly LabelFacts[]): LabelFacts | undefined {
  return same.find(({ number }) => number !== null) ?? same[0];
}

/** The one that references to `key` mean. */
export function findLabel(labels: readonly LabelFacts[], key: string): LabelFacts | undefined {
  return countingLabel(labels.filter((label) => label.key === key));
}

/** One of each name. */
export function countingLabels(labels: readonly LabelFacts[]): readonly LabelFacts[] {
  return [...groupedBy(labels, ({ key }) => key).values()].flatMap(
    (same) => countingLabel(same) ?? [],
  );
}

/** By its name what references to a label show; `null` where that is (???). */
export function numbersByName(labels: readonly LabelFacts[]): ReadonlyMap<string, string | null> {
  return new Map(countingLabels(labels).map(({ key, number }) => [key, number]));
}
