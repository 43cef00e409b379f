// Sums, products and extrema over a range, in any arithmetic.
import type { Span } from '../../core/text/span.js';
import type { ReduceExpression } from '../expression.js';
import { refuse } from '../refusal.js';
import type { Arithmetic } from './arithmetic.js';

/** `valueAt` gives the value at an index, `null` where a condition leaves it out. */
export function reduce<T>(
  { operator, span }: ReduceExpression,
  arithmetic: Arithmetic<T>,
  [from, to]: readonly [number, number],
  valueAt: (at: number) => T | null,
): T {
  let total: T | null = null;
  let best = NaN;
  let isTied = false;
  for (let at = from; at <= to; at++) {
    const value = valueAt(at);
    if (value === null) continue;
    if (total === null) {
      total = isCounted(operator) ? arithmetic.add(arithmetic.of(0, span), value, span) : value;
      best = at;
    } else if (isPlace(operator)) {
      const wanted = operator === 'argmax' ? '>' : '<';
      if (arithmetic.ties(value, total, span)) isTied = true;
      else if (arithmetic.compare(wanted, value, total, span)) {
        total = value;
        best = at;
        isTied = false;
      }
    } else if (isCounted(operator)) total = arithmetic.add(total, value, span);
    else if (operator === 'product') total = arithmetic.multiply(total, value, span);
    else total = better(arithmetic, operator, total, value, span);
  }
  if (total === null) return empty(operator, arithmetic, span);
  if (isTied) arithmetic.trace.tie = true;
  return isPlace(operator) ? arithmetic.of(best, span) : total;
}

export function better<T>(
  arithmetic: Arithmetic<T>,
  operator: 'max' | 'min',
  left: T,
  right: T,
  span: Span,
): T {
  return operator === 'max'
    ? arithmetic.larger(left, right, span)
    : arithmetic.smaller(left, right, span);
}

type Operator = ReduceExpression['operator'];

function isPlace(operator: Operator): operator is 'argmax' | 'argmin' {
  return operator === 'argmax' || operator === 'argmin';
}

function isCounted(operator: Operator): operator is 'sum' | 'count' {
  return operator === 'sum' || operator === 'count';
}

function empty<T>(operator: Operator, arithmetic: Arithmetic<T>, span: Span): T {
  if (isCounted(operator)) return arithmetic.of(0, span);
  if (operator === 'product') return arithmetic.of(1, span);
  return refuse('value.empty-extremum', span);
}
