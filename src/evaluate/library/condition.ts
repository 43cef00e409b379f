// For which values of its parameters a formula of the library is the one that its source speaks of.
import { parametersOf, type LibraryEntry } from './entry.js';

/** Whether its condition holds for these values, in the order of its parameters; a vector is `null`, which no condition speaks of. */
export function meetsCondition(entry: LibraryEntry, values: readonly (number | null)[]): boolean {
  const parameters = parametersOf(entry);
  const valueOf = (word: string): number => {
    const at = parameters.indexOf(word);
    return at < 0 ? Number(word) : (values[at] ?? NaN);
  };
  return (entry.condition?.split(', ') ?? []).every((chain) => holds(chain.split(' '), valueOf));
}

/** Sides and relations in turn: each relation holds between the sides beside it. */
function holds(words: readonly string[], valueOf: (word: string) => number): boolean {
  return words.every((word, at) => {
    if (at % 2 === 0) return true;
    const [left, right] = [valueOf(words[at - 1] ?? ''), valueOf(words[at + 1] ?? '')];
    return word === '<' ? left < right : left <= right;
  });
}
