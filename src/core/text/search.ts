// Binary search in what is sorted: which of several stretches holds a place.

/** The last index below `count` whose entry is not above `value`; 0 where there is none. */
export function lastNotAbove(
  count: number,
  entry: (index: number) => number,
  value: number,
): number {
  let low = 0;
  let high = Math.max(0, count - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (entry(middle) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
