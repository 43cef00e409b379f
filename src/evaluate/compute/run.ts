// Runs an expression: compiled where the host allows it, interpreted where not and wherever a value is doubtful.
import type { Numbers } from '../data/dataFile.js';
import { shapeOf, type Expression, type Local, type Shape } from '../expression.js';
import { attempt, Refusal } from '../refusal.js';
import { type Interpreted, type Trace } from './arithmetic.js';
import { PlainArithmetic } from './plainArithmetic.js';
import { compile, type Compiled } from './compile.js';
import { hoist } from './hoist.js';
import { interpret, type Given } from './interpret.js';
import type { Limits } from './limits.js';
import { DOUBTFUL, OVER_MEMORY, OVER_STEPS, runtimeFor, type Computed } from './runtime.js';
import { refuse } from '../refusal.js';

export type Outcome =
  | {
      readonly ok: true;
      readonly value: Computed;
      readonly shape: Shape;
      readonly trace: Trace;
      readonly steps: number;
    }
  | { readonly ok: false; readonly refusal: Refusal; readonly steps: number };

/** How to run; `interpreted` gives the same results where code cannot be generated. */
export type Mode = 'compiled' | 'interpreted';

/** An expression made ready to run as often as wanted. */
export interface Program {
  /** With a value for each parameter. */
  run(limits: Limits, given?: readonly Computed[]): Outcome;
}

type CompiledFunction = (
  rt: object,
  data: readonly Numbers[],
  given: readonly Computed[],
) => Computed;

/** `firstFree` is above the ids of all locals of the expression; the parameters are free in it. */
export function prepare(
  expression: Expression,
  firstFree: number,
  mode: Mode,
  parameters: readonly Local[] = [],
): Program {
  let next = firstFree;
  const hoisted = hoist(expression, () => next++);
  const fast = mode === 'compiled' ? generate(hoisted, parameters) : null;
  return {
    run(limits, given = []) {
      return (
        (fast === null ? null : runFast(fast, hoisted, limits, given)) ??
        runInterpreted(hoisted, limits, bind(parameters, given))
      );
    },
  };
}

/** The values of parameters as the interpreter takes them. */
function bind(parameters: readonly Local[], given: readonly Computed[]): Given<number> {
  const values = new Map<number, Interpreted<number>>();
  parameters.forEach(({ id }, at) => {
    const value = given[at];
    if (value !== undefined) values.set(id, typeof value === 'number' ? value : Array.from(value));
  });
  return values;
}

interface Generated extends Compiled {
  readonly call: CompiledFunction;
}

/** `null` where the host forbids generated code. */
function generate(expression: Expression, parameters: readonly Local[]): Generated | null {
  const compiled = compile(expression, parameters);
  try {
    // The source holds generated names and numbers only.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- compiled formulas are functions
    const call = new Function('rt', 'data', 'given', compiled.source) as CompiledFunction;
    return { ...compiled, call };
  } catch (error) {
    if (error instanceof EvalError) return null;
    throw error;
  }
}

/** `null` where the interpreter has to look closer. */
function runFast(
  { call, inputs, algorithms }: Generated,
  expression: Expression,
  limits: Limits,
  given: readonly Computed[],
): Outcome | null {
  const runtime = runtimeFor(limits, algorithms);
  try {
    const value = call(runtime, inputs, given);
    if (!isFiniteValue(value)) return null;
    return {
      ok: true,
      value,
      shape: shapeOf(expression),
      trace: runtime.trace,
      steps: runtime.used.steps,
    };
  } catch (error) {
    if (error === DOUBTFUL) return null;
    const { steps } = runtime.used;
    const { span } = expression;
    if (error === OVER_STEPS)
      return {
        ok: false,
        steps,
        refusal: new Refusal('limit.steps', span, { limit: String(limits.steps) }),
      };
    if (error === OVER_MEMORY)
      return {
        ok: false,
        steps,
        refusal: new Refusal('limit.memory', span, { limit: String(limits.memory) }),
      };
    throw error;
  }
}

function runInterpreted(expression: Expression, limits: Limits, given: Given<number>): Outcome {
  const arithmetic = new PlainArithmetic();
  const used = { steps: 0 };
  const result = attempt(() => {
    const value = interpret(expression, arithmetic, limits, used, given);
    const computed = typeof value === 'number' ? value : Float64Array.from(value);
    const { overflow } = arithmetic.trace;
    if (overflow !== null && !isFiniteValue(computed)) refuse('value.overflow', overflow);
    return computed;
  }, expression.span);
  const { steps } = used;
  if (!result.ok) return { ...result, steps };
  return {
    ok: true,
    steps,
    value: result.value,
    shape: shapeOf(expression),
    trace: arithmetic.trace,
  };
}

export function isFiniteValue(value: Computed): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : value.every(Number.isFinite);
}
