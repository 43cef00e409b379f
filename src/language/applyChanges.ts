// A text with changes made in it.
import { inOrder, type Change } from './change.js';
import { changedText } from './changedText.js';

/** Of changes that touch one another the first is made; the others may be of use in another round. */
export function applyChanges(
  text: string,
  changes: readonly Change[],
): { readonly text: string; readonly made: readonly Change[] } {
  const made = apart(changes).map(({ span, text: written }) => ({
    span,
    text: withLineEndsOf(text, written),
  }));
  return { text: changedText(text, made), made };
}

/** In order, and none that touches one before it. */
function apart(changes: readonly Change[]): readonly Change[] {
  let done = -1;
  return inOrder(changes).filter(({ span }) => {
    if (span.start <= done) return false;
    done = span.end;
    return true;
  });
}

function withLineEndsOf(text: string, written: string): string {
  const feed = text.indexOf('\n');
  const returns = feed > 0 && text.charAt(feed - 1) === '\r';
  return returns ? written.replace(/\r?\n/g, '\r\n') : written;
}
