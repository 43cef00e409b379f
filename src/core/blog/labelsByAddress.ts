// The labels of a post by their addresses: many links name them.
import { groupedBy } from '../groupedBy.js';
import type { LabelFacts } from '../post/facts.js';
import { remembered } from '../remembered.js';
import { addressOfFragment, labelAddress } from './links.js';

/** Those that a fragment names, in the order of the post. */
export function labelsNamed(
  labels: readonly LabelFacts[],
  fragment: string,
): readonly LabelFacts[] {
  return byAddress(labels).get(addressOfFragment(fragment)) ?? [];
}

const byAddress = remembered((labels: readonly LabelFacts[]) =>
  groupedBy(labels, ({ key }) => labelAddress(key)),
);
