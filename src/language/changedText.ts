// A text as it is after changes.
import type { Change } from './change.js';

/** `changes` stand in order and do not overlap. */
export function changedText(text: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { span, text: written } of changes) {
    parts.push(text.slice(done, span.start), written);
    done = span.end;
  }
  return parts.join('') + text.slice(done);
}
