// Long chains of definitions, each of which asks for the next: what lies too deep is put off until the stack is empty again.
import type { Attempt } from '../refusal.js';

/** No stack overflows so early. */
const DEEPEST = 80;

/** Thrown through everything that asks, and no refusal. */
class PutOff<D> extends Error {
  readonly chains: Chains<D>;
  readonly definition: D;

  constructor(chains: Chains<D>, definition: D) {
    super('put off');
    this.chains = chains;
    this.definition = definition;
  }
}

export class Chains<D> {
  #depth = 0;

  /** `compute` may ask for others, and is begun anew where one of them was put off; `circle` is what a definition comes to that waits for itself. */
  settle<M>(
    definition: D,
    compute: (definition: D) => Attempt<M>,
    circle: (definition: D) => void,
  ): Attempt<M> {
    if (this.#depth >= DEEPEST) throw new PutOff(this, definition);
    if (this.#depth > 0) return this.#deeper(definition, compute);
    const waiting = [definition];
    for (;;) {
      const next = waiting.at(-1) ?? definition;
      try {
        const found = this.#deeper(next, compute);
        waiting.pop();
        if (waiting.length === 0) return found;
      } catch (error) {
        if (!(error instanceof PutOff) || error.chains !== this) throw error;
        const other = error.definition as D;
        if (waiting.includes(other)) circle(other);
        else waiting.push(other);
      }
    }
  }

  #deeper<M>(definition: D, compute: (definition: D) => Attempt<M>): Attempt<M> {
    this.#depth++;
    try {
      return compute(definition);
    } finally {
      this.#depth--;
    }
  }
}
