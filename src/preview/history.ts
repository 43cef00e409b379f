// The places of the post that the reader left by following links.
import { Trail, type Step, type Ways } from '../protocol/trail.js';
import type { ReaderPlace } from './anchor.js';
import type { LinkPlace } from './linkFocus.js';

interface LeftPlace extends ReaderPlace {
  /** What had the focus of the keyboard. */
  readonly link: LinkPlace | null;
}

export class ReaderHistory {
  readonly #changed: (ways: Ways) => void;
  readonly #trail = new Trail<LeftPlace>();
  #isFollowing = false;
  #link: LinkPlace | null = null;

  constructor(changed: (ways: Ways) => void) {
    this.#changed = changed;
  }

  /** A link was activated: the jump that comes is the reader's. */
  readerFollows(link: LinkPlace | null): void {
    this.#isFollowing = true;
    this.#link = link;
  }

  /** The page jumps; others than the reader make it jump too, and leave no trace. */
  jumps(from: ReaderPlace): void {
    if (!this.#isFollowing) return;
    this.#isFollowing = false;
    this.#trail.leave({ ...from, link: this.#link });
    this.#changed(this.#trail.ways);
  }

  /** Where one step leads; `null` where there is none. */
  step(by: Step, from: ReaderPlace): LeftPlace | null {
    const place = this.#trail.step(by, { ...from, link: null });
    if (place) this.#changed(this.#trail.ways);
    return place;
  }
}
