// `\propto` as equalities: the ratio of the sides is the same at any two of their entries, or any two points.
import { shapeOf, sizeOf, type Expression } from '../expression.js';
import { constant, entryOf, localExpression, multiply } from '../resolve/construct.js';
import { freshIndex, type Context } from '../resolve/context.js';

export interface TwoSides {
  readonly left: Expression;
  readonly right: Expression;
}

/** `l_i r_j = l_j r_i` for all entries of vectors. */
export function proportionalEntries({ left, right }: TwoSides, context: Context): TwoSides {
  const { span } = left;
  const length = sizeOf(shapeOf(left));
  const [first, second] = [1, 2].map(() => freshIndex(context, { from: 1, to: length }));
  if (first === undefined || second === undefined) throw new Error('Two indices are needed');
  const at = (side: Expression, index: typeof first): Expression =>
    entryOf(context, side, [localExpression(index, span)]);
  const products = [
    multiply([at(left, first), at(right, second)], span),
    multiply([at(left, second), at(right, first)], span),
  ].map((body): Expression => ({
    kind: 'build',
    indices: [first, second],
    shape: { rank: 2, rows: length, columns: length },
    body,
    span,
  }));
  return { left: products[0] ?? constant(0, span), right: products[1] ?? constant(0, span) };
}

/** `l(t) r(t') = l(t') r(t)`. */
export function proportionalPoints(here: TwoSides, there: TwoSides): TwoSides {
  const { span } = here.left;
  return {
    left: multiply([here.left, there.right], span),
    right: multiply([there.left, here.right], span),
  };
}
