// A function of numbers, vectors or matrices of fixed sizes, asked for its value at one place after another.
import type { Interpreted } from '../compute/arithmetic.js';
import { BoundedArithmetic } from '../compute/bounded.js';
import { ofFraction } from '../compute/bounds.js';
import type { Trial } from '../compute/budget.js';
import { toNumber, type Fraction } from '../compute/fraction.js';
import type { Given } from '../compute/interpret.js';
import { PreciseArithmetic } from '../compute/precise.js';
import { preciseFraction, type Precise } from '../compute/preciseNumber.js';
import type { Computed } from '../compute/runtime.js';
import type { Bounded, Local } from '../expression.js';
import { attempt } from '../refusal.js';
import type { Known } from './known.js';

/** The entries of an argument, those of a matrix row by row. */
export type Entries = readonly Fraction[];

/** Steps for one value. */
const STEPS = 200_000;

const NOWHERE = { start: 0, end: 0 };

export class Probe {
  readonly #trial: Trial;
  readonly #locals: readonly Local[];
  readonly #refuseOver: () => void;
  /** Whether derivatives of it see less than its values do. */
  readonly stopsGradient: boolean;

  /** `refuseOver` refuses where no steps are left. */
  constructor(
    trial: Trial,
    locals: readonly Local[],
    refuseOver: () => void,
    stopsGradient: boolean,
  ) {
    this.#trial = trial;
    this.#locals = locals;
    this.#refuseOver = refuseOver;
    this.stopsGradient = stopsGradient;
  }

  at(place: readonly Entries[]): Known {
    const bounded = this.#bounded(place);
    this.#refuseOver();
    if (bounded === null) return { kind: 'none' };
    let precise: Precise | null | undefined;
    const toFifty = (): Precise | null => (precise ??= this.#precise(place));
    return { kind: 'number', bounded, toFifty };
  }

  /** In doubles alone; `null` where there is no value. */
  plain(place: readonly Entries[]): number | null {
    const given = place.map((entries, at): Computed => {
      const numbers = Float64Array.from(entries, toNumber);
      return this.#locals[at]?.shape.rank === 0 ? (numbers[0] ?? NaN) : numbers;
    });
    const found = attempt(() => this.#trial.plain(given, STEPS), NOWHERE);
    this.#refuseOver();
    return found.ok && typeof found.value === 'number' ? found.value : null;
  }

  #bounded(place: readonly Entries[]): Bounded | null {
    const arithmetic = new BoundedArithmetic();
    const given = this.#given(place, ofFraction);
    const read = attempt(() => this.#trial.within(arithmetic, given, STEPS), NOWHERE);
    if (!read.ok || Array.isArray(read.value)) return null;
    const { unsure, nearTie, overflow } = arithmetic.trace;
    const number = arithmetic.settled(read.value as Bounded);
    const isOverflow = overflow !== null && !Number.isFinite(number.value);
    return unsure !== null || nearTie || isOverflow ? null : number;
  }

  #precise(place: readonly Entries[]): Precise | null {
    const arithmetic = new PreciseArithmetic();
    const given = this.#given(place, preciseFraction);
    const read = attempt(() => this.#trial.within(arithmetic, given, STEPS), NOWHERE);
    const { unsure, nearTie } = arithmetic.trace;
    if (!read.ok || Array.isArray(read.value) || unsure !== null || nearTie) return null;
    return read.value as Precise;
  }

  #given<T>(place: readonly Entries[], read: (entry: Fraction) => T): Given<T> {
    const values = new Map<number, Interpreted<T>>();
    this.#locals.forEach(({ id, shape }, at) => {
      const entries = (place[at] ?? []).map(read);
      const [only] = entries;
      if (shape.rank > 0) values.set(id, entries);
      else if (only !== undefined) values.set(id, only);
    });
    return values;
  }
}
