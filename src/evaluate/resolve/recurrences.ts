// Members of sequences: a step from the member that is known to the next.
import { describeShape, sameShape, shapeOf, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import type { RecurrenceSyntax } from '../syntax.js';
import { addTerms, constant, localExpression } from './construct.js';
import { freshIndex, freshLocal, resolveIn, withLocal, type Context } from './context.js';
import { resolveVector } from './lists.js';

export function resolveRecurrence(
  { index, member, ahead, first, start, step, span }: RecurrenceSyntax,
  context: Context,
): Expression {
  const wanted = resolveIn(context, index);
  if (shapeOf(wanted).rank !== 0)
    refuse('shape.number-expected', index.span, { found: describeShape(shapeOf(wanted)) });
  const begin = resolveVector(start, context, true);
  const known = freshLocal(context, shapeOf(begin));
  const counter = freshIndex(context);
  const count = localExpression(counter, index.span);
  const one = { negative: false, body: constant(1, span) };
  // `x_t = … x_{t-1}` counts what comes, `x_{t+1} = … x_t` what is there.
  const letter = ahead === 1 ? count : addTerms([{ negative: false, body: count }, one], span);
  const named = withLocal(context, index.name, { kind: 'value', expression: letter });
  const expression = localExpression(known, span);
  const inside = withLocal(named, member, { kind: 'value', expression });
  const next = resolveVector(step, inside, true);
  if (!sameShape(shapeOf(next), shapeOf(begin)))
    refuse('shape.shapes-differ', step.span, {
      expected: describeShape(shapeOf(begin)),
      found: describeShape(shapeOf(next)),
    });
  return {
    kind: 'algorithm',
    algorithm: 'iteration',
    operands: [wanted, constant(first, span), begin],
    functions: [{ parameters: [known, counter], body: next }],
    shape: shapeOf(begin),
    span,
  };
}
