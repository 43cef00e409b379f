// Solutions of initial-value problems: the slope of each unknown as a function of the time and of all of them.
import type { Span } from '../../core/text/span.js';
import {
  describeShape,
  SCALAR,
  sameShape,
  shapeOf,
  type Expression,
  type FunctionOperand,
  type Local,
} from '../expression.js';
import { refuse } from '../refusal.js';
import type { Name, SolutionSyntax } from '../syntax.js';
import { constant, localExpression } from './construct.js';
import {
  freshLocal,
  requireScalar,
  resolveIn,
  varyingContext,
  withLocal,
  type Context,
  type Meaning,
} from './context.js';
import { resolveVector } from './lists.js';

export function resolveSolution(syntax: SolutionSyntax, context: Context): Expression {
  const { time, begin, starts, wanted, span } = syntax;
  const asked = requireScalar(resolveIn(context, time));
  const from = requireScalar(resolveIn(context, begin));
  const values = starts.map((start) => resolveVector(start, context, true));
  const own = values[wanted];
  return {
    kind: 'algorithm',
    algorithm: 'solution',
    operands: [asked, from, constant(wanted, span), ...values],
    functions: slopesOf(syntax, values, context),
    shape: own === undefined ? SCALAR : shapeOf(own),
    span,
  };
}

/** As functions of the time and of all unknowns; each has the shape of the value that its unknown starts from. */
function slopesOf(
  { time, unknowns, slopes }: SolutionSyntax,
  values: readonly Expression[],
  context: Context,
): readonly FunctionOperand[] {
  const clock = freshLocal(context, SCALAR);
  const parameters: Local[] = [clock];
  const varied = new Map<string, Meaning>();
  const vary = (name: Name, local: Local, place: Span): void => {
    const meaning = { kind: 'value', expression: localExpression(local, place) } as const;
    inside = withLocal(inside, name, meaning);
    varied.set(name.key, meaning);
  };
  let inside = context;
  vary(time.name, clock, time.span);
  unknowns.forEach(({ name, span: place }, at) => {
    const value = values[at];
    const local = freshLocal(context, value === undefined ? SCALAR : shapeOf(value));
    parameters.push(local);
    vary(name, local, place);
  });
  const { scope } = varyingContext(inside, varied);
  return slopes.map((slope, at) => {
    const body = scope.close(resolveVector(slope, { ...inside, scope }, true));
    const start = values[at] ?? body;
    if (!sameShape(shapeOf(body), shapeOf(start)))
      refuse('shape.shapes-differ', slope.span, {
        expected: describeShape(shapeOf(start)),
        found: describeShape(shapeOf(body)),
      });
    return { parameters, body };
  });
}
