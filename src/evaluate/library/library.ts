// All formulas of the library, in the order in which they are offered.
import type { LibraryEntry } from './entry.js';
import { CLASSES } from './losses/classes.js';
import { DISTANCES, MIXTURE } from './losses/distances.js';
import { PAIRS } from './losses/pairs.js';
import { POSITIONS } from './positions.js';
import { RANKS } from './ranks.js';
import { SPARSITY } from './sparsity.js';

export const LIBRARY: readonly LibraryEntry[] = [
  ...SPARSITY,
  ...RANKS,
  ...[...CLASSES, ...DISTANCES, ...PAIRS].map((loss): LibraryEntry => ({
    ...loss,
    kind: 'loss',
    direction: 'smaller',
  })),
  { ...MIXTURE, kind: 'loss', direction: null },
  ...POSITIONS,
];
