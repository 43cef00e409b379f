// The labels of a post by their keys: of several with one key the first counts, the others are dead.
import type { LabelFacts, PostFacts } from './facts.js';

export function firstLabels({ labels }: PostFacts): ReadonlyMap<string, LabelFacts> {
  const first = new Map<string, LabelFacts>();
  for (const label of labels) if (!first.has(label.key)) first.set(label.key, label);
  return first;
}
