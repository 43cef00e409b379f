// Values of what binds a name in the small language: derivatives, integrals, limits, series, means, sequences.
import type { Term } from './language.js';
import {
  curvature,
  integral,
  limit,
  lowestAbove0,
  series,
  slope,
  solution,
  type Real,
} from './plainAnalysis.js';
import { LAWS, mixture, type PlainLaw } from './plainLaws.js';
import type { Environment, Value } from './plainValue.js';

/** What a bound name and the terms behind it come to. */
export interface Bound {
  readonly name: string;
  readonly operands: readonly Term[];
  readonly environment: Environment;
  readonly valueOf: (term: Term, environment: Environment) => Value;
}

type Evaluate = (bound: Bound) => Value;

function numberOf({ operands, environment, valueOf }: Bound, at: number): number {
  const term = operands[at];
  const value = term === undefined ? NaN : valueOf(term, environment);
  return typeof value === 'number' ? value : NaN;
}

/** An operand as a function of the bound name. */
function functionOf({ name, operands, environment, valueOf }: Bound, at: number): Real {
  const body = operands[at];
  return (value) => {
    const found = body === undefined ? NaN : valueOf(body, { ...environment, [name]: value });
    return typeof found === 'number' ? found : NaN;
  };
}

/** The body as a function of one entry of the array of the bound name. */
function byEntry(bound: Bound, path: readonly number[]): Real {
  const { name, environment } = bound;
  const array = environment[name] ?? NaN;
  const f = (changed: Value): number => {
    const value = bound.valueOf(bound.operands[0] as Term, { ...environment, [name]: changed });
    return typeof value === 'number' ? value : NaN;
  };
  return (at) => f(withEntry(array, path, at));
}

function withEntry(array: Value, [first, ...rest]: readonly number[], entry: number): Value {
  if (typeof array === 'number' || first === undefined) return entry;
  return array.map((own, at) => (at === first ? withEntry(own, rest, entry) : own));
}

function entryAt(array: Value, path: readonly number[]): number {
  const found = path.reduce<Value>(
    (inner, at) => (typeof inner === 'number' ? NaN : (inner[at] ?? NaN)),
    array,
  );
  return typeof found === 'number' ? found : NaN;
}

function gradient(bound: Bound): Value {
  const array = bound.environment[bound.name] ?? NaN;
  const partial = (path: readonly number[]): number =>
    slope(byEntry(bound, path), entryAt(array, path));
  const over = (part: Value, path: readonly number[]): Value =>
    typeof part === 'number' ? partial(path) : part.map((own, at) => over(own, [...path, at]));
  return over(array, []);
}

/** For each, the place of the name among its operands is known to `boundName`. */
export const BOUND: Readonly<Record<string, Evaluate>> = {
  diff: (bound) => slope(functionOf(bound, 0), numberIn(bound)),
  diff2: (bound) => curvature(functionOf(bound, 0), numberIn(bound)),
  grad: gradient,
  part: (bound) => {
    const path = [numberOf(bound, 2) - 1];
    return slope(byEntry(bound, path), entryAt(bound.environment[bound.name] ?? NaN, path));
  },
  int: (bound) => integral(functionOf(bound, 3), numberOf(bound, 1), numberOf(bound, 2)),
  lim: (bound) => limit(functionOf(bound, 2), numberOf(bound, 1)),
  series: (bound) => series(functionOf(bound, 2), numberOf(bound, 1)),
  EX: (bound) => lawOf(bound.operands[1], bound).mean(functionOf(bound, 2)),
  VarX: (bound) => {
    const law = lawOf(bound.operands[1], bound);
    const f = functionOf(bound, 2);
    const mean = law.mean(f);
    return law.mean((x) => (f(x) - mean) ** 2);
  },
  rec: (bound) => {
    let value = numberOf(bound, 1);
    for (let at = 0; at < numberOf(bound, 3); at++) value = functionOf(bound, 2)(value);
    return value;
  },
  ivp: (bound) => solution(functionOf(bound, 2), numberOf(bound, 1), numberOf(bound, 3)),
  argmin: (bound) => lowestAbove0(functionOf(bound, 1)),
  minover: (bound) => functionOf(bound, 1)(lowestAbove0(functionOf(bound, 1))),
};

/** Those whose name stands behind the body. */
const BEHIND = new Set(['diff', 'diff2', 'grad', 'part']);

export function boundName(call: string, operands: readonly Term[]): string {
  const found = operands[BEHIND.has(call) ? 1 : 0];
  return found?.kind === 'name' ? found.name : '';
}

function numberIn({ name, environment }: Bound): number {
  const value = environment[name];
  return typeof value === 'number' ? value : NaN;
}

/** The divergence of two laws that have densities. */
export function divergence(bound: Bound): number {
  const [first, second] = bound.operands.map((law) => lawOf(law, bound));
  if (first === undefined || second === undefined) return NaN;
  return first.mean((x) => first.logDensity(x) - second.logDensity(x));
}

function lawOf(term: Term | undefined, bound: Bound): PlainLaw {
  const none: PlainLaw = { mean: () => NaN, logDensity: () => NaN };
  if (term?.kind !== 'call') return none;
  const inner: Bound = { ...bound, operands: term.operands };
  if (term.name === 'mix')
    return mixture(
      numberOf(inner, 0),
      lawOf(term.operands[1], bound),
      lawOf(term.operands[2], bound),
    );
  return LAWS[term.name]?.(...term.operands.map((_, at) => numberOf(inner, at))) ?? none;
}
