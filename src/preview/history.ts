// The places that the reader left by following links: back and forward, as in a browser.
import type { ReaderPlace } from './anchor.js';

/** More steps back than this are forgotten, the oldest first. */
const maxSteps = 100;

export interface Ways {
  readonly back: boolean;
  readonly forward: boolean;
}

export class ReaderHistory {
  readonly #changed: (ways: Ways) => void;
  #back: readonly ReaderPlace[] = [];
  #forward: readonly ReaderPlace[] = [];
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
    this.#set([...this.#back, from].slice(-maxSteps), []);
  }

  /** Where one step leads, back by -1, forward by 1; `null` where there is none. */
  step(by: -1 | 1, from: ReaderPlace): ReaderPlace | null {
    const ahead = by < 0 ? this.#back : this.#forward;
    const place = ahead[ahead.length - 1];
    if (!place) return null;
    const rest = ahead.slice(0, -1);
    if (by < 0) this.#set(rest, [...this.#forward, from]);
    else this.#set([...this.#back, from], rest);
    return place;
  }

  #set(back: readonly ReaderPlace[], forward: readonly ReaderPlace[]): void {
    this.#back = back;
    this.#forward = forward;
    this.#changed({ back: back.length > 0, forward: forward.length > 0 });
  }
}
