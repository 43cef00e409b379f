// Did you mean: the name nearest to a misspelt one.
import { distance } from 'fastest-levenshtein';

/** Of a post with more misspelt names than this, the others go without a suggestion: each costs a look at all. */
export const mostSuggestions = 100;

/** `null` where no name is near enough to be meant. */
export function nearestName(name: string, names: Iterable<string>): string | null {
  return nearestNames(name, names, 1)[0] ?? null;
}

/**
 * The nearest first: a third of the length may differ, no more than three letters. Of equally near names
 * those come first that do in the order of the alphabet.
 */
export function nearestNames(
  name: string,
  names: Iterable<string>,
  count: number,
): readonly string[] {
  const limit = Math.min(3, Math.floor(name.length / 3));
  const near: { readonly candidate: string; readonly away: number }[] = [];
  for (const candidate of names) {
    if (candidate === name || Math.abs(candidate.length - name.length) > limit) continue;
    const away = distance(name, candidate);
    if (away <= limit) near.push({ candidate, away });
  }
  near.sort((left, right) => left.away - right.away || (left.candidate < right.candidate ? -1 : 1));
  return near.slice(0, count).map(({ candidate }) => candidate);
}
