// Long work in slices: cancelling and other requests are seen only between turns.

/** Longer than this, and a keystroke would wait. */
const sliceMilliseconds = 8;

export class Slices {
  #end = performance.now() + sliceMilliseconds;

  /** To be awaited between two pieces of work; goes on at once while the slice lasts. */
  async next(): Promise<void> {
    if (performance.now() < this.#end) return;
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    this.#end = performance.now() + sliceMilliseconds;
  }
}
