// Sections of a post: what stands below a heading belongs to it until the next heading of its level or above.
import type { Span } from '../text/span.js';
import type { HeadingFacts } from './facts.js';

/** The stretches below headings whose sections do not hold a place of the post; `length` is that of the post. */
export function sectionsApart(
  headings: readonly HeadingFacts[],
  place: number,
  length: number,
): readonly Span[] {
  return headings.flatMap(({ level, span: { start } }, at) => {
    const after = headings.slice(at + 1);
    const next = after.find((other) => other.level <= level)?.span.start ?? Infinity;
    const end = after[0]?.span.start ?? length;
    return start <= place && place < next ? [] : [{ start, end }];
  });
}
