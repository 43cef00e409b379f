// Powers of matrices: whole ones, and the root of positive ones.
import type { Span } from '../../core/text/span.js';
import { shapeOf, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import { algorithmOf, constant, staticFraction } from './construct.js';
import { requireScalar, type Context } from './context.js';
import { requireSquare } from './matrices.js';
import { multiplyFractions, toNumber, wholeFraction } from '../compute/fraction.js';

export function matrixPowerOf(
  base: Expression,
  exponent: Expression,
  span: Span,
  context: Context,
): Expression {
  requireSquare(base, span);
  const power = (of: Expression, by: Expression): Expression =>
    algorithmOf('matrixPower', [of, by], shapeOf(base), span);
  const exact = staticFraction(requireScalar(exponent));
  if (exact === null) return power(base, exponent);
  const halves = multiplyFractions(exact, wholeFraction(2));
  const count = halves === null ? NaN : toNumber(halves);
  if (!Number.isInteger(count)) return refuse('shape.power-of-matrix', span);
  if (count % 2 === 0) return power(base, constant(count / 2, span));
  context.shared.notes.add('matrix.root');
  const root = algorithmOf('matrixRoot', [base], shapeOf(base), span);
  return count === 1 ? root : power(root, constant(count, span));
}

/** `\exp A` of a square matrix can be its exponential, or the exponentials of its entries. */
export function refuseOfMatrix(value: Expression, span: Span): void {
  const shape = shapeOf(value);
  if (shape.rank === 2 && shape.rows === shape.columns) refuse('shape.function-of-matrix', span);
}
