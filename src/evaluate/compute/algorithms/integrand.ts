// An integrand by its offsets: each is asked for once, and what numbers too large or small hide at the ends is told apart from what counts.
import { attempt, type Refusal } from '../../refusal.js';
import { numberIn, type AlgorithmCall, type Asked } from '../arithmetic.js';
import { unitInterval, type Substitution } from './quadrature.js';

/** An offset stands for `anchor + scale · offset`, and an interval of offsets is `length` times as long. */
export interface Range<T> {
  readonly anchor: T;
  readonly scale: T;
  readonly length: T;
  readonly substitution: Substitution;
}

/** Numbers too large or too small to hold hide these values. */
const HIDDEN = /^value\.(?:overflow|underflow|hidden-zero)$/;
/** What may be left of an end whose values are hidden, relative. */
const REST = 1e-13;
/** Offsets that are an end for this. */
const NEAR = 1e-6;
const FAR = 1;

type Edge = 'near' | 'far';

export class Integrand<T> {
  readonly #call: AlgorithmCall<T>;
  readonly #range: Range<T>;
  readonly #asked: Asked<T>;
  readonly #known = new Map<number, T>();
  readonly #hidden = new Map<number, Refusal>();

  constructor(call: AlgorithmCall<T>, range: Range<T>, asked: Asked<T>) {
    this.#call = call;
    this.#range = range;
    this.#asked = asked;
  }

  /** At an end, what is hidden counts as 0 until it is known what the end can hold. */
  at(offset: number): T {
    const found = this.#known.get(offset);
    if (found !== undefined) return found;
    const { span, arithmetic } = this.#call;
    const value = attempt(() => this.#value(offset), span);
    if (value.ok) {
      this.#known.set(offset, value.value);
      return value.value;
    }
    const { refusal } = value;
    if (this.#edgeOf(offset) === null || !HIDDEN.test(refusal.code)) throw refusal;
    this.#hidden.set(offset, refusal);
    const none = arithmetic.of(0, span);
    this.#known.set(offset, none);
    return none;
  }

  /** Where the last values beside a hidden end are not negligible, those in it may not be either. */
  refuseHidden(total: number): void {
    for (const [offset, refusal] of this.#hidden) {
      const beside = this.#beside(offset, this.#edgeOf(offset) ?? 'near');
      const rest =
        beside === null ? Infinity : Math.abs(beside[0] * this.#call.arithmetic.valueOf(beside[1]));
      if (!(rest <= REST * Math.abs(total))) throw refusal;
    }
  }

  #edgeOf(offset: number): Edge | null {
    const size = Math.abs(offset);
    if (size < NEAR) return 'near';
    return this.#range.substitution !== unitInterval && size > FAR ? 'far' : null;
  }

  /** The place nearest to a hidden one, on the side away from the end, at which there is a value. */
  #beside(offset: number, edge: Edge): readonly [offset: number, value: T] | null {
    let best: readonly [number, T] | null = null;
    for (const entry of this.#known) {
      const [at] = entry;
      if (this.#hidden.has(at) || Math.sign(at) !== Math.sign(offset)) continue;
      // Sizes and not distances: beside a very great one these are all alike.
      const [size, hidden] = [Math.abs(at), Math.abs(offset)];
      const known = best === null ? null : Math.abs(best[0]);
      const isAway = edge === 'near' ? size > hidden : size < hidden;
      const isNearer = known === null || (edge === 'near' ? size < known : size > known);
      if (isAway && isNearer) best = entry;
    }
    return best;
  }

  #value(offset: number): T {
    const { arithmetic, span } = this.#call;
    const moved = arithmetic.multiply(this.#range.scale, arithmetic.exactly(offset), span);
    return numberIn(this.#asked(arithmetic.add(this.#range.anchor, moved, span)));
  }
}
