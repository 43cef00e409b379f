// Replaces part of a long list with one copy of it.

/** More would be too many arguments for one call. */
const mostArguments = 1_000;

export function spliced<Item>(
  list: readonly Item[],
  from: number,
  removed: number,
  inserted: readonly Item[],
): readonly Item[] {
  if (inserted.length > mostArguments) {
    return list.slice(0, from).concat(inserted, list.slice(from + removed));
  }
  const copy = list.slice();
  copy.splice(from, removed, ...inserted);
  return copy;
}
