// The places that the texts of the library have while a post is evaluated: before all that a post or a question has.
import type { Span } from '../../core/text/span.js';
import type { LibraryEntry } from './entry.js';
import { LIBRARY } from './library.js';

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
