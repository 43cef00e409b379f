// How the heap of the server grows, as options of V8: with the facts of a large blog in it, what is garbage would
// else take as much memory as they do.

/** By how many percent it grows before it is looked through again. */
export const heapGrowth = '--heap-growing-percent=20';

/** Also how much of what is new it holds, in megabytes; this can be said only where a process starts. */
export const serverHeap: readonly string[] = [heapGrowth, '--max-semi-space-size=8'];
