// What compiled code calls: operations that give up where the interpreter has to look closer, and the step count.
import type { Numbers } from '../data/dataFile.js';
import type { AlgorithmExpression } from '../expression.js';
import { Refusal } from '../refusal.js';
import { type Asked, type Interpreted, type Trace } from './arithmetic.js';
import { ALGORITHMS } from './algorithms.js';
import { PlainArithmetic } from './plainArithmetic.js';
import { floorRemainder, logistic } from './functions.js';
import type { Limits } from './limits.js';

/** Thrown by compiled code where a value is doubtful: the interpreter then finds the reason and its place. */
export const DOUBTFUL = Symbol('doubtful');

/** Thrown where a limit is passed: looking closer would only take longer. */
export const OVER_STEPS = Symbol('over the step limit');
export const OVER_MEMORY = Symbol('over the memory limit');

export interface Runtime {
  readonly trace: Trace;
  readonly used: { steps: number };
  readonly divide: (left: number, right: number) => number;
  readonly power: (base: number, exponent: number) => number;
  readonly positivePower: (base: number, exponent: number) => number;
  readonly remainder: (left: number, right: number) => number;
  readonly logistic: (value: number) => number;
  readonly compare: (left: number, right: number) => void;
  readonly checkedIndex: (index: number, length: number) => number;
  readonly whole: (value: number) => number;
  readonly member: (elements: Float64Array, value: number) => boolean;
  readonly sorted: (values: Float64Array) => Float64Array;
  readonly stored: (values: Float64Array) => Float64Array;
  readonly count: (steps: number, numbers?: number) => void;
  /** Runs the algorithm at a place of the code. */
  readonly solve: (
    at: number,
    operands: readonly Computed[],
    functions: readonly CompiledFunction[],
  ) => Computed;
  readonly fail: () => never;
}

/** A number, or the entries of an array, the rows of a matrix one after another. */
export type Computed = number | Numbers;

type CompiledFunction = (...given: readonly Computed[]) => Computed;

export function runtimeFor(limits: Limits, algorithms: readonly AlgorithmExpression[]): Runtime {
  const used = { steps: 0 };
  const count = (more: number, numbers = 0): void => {
    if (numbers > limits.memory) stop(OVER_MEMORY);
    if (used.steps + more > limits.steps) stop(OVER_STEPS);
    // What is refused before it begins takes none.
    used.steps += more;
  };
  const arithmetic = new PlainArithmetic();
  return {
    trace: arithmetic.trace,
    used,
    divide,
    power,
    positivePower,
    remainder,
    logistic,
    compare,
    checkedIndex,
    whole,
    member,
    sorted: (values) => {
      count(values.length);
      return values.slice().sort();
    },
    stored,
    count,
    solve: solverOf(algorithms, arithmetic, count),
    fail,
  };
}

function solverOf(
  algorithms: readonly AlgorithmExpression[],
  arithmetic: PlainArithmetic,
  count: Runtime['count'],
): Runtime['solve'] {
  return (at, operands, functions) => {
    const expression = algorithms[at];
    if (expression === undefined) return fail();
    const { algorithm, span } = expression;
    // What goes wrong inside is found again, with its reason, by the interpreter.
    const within = fail;
    try {
      const asked = functions.map(onEntries);
      const given = operands.map(entriesOf);
      const call = { arithmetic, operands: given, functions: asked, within, count, span };
      return storedIn(ALGORITHMS[algorithm].run<number>(call));
    } catch (error) {
      return error instanceof Refusal ? fail() : stop(error);
    }
  };
}

function fail(): never {
  return stop(DOUBTFUL);
}

function stop(reason: unknown): never {
  throw reason as Error;
}

/** Arrays are typed in compiled code, and lists to algorithms. */
function onEntries(compiled: CompiledFunction): Asked<number> {
  return (...given) => entriesOf(compiled(...given.map(storedIn)));
}

function entriesOf(value: Computed): Interpreted<number> {
  return typeof value === 'number' ? value : Array.from(value);
}

function storedIn(value: Interpreted<number>): Computed {
  return typeof value === 'number' ? value : stored(Float64Array.from(value));
}

function isFinite(value: number): boolean {
  return value - value === 0;
}

function divide(left: number, right: number): number {
  return right === 0 || !isFinite(right) ? fail() : left / right;
}

function power(base: number, exponent: number): number {
  const result = Math.pow(base, exponent);
  return isFinite(base) && isFinite(exponent) && isFinite(result) ? result : fail();
}

/** With an exponent that is known and positive the result alone tells. */
function positivePower(base: number, exponent: number): number {
  const result = Math.pow(base, exponent);
  return isFinite(result) ? result : fail();
}

function remainder(left: number, right: number): number {
  return right === 0 ? fail() : floorRemainder(left, right);
}

function compare(left: number, right: number): void {
  if (Number.isNaN(left) || Number.isNaN(right)) fail();
}

function checkedIndex(index: number, length: number): number {
  return Number.isInteger(index) && index >= 1 && index <= length ? index : fail();
}

function whole(value: number): number {
  return Number.isInteger(value) ? value : fail();
}

function member(elements: Float64Array, value: number): boolean {
  compare(value, value);
  return elements.includes(value);
}

/** No entry of a stored array is without a value. */
function stored(values: Float64Array): Float64Array {
  for (const value of values) if (Number.isNaN(value)) fail();
  return values;
}
