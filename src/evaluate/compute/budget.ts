// The steps that the formulas of one post may take together, spent run by run.
import {
  shapeOf,
  sizeOf,
  type Bounded,
  type Expression,
  type Local,
  type Shape,
} from '../expression.js';
import { attempt, refuse, type Refusal } from '../refusal.js';
import type { Arithmetic, Interpreted, Trace } from './arithmetic.js';
import { BoundedArithmetic } from './bounded.js';
import { mostSteps } from './cost.js';
import { hoist } from './hoist.js';
import { interpret, type Given, type StepCount } from './interpret.js';
import { hasJump } from './jumps.js';
import type { Limits } from './limits.js';
import { isFiniteValue, prepare, type Mode, type Outcome } from './run.js';
import type { Computed } from './runtime.js';

/** Counts the locals of what is being run. */
interface LocalCounter {
  nextLocal: number;
}

export interface Result {
  readonly value: Computed;
  readonly shape: Shape;
  readonly trace: Trace;
  /** The same with bounds, computed where it is asked for first. */
  readonly bounds: () => readonly Bounded[];
  /** The bounds where they are known: not of what took many steps. */
  readonly known: readonly Bounded[] | null;
}

export interface BoundedResult {
  readonly values: readonly Bounded[];
  readonly shape: Shape;
  readonly trace: Trace;
}

export interface Trial {
  /** In doubles; `null` where there is no value. */
  readonly plain: (given: readonly Computed[], most: number) => Computed | null;
  readonly within: <T>(arithmetic: Arithmetic<T>, given: Given<T>, most: number) => Interpreted<T>;
}

/** What takes no more steps than this is always computed with bounds: that takes longer. */
const STEPS_WITH_BOUNDS = 200_000;

/** To compile takes as long as to interpret about so many; so many are tried where it is not known before. */
const FEW_STEPS = 20_000;

/** What may jump has no value without bounds, in however many steps: only what takes more is tried without them first. */
const STEPS_AT_JUMPS = 2_000_000;

/** With bounds each step takes a hundred times as long: a few seconds. */
const MOST_BOUNDED = 10_000_000;

export class Budget {
  readonly #limits: Limits;
  readonly #mode: Mode;
  #remaining: number;
  /** Set where a name was asked for while it was being computed: then it counts who asks first. */
  dependsOnOrder = false;

  /** `limits.steps` hold for one result, `total` for all. */
  constructor(limits: Limits, total: number, mode: Mode) {
    this.#limits = limits;
    this.#remaining = total;
    this.#mode = mode;
  }

  get remaining(): number {
    return this.#remaining;
  }

  /** Those that one result may take. */
  get steps(): number {
    return this.#limits.steps;
  }

  /** For what is computed piece by piece and is one result: its pieces take no more steps than one. */
  forOne<T>(compute: (budget: Budget) => T): T {
    const { steps } = this.#next();
    const part = new Budget(this.#limits, steps, this.#mode);
    try {
      return compute(part);
    } finally {
      this.#remaining -= steps - part.remaining;
      this.dependsOnOrder ||= part.dependsOnOrder;
    }
  }

  /** Throws the refusal of what has no value, or none that rounding leaves certain. */
  compute(expression: Expression, counter: LocalCounter): Result {
    if (expression.kind === 'input' && expression.data.length > this.#limits.memory)
      refuse('limit.memory', expression.span, { limit: String(this.#limits.memory) });
    // What is computed with bounds in any case is not computed without them first.
    const most = mostSteps(expression);
    const mayJump = hasJump(expression);
    const first = mayJump ? STEPS_AT_JUMPS : FEW_STEPS;
    const closer =
      most <= first || most === Infinity ? this.#closer(expression, counter, first) : null;
    if (closer !== null) return closer;
    const outcome: Outcome = prepare(expression, counter.nextLocal, this.#mode).run(this.#next());
    this.#remaining -= outcome.steps;
    if (!outcome.ok) return this.#reconsider(outcome.refusal, expression, counter);
    const { shape, trace, value } = outcome;
    const work = Math.max(outcome.steps, sizeOf(shape));
    if (work > STEPS_WITH_BOUNDS && isFiniteValue(value) && !mayJump) {
      const { steps } = outcome;
      let known: readonly Bounded[] | null = null;
      const bounds = (): readonly Bounded[] =>
        (known ??= this.#laterBounds(expression, counter, steps));
      return { value, shape, trace, bounds, known: null };
    }
    const bounded = attempt(
      () => resultOf(this.computeBounded(expression, counter)),
      expression.span,
    );
    if (bounded.ok) return bounded.value;
    const { refusal } = bounded;
    // As little is known of it as of what it rests on.
    if (refusal.code !== 'limit.bounds' || !isFiniteValue(value) || mayJump) throw refusal;
    return { value, shape, trace, bounds: () => rethrow(refusal), known: null };
  }

  #laterBounds(expression: Expression, counter: LocalCounter, steps: number): readonly Bounded[] {
    if (steps > MOST_BOUNDED)
      refuse('limit.bounds', expression.span, { limit: String(MOST_BOUNDED) });
    return this.computeBounded(expression, counter).values;
  }

  /** What has no value in doubles may have one exactly: `\sqrt{0.3-0.1-0.2}`. */
  #reconsider(refusal: Refusal, expression: Expression, counter: LocalCounter): Result {
    if (refusal.code.startsWith('limit.')) throw refusal;
    const closer = this.#closer(expression, counter, STEPS_WITH_BOUNDS);
    if (closer === null) throw refusal;
    return closer;
  }

  /** With bounds; `null` where that takes more steps. */
  #closer(expression: Expression, counter: LocalCounter, most: number): Result | null {
    const found = attempt(
      () => resultOf(this.computeBounded(expression, counter, most)),
      expression.span,
    );
    if (found.ok) return found.value;
    if (found.refusal.code.startsWith('limit.')) return null;
    throw found.refusal;
  }

  /** With bounds on the error of each number. */
  computeBounded(expression: Expression, counter: LocalCounter, most = Infinity): BoundedResult {
    let next = counter.nextLocal;
    const arithmetic = new BoundedArithmetic();
    const limits = this.#next(most);
    const used = { steps: 0 };
    try {
      const value = interpret(
        hoist(expression, () => next++),
        arithmetic,
        limits,
        used,
      );
      const numbers = Array.isArray(value) ? (value as readonly Bounded[]) : [value as Bounded];
      const values = numbers.map((number) => arithmetic.settled(number));
      const { overflow } = arithmetic.trace;
      if (overflow !== null && !values.every((each) => Number.isFinite(each.value)))
        refuse('value.overflow', overflow);
      return { values, shape: shapeOf(expression), trace: arithmetic.trace };
    } finally {
      // A loop is refused before its first step.
      this.#remaining -= Math.min(used.steps, limits.steps);
    }
  }

  /** An expression to run again and again, with values for what is free in it. */
  trial(
    expression: Expression,
    counter: LocalCounter,
    parameters: readonly Local[],
    used: StepCount,
  ): Trial {
    let next = counter.nextLocal;
    const hoisted = hoist(expression, () => next++);
    const program = prepare(expression, counter.nextLocal, this.#mode, parameters);
    return {
      plain: (given, most) => {
        const outcome = program.run(this.#next(most), given);
        this.#remaining -= outcome.steps;
        used.steps += outcome.steps;
        return outcome.ok ? outcome.value : null;
      },
      within: (arithmetic, given, most) => {
        const own = { steps: 0 };
        try {
          return interpret(hoisted, arithmetic, this.#next(most), own, given);
        } finally {
          this.#remaining -= own.steps;
          used.steps += own.steps;
        }
      },
    };
  }

  #next(most = Infinity): Limits {
    const steps = Math.max(0, Math.min(this.#limits.steps, this.#remaining, most));
    return { ...this.#limits, steps };
  }
}

function resultOf({ values, shape, trace }: BoundedResult): Result {
  if (trace.unsure !== null) refuse('value.unsure', trace.unsure);
  const [only] = values;
  const value = shape.rank === 0 && only !== undefined ? only.value : valuesOf(values);
  return { value, shape, trace, bounds: () => values, known: values };
}

function valuesOf(values: readonly Bounded[]): Float64Array {
  return Float64Array.from(values, ({ value }) => value);
}

function rethrow(refusal: Refusal): never {
  throw refusal;
}
