// The labels that the excerpt of a post defines: the text above its `<!--more-->`.
import type { PostFacts } from './facts.js';

/** Each label with the line of its equation. */
export function excerptLabels({ cut, labels, displays }: PostFacts): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  if (cut === null) return lines;
  for (const { key, span, display } of labels) {
    if (span.start >= cut) break;
    if (!lines.has(key)) lines.set(key, displays[display]?.line ?? 0);
  }
  return lines;
}
