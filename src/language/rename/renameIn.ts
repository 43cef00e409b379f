// Writes a new name in place of another, and proves it: each text is read again with its changes, and must
// say the same under the new name.
import type { Change } from '../change.js';
import type { Occurrence } from '../symbols/occurrence.js';
import type { NamingText } from './namingText.js';
import { refuseRename, type RenameAnswer } from './renaming.js';

/** `write` gives what stands in place of a name; `null` where it does not stand there itself. */
export function renameIn<Found extends Occurrence>(
  texts: readonly NamingText<Found>[],
  [from, to]: readonly [string, string],
  write: (found: Found) => string | null,
): RenameAnswer {
  const changed = texts.flatMap((text) => {
    const changes = changesIn(text, from, write);
    return changes.length === 0 ? [] : [{ text, changes }];
  });
  for (const { text, changes } of changed) {
    const after = text.with(changes);
    const written = changesIn(after, to, write);
    const lost =
      firstLost(changes, written) ?? (text.reading() === after.reading() ? null : changes[0]);
    if (lost) return refuseRename('misread', to, text.text, lost.span);
  }
  return {
    kind: 'changes',
    texts: changed.map(({ text, changes }) => ({ post: text.text, changes })),
  };
}

function changesIn<Found extends Occurrence>(
  text: NamingText<Found>,
  name: string,
  write: (found: Found) => string | null,
): readonly Change[] {
  const changes: Change[] = [];
  for (const found of text.named(name)) {
    const written = write(found);
    // What a macro repeats stands in the post once.
    const isNew = found.nameSpan.start >= (changes.at(-1)?.span.end ?? 0);
    if (written !== null && isNew) changes.push({ span: found.nameSpan, text: written });
  }
  return changes;
}

/** The first change whose name is not found where it was written, or one where more are found. */
function firstLost(changes: readonly Change[], found: readonly Change[]): Change | null {
  let shift = 0;
  for (const [at, change] of changes.entries()) {
    const { span, text } = change;
    const there = found[at]?.span;
    const start = span.start + shift;
    if (there?.start !== start || there.end !== start + text.length) return change;
    shift += text.length - (span.end - span.start);
  }
  return found.length === changes.length ? null : (changes[0] ?? null);
}
