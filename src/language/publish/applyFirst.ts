// A text after changes that are given in no order; of two that overlap the first one counts.
import { inOrder, type Change } from '../change.js';
import { changedText } from '../changedText.js';

export function applyFirst(text: string, changes: readonly Change[]): string {
  let done = 0;
  const counting = inOrder(changes).filter(({ span }) => {
    if (span.start < done) return false;
    done = span.end;
    return true;
  });
  return changedText(text, counting);
}
