// Values and claims of formulas under the definitions of a post.
import type { Budget, BoundedResult, Result } from '../compute/budget.js';
import type { Span } from '../../core/text/span.js';
import {
  describeShape,
  sameShape,
  shapeOf,
  type Bounded,
  type Expression,
  type Shape,
} from '../expression.js';
import type { NoteCode } from '../notes.js';
import { attempt, refuse, type Attempt } from '../refusal.js';
import type { Context } from '../resolve/context.js';
import { resolveWithSizes } from '../resolve/dimensions.js';
import { resolveVector } from '../resolve/lists.js';
import { resolveAlike } from '../resolve/openSizes.js';
import { resolveSide } from '../resolve/sides.js';
import { resolveSet } from '../resolve/sets.js';
import type { EvaluationResult, FullValue, Value } from '../result.js';
import type { Relation, RelationSyntax, Syntax } from '../syntax.js';
import { valueOf } from '../value.js';
import { fullValue } from '../fullValue.js';
import { Checker } from './checker.js';
import { certainOf } from './certainty.js';
import { comparisonOf, relationOf, valueOfBounded, type Comparison } from './comparison.js';
import { membershipVerdict, membersShown } from './membership.js';
import { proportionalEntries } from './proportional.js';
import { readingOf } from './reading.js';
import type { Definition } from './definitions.js';
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

  /** The value of an expression as seen from a place in the post. */
  value(syntax: Syntax, position: number): Attempt<Evaluated> {
    return attempt(() => {
      const context = this.scope.context(position);
      const expression = resolveWithSizes([syntax], context, (sized) =>
        resolveVector(syntax, sized),
      );
      const result = this.#budget.compute(expression, context.shared.instances);
      const notes = notesOf(context.shared.notes, [result.trace]);
      const shown = shownOf(result, this.scope.conventions.digits, syntax.span, notes);
      return { ...shown, reading: readingOf([syntax], context, this.scope) };
    }, syntax.span);
  }

  valueResult(syntax: Syntax, position: number, subject: Subject): EvaluationResult {
    const computed = this.value(syntax, position);
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
    const compared = attempt(() => this.#compare(syntax, stated, relation, position), syntax.span);
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
            : this.#claim(left, right, relation, operands, position),
        relation.span,
      );
      if (!compared.ok) return failedResult(subject, 'claim', compared.refusal);
      return resultOf(subject, { kind: 'claim', problems: [], ...compared.value });
    });
  }

  #claim(
    left: Syntax,
    right: Syntax,
    relation: Relation,
    operands: readonly Syntax[],
    position: number,
  ): Comparison {
    switch (relation.operator) {
      case '\\in':
      case '\\notin':
        return this.#membership(left, right, relation, position);
      case '\\propto':
        return this.#proportion(left, right, relation, operands, position);
      case '\\sim':
      case '\\to':
      case '\\succeq':
      case '\\succ':
        return refuse('claim.relation', relation.span, { relation: relation.operator });
      default:
        return this.#compare(left, right, relation, position, operands);
    }
  }

  #compare(
    left: Syntax,
    right: Syntax,
    relation: Relation,
    position: number,
    operands: readonly Syntax[] = [left, right],
  ): Comparison {
    const compared = this.#compareUnder(this.scope, { left, right, relation, operands, position });
    const usesLog = compared.notes.some(({ code }) => code === 'convention.natural-log');
    if (compared.verdict !== 'fails' || !usesLog) return compared;
    const { conventions } = this.scope;
    for (const [logBase, code] of OTHER_BASES) {
      const scope = this.scope.under({ ...conventions, logBase });
      const other = attempt(
        () => this.#compareUnder(scope, { left, right, relation, operands, position }),
        relation.span,
      );
      if (other.ok && other.value.verdict === 'holds')
        return { ...compared, verdict: 'unknown', notes: [...compared.notes, { code, data: {} }] };
    }
    return compared;
  }

  /** Where the two sides leave a size open, the rest of their chain may give it. */
  #compareUnder(scope: PostScope, pair: Pair): Comparison {
    const alone = attempt(() => this.#comparePair(scope, pair, []), pair.relation.span);
    if (alone.ok) return alone.value;
    const { refusal } = alone;
    if (refusal.code !== 'name.unbound-size' || pair.operands.length === 2) throw refusal;
    return this.#comparePair(scope, pair, pair.operands);
  }

  #comparePair(scope: PostScope, pair: Pair, others: readonly Syntax[]): Comparison {
    const { left, right, relation, position } = pair;
    const context = scope.context(position);
    const [first, second] = this.#sides(pair, context, others);
    const results = [first, second].map((side) => this.#bounded(side, context));
    const reading = readingOf([left, right], context, this.scope);
    return { ...comparisonOf(results, [left, right], relation, context), reading };
  }

  /** Both sides, of one shape. */
  #sides(
    { left, right, relation }: Pair,
    context: Context,
    others: readonly Syntax[],
  ): readonly [Expression, Expression] {
    const [first, second] = resolveWithSizes([left, right, ...others], context, (sized) => {
      for (const other of others) resolveSide(other, sized);
      return resolveAlike([left, right], sized, resolveSide);
    });
    if (first === undefined || second === undefined)
      return refuse('syntax.operand-missing', relation.span);
    const shapes = [shapeOf(first), shapeOf(second)] as const;
    if (!sameShape(...shapes))
      refuse('claim.shapes-differ', relation.span, {
        left: describeShape(shapes[0]),
        right: describeShape(shapes[1]),
      });
    return [first, second];
  }

  /** Of vectors that are known: the ratio of their entries is one number. */
  #proportion(
    left: Syntax,
    right: Syntax,
    relation: Relation,
    operands: readonly Syntax[],
    position: number,
  ): Comparison {
    const context = this.scope.context(position);
    const [first, second] = this.#sides({ left, right, relation, operands, position }, context, []);
    if (shapeOf(first).rank !== 1) refuse('check.proportional', relation.span);
    const products = proportionalEntries({ left: first, right: second }, context);
    const compared = comparisonOf(
      [products.left, products.right].map((side) => this.#bounded(side, context)),
      [],
      { ...relation, operator: '=' },
      context,
    );
    const [value, expected] = [first, second].map((side) => this.#bounded(side, context));
    if (value === undefined || expected === undefined)
      return refuse('syntax.operand-missing', relation.span);
    // Nothing is known of the ratio where one side is 0 throughout.
    const isZero = [value, expected].some(({ values }) => values.every((each) => each.value === 0));
    return {
      value: valueOfBounded(value),
      expected: valueOfBounded(expected),
      relation: '\\propto',
      verdict: isZero ? 'unknown' : compared.verdict,
      notes: compared.notes,
    };
  }

  #membership(left: Syntax, right: Syntax, relation: Relation, position: number): Comparison {
    const context = this.scope.context(position);
    const set = resolveSet(right, context);
    const value = this.#bounded(resolveSide(left, context), context);
    const boundsOf = (end: Expression): Bounded | undefined =>
      this.#bounded(end, context).values[0];
    const { unsure, nearTie } = value.trace;
    const verdict =
      unsure !== null || nearTie
        ? 'unknown'
        : membershipVerdict(value.values, set, relation, boundsOf);
    const notes = notesOf(context.shared.notes, [value.trace]);
    return {
      value: valueOfBounded(value),
      expected: membersShown(set, boundsOf),
      relation: relationOf(relation),
      verdict,
      notes,
    };
  }

  #bounded(expression: Expression, context: Context): BoundedResult {
    return this.#budget.computeBounded(expression, context.shared.instances);
  }
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

const OTHER_BASES: readonly (readonly [number, NoteCode])[] = [
  [2, 'claim.base-two'],
  [10, 'claim.base-ten'],
];

interface Pair {
  readonly left: Syntax;
  readonly right: Syntax;
  readonly relation: Relation;
  readonly operands: readonly Syntax[];
  readonly position: number;
}
