// Places that were left, one after the other: back and forward along them, as in a browser.

/** More steps back than this are forgotten, the oldest first. */
const maxSteps = 100;

/** Back by -1, forward by 1. */
export type Step = -1 | 1;

export interface Ways {
  readonly back: boolean;
  readonly forward: boolean;
}

export class Trail<Place> {
  #back: readonly Place[] = [];
  #forward: readonly Place[] = [];

  get ways(): Ways {
    return { back: this.#back.length > 0, forward: this.#forward.length > 0 };
  }

  /** Another way than before is taken: what was ahead is no more. */
  leave(place: Place): void {
    this.#back = [...this.#back, place].slice(-maxSteps);
    this.#forward = [];
  }

  /** Where one step leads; `null` where there is none. */
  ahead(by: Step): Place | null {
    return (by < 0 ? this.#back : this.#forward).at(-1) ?? null;
  }

  /** Takes the step, and says where it led. */
  step(by: Step, from: Place): Place | null {
    const place = this.ahead(by);
    if (place === null) return null;
    this.forget(by);
    if (by < 0) this.#forward = [...this.#forward, from];
    else this.#back = [...this.#back, from];
    return place;
  }

  /** Where one step leads there is nothing any more: the next one leads past it. */
  forget(by: Step): void {
    if (by < 0) this.#back = this.#back.slice(0, -1);
    else this.#forward = this.#forward.slice(0, -1);
  }
}
