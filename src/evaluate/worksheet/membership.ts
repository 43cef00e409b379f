// Whether numbers lie in a set: finitely many elements, an interval, or the whole numbers of a range.
import { exactOf, isNear, ofFraction } from '../compute/bounds.js';
import { isWhole } from '../compute/fraction.js';
import type { Bounded, ElementSet, Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import type { SetMeaning } from '../resolve/sets.js';
import type { Value, Verdict } from '../result.js';
import type { Relation } from '../syntax.js';
import { compareSides } from './compare.js';

/** The value of an end of an interval. */
type BoundsOf = (end: Expression) => Bounded | undefined;

export function membershipVerdict(
  values: readonly Bounded[],
  set: SetMeaning,
  { operator, span }: Relation,
  boundsOf: BoundsOf,
): Verdict {
  const inside = insideVerdict(values, set, boundsOf);
  if (inside === null || (operator === '\\notin' && set.kind !== 'elements'))
    return refuse('claim.relation', span, { relation: operator });
  if (operator === '\\in' || inside === 'unknown') return inside;
  return inside === 'holds' ? 'fails' : 'holds';
}

/** The elements of a finite set, the ends of an interval. */
export function membersShown(set: SetMeaning, boundsOf: BoundsOf): Value | null {
  if (set.kind === 'elements') return [...set.elements.values];
  if (set.kind === 'numbers') return null;
  return [set.from, set.to].map((end) => boundsOf(end)?.value ?? NaN);
}

function insideVerdict(
  values: readonly Bounded[],
  set: SetMeaning,
  boundsOf: BoundsOf,
): Verdict | null {
  const against = (operator: '<' | '>' | '\\le' | '\\ge', end: Expression): Verdict => {
    const bound = boundsOf(end);
    if (bound === undefined) return 'unknown';
    const bounds = { values: values.map(() => bound), stated: null };
    return compareSides(operator, { values, stated: null }, bounds);
  };
  switch (set.kind) {
    case 'elements': {
      const verdicts = values.map((value) => memberOf(value, set.elements));
      if (verdicts.includes('unknown')) return 'unknown';
      return all(verdicts);
    }
    case 'interval':
      return all([
        against(set.openFrom ? '>' : '\\ge', set.from),
        against(set.openTo ? '<' : '\\le', set.to),
      ]);
    case 'range':
      return all([...values.map(wholeVerdict), against('\\ge', set.from), against('\\le', set.to)]);
    case 'numbers':
      return null;
  }
}

function memberOf(value: Bounded, { exact }: ElementSet): Verdict {
  const verdicts = exact.map((element) => {
    const side = { values: [ofFraction(element)], stated: null };
    return compareSides('=', { values: [value], stated: null }, side);
  });
  if (verdicts.includes('holds')) return 'holds';
  return verdicts.includes('unknown') ? 'unknown' : 'fails';
}

function wholeVerdict(number: Bounded): Verdict {
  const exact = exactOf(number);
  if (exact !== null) return isWhole(exact) ? 'holds' : 'fails';
  return isNear(number, Math.round(number.value)) ? 'unknown' : 'fails';
}

function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fails')) return 'fails';
  return verdicts.every((verdict) => verdict === 'holds') ? 'holds' : 'unknown';
}
