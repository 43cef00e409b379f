// Takes a label out of its row, or into another one.
import { offsetInBlock } from '../../core/markdown/blockList.js';
import type { LabelFacts, Snapshot } from '../../core/post/facts.js';
import { tailOf } from '../../core/text/tail.js';
import type { Change } from '../change.js';
import { composedChanges } from '../composedChanges.js';
import { changedPost } from '../changedPost.js';
import type { EquationRow } from '../equations/equationRow.js';
import { numberRow } from '../equations/numberRow.js';

/** With the blanks before it, and with its line where it stands there alone: a blank line would end the formula. */
export function withoutLabel({ blocks }: Snapshot, { span }: LabelFacts): Change {
  const { block, start: from } = offsetInBlock(blocks, span.start);
  const text = block?.text ?? '';
  const before = text.slice(0, span.start - from);
  const behind = text.slice(span.end - from);
  const line = tailOf(before, /[>\s]/);
  if (line.includes('\n') && /^[ \t]*(?:\r|\n)/.test(behind)) {
    const rest = /^[ \t]*/.exec(behind)?.[0].length ?? 0;
    const start = span.start - lastLineOf(line).length;
    return { span: { start, end: span.end + rest }, text: '' };
  }
  const blanks = tailOf(before, /[ \t]/).length;
  // What is before it may be a command that would take letters behind it for its own.
  const isCommand = /\\[a-zA-Z]+[ \t]*$/.test(before) && /^[a-zA-Z]/.test(behind);
  return { span: { start: span.start - blanks, end: span.end }, text: isCommand ? ' ' : '' };
}

/** Whether readers see it, and no error more: a label that is free again may be another one's error. */
export function mendsDisplay(post: Snapshot, display: number, changes: readonly Change[]): boolean {
  const before = post.facts.displays;
  const { displays } = changedPost(post, changes).snapshot.facts;
  const isInError = (at: number): boolean => displays[at]?.error !== null;
  return (
    displays.length === before.length &&
    before[display]?.error !== null &&
    !isInError(display) &&
    before.every(({ error }, at) => error !== null || !isInError(at))
  );
}

/** From the end of the line before on. */
function lastLineOf(lines: string): string {
  return /(?:\r\n|\n)[^\n]*$/.exec(lines)?.[0] ?? '';
}

/** `null` where the row cannot have it. */
export function withLabelMoved(
  post: Snapshot,
  label: LabelFacts,
  to: EquationRow,
): readonly Change[] | null {
  const removal = withoutLabel(post, label);
  const left = changedPost(post, [removal]).snapshot;
  const labelled = numberRow(left, to, label.key);
  if (labelled.kind === 'refused' || labelled.label !== label.key) return null;
  return composedChanges(post.lines.join('').length, [[removal], labelled.changes]);
}
