// Extrema over an interval of numbers: `\max_{x\in[0,1]} f(x)`, `\operatorname{argmin}_{x>0}`.
import { wordTable } from '../../core/text/wordTable.js';
import {
  describeShape,
  SCALAR,
  shapeOf,
  type AlgorithmName,
  type Expression,
} from '../expression.js';
import { refuse } from '../refusal.js';
import { showName } from '../read/names.js';
import type { BigOperator, BigSyntax, Binder, NameSyntax, Syntax } from '../syntax.js';
import { constant, localExpression, unary } from './construct.js';
import { findMeaning, freshLocal, isLocal, type Context } from './context.js';
import { resolveEnd } from './integrals.js';
import { resolveVector } from './lists.js';
import { resolveSet } from './sets.js';
import { resolveVarying } from './varying.js';

/** The ends, and whether each belongs to the interval. */
interface Interval {
  readonly name: NameSyntax;
  readonly from: Expression;
  readonly to: Expression;
  readonly openFrom: boolean;
  readonly openTo: boolean;
}

/** `null` where it runs over something else. */
export function searchInterval(
  { operator, binder, body, span }: BigSyntax,
  context: Context,
): Expression | null {
  const kind = SEARCHES[operator];
  const interval = kind === null || binder === null ? null : intervalOf(binder, context);
  if (kind === null || interval === null) return null;
  const { name } = interval;
  // A value that the post gives to the name is not meant here.
  if (isLocal(context, name.name) || isIndexed(name, context))
    refuse('binder.captured', name.span, { index: showName(name.name) });
  const parameter = freshLocal(context, SCALAR);
  const expression = localExpression(parameter, name.span);
  const value = resolveVarying(name.name, { kind: 'value', expression }, context, (inside) =>
    resolveVector(body, inside),
  );
  context.ended.add(name.name.key);
  if (shapeOf(value).rank !== 0)
    refuse('shape.number-expected', body.span, { found: describeShape(shapeOf(value)) });
  const searched = kind.isLeast ? unary('negate', value, value.span) : value;
  const flag = (isOpen: boolean): Expression => constant(isOpen ? 1 : 0, span);
  const { from, to, openFrom, openTo } = interval;
  const found: Expression = {
    kind: 'algorithm',
    algorithm: kind.algorithm,
    operands: [from, to, flag(openFrom), flag(openTo)],
    functions: [{ parameters: [parameter], body: searched }],
    shape: SCALAR,
    span,
  };
  return kind.isLeast && kind.algorithm !== 'argmax' ? unary('negate', found, span) : found;
}

interface Search {
  readonly algorithm: AlgorithmName;
  /** The least value of a function is that of its negative, with the sign turned. */
  readonly isLeast: boolean;
}

const SEARCHES: Readonly<Record<BigOperator, Search | null>> = {
  sum: null,
  product: null,
  max: { algorithm: 'maximum', isLeast: false },
  min: { algorithm: 'maximum', isLeast: true },
  sup: { algorithm: 'supremum', isLeast: false },
  inf: { algorithm: 'supremum', isLeast: true },
  argmax: { algorithm: 'argmax', isLeast: false },
  argmin: { algorithm: 'argmax', isLeast: true },
};

function isIndexed({ name }: NameSyntax, context: Context): boolean {
  const meaning = findMeaning(context, name);
  return meaning !== null && (meaning.kind !== 'value' || shapeOf(meaning.expression).rank !== 0);
}

function intervalOf(binder: Binder, context: Context): Interval | null {
  const [condition, second] = binder.kind === 'condition' ? binder.conditions : [];
  if (condition?.kind !== 'relation' || second !== undefined) return null;
  const { operands, relations } = condition;
  const operators = relations.map(({ operator }) => operator);
  const [left, right] = operands;
  if (operators.length === 2) return between(operands, operators, context);
  if (operators.length !== 1 || left === undefined || right === undefined) return null;
  if (operators[0] === '\\in') return left.kind === 'name' ? memberOf(left, right, context) : null;
  return bounded(left, right, operators[0] ?? '', context);
}

/** `x>0`, `0<x`. */
function bounded(left: Syntax, right: Syntax, operator: string, context: Context): Interval | null {
  const side = SIDES[operator];
  const isLeft = left.kind === 'name';
  const [name, bound] = isLeft ? [left, right] : [right, left];
  if (side === undefined || name.kind !== 'name' || !isEnd(bound)) return null;
  const end = resolveEnd(bound, context);
  const infinite = (value: number): Expression => constant(value, bound.span);
  return side.isGreater === isLeft
    ? { name, from: end, to: infinite(Infinity), openFrom: side.isOpen, openTo: true }
    : { name, from: infinite(-Infinity), to: end, openFrom: true, openTo: side.isOpen };
}

/** Numbers, so that `i<j` stays a loop over indices. */
function isEnd(syntax: Syntax): boolean {
  if (syntax.kind === 'sum') return syntax.terms.every(({ body }) => isEnd(body));
  return syntax.kind === 'number' || (syntax.kind === 'constant' && syntax.constant === 'infinity');
}

const SIDES: Readonly<Record<string, { readonly isGreater: boolean; readonly isOpen: boolean }>> =
  wordTable({
    '>': { isGreater: true, isOpen: true },
    '\\ge': { isGreater: true, isOpen: false },
    '<': { isGreater: false, isOpen: true },
    '\\le': { isGreater: false, isOpen: false },
  });

/** `0 < x \le 1`. */
function between(
  operands: readonly Syntax[],
  operators: readonly string[],
  context: Context,
): Interval | null {
  const [low, name, high] = operands;
  const [first, second] = operators.map((operator) => SIDES[operator]);
  if (first === undefined || second === undefined || first.isGreater || second.isGreater)
    return null;
  if (low === undefined || high === undefined || name?.kind !== 'name') return null;
  if (!isEnd(low) || !isEnd(high)) return null;
  const [from, to] = [resolveEnd(low, context), resolveEnd(high, context)];
  return { name, from, to, openFrom: first.isOpen, openTo: second.isOpen };
}

function memberOf(name: NameSyntax, set: Syntax, context: Context): Interval | null {
  const { span } = set;
  if (set.kind === 'group' && set.items.length === 2) {
    const [low, high] = set.items;
    if (low === undefined || high === undefined) return null;
    const [from, to] = [resolveEnd(low, context), resolveEnd(high, context)];
    const { open, close } = set;
    return { name, from, to, openFrom: open === '(', openTo: close === ')' };
  }
  if (set.kind !== 'name' || set.name.key !== '\\mathbb{R}') return null;
  if (resolveSet(set, context).kind !== 'numbers') return null;
  const [from, to] = [constant(-Infinity, span), constant(Infinity, span)];
  return { name, from, to, openFrom: true, openTo: true };
}

/** Of finitely many values the supremum is the greatest. */
export function finiteOperator(
  operator: BigOperator,
): 'sum' | 'product' | 'max' | 'min' | 'argmax' | 'argmin' {
  if (operator === 'sup') return 'max';
  return operator === 'inf' ? 'min' : operator;
}
