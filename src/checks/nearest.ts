// Did you mean: the name nearest to a misspelt one.
import { distance } from 'fastest-levenshtein';

/** Of a post with more misspelt names than this, the others go without a suggestion: each costs a look at all. */
export const mostSuggestions = 100;

/**
 * `null` where no name is near enough to be meant: a third of the length may differ, no more than
 * three letters. Of equally near names the first in the order of the alphabet.
 */
export function nearestName(name: string, names: Iterable<string>): string | null {
  const limit = Math.min(3, Math.floor(name.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of names) {
    if (candidate === name || Math.abs(candidate.length - name.length) > limit) continue;
    const away = distance(name, candidate);
    if (away > bestDistance || (away === bestDistance && (best === null || candidate >= best))) {
      continue;
    }
    best = candidate;
    bestDistance = away;
  }
  return best;
}
