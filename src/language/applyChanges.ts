// A text with changes made in it.
import type { Change } from './change.js';

/** Of changes that touch one another the first is made; the others may be of use in another round. */
export function applyChanges(
  text: string,
  changes: readonly Change[],
): { readonly text: string; readonly made: readonly Change[] } {
  const made = apart(changes).map(({ span, text: written }) => ({
    span,
    text: withLineEndsOf(text, written),
  }));
  const parts: string[] = [];
  let done = 0;
  for (const { span, text: written } of made) {
    parts.push(text.slice(done, span.start), written);
    done = span.end;
  }
  return { text: parts.join('') + text.slice(done), made };
}

/** In order, and none that touches one before it. */
function apart(changes: readonly Change[]): readonly Change[] {
  const inOrder = [...changes].sort(
    (left, right) => left.span.start - right.span.start || left.span.end - right.span.end,
  );
  let done = -1;
  return inOrder.filter(({ span }) => {
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
