// All fixes of a post that are no guesses, made until none is left.
import type { Finding } from '../../checks/rule.js';
import type { Snapshot } from '../../core/post/facts.js';
import { applyChanges } from '../applyChanges.js';
import type { Change } from '../change.js';
import { composedChanges } from '../composedChanges.js';
import { changedPost } from '../changedPost.js';

/** A fix may make way for another, but not without end. */
export const mostRounds = 10;

/** In the post as it stands. */
export function fixAll(
  post: Snapshot,
  findingsOf: (post: Snapshot) => readonly Finding[],
): readonly Change[] {
  const rounds: (readonly Change[])[] = [];
  let mended = post;
  while (rounds.length < mostRounds) {
    const { made } = applyChanges(mended.lines.join(''), sureFixes(findingsOf(mended)));
    if (made.length === 0) break;
    rounds.push(made);
    mended = changedPost(mended, made).snapshot;
  }
  return composedChanges(post.lines.join('').length, rounds);
}

/** Those that nobody need look at before they are made. */
export function sureFixes(findings: readonly Finding[]): readonly Change[] {
  return findings.flatMap(({ fix }) => (fix && !fix.isGuess ? [fix] : []));
}
