// What an edit did to a list of blocks, and two edits as one.

/** `removed` blocks from block `from` on became `inserted` others. */
export interface BlockChange {
  readonly from: number;
  readonly removed: number;
  readonly inserted: number;
}

export const unchanged: BlockChange = { from: 0, removed: 0, inserted: 0 };

/** One change that covers what one change and then another did. */
export function joinChanges(first: BlockChange, second: BlockChange): BlockChange {
  if (first.removed === 0 && first.inserted === 0) return second;
  if (second.removed === 0 && second.inserted === 0) return first;
  const from = Math.min(first.from, second.from);
  // The end of the first change and that of the second, both in the state between them.
  const end = Math.max(first.from + first.inserted, second.from + second.removed);
  return {
    from,
    removed: end - from - first.inserted + first.removed,
    inserted: end - from - second.removed + second.inserted,
  };
}
