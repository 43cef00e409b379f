// The blocks in the page, as the server is told of them, and what may be forgotten of those that left it.
import type { BlockList, BlockRecord } from './blockList.js';
import type { ChunkRange, ChunkWindow } from './chunkWindow.js';

interface ReportedWindow {
  readonly window: number;
  readonly from: number;
  readonly to: number;
}

const nothing: ReportedWindow = { window: 0, from: 0, to: 0 };

export class MountedWindow {
  readonly #list: BlockList;
  readonly #chunks: ChunkWindow;
  #reported = nothing;
  /** Records out of the page whose HTML the server may still count on. */
  #leaving: { readonly window: number; readonly records: readonly BlockRecord[] }[] = [];

  constructor(list: BlockList, chunks: ChunkWindow) {
    this.#list = list;
    this.#chunks = chunks;
  }

  show(range: ChunkRange): void {
    const records = this.#chunks.show(range);
    if (records.length > 0) this.#leaving.push({ window: this.#reported.window + 1, records });
  }

  /** What the server must be told, where it is not what it was told last. */
  news(): ReportedWindow | null {
    const { start, end } = this.#chunks.mounted();
    const from = this.#list.positionOf(start);
    const to = this.#list.positionOf(end);
    if (from === this.#reported.from && to === this.#reported.to) return null;
    this.#reported = { window: this.#reported.window + 1, from, to };
    return this.#reported;
  }

  /** Forgets blocks that the server knows to be out of the page, since it has heard of this window. */
  forget(window: number): void {
    for (const { records } of this.#leaving.filter((left) => left.window <= window)) {
      for (const record of records) {
        if (record.element) continue;
        record.html = null;
        record.texts = null;
      }
    }
    this.#leaving = this.#leaving.filter((left) => left.window > window);
  }

  reset(): void {
    this.#leaving = [];
    this.#reported = nothing;
  }
}
