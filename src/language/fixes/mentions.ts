// Where a label is named though no reference is there: \cref and the like, which show nothing yet, and lists.
import type { Snapshot } from '../../core/post/facts.js';

export function isMentioned({ blocks, facts }: Snapshot, key: string): boolean {
  const lists = blocks.blocks.flatMap(({ latexReferences }) =>
    latexReferences.map(({ keys }) => keys),
  );
  const references = facts.references.map((reference) => reference.key);
  return [...lists, ...references.filter((one) => one !== key)].some((list) =>
    list.split(',').some((one) => one.trim() === key),
  );
}
