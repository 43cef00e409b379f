// Data as definitions give it: what they came to, and which of them are vectors as written.
import type { Span } from '../../core/text/span.js';
import type { Result } from '../compute/budget.js';
import type { Bounded, Expression, Origin } from '../expression.js';
import { constant } from '../resolve/construct.js';
import type { Syntax } from '../syntax.js';

/** What a definition came to, with what is known of its rounding. */
export function inputOf({ value, shape, bounds }: Result, origin: Origin, span: Span): Expression {
  if (typeof value === 'object' && shape.rank !== 0)
    return { kind: 'input', data: value, truth: bounds, shape, origin, span };
  const number = typeof value === 'number' ? value : (value[0] ?? NaN);
  const truth = (): Bounded => bounds()[0] ?? { value: number, error: Infinity, exact: null };
  return { ...constant(number, span, truth), origin };
}

export function isVectorLiteral(body: Syntax): boolean {
  if (body.kind === 'group')
    return body.bar === null && (body.items.length > 1 || body.open === '[');
  if (body.kind !== 'matrix') return false;
  return body.rows.length === 1 || body.rows.every((row) => row.length === 1);
}
