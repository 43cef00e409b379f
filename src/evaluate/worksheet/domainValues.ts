// Whether what a name is bound to lies in a domain: its size, and its values as far as they are no claim.
import { shapeOf, type Expression, type Shape } from '../expression.js';
import { formatValue } from '../format.js';
import { showName } from '../read/names.js';
import { refuse } from '../refusal.js';
import { findMeaning, type Meaning } from '../resolve/context.js';
import { valueOf } from '../value.js';
import type { Domain } from './domains.js';
import type { Sign, Size } from './domainSets.js';
import type { Evaluator } from './evaluator.js';
import { pairSizes, sizesOf } from './sizes.js';

/** Bounds on numbers are claimed as relations. */
export function isBounds({ set }: Domain): boolean {
  return set.kind === 'numbers' && set.sizes.length === 0;
}

/** Entries of a simplex add up to 1 as far as they are written. */
const SIMPLEX_TOLERANCE = 1e-9;

/** Refuses a bound name whose value or size is not of a domain. */
export function checkDomain(
  { name, set, span }: Domain,
  position: number,
  { scope }: Evaluator,
): void {
  const meaning = findMeaning(scope.context(position), name.name);
  const expression = valueIn(meaning);
  if (expression === null) return;
  const shape = shapeOf(expression);
  checkSizes(showName(name.name), set, shape, span, (size) => knownSize(size, position, scope));
  const values = numbersOf(expression);
  if (isInside(set, values)) return;
  const value = expression.kind === 'input' ? valueOf(expression.data, shape) : (values[0] ?? NaN);
  refuse('domain.outside', name.span, { name: showName(name.name), value: formatValue(value) });
}

function valueIn(meaning: Meaning | null): Expression | null {
  if (meaning?.kind === 'value') return meaning.expression;
  return meaning?.kind === 'families' ? (meaning.families[0]?.array ?? null) : null;
}

function numbersOf(expression: Expression): readonly number[] {
  if (expression.kind === 'input') return Array.from(expression.data);
  return expression.kind === 'constant' ? [expression.value] : [];
}

function checkSizes(
  name: string,
  set: Domain['set'],
  shape: Shape,
  span: Domain['span'],
  known: (size: Size) => number | null,
): void {
  const sizes = sizesOf(set);
  const pairs = pairSizes(set, shape);
  if (sizes.length > 0 && pairs.length === 0) refuse('domain.axes', span, { name });
  for (const [size, length] of pairs) {
    const expected = known(size);
    if (expected !== null && expected !== length)
      refuse('domain.size', span, { name, expected: String(expected), found: String(length) });
  }
}

function knownSize(size: Size, position: number, scope: Evaluator['scope']): number | null {
  if (size.kind === 'number') return size.value;
  const meaning = findMeaning(scope.context(position), size.name);
  const known = meaning?.kind === 'value' ? meaning.expression : null;
  return known?.kind === 'constant' ? known.value + size.offset : null;
}

function hasSign(value: number, sign: Sign): boolean {
  return sign === 'any' || value > 0 || (value === 0 && sign === 'nonnegative');
}

function isInside(set: Domain['set'], values: readonly number[]): boolean {
  switch (set.kind) {
    case 'reals':
      return values.every((value) => Number.isFinite(value) && hasSign(value, set.sign));
    case 'integers':
      return values.every((value) => Number.isInteger(value) && value >= set.from);
    case 'simplex': {
      const sum = values.reduce((total, value) => total + value, 0);
      return values.every((value) => value >= 0) && Math.abs(sum - 1) <= SIMPLEX_TOLERANCE;
    }
    case 'sphere':
      return Math.abs(Math.hypot(...values) - 1) <= SIMPLEX_TOLERANCE;
    case 'symmetric':
    case 'orthogonal':
    case 'definite':
    case 'numbers':
      return true;
  }
}
