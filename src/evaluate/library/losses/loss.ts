// What all losses have in common: smaller is better.
import type { LibraryEntry } from '../entry.js';

export type Loss = Omit<LibraryEntry, 'kind' | 'direction'>;
