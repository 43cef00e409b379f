// When formulas are typeset: those in the viewport at once, others when there is nothing better to do.
import type { BlockRecord } from './blockList.js';
import type { ChunkWindow } from './chunkWindow.js';
import type { Layout } from './layout.js';

/** When things happen, behind an interface, so that tests need no clock. */
export interface Schedule {
  /** Before the next picture. */
  frame(callback: () => void): void;
  /** When there is nothing better to do. */
  idle(callback: (isOver: () => boolean) => void): void;
  /** A test of whether so many milliseconds have passed. */
  budget(milliseconds: number): () => boolean;
}

/** Milliseconds in one turn: what is left goes into the next frames. */
const frameBudget = 8;

export class Typesetting {
  readonly #chunks: ChunkWindow;
  readonly #layout: Layout;
  readonly #schedule: Schedule;
  #idleAsked = false;

  constructor(chunks: ChunkWindow, layout: Layout, schedule: Schedule) {
    this.#chunks = chunks;
    this.#layout = layout;
    this.#schedule = schedule;
  }

  /** Whether everything in the viewport is typeset now. */
  typesetVisible(): boolean {
    const isOver = this.#schedule.budget(frameBudget);
    const height = this.#layout.viewportHeight();
    const visible = this.#chunks.mountedRecords().filter(({ view, element }) => {
      if (!view || view.waiting === 0 || !element) return false;
      const top = this.#layout.top(element);
      return top < height && top + this.#layout.height(element) >= 0;
    });
    for (const { view } of visible) view?.typeset(isOver);
    return visible.every(({ view }) => view?.waiting === 0);
  }

  /** Typesets what else is in the page; `done` is told after each turn. */
  typesetRest(done: () => void): void {
    const isWaiting = ({ view }: BlockRecord): boolean => view !== null && view.waiting > 0;
    if (this.#idleAsked || !this.#chunks.mountedRecords().some(isWaiting)) return;
    this.#idleAsked = true;
    this.#schedule.idle((isOver) => {
      this.#idleAsked = false;
      for (const { view } of this.#chunks.mountedRecords()) if (!isOver()) view?.typeset(isOver);
      done();
    });
  }
}
