// The value of an expression at one place after another, each with a bound on its error where that takes few steps.
import { BoundedArithmetic } from '../compute/bounded.js';
import type { Budget, Trial } from '../compute/budget.js';
import { describeShape, SCALAR, shapeOf, type Bounded, type Local } from '../expression.js';
import type { MetNote } from '../notes.js';
import type { Height } from '../plot/sample.js';
import { attempt, refuse, type Refusal } from '../refusal.js';
import { localExpression } from '../resolve/construct.js';
import { freshLocal, varyingContext, type Meaning } from '../resolve/context.js';
import { resolveWithSizes } from '../resolve/dimensions.js';
import { resolveVector } from '../resolve/lists.js';
import type { NameSyntax, Syntax } from '../syntax.js';
import { addTraceNotes } from './results.js';
import type { PostScope } from './scope.js';

/** At one place: what takes more is computed without bounds. */
const STEPS_WITH_BOUNDS = 20_000;

/** Of an expression in which names take one number after another. */
export class Places {
  readonly #trial: Trial;
  readonly #locals: readonly Local[];
  readonly #budget: Budget;
  readonly #syntax: Syntax;
  readonly notes: Set<MetNote>;
  #isLong = false;
  /** Why there was no value first. */
  refusal: Refusal | null = null;

  constructor(
    syntax: Syntax,
    names: readonly NameSyntax[],
    position: number,
    scope: PostScope,
    budget: Budget,
  ) {
    const context = scope.context(position);
    const { shared } = context;
    this.#syntax = syntax;
    this.#budget = budget;
    this.#locals = names.map(() => freshLocal(context, SCALAR));
    const meanings = new Map<string, Meaning>();
    names.forEach(({ name, span }, at) => {
      const local = this.#locals[at];
      if (local === undefined) return;
      meanings.set(name.key, { kind: 'value', expression: localExpression(local, span) });
    });
    const inside = varyingContext(context, meanings);
    const resolved = resolveWithSizes([syntax], inside, (sized) => resolveVector(syntax, sized));
    const shape = shapeOf(resolved);
    if (shape.rank !== 0) refuse('plot.number', syntax.span, { found: describeShape(shape) });
    const expression = inside.scope.close(resolved);
    this.notes = shared.notes;
    this.#trial = budget.trial(expression, shared.instances, this.#locals, { steps: 0 });
  }

  /** `null` where there is no value, or rounding hides which. */
  at(given: readonly Bounded[]): Height | null {
    if (!this.#isLong) {
      const found = this.#withBounds(given);
      if (found !== 'long') return found;
      this.#isLong = true;
    }
    const numbers = given.map(({ value }) => value);
    const value = this.#trial.plain(numbers, Infinity);
    if (this.#budget.remaining <= 0)
      refuse('limit.steps', this.#syntax.span, { limit: String(this.#budget.steps) });
    return typeof value === 'number' ? { value, error: 0 } : null;
  }

  #withBounds(given: readonly Bounded[]): Height | null | 'long' {
    const values = new Map(this.#locals.map(({ id }, at) => [id, given[at] ?? NOTHING]));
    const arithmetic = new BoundedArithmetic();
    const { trace } = arithmetic;
    const read = attempt(() => {
      const found = this.#trial.within(arithmetic, values, STEPS_WITH_BOUNDS);
      const number = arithmetic.settled(found as Bounded);
      if (trace.unsure !== null) refuse('value.unsure', trace.unsure);
      if (trace.overflow !== null && !Number.isFinite(number.value))
        refuse('value.overflow', trace.overflow);
      return number;
    }, this.#syntax.span);
    if (read.ok) {
      addTraceNotes(this.notes, trace);
      return read.value;
    }
    const { refusal } = read;
    if (refusal.code === 'limit.steps') return 'long';
    // Of an array without such an entry there is no gap.
    if (refusal.code.startsWith('limit.') || refusal.code === 'index.out-of-range') throw refusal;
    this.refusal ??= refusal;
    return null;
  }
}

const NOTHING: Bounded = { value: 0, error: Infinity, exact: null };
