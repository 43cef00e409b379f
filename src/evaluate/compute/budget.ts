// The steps that the formulas of one post may take together, spent run by run.
import type { Expression } from '../expression.js';
import type { Limits } from './limits.js';
import { BoundedArithmetic, type Bounded } from './bounded.js';
import { hoist } from './hoist.js';
import { interpret } from './interpret.js';
import { prepare, type Computed, type Mode, type Outcome } from './run.js';
import type { Trace } from './arithmetic.js';
import { shapeOf, type Shape } from '../expression.js';

/** Counts the locals of what is being run. */
export interface LocalCounter {
  nextLocal: number;
}

export interface Result {
  readonly value: Computed;
  readonly shape: Shape;
  readonly trace: Trace;
}

export interface BoundedResult {
  readonly values: readonly Bounded[];
  readonly shape: Shape;
  readonly trace: Trace;
}

export class Budget {
  readonly #limits: Limits;
  readonly #mode: Mode;
  #remaining: number;

  /** `limits.steps` hold for one result, `total` for all. */
  constructor(limits: Limits, total: number, mode: Mode) {
    this.#limits = limits;
    this.#remaining = total;
    this.#mode = mode;
  }

  /** Throws the refusal of what has no value. */
  compute(expression: Expression, counter: LocalCounter): Result {
    const outcome: Outcome = prepare(expression, counter.nextLocal, this.#mode).run(this.#next());
    this.#remaining -= outcome.steps;
    if (!outcome.ok) throw outcome.refusal;
    return outcome;
  }

  /** The same with bounds on the error of each number. */
  computeBounded(expression: Expression, counter: LocalCounter): BoundedResult {
    let next = counter.nextLocal;
    const arithmetic = new BoundedArithmetic();
    const used = { steps: 0 };
    try {
      const value = interpret(
        hoist(expression, () => next++),
        arithmetic,
        this.#next(),
        used,
      );
      const values = Array.isArray(value) ? (value as readonly Bounded[]) : [value as Bounded];
      return { values, shape: shapeOf(expression), trace: arithmetic.trace };
    } finally {
      this.#remaining -= used.steps;
    }
  }

  #next(): Limits {
    return { ...this.#limits, steps: Math.max(0, Math.min(this.#limits.steps, this.#remaining)) };
  }
}
