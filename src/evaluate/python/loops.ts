// Sums, products and extrema over a range, and arrays entry by entry: at once where NumPy can, else in a loop.
import { freeLocals, mapChildren } from '../children.js';
import {
  axesOf,
  type BuildExpression,
  type Expression,
  type LetExpression,
  type Local,
  type ReduceExpression,
} from '../expression.js';
import { staticNumber } from '../resolve/construct.js';
import { writeConditions } from './choices.js';
import { isArrayOver, isElementwise, type Axes } from './elementwise.js';
import { writeEnd, writeWhole } from './numbers.js';
import { call, LEVEL, piece, within, type Piece } from './piece.js';
import { matrixProduct } from './products.js';
import { INDEX_NAMES, inner, withLocal, withName, type Axis, type Scope } from './scope.js';

export function writeReduce(expression: ReduceExpression, scope: Scope): Piece {
  return overMatrix(expression, scope) ?? atOnce(expression, scope) ?? inLoop(expression, scope);
}

/** The range, where it is known and holds something. */
function rangeOf({ from, to }: ReduceExpression, place: Axis['place']): Axis | null {
  const [first, last] = [staticNumber(from), staticNumber(to)];
  const isKnown =
    first !== null && last !== null && Number.isInteger(first) && Number.isInteger(last);
  return isKnown && first <= last ? { from: first, to: last, place } : null;
}

function along(scope: Scope, axes: Axes): Scope {
  return [...axes].reduce(
    (inside, [local, axis]) => withLocal(inside, local, { kind: 'axis', axis }),
    inner(scope),
  );
}

const OF_ALL = { sum: 'np.sum', product: 'np.prod', max: 'np.max', min: 'np.min' } as const;

function isOfAll(operator: ReduceExpression['operator']): operator is keyof typeof OF_ALL {
  return operator in OF_ALL;
}

/** A sum of sums over a matrix. */
function overMatrix(outer: ReduceExpression, scope: Scope): Piece | null {
  const { body, operator, conditions } = outer;
  if (!isOfAll(operator) || body.kind !== 'reduce' || body.operator !== operator) return null;
  if (conditions.length + body.conditions.length > 0) return null;
  if (freeLocals(body.from).has(outer.index) || freeLocals(body.to).has(outer.index)) return null;
  const [rows, columns] = [rangeOf(outer, 'row'), rangeOf(body, 'column')];
  if (rows === null || columns === null) return null;
  const axes: Axes = new Map([
    [outer.index, rows],
    [body.index, columns],
  ]);
  if (!isArrayOver(body.body, axes)) return null;
  return ofAll(operator, scope.write(body.body, along(scope, axes)), scope);
}

function ofAll(operator: keyof typeof OF_ALL, array: Piece, { isComplex }: Scope): Piece {
  if (!isComplex || operator === 'sum' || operator === 'product')
    return call(OF_ALL[operator], array);
  return call(operator, `np.ravel(${array.text})`, 'key=np.real');
}

function atOnce(expression: ReduceExpression, scope: Scope): Piece | null {
  const { operator, index, conditions, body } = expression;
  const range = rangeOf(expression, 'only');
  if (range === null) return null;
  const axes: Axes = new Map([[index, range]]);
  const inside = along(scope, axes);
  if (operator === 'count') return countAtOnce(expression, axes, inside);
  if (conditions.length > 0 || !isArrayOver(body, axes)) return null;
  const array = scope.write(body, inside);
  if (operator !== 'argmax' && operator !== 'argmin') return ofAll(operator, array, scope);
  const real = scope.isComplex ? call('np.real', array) : array;
  return piece(`int(np.${operator}(${real.text})) + ${range.from}`, LEVEL.sum);
}

function countAtOnce(
  { conditions, index }: ReduceExpression,
  axes: Axes,
  inside: Scope,
): Piece | null {
  const sides = conditions.flatMap((condition) =>
    condition.kind === 'comparison' ? [condition.left, condition.right] : [condition.body],
  );
  const isAlong = sides.some((side) => freeLocals(side).has(index));
  if (!isAlong || !sides.every((side) => isElementwise(side, axes))) return null;
  return call('np.count_nonzero', writeConditions(conditions, inside, true));
}

function inLoop(expression: ReduceExpression, scope: Scope): Piece {
  const { operator, index, from, to, conditions, body } = expression;
  const outside = inner(scope);
  const range = `range(${writeWhole(from, outside).text}, ${writeEnd(to, outside)})`;
  const { name, scope: inside } = withName(outside, index, INDEX_NAMES, true);
  const filter =
    conditions.length === 0
      ? ''
      : ` if ${within(writeConditions(conditions, inside, false), LEVEL.comparison)}`;
  const value = scope.write(body, inside).text;
  const loop = `for ${name} in ${range}${filter}`;
  switch (operator) {
    case 'sum':
      return call('sum', `${value} ${loop}`);
    case 'count':
      return call('sum', `1 ${loop}`);
    case 'product':
      return call(`${scope.program.uses('math')}.prod`, `${value} ${loop}`);
    case 'max':
    case 'min':
      return scope.isComplex
        ? call(operator, `(${value} ${loop})`, 'key=np.real')
        : call(operator, `${value} ${loop}`);
    case 'argmax':
    case 'argmin': {
      const places = filter === '' ? range : `(${name} ${loop})`;
      const key = scope.isComplex ? `np.real(${value})` : value;
      return call(operator.slice(3), places, `key=lambda ${name}: ${key}`);
    }
  }
}

export function writeBuild(expression: BuildExpression, scope: Scope): Piece {
  const product = matrixProduct(expression, scope);
  if (product !== null) return product;
  const { lets, body } = withoutLets(expression);
  const array = { ...expression, body };
  if (lets.length === 0) return entriesAtOnce(array, scope) ?? entryByEntry(array, scope);
  return scope.write(
    lets.reduceRight<Expression>((inside, each) => ({ ...each, body: inside }), array),
    scope,
  );
}

interface WithoutLets {
  readonly lets: readonly LetExpression[];
  readonly body: Expression;
}

/** What is named in an entry and is the same in all is named once before the array. */
function withoutLets({ indices, body: whole }: BuildExpression): WithoutLets {
  const lets: LetExpression[] = [];
  const visit = (part: Expression): Expression => {
    if (part.kind === 'let' && !indices.some((local) => freeLocals(part.value).has(local))) {
      lets.push(part);
      return visit(part.body);
    }
    return LIFTED.has(part.kind) ? mapChildren(part, visit) : part;
  };
  return { body: visit(whole), lets };
}

/** Each of their parts is computed in any case. */
const LIFTED: ReadonlySet<Expression['kind']> = new Set([
  ...(['add', 'multiply', 'divide', 'power', 'unary', 'extremum', 'remainder'] as const),
]);

function entriesAtOnce({ indices, shape, body }: BuildExpression, scope: Scope): Piece | null {
  const lengths = axesOf(shape);
  const places = indices.length === 1 ? (['only'] as const) : (['row', 'column'] as const);
  const axes = new Map<Local, Axis>();
  indices.forEach((local, at) => {
    axes.set(local, { from: 1, to: lengths[at] ?? 0, place: places[at] ?? 'only' });
  });
  if (isArrayOver(body, axes)) return scope.write(body, along(scope, axes));
  if (indices.some((local) => freeLocals(body).has(local))) return null;
  const size = lengths.length === 1 ? String(lengths[0]) : `(${lengths.join(', ')})`;
  // Whole numbers would leave their range.
  return call(
    'np.full',
    size,
    scope.write(body, scope),
    ...(scope.isComplex ? [] : ['dtype=float']),
  );
}

function entryByEntry({ indices, shape, body }: BuildExpression, scope: Scope): Piece {
  const lengths = axesOf(shape);
  let inside = inner(scope);
  const loops = indices.map((local, at) => {
    const named = withName(inside, local, INDEX_NAMES, true);
    inside = named.scope;
    return `for ${named.name} in range(1, ${(lengths[at] ?? 0) + 1})`;
  });
  const entry = scope.write(body, inside).text;
  const list = loops.reduceRight((text, loop) => `[${text} ${loop}]`, entry);
  return call('np.array', list, ...(scope.isComplex ? [] : ['dtype=float']));
}
