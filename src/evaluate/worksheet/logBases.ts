// The base of logarithms that a post may mean where it names none.
import type { NoteCode } from '../notes.js';
import type { PostScope } from './scope.js';

const OTHER_BASES: readonly (readonly [number, NoteCode])[] = [
  [2, 'claim.base-two'],
  [10, 'claim.base-ten'],
];

/** What to say of the first base with which it holds, `null` where it holds with none. */
export function otherBase(scope: PostScope, holds: (under: PostScope) => boolean): NoteCode | null {
  for (const [logBase, code] of OTHER_BASES)
    if (holds(scope.under({ ...scope.conventions, logBase }))) return code;
  return null;
}
