// Products of matrices and vectors, and transposes, as NumPy writes them.
import { freeLocals } from '../children.js';
import {
  axesOf,
  shapeOf,
  type BuildExpression,
  type Expression,
  type Local,
} from '../expression.js';
import { staticNumber } from '../resolve/construct.js';
import { LEVEL, piece, within, type Piece } from './piece.js';
import { inner, type Scope } from './scope.js';

/** `null` where it is anything else. */
export function matrixProduct(
  { indices, shape, body }: BuildExpression,
  scope: Scope,
): Piece | null {
  if (body.kind !== 'reduce' || body.operator !== 'sum' || body.conditions.length > 0) return null;
  if (body.body.kind !== 'multiply' || body.body.factors.length !== 2) return null;
  const [row, column] = indices;
  const middle = staticNumber(body.to);
  if (row === undefined || staticNumber(body.from) !== 1 || middle === null) return null;
  const bound = [...indices, body.index];
  const [rows = 0, columns = 0] = axesOf(shape);
  for (const [one, other] of ordered(body.body.factors)) {
    const left = arrayOver(one, [row, body.index], [rows, middle], bound, scope);
    const right =
      column === undefined
        ? arrayOver(other, [body.index], [middle], bound, scope)
        : arrayOver(other, [body.index, column], [middle, columns], bound, scope);
    if (left === null || right === null) continue;
    const sides = [within(left, LEVEL.product), within(right, LEVEL.sign)];
    return piece(sides.join(' @ '), LEVEL.product);
  }
  return null;
}

function ordered(factors: readonly Expression[]): readonly (readonly [Expression, Expression])[] {
  const [one, other] = factors;
  if (one === undefined || other === undefined) return [];
  return [
    [one, other],
    [other, one],
  ];
}

/** The array of these lengths whose entry at these indices this is. */
function arrayOver(
  entry: Expression,
  wanted: readonly Local[],
  lengths: readonly number[],
  bound: readonly Local[],
  scope: Scope,
): Piece | null {
  if (entry.kind !== 'element' || !isFree(entry.array, bound)) return null;
  const { array, indices } = entry;
  const isStraight = wanted.every((local, at) => isLocal(indices[at], local));
  const turned = [...wanted].reverse();
  const isTurned = !isStraight && turned.every((local, at) => isLocal(indices[at], local));
  if (indices.length !== wanted.length || !(isStraight || isTurned)) return null;
  const expected = isStraight ? lengths : [...lengths].reverse();
  if (axesOf(shapeOf(array)).join() !== expected.join()) return null;
  const written = scope.write(array, inner(scope));
  return isStraight ? written : piece(`${within(written, LEVEL.whole)}.T`);
}

function isFree(array: Expression, bound: readonly Local[]): boolean {
  const free = freeLocals(array);
  return !bound.some((local) => free.has(local));
}

function isLocal(index: Expression | undefined, local: Local): boolean {
  return index?.kind === 'local' && index.local === local;
}
