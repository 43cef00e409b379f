// Formulas of the library by the words that call them.
import { word } from '../read/names.js';
import type { Name } from '../syntax.js';
import { wordOf, type LibraryEntry } from './entry.js';
import { LIBRARY } from './library.js';

/** What is built in under such a name goes before: the divergence `KL` takes laws too. */
const BUILT_IN: ReadonlySet<string> = new Set(['KL']);

const BY_KEY: ReadonlyMap<string, LibraryEntry> = new Map(
  LIBRARY.filter((entry) => !BUILT_IN.has(wordOf(entry))).map((entry) => [
    word(wordOf(entry)).key,
    entry,
  ]),
);

export function entryNamed({ key }: Name): LibraryEntry | null {
  return BY_KEY.get(key) ?? null;
}
