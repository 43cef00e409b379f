// A text with the fixes of its findings.
import type { Fix } from '../checks/rule.js';

/** Of fixes that touch one another the first is made; the others may be of use in the next round. */
export function applyFixes(
  text: string,
  fixes: readonly Fix[],
): { readonly text: string; readonly count: number } {
  const inOrder = [...fixes].sort(
    (left, right) => left.span.start - right.span.start || left.span.end - right.span.end,
  );
  const parts: string[] = [];
  let count = 0;
  let done = -1;
  for (const { span, text: replacement } of inOrder) {
    if (span.start <= done) continue;
    parts.push(text.slice(Math.max(done, 0), span.start), withLineEndsOf(text, replacement));
    done = span.end;
    count++;
  }
  return { text: parts.join('') + text.slice(Math.max(done, 0)), count };
}

function withLineEndsOf(text: string, replacement: string): string {
  const feed = text.indexOf('\n');
  const returns = feed > 0 && text.charAt(feed - 1) === '\r';
  return returns ? replacement.replace(/\r?\n/g, '\r\n') : replacement;
}
