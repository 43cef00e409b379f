// Functions that have a meaning while nothing else is bound to their names.
import type { Span } from '../../core/text/span.js';
import { describeShape, shapeOf, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import { same, word } from '../read/names.js';
import type { GroupSyntax, Name } from '../syntax.js';
import type { BuiltIn } from './builtIn.js';
import {
  algorithmOf,
  constant,
  divide,
  localExpression,
  mapArrays,
  multiply,
  reduceEntries,
  storeArray,
  subtract,
  unary,
} from './construct.js';
import { freshLocal, type Context } from './context.js';
import { ERROR_FUNCTIONS } from './errorFunctions.js';
import { BINOMIAL_COEFFICIENT } from './factorials.js';
import { logarithm } from './logarithms.js';
import { MATRIX_FUNCTIONS } from './matrices.js';
import { SCALAR } from '../expression.js';

export const KL = word('KL');

const BUILT_INS: readonly BuiltIn[] = [
  {
    names: [same('\\sigma'), word('sigmoid')],
    arguments: 1,
    bar: null,
    resolve: scalarFunction('logistic'),
  },
  { names: [word('sign'), word('sgn')], arguments: 1, bar: null, resolve: scalarFunction('sign') },
  { names: [word('sg')], arguments: 1, bar: null, resolve: scalarFunction('stopGradient') },
  { names: [word('softmax')], arguments: 1, bar: null, resolve: softmax },
  { names: [word('logsumexp'), word('LogSumExp')], arguments: 1, bar: null, resolve: logSumExp },
  { names: [word('clip')], arguments: 3, bar: null, resolve: clipped },
  ...ERROR_FUNCTIONS,
  BINOMIAL_COEFFICIENT,
  ...MATRIX_FUNCTIONS,
  {
    names: [KL, same('D_{KL}'), same('D_{\\text{KL}}')],
    arguments: 2,
    bar: '\\|',
    resolve: divergence,
  },
];

const BY_NAME: ReadonlyMap<string, BuiltIn> = new Map(
  BUILT_INS.flatMap((builtIn) => builtIn.names.map((name) => [name.key, builtIn] as const)),
);

/** The built-in function of a name, as far as its group has the bar that it needs. */
export function builtInFor(name: Name, group: GroupSyntax | null): BuiltIn | null {
  const builtIn = BY_NAME.get(name.key);
  if (builtIn === undefined) return null;
  return group !== null && (group.bar?.text ?? null) !== builtIn.bar ? null : builtIn;
}

function scalarFunction(operator: 'logistic' | 'sign' | 'stopGradient'): BuiltIn['resolve'] {
  return ([value], span, context) => {
    const only = value ?? constant(NaN, span);
    return mapArrays(context, [only], span, ([entry]) => unary(operator, entry ?? only, span));
  };
}

/** Shifted by the greatest entry, so that nothing overflows. */
function softmax(values: readonly Expression[], span: Span, context: Context): Expression {
  const [value] = values;
  if (value === undefined) refuse('syntax.operand-missing', span);
  const shape = shapeOf(value);
  if (shape.rank === 2) refuse('shape.softmax-of-matrix', span);
  if (shape.rank !== 1) refuse('shape.vector-expected', span, { found: describeShape(shape) });
  context.shared.notes.add('stable.softmax');
  return storeArray(context, value, (stored) => {
    // The value does not depend on the shift, which has a kink where entries tie.
    const largest = reduceEntries(context, 'max', stored, span, (entry) =>
      unary('stopGradient', entry, span),
    );
    const local = freshLocal(context, SCALAR);
    const shift = localExpression(local, span);
    const raised = (entry: Expression): Expression =>
      unary('exp', subtract(entry, shift, span), span);
    const total = reduceEntries(context, 'sum', stored, span, raised);
    const quotients = mapArrays(context, [stored], span, ([entry]) =>
      divide(raised(entry ?? stored), total, span),
    );
    return { kind: 'let', eager: false, local, value: largest, body: quotients, span };
  });
}

/** By the algorithm that takes the greatest entry out, so that nothing overflows. */
function logSumExp([value]: readonly Expression[], span: Span): Expression {
  if (value === undefined) refuse('syntax.operand-missing', span);
  const shape = shapeOf(value);
  if (shape.rank !== 1) refuse('shape.vector-expected', span, { found: describeShape(shape) });
  return algorithmOf('logSumExp', [value], SCALAR, span);
}

/** `\operatorname{clip}(x,a,b)`: the number of [a, b] that is nearest to x. */
function clipped(values: readonly Expression[], span: Span, context: Context): Expression {
  return mapArrays(context, values, span, ([value, low, high]) => {
    if (value === undefined || low === undefined || high === undefined)
      return refuse('syntax.operand-missing', span);
    const above: Expression = { kind: 'extremum', operator: 'max', items: [value, low], span };
    return { kind: 'extremum', operator: 'min', items: [above, high], span };
  });
}

/** The sum of `p \log(p/q)`, with its conventions where p or q is 0. */
function divergence(values: readonly Expression[], span: Span, context: Context): Expression {
  const [left, right] = values;
  if (left === undefined || right === undefined) refuse('syntax.operand-missing', span);
  const [one, other] = [shapeOf(left), shapeOf(right)];
  if (one.rank !== 1 || other.rank !== 1 || one.length !== other.length)
    refuse('shape.shapes-differ', span, {
      expected: one.rank === 1 ? describeShape(one) : 'ℝ^n',
      found: describeShape(other),
    });
  const terms = mapArrays(context, [left, right], span, ([p, q]) => {
    const [numerator, denominator] = [p ?? left, q ?? right];
    const ratio = divide(numerator, denominator, span);
    return {
      kind: 'convention',
      zero: numerator,
      divisor: denominator,
      otherwise: multiply([numerator, logarithm(ratio, span, context)], span),
      span,
    };
  });
  return reduceEntries(context, 'sum', terms, span);
}
