// Values of the small language in plain doubles, written anew: what is called false here was not called so by us.
import type { Sign, Statement, Term } from './language.js';
import { BOUND, boundName, divergence } from './plainBinders.js';
import {
  identity,
  inverse,
  kronecker,
  singularValues,
  symmetricEigenvalues,
} from './plainMatrices.js';

export type Value = number | readonly Value[];
export type Environment = Readonly<Record<string, Value>>;

/** Sides that are about 0 have no scale of their own. */
const SMALLEST_SCALE = 1e-3;

/** Below 0 where the statement fails, relative to its sides; NaN where a side has no value. */
export function slackOf({ left, sign, right }: Statement, environment: Environment): number {
  const [first, second] = [valueOf(left, environment), valueOf(right, environment)].map(entriesOf);
  if (first?.length !== second?.length) return NaN;
  const slacks = (first ?? []).map((value, at) => slackOfNumbers(sign, value, second?.[at] ?? NaN));
  return slacks.some(Number.isNaN) ? NaN : Math.min(...slacks);
}

function slackOfNumbers(sign: Sign, left: number, right: number): number {
  if (!Number.isFinite(left) || !Number.isFinite(right)) return NaN;
  const scale = Math.max(Math.abs(left), Math.abs(right), SMALLEST_SCALE);
  const difference = (right - left) / scale;
  if (sign === '=') return -Math.abs(difference);
  return sign.startsWith('<') ? difference : -difference;
}

function entriesOf(value: Value): readonly number[] {
  return typeof value === 'number' ? [value] : value.flatMap(entriesOf);
}

export function valueOf(term: Term, environment: Environment): Value {
  switch (term.kind) {
    case 'number':
      return term.value;
    case 'name':
      return named(term.name, environment);
    case 'negate':
      return map(valueOf(term.body, environment), (each) => -each);
    case 'add':
      return both(term, environment, (left, right) => left + right);
    case 'subtract':
      return both(term, environment, (left, right) => left - right);
    case 'multiply':
      return product(valueOf(term.left, environment), valueOf(term.right, environment));
    case 'divide':
      return both(term, environment, (left, right) => (right === 0 ? NaN : left / right));
    case 'power':
      return both(term, environment, Math.pow);
    case 'index':
      return term.indices.reduce<Value>(
        (array, index) => entry(array, number(valueOf(index, environment))),
        valueOf(term.array, environment),
      );
    case 'call':
      return called(term.name, term.operands, environment);
  }
}

function named(name: string, environment: Environment): Value {
  if (name === 'e') return Math.E;
  if (name === 'pi') return Math.PI;
  if (name === 'inf') return Infinity;
  if (name === 'I') return identity(number(environment['n']));
  return environment[name] ?? NaN;
}

function number(value: Value | undefined): number {
  return typeof value === 'number' ? value : NaN;
}

function entry(array: Value, at: number): Value {
  return typeof array === 'number' ? NaN : (array[at - 1] ?? NaN);
}

function map(value: Value, change: (each: number) => number): Value {
  return typeof value === 'number' ? change(value) : value.map((each) => map(each, change));
}

type Pair = Extract<Term, { left: Term }>;

function both(
  { left, right }: Pair,
  environment: Environment,
  combine: (left: number, right: number) => number,
): Value {
  return join(valueOf(left, environment), valueOf(right, environment), combine);
}

function join(left: Value, right: Value, combine: (left: number, right: number) => number): Value {
  if (typeof left === 'number' && typeof right === 'number') return combine(left, right);
  if (typeof left === 'number') return map(right, (each) => combine(left, each));
  if (typeof right === 'number') return map(left, (each) => combine(each, right));
  if (left.length !== right.length) return NaN;
  return left.map((each, at) => join(each, right[at] ?? NaN, combine));
}

function isMatrix(value: Value): value is readonly (readonly number[])[] {
  return typeof value !== 'number' && typeof value[0] !== 'number';
}

/** Of numbers, of a number and an array, of matrices and vectors. */
function product(left: Value, right: Value): Value {
  if (typeof left === 'number' || typeof right === 'number')
    return join(left, right, (first, second) => first * second);
  const [first, second] = [left as readonly number[], right as readonly number[]];
  if (!isMatrix(left)) {
    if (!isMatrix(right)) return dot(first, second);
    return (right[0] ?? []).map((_, at) =>
      dot(
        first,
        right.map((row) => row[at] ?? NaN),
      ),
    );
  }
  if (!isMatrix(right)) return left.map((row) => dot(row, second));
  return left.map((row) =>
    (right[0] ?? []).map((_, at) =>
      dot(
        row,
        right.map((own) => own[at] ?? NaN),
      ),
    ),
  );
}

function dot(left: readonly number[], right: readonly number[]): number {
  if (left.length !== right.length) return NaN;
  return left.reduce((sum, each, at) => sum + each * (right[at] ?? NaN), 0);
}

function transposed(value: Value): Value {
  if (!isMatrix(value)) return value;
  return (value[0] ?? []).map((_, at) => value.map((row) => row[at] ?? NaN));
}

type Numeric = (...numbers: readonly number[]) => number;

const SCALAR: Readonly<Record<string, Numeric>> = {
  exp: (x = NaN) => Math.exp(x),
  log: (x = NaN) => Math.log(x),
  log2: (x = NaN) => Math.log2(x),
  sqrt: (x = NaN) => Math.sqrt(x),
  sin: (x = NaN) => Math.sin(x),
  cos: (x = NaN) => Math.cos(x),
  tan: (x = NaN) => Math.tan(x),
  tanh: (x = NaN) => Math.tanh(x),
  sinh: (x = NaN) => Math.sinh(x),
  cosh: (x = NaN) => Math.cosh(x),
  arctan: (x = NaN) => Math.atan(x),
  abs: (x = NaN) => Math.abs(x),
  floor: (x = NaN) => Math.floor(x),
  ceil: (x = NaN) => Math.ceil(x),
  sigma: (x = NaN) => 1 / (1 + Math.exp(-x)),
  pos: (x = NaN) => Math.max(x, 0),
  ind: (x = NaN) => (x > 0 ? 1 : 0),
};

const ARRAYS: Readonly<Record<string, (...values: readonly Value[]) => Value>> = {
  max: (x = NaN, y = NaN) => join(x, y, Math.max),
  min: (x = NaN, y = NaN) => join(x, y, Math.min),
  norm: (x = NaN) => Math.hypot(...entriesOf(x)),
  normF: (x = NaN) => Math.hypot(...entriesOf(x)),
  norm1: (x = NaN) => entriesOf(x).reduce((sum, each) => sum + Math.abs(each), 0),
  norminf: (x = NaN) => Math.max(...entriesOf(x).map(Math.abs)),
  normp: (x = NaN, p = NaN) =>
    entriesOf(x).reduce((sum, each) => sum + Math.abs(each) ** number(p), 0) ** (1 / number(p)),
  dot: (x = NaN, y = NaN) => dot(entriesOf(x), entriesOf(y)),
  had: (x = NaN, y = NaN) => join(x, y, (left, right) => left * right),
  maxv: (x = NaN) => Math.max(...entriesOf(x)),
  mean: (x = NaN) => average(entriesOf(x)),
  Var: (x = NaN) => average(entriesOf(x).map((each) => (each - average(entriesOf(x))) ** 2)),
  KL: (p = NaN, q = NaN) =>
    entriesOf(p).reduce((sum, each, at) => {
      return each === 0 ? sum : sum + each * Math.log(each / (entriesOf(q)[at] ?? NaN));
    }, 0),
  T: (a = NaN) => transposed(a),
  tr: (a = NaN) =>
    typeof a === 'number'
      ? a
      : a.reduce<number>((sum, row, at) => sum + number(entry(row, at + 1)), 0),
  det: (a = NaN) => determinant(a),
  mod: (x = NaN, y = NaN) => number(x) - number(y) * Math.floor(number(x) / number(y)),
  cases: (x = NaN, y = NaN, z = NaN) => (number(x) > 0 ? y : z),
  softmax: (x = NaN) => {
    const most = Math.max(...entriesOf(x));
    const powers = entriesOf(x).map((each) => Math.exp(each - most));
    const total = powers.reduce((sum, each) => sum + each, 0);
    return powers.map((each) => each / total);
  },
  argmaxi: (x = NaN) => entriesOf(x).indexOf(Math.max(...entriesOf(x))) + 1,
  outer: (x = NaN, y = NaN) => entriesOf(x).map((each) => entriesOf(y).map((own) => each * own)),
  diag: (x = NaN) =>
    entriesOf(x).map((each, i) => entriesOf(x).map((_, j) => (i === j ? each : 0))),
  inv: (a = NaN) => (isMatrix(a) ? inverse(a) : NaN),
  kron: (a = NaN, b = NaN) => (isMatrix(a) && isMatrix(b) ? kronecker(a, b) : NaN),
  op: (a = NaN) => (isMatrix(a) ? (singularValues(a)[0] ?? NaN) : NaN),
  nuc: (a = NaN) => (isMatrix(a) ? singularValues(a).reduce((sum, each) => sum + each, 0) : NaN),
  sval: (a = NaN, i = NaN) => (isMatrix(a) ? (singularValues(a)[number(i) - 1] ?? NaN) : NaN),
  eig: (a = NaN, i = NaN) =>
    isSymmetric(a) ? (symmetricEigenvalues(a)[number(i) - 1] ?? NaN) : NaN,
  lmax: (a = NaN) => (isSymmetric(a) ? (symmetricEigenvalues(a)[0] ?? NaN) : NaN),
  lmin: (a = NaN) => (isSymmetric(a) ? (symmetricEigenvalues(a).slice(-1)[0] ?? NaN) : NaN),
};

function isSymmetric(a: Value): a is readonly (readonly number[])[] {
  if (!isMatrix(a)) return false;
  return a.every((row, i) =>
    row.every((each, j) => Math.abs(each - (a[j]?.[i] ?? NaN)) <= 1e-9 * (1 + Math.abs(each))),
  );
}

function average(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** By the first row. */
function determinant(value: Value): number {
  if (!isMatrix(value)) return typeof value === 'number' ? value : number(value[0]);
  if (value.length === 1) return value[0]?.[0] ?? NaN;
  return (value[0] ?? []).reduce((sum, each, at) => {
    const minor = value.slice(1).map((row) => row.filter((_, column) => column !== at));
    return sum + (at % 2 === 0 ? 1 : -1) * each * determinant(minor);
  }, 0);
}

function called(name: string, operands: readonly Term[], environment: Environment): Value {
  const [first, second, third, fourth] = operands;
  const scalar = SCALAR[name];
  if (scalar !== undefined && first !== undefined)
    return map(valueOf(first, environment), (each) => scalar(each));
  const bound = { name: boundName(name, operands), operands, environment, valueOf };
  if (name === 'KLX') return divergence(bound);
  if (BOUND[name] !== undefined) return BOUND[name](bound);
  const array = ARRAYS[name];
  if (array !== undefined) return array(...operands.map((each) => valueOf(each, environment)));
  if (first?.kind !== 'name' || second === undefined) return NaN;
  if (name === 'sumc' && second.kind === 'name' && third !== undefined)
    return overPairs(first.name, second.name, third, environment);
  if (third === undefined) return NaN;
  const from = fourth === undefined ? 1 : number(valueOf(fourth, environment));
  const to = number(valueOf(second, environment));
  const values: number[] = [];
  for (let at = from; at <= to; at++)
    values.push(number(valueOf(third, { ...environment, [first.name]: at })));
  return reduced(name, values);
}

function reduced(name: string, values: readonly number[]): number {
  switch (name) {
    case 'sum':
      return values.reduce((sum, each) => sum + each, 0);
    case 'prod':
      return values.reduce((sum, each) => sum * each, 1);
    case 'maxof':
      return Math.max(...values);
    case 'minof':
      return Math.min(...values);
    default:
      throw new Error(`No value for ${name}`);
  }
}

/** i < j over the entries of what they index: n of them. */
function overPairs(i: string, j: string, body: Term, environment: Environment): number {
  const size = number(environment['n']);
  let sum = 0;
  for (let first = 1; first <= size; first++)
    for (let second = first + 1; second <= size; second++)
      sum += number(valueOf(body, { ...environment, [i]: first, [j]: second }));
  return sum;
}
