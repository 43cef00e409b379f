// Makes the expression of a derivative: of a value by a parameter, at a point.
import type { Span } from '../../core/text/span.js';
import { describeShape, shapeOf, type Expression, type Local, type Shape } from '../expression.js';
import { refuse } from '../refusal.js';
import { localExpression, mapArrays } from './construct.js';
import { freshLocal, type Context } from './context.js';

export function derivativeAt(
  point: Expression,
  parameter: Local,
  body: Expression,
  span: Span,
): Expression {
  return {
    kind: 'algorithm',
    algorithm: 'derivative',
    operands: [point],
    functions: [{ parameters: [parameter], body }],
    shape: shapeOfDerivative(shapeOf(body), shapeOf(point), span),
    span,
  };
}

/** The derivative of a function of expressions. */
export function derivativeOf(
  context: Context,
  point: Expression,
  span: Span,
  apply: (argument: Expression) => Expression,
): Expression {
  const parameter = freshLocal(context, shapeOf(point));
  return derivativeAt(point, parameter, apply(localExpression(parameter, span)), span);
}

/** The derivative of so many orders of a function of one number, entry by entry. */
export function entriesDerived(
  context: Context,
  value: Expression,
  order: number,
  span: Span,
  apply: (argument: Expression) => Expression,
): Expression {
  const derive = (point: Expression, left: number): Expression =>
    left === 0
      ? apply(point)
      : derivativeOf(context, point, span, (inner) => derive(inner, left - 1));
  return mapArrays(context, [value], span, ([entry]) => derive(entry ?? value, order));
}

/** The value first, then what it is derived by: a Jacobian has a row for each entry of the value. */
function shapeOfDerivative(value: Shape, point: Shape, span: Span): Shape {
  if (point.rank === 0) return value;
  if (value.rank === 0) return point;
  if (value.rank === 1 && point.rank === 1)
    return { rank: 2, rows: value.length, columns: point.length };
  return refuse('derivative.shapes', span, {
    value: describeShape(value),
    variable: describeShape(point),
  });
}
