// A measure of one vector, turned so that larger is sparser, and what its values say of a claim.
import { agree, certainOrder, orderOf, type Known, type Order } from '../known.js';
import { fraction, times } from '../fractions.js';
import type { Vector } from './vectors.js';

/** A function of one vector of any length. */
export type Measure = (vector: Vector) => Known;

export type Direction = 'larger' | 'smaller';

/** Two vectors whose values do not stand to one another as a criterion says. */
export interface Counter {
  readonly before: Vector;
  readonly after: Vector;
  /** How the value at `after` stands to that at `before`, as the measure itself gives them. */
  readonly order: Order;
}

export type Judgement =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'fails'; readonly counter: Counter }
  /** No value, or none that is certain enough. */
  | { readonly kind: 'undecided' };

const AGREES: Judgement = { kind: 'agrees' };
const UNDECIDED: Judgement = { kind: 'undecided' };

/** Judges claims about a measure whose direction is known. */
export class Judge {
  readonly measure: Measure;
  readonly #direction: Direction;

  constructor(measure: Measure, direction: Direction) {
    this.measure = measure;
    this.#direction = direction;
  }

  /** Whether `after` is sparser. */
  rises(before: Vector, after: Vector): Judgement {
    return this.#moves(before, after, this.#direction === 'larger' ? 'greater' : 'less');
  }

  /** Whether `after` is less sparse. */
  falls(before: Vector, after: Vector): Judgement {
    return this.#moves(before, after, this.#direction === 'larger' ? 'less' : 'greater');
  }

  /** Whether both are as sparse. */
  stays(before: Vector, after: Vector): Judgement {
    const [old, now] = [this.measure(before), this.measure(after)];
    if (agree(now, old) || orderOf(now, old) === 'same') return AGREES;
    const order = certainOrder(now, old);
    if (order === null || order === 'same') return order === null ? UNDECIDED : AGREES;
    return { kind: 'fails', counter: { before, after, order } };
  }

  #moves(before: Vector, after: Vector, wanted: Order): Judgement {
    const [old, now] = [this.measure(before), this.measure(after)];
    if (orderOf(now, old) === wanted) return AGREES;
    const order = certainOrder(now, old);
    if (order === null || order === wanted) return order === null ? UNDECIDED : AGREES;
    if (order === 'same' && !this.#isSameBelow(before, after)) return UNDECIDED;
    return { kind: 'fails', counter: { before, after, order } };
  }

  /** What agrees in 50 digits may differ in the next where a function is about to reach its limit: not so far below. */
  #isSameBelow(before: Vector, after: Vector): boolean {
    const [old, now] = [before, after].map((vector) =>
      this.measure(vector.map((entry) => times(entry, FAR_BELOW))),
    );
    return old !== undefined && now !== undefined && certainOrder(now, old) === 'same';
  }
}

const FAR_BELOW = fraction(1, 1024);
