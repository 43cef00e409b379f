// A post as it is after changes: what is written is read again first.
import type { Snapshot } from '../core/post/facts.js';
import { editSnapshot, type EditedSnapshot } from '../core/post/snapshot.js';
import { lineStarts, positionAt } from '../core/text/lines.js';
import type { Change } from './change.js';

/** `changes` stand in order and do not overlap. */
export function changedPost(post: Snapshot, changes: readonly Change[]): EditedSnapshot {
  const starts = lineStarts(post.lines);
  // From the last to the first, so that none moves another.
  const edits = [...changes].reverse().map(({ span, text }) => ({
    start: positionAt(starts, span.start),
    end: positionAt(starts, span.end),
    text,
  }));
  return editSnapshot(post, post.version, edits);
}
