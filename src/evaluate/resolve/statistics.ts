// Expectation, mean, variance and covariance over data: the entries of vectors, the rows of matrices, or an index.
import type { Span } from '../../core/text/span.js';
import { describeShape, shapeOf, type Expression, type Local } from '../expression.js';
import { attempt, refuse } from '../refusal.js';
import type { StatisticSyntax, Syntax } from '../syntax.js';
import { callOrProduct } from './calls.js';
import { divide, entryOf, mapArrays, multiply, storeArray, subtract, unary } from './construct.js';
import {
  agreedLength,
  findMeaning,
  freshIndex,
  type Context,
  type Entries,
  type ImplicitIndices,
} from './context.js';
import { resolveVector, soleItem } from './lists.js';
import { meanOf } from './means.js';
import { bindLoops } from './binders.js';
import { takeEntry, vectorFrom } from './entries.js';
import { refuseLawAsIndex, resolveRandom } from './expectations.js';
import { reduceLoops } from './loops.js';
import { implicitLoop, loopLength } from './wrap.js';

export function resolveStatistic(syntax: StatisticSyntax, context: Context): Expression {
  const { statistic, binder, body, span, name } = syntax;
  if (binder === null && findMeaning(context, name) !== null)
    return callOrProduct({ kind: 'name', name, span }, body, span, context);
  const random = resolveRandom(syntax, context);
  if (random !== null) return context.entries === null ? random : takeEntry(random, context);
  refuseLawAsIndex(syntax, context);
  if (statistic === 'probability') return refuse('probability.no-variable', span);
  if (statistic === 'covariance') return covariance(syntax, context);
  if (binder !== null) return overBinder(syntax, context);
  const values = dataOf(argumentOf(body), span, context);
  return statistic === 'mean' ? meanOf(values, span, context) : varianceOf(values, span, context);
}

/** `\mathbb{E}_i[x_i]`. */
function overBinder(
  { statistic, binder, body, span }: StatisticSyntax,
  context: Context,
): Expression {
  if (binder === null) refuse('binder.no-index', span);
  if (binder.kind === 'condition') refuse('binder.unclear', binder.span);
  const loops = bindLoops(binder, context);
  const [loop] = loops.loops;
  if (statistic !== 'mean' || loop === undefined || loops.loops.length !== 1)
    refuse('binder.several-arguments', span);
  const total = reduceLoops('sum', loops, argumentOf(body), span);
  const count = loopLength(loop, loops.inside);
  return mapArrays(context, [total, count], span, ([sum, size]) =>
    divide(sum ?? total, size ?? count, span),
  );
}

function argumentOf(body: Syntax): Syntax {
  if (body.kind === 'group' && body.items.length === 1) return soleItem(body);
  return body;
}

/** The values that a statistic runs over, as one vector (or the rows of a matrix). */
function dataOf(body: Syntax, span: Span, context: Context): Expression {
  return wholeArray(body, context) ?? overEntriesOf(body, span, context);
}

/** What is a vector or matrix as it stands, outside of any statistic. */
function wholeArray(body: Syntax, context: Context): Expression | null {
  const implicit: ImplicitIndices = { found: new Map() };
  const whole = attempt(
    () => resolveVector(body, { ...context, entries: null, implicit }),
    body.span,
  );
  if (!whole.ok || implicit.found.size > 0) return null;
  return shapeOf(whole.value).rank > 0 ? whole.value : null;
}

/** Products of vectors, and functions of several, speak of the entries at one place. */
function overEntriesOf(body: Syntax, span: Span, context: Context): Expression {
  const local = freshIndex(context);
  const entries: Entries = { local, range: { lengths: [] }, rows: { taken: false } };
  const implicit: ImplicitIndices = { found: new Map() };
  const value = resolveVector(body, { ...context, entries, implicit });
  const overEntries = entries.range.lengths.length > 0;
  if (overEntries && implicit.found.size > 0) refuse('statistic.two-ways', span);
  // A column beside entries: is the mean taken along it, or of each of its multiples?
  if (overEntries && shapeOf(value).rank > 0 && !entries.rows.taken)
    refuse('shape.number-expected', value.span, { found: describeShape(shapeOf(value)) });
  if (overEntries)
    return vectorOver(local, agreedLength(entries.range, '\\mathbb{E}', span), value);
  if (implicit.found.size === 0) refuse('statistic.no-data', span);
  const loop = implicitLoop(implicit, span);
  if (loop.range.kind !== 'open') refuse('statistic.no-data', span);
  return vectorOver(loop.local, agreedLength(loop.range.open, loop.name.key, span), value);
}

function vectorOver(local: Local, length: number, value: Expression): Expression {
  const { span } = value;
  const shape = shapeOf(value);
  if (shape.rank === 0)
    return { kind: 'build', indices: [local], shape: { rank: 1, length }, body: value, span };
  if (shape.rank === 2 || value.kind !== 'build')
    refuse('shape.number-expected', span, { found: describeShape(shape) });
  return {
    kind: 'build',
    indices: [local, ...value.indices],
    shape: { rank: 2, rows: length, columns: shape.length },
    body: value.body,
    span,
  };
}

function varianceOf(values: Expression, span: Span, context: Context): Expression {
  if (shapeOf(values).rank !== 1) refuse('statistic.of-matrix', span);
  return storeArray(context, values, (stored) => crossMean(stored, stored, span, context));
}

function covariance({ body, span }: StatisticSyntax, context: Context): Expression {
  const [first, second] = body.kind === 'group' && body.items.length === 2 ? body.items : [];
  if (first === undefined || second === undefined) refuse('statistic.two-arguments', span);
  const left = resolveVector(first, { ...context, entries: null });
  const right = resolveVector(second, { ...context, entries: null });
  const [one, other] = [shapeOf(left), shapeOf(right)];
  if (one.rank !== 1 || other.rank !== 1 || one.length !== other.length)
    refuse('shape.shapes-differ', span, {
      expected: describeShape(one),
      found: describeShape(other),
    });
  return storeArray(context, left, (x) =>
    storeArray(context, right, (y) => crossMean(x, y, span, context)),
  );
}

/** The mean of the products of the deviations from the two means. */
function crossMean(left: Expression, right: Expression, span: Span, context: Context): Expression {
  const means = [left, right].map((vector) => meanOf(vector, span, context));
  const deviation = (vector: Expression, mean: Expression, place: Expression): Expression =>
    subtract(entryOf(context, vector, [place]), mean, span);
  const shape = shapeOf(left);
  const length = shape.rank === 1 ? shape.length : 0;
  const [meanLeft, meanRight] = means;
  if (meanLeft === undefined || meanRight === undefined) refuse('statistic.no-data', span);
  const products = vectorFrom(context, length, span, (place) => {
    const first = deviation(left, meanLeft, place);
    return left === right
      ? unary('square', first, span)
      : multiply([first, deviation(right, meanRight, place)], span);
  });
  return meanOf(products, span, context);
}
