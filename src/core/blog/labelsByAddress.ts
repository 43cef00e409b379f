// The labels of a post by their addresses: many links name them.
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

const byAddress = remembered((labels: readonly LabelFacts[]) => {
  const named = new Map<string, LabelFacts[]>();
  for (const label of labels) {
    const address = labelAddress(label.key);
    const same = named.get(address);
    if (same) same.push(label);
    else named.set(address, [label]);
  }
  return named;
});
