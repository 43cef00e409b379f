// How the heap of the server grows, as options of V8: with the facts of a large blog in it, what is garbage would
// else take as much memory as they do.

/** By how many percent it grows before it is looked through again; can be said while the process runs. */
export const slowGrowth = '--heap-growing-percent=20';

/** How much of what is new it holds, in megabytes; can be said only where a process starts, to which every V8 listens. */
export const smallYouth = '--max-semi-space-size=8';
