// Two computed sides of a relation: what is shown of both, and whether it holds.
import type { BoundedResult } from '../compute/budget.js';
import { fullValue } from '../fullValue.js';
import { refuse } from '../refusal.js';
import type { Context } from '../resolve/context.js';
import type { FullValue, ResultRelation, Value, Verdict } from '../result.js';
import type { Relation, Syntax } from '../syntax.js';
import { valueOf } from '../value.js';
import { compareSides, type Side } from './compare.js';
import { isList, statedOf } from './literals.js';
import { notesOf, type Note } from './results.js';

export interface Comparison {
  readonly value: Value;
  readonly expected: Value | null;
  readonly relation: ResultRelation;
  readonly verdict: Verdict;
  readonly notes: readonly Note[];
  readonly full?: FullValue;
  readonly reading?: readonly string[];
}

export function comparisonOf(
  results: readonly BoundedResult[],
  syntaxes: readonly Syntax[],
  relation: Relation,
  context: Context,
): Comparison {
  const [left, right] = results.map((result, at) => sideOf(result, syntaxes[at]));
  const [first, second] = results;
  if (left === undefined || right === undefined || first === undefined || second === undefined)
    return refuse('syntax.operand-missing', relation.span);
  const notes = [...notesOf(context.shared.notes, [first.trace, second.trace])];
  const [value, expected] = [valueOfBounded(first), valueOfBounded(second)];
  const unsure = [first, second].some(({ trace }) => trace.unsure !== null || trace.nearTie);
  const verdict = unsure ? 'unknown' : compareSides(relation.operator, left, right);
  if (verdict === 'unknown') {
    const approximate = relation.operator === '\\approx';
    notes.push({ code: approximate ? 'claim.approximate' : 'claim.uncertain', data: {} });
  }
  const full = fullValue(first.values, first.shape);
  return { value, expected, relation: relationOf(relation), verdict, notes, full };
}

/** What only defines or names is an equality too. */
export function relationOf({ operator, span }: Relation): ResultRelation {
  switch (operator) {
    case '\\equiv':
    case '\\triangleq':
    case ':=':
      return '=';
    case '\\sim':
    case '\\to':
      return refuse('claim.relation', span, { relation: operator });
    default:
      return operator;
  }
}

function sideOf({ values }: BoundedResult, syntax: Syntax | undefined): Side {
  const stated = syntax === undefined ? null : statedOf(syntax);
  const fits = stated !== null && (!isList(stated) || stated.length === values.length);
  return { values, stated: fits ? stated : null };
}

export function valueOfBounded({ values, shape }: BoundedResult): Value {
  const numbers = values.map(({ value }) => value);
  const [only] = numbers;
  return shape.rank === 0
    ? valueOf(only ?? NaN, shape)
    : valueOf(Float64Array.from(numbers), shape);
}
