// A text after changes that are given in no order; of two that overlap the first one counts.
import type { Change } from '../change.js';

export function applyChanges(text: string, changes: readonly Change[]): string {
  const ordered = [...changes].sort(
    (left, right) => left.span.start - right.span.start || left.span.end - right.span.end,
  );
  let changed = '';
  let from = 0;
  for (const { span, text: inserted } of ordered) {
    if (span.start < from) continue;
    changed += text.slice(from, span.start) + inserted;
    from = span.end;
  }
  return changed + text.slice(from);
}
