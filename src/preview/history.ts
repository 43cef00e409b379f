// The places of the post that the reader left by following links.
import { Trail, type Step, type Ways } from '../protocol/trail.js';
import type { ReaderPlace } from './anchor.js';

export class ReaderHistory {
  readonly #changed: (ways: Ways) => void;
  readonly #trail = new Trail<ReaderPlace>();
  #isFollowing = false;

  constructor(changed: (ways: Ways) => void) {
    this.#changed = changed;
  }

  /** A link was activated: the jump that comes is the reader's. */
  readerFollows(): void {
    this.#isFollowing = true;
  }

  /** The page jumps; others than the reader make it jump too, and leave no trace. */
  jumps(from: ReaderPlace): void {
    if (!this.#isFollowing) return;
    this.#isFollowing = false;
    this.#trail.leave(from);
    this.#changed(this.#trail.ways);
  }

  /** Where one step leads; `null` where there is none. */
  step(by: Step, from: ReaderPlace): ReaderPlace | null {
    const place = this.#trail.step(by, from);
    if (place) this.#changed(this.#trail.ways);
    return place;
  }
}
