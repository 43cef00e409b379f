// Formulas of the library by the words that call them, and the places that their texts have while a post is evaluated.
import type { Span } from '../../core/text/span.js';
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

/** Before all places that a post or a question about it has. */
const START = -(2 ** 50);
const STRETCH = 2 ** 20;

/** Each formula has a stretch of its own. */
export function startOf(entry: LibraryEntry): number {
  return START + LIBRARY.indexOf(entry) * STRETCH;
}

/** The formula that a place lies in, `null` for one of the post. */
export function entryAt({ start }: Span): LibraryEntry | null {
  return LIBRARY[Math.floor((start - START) / STRETCH)] ?? null;
}
