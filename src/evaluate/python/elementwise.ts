// What NumPy computes for all entries of an array at once, without a loop.
import { childrenOf, freeLocals } from '../children.js';
import {
  axesOf,
  shapeOf,
  type ElementExpression,
  type Expression,
  type Local,
} from '../expression.js';
import { staticNumber } from '../resolve/construct.js';
import type { Axis, Scope } from './scope.js';

export type Axes = ReadonlyMap<Local, Axis>;

/** Whether a part has a value for each index of an axis that is being run over at once. */
export function isAlongAxis(expression: Expression, { locals }: Scope): boolean {
  return [...freeLocals(expression)].some((local) => locals.get(local)?.kind === 'axis');
}

/** Whether the values for all indices are one array, which depends on each of the axes. */
export function isArrayOver(expression: Expression, axes: Axes): boolean {
  const free = freeLocals(expression);
  return [...axes.keys()].every((local) => free.has(local)) && isElementwise(expression, axes);
}

export function isElementwise(expression: Expression, axes: Axes): boolean {
  if (isIndependent(expression, axes)) return true;
  switch (expression.kind) {
    case 'local':
      return true;
    case 'add':
    case 'multiply':
    case 'divide':
    case 'power':
    case 'unary':
    case 'remainder':
    case 'extremum':
    case 'convention':
    case 'choose':
      return childrenOf(expression).every((child) => isElementwise(child, axes));
    case 'element':
      return placesOf(expression, axes) !== null;
    default:
      return false;
  }
}

function isIndependent(expression: Expression, axes: Axes): boolean {
  const free = freeLocals(expression);
  return ![...axes.keys()].some((local) => free.has(local));
}

/** An index of an entry: one for all, or so many behind that of an axis. */
export type PlaceOfEntry =
  | { readonly kind: 'fixed'; readonly index: Expression }
  | {
      readonly kind: 'along';
      readonly axis: Axis;
      readonly shift: number;
      readonly length: number;
    };

/** `null` where entries are picked in another way. */
export function placesOf(
  { array, indices }: ElementExpression,
  axes: Axes,
): readonly PlaceOfEntry[] | null {
  if (!isIndependent(array, axes)) return null;
  const lengths = axesOf(shapeOf(array));
  const places = indices.map((index, at): PlaceOfEntry | null => {
    if (isIndependent(index, axes)) return { kind: 'fixed', index };
    const found = shiftedIndex(index);
    const axis = found === null ? undefined : axes.get(found.local);
    if (found === null || axis === undefined) return null;
    const length = lengths[at] ?? 0;
    const [first, last] = [axis.from + found.shift, axis.to + found.shift];
    if (first < 1 || last > length) return null;
    return { kind: 'along', axis, shift: found.shift, length };
  });
  if (!places.every((place) => place !== null)) return null;
  const along = places.flatMap((place) => (place.kind === 'along' ? [place.axis] : []));
  // The diagonal is no part of an array that a slice takes.
  return new Set(along).size === along.length ? places : null;
}

/** `i`, `i+1`, `i-1`. */
function shiftedIndex(index: Expression): { readonly local: Local; readonly shift: number } | null {
  if (index.kind === 'checkedIndex') return shiftedIndex(index.body);
  if (index.kind === 'local') return { local: index.local, shift: 0 };
  if (index.kind !== 'add' || index.terms.length !== 2) return null;
  const [first, second] = index.terms;
  if (first?.body.kind !== 'local' || first.negative || second === undefined) return null;
  const shift = staticNumber(second.body);
  if (shift === null || !Number.isInteger(shift)) return null;
  return { local: first.body.local, shift: second.negative ? -shift : shift };
}
