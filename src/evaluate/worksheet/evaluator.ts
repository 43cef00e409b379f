// Values and claims of formulas under the definitions of a post, as results.
import type { Budget, Result } from '../compute/budget.js';
import type { Computed } from '../compute/runtime.js';
import type { Span } from '../../core/text/span.js';
import type { Expression, Shape } from '../expression.js';
import { pythonOf } from '../python/program.js';
import type { Python } from '../python/refusal.js';
import { attempt, refuse, type Attempt } from '../refusal.js';
import type { Context } from '../resolve/context.js';
import { resolveWithSizes } from '../resolve/dimensions.js';
import { resolveVector } from '../resolve/lists.js';
import type { EvaluationResult, FullValue, Value } from '../result.js';
import type { Relation, RelationSyntax, Syntax } from '../syntax.js';
import { valueOf } from '../value.js';
import { fullValue } from '../fullValue.js';
import { Checker } from './checker.js';
import { certainOf } from './certainty.js';
import { claimOf } from './claim.js';
import { readingOf } from './reading.js';
import type { Definition } from './definitions.js';
import type { IndexRange } from './indexRanges.js';
import type { Pair } from './pair.js';
import { profileOf } from './profile.js';
import { failedResult, notesOf, resultOf, type Note, type Subject } from './results.js';
import type { PostScope } from './scope.js';

export interface Evaluated {
  readonly value: Value;
  readonly shape: Shape;
  /** How many digits of it are certain and wanted. */
  readonly digits: number;
  readonly notes: readonly Note[];
  readonly full: FullValue | null;
  readonly reading: readonly string[];
}

export class Evaluator {
  readonly scope: PostScope;
  readonly #budget: Budget;

  constructor(scope: PostScope, budget: Budget) {
    this.scope = scope;
    this.#budget = budget;
  }

  /** Checks on samples, for what has domains and no values. */
  readonly checkerUnder = (scope: PostScope): Checker => new Checker(scope, this.#budget);

  /** The evaluators of one result that takes several: they share its steps. */
  forOne<T>(compute: (under: (definitions: readonly Definition[]) => Evaluator) => T): T {
    return this.#budget.forOne((budget) =>
      compute((definitions) => new Evaluator(this.scope.with(definitions, budget), budget)),
    );
  }

  /** What is evaluated at many places and is one result: it takes no more steps than one. */
  forPlaces<T>(compute: (own: Evaluator, budget: Budget) => T): T {
    return this.#budget.forOne((budget) => compute(new Evaluator(this.scope, budget), budget));
  }

  /** The value of an expression as seen from a place in the post; with ranges, at all their places. */
  value(syntax: Syntax, position: number, ranges: readonly IndexRange[] = []): Attempt<Evaluated> {
    return attempt(() => {
      const context = this.scope.context(position);
      const expression = resolved(syntax, ranges, context);
      const result = this.#budget.compute(expression, context.shared.instances);
      const notes = notesOf(context.shared.notes, [result.trace]);
      const shown = shownOf(result, this.scope.conventions.digits, syntax.span, notes);
      return { ...shown, reading: readingOf([syntax], context, this.scope) };
    }, syntax.span);
  }

  /** The calculation of an expression that has a value, as a program. */
  python(syntax: Syntax, position: number): Python | null {
    const computed = attempt(() => {
      const context = this.scope.context(position);
      const expression = resolved(syntax, [], context);
      const { instances } = context.shared;
      const written = pythonOf(expression);
      if (!written.ok) return written;
      const result = this.#budget.compute(expression, instances);
      const plain = this.#budget.trial(expression, instances, [], { steps: 0 }).plain([], Infinity);
      return isSameInDoubles(result, plain) ? written : REFUSED_FOR_ROUNDING;
    }, syntax.span);
    return computed.ok ? computed.value : null;
  }

  valueResult(
    syntax: Syntax,
    position: number,
    subject: Subject,
    ranges: readonly IndexRange[] = [],
  ): EvaluationResult {
    const computed = this.value(syntax, position, ranges);
    if (!computed.ok) return failedResult(subject, 'value', computed.refusal);
    const { digits, ...evaluated } = computed.value;
    return resultOf(
      { ...subject, digits },
      {
        kind: 'value',
        ...evaluated,
        expected: null,
        relation: null,
        verdict: null,
        problems: [],
      },
    );
  }

  /** A value, held against what was stated for it. */
  statedResult(
    syntax: Syntax,
    stated: Syntax,
    position: number,
    subject: Subject,
  ): EvaluationResult {
    const relation: Relation = { operator: '=', span: stated.span };
    const operands = [syntax, stated];
    const pair: Pair = { left: syntax, right: stated, relation, operands, position };
    const compared = attempt(() => claimOf(pair, this.scope, this.#budget), syntax.span);
    if (!compared.ok) return failedResult(subject, 'value', compared.refusal);
    return resultOf(subject, { kind: 'value', problems: [], ...compared.value });
  }

  /** One result for each relation of a chain. */
  claimResults(
    { operands, relations }: RelationSyntax,
    position: number,
    subject: Subject,
  ): readonly EvaluationResult[] {
    return relations.map((relation, at) => {
      const left = operands[at];
      const right = operands[at + 1];
      const compared = attempt(
        () =>
          left === undefined || right === undefined
            ? refuse('syntax.operand-missing', relation.span)
            : claimOf({ left, right, relation, operands, position }, this.scope, this.#budget),
        relation.span,
      );
      if (!compared.ok) return failedResult(subject, 'claim', compared.refusal);
      return resultOf(subject, { kind: 'claim', problems: [], ...compared.value });
    });
  }
}

function resolved(syntax: Syntax, ranges: readonly IndexRange[], context: Context): Expression {
  if (ranges.length > 0) return profileOf(syntax, ranges, context);
  return resolveWithSizes([syntax], context, (sized) => resolveVector(syntax, sized));
}

/** Without the digits that rounding may have made. */
function shownOf(
  { value, shape, known }: Result,
  digits: number,
  span: Span,
  notes: readonly Note[],
): Omit<Evaluated, 'reading'> {
  if (known === null) return { value: valueOf(value, shape), shape, digits, notes, full: null };
  const certain = certainOf(known, digits, span);
  const { values, nearZero } = certain;
  const shown = typeof value === 'number' ? (values[0] ?? value) : Float64Array.from(values);
  const rounding: Note[] = [];
  if (nearZero !== null)
    rounding.push({ code: 'value.near-zero', data: { error: nearZero.toPrecision(1) } });
  if (certain.digits < digits)
    rounding.push({ code: 'value.fewer-digits', data: { digits: String(certain.digits) } });
  return {
    value: valueOf(shown, shape),
    shape,
    digits: certain.digits,
    notes: [...notes, ...rounding],
    full: fullValue(known, shape),
  };
}

/** What plain doubles may be off, relative, beside what is known to be uncertain. */
const ROUNDING = 1e-9;

/** Python computes in doubles alone. */
function isSameInDoubles({ value, known }: Result, plain: Computed | null): boolean {
  if (plain === null || known === null) return plain !== null;
  const entriesOf = (each: Computed): readonly number[] =>
    typeof each === 'number' ? [each] : [...each];
  const [wanted, found] = [entriesOf(value), entriesOf(plain)];
  const scale = Math.max(...wanted.map(Math.abs).filter(Number.isFinite), 0);
  return wanted.every((entry, at) => {
    const other = found[at] ?? NaN;
    const allowed = ROUNDING * scale + 2 * (known[at]?.error ?? 0);
    return entry === other || Math.abs(entry - other) <= allowed;
  });
}

const REFUSED_FOR_ROUNDING: Python = { ok: false, problem: 'python.rounding' };
