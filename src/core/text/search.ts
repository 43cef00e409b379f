// Binary search in what is sorted: which of several stretches holds a place.
import type { Span } from './span.js';

/** Of spans in order that do not overlap the one that holds an offset. */
export function spanAt<Found extends Span>(
  spans: readonly Found[],
  offset: number,
): Found | undefined {
  const span = spans[lastNotAbove(spans.length, (index) => spans[index]?.start ?? 0, offset)];
  return span && span.start <= offset && offset < span.end ? span : undefined;
}

/** The same of what stands at such spans. */
export function standingAt<Found extends { readonly span: Span }>(
  found: readonly Found[],
  offset: number,
): Found | undefined {
  const last = found[lastNotAbove(found.length, (index) => found[index]?.span.start ?? 0, offset)];
  return last && last.span.start <= offset && offset < last.span.end ? last : undefined;
}

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
