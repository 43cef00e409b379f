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
  step(by: Step, from: Place): Place | null {
    const ahead = by < 0 ? this.#back : this.#forward;
    const place = ahead[ahead.length - 1];
    if (place === undefined) return null;
    const rest = ahead.slice(0, -1);
    this.#back = by < 0 ? rest : [...this.#back, from];
    this.#forward = by < 0 ? [...this.#forward, from] : rest;
    return place;
  }
}
