// Runs an expression: compiled where the host allows it, interpreted where not and wherever a value is doubtful.
import { shapeOf, type Expression, type Shape } from '../expression.js';
import { attempt, Refusal } from '../refusal.js';
import { PlainArithmetic, type Trace } from './arithmetic.js';
import { compile } from './compile.js';
import { hoist } from './hoist.js';
import { interpret } from './interpret.js';
import type { Limits } from './limits.js';
import { DOUBTFUL, OVER_MEMORY, OVER_STEPS, runtimeFor } from './runtime.js';
import { refuse } from '../refusal.js';

export type Computed = number | Float64Array;

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
  run(limits: Limits): Outcome;
}

type CompiledFunction = (rt: object, data: readonly Float64Array[]) => Computed;

/** `firstFree` is above the ids of all locals of the expression. */
export function prepare(expression: Expression, firstFree: number, mode: Mode): Program {
  let next = firstFree;
  const hoisted = hoist(expression, () => next++);
  const fast = mode === 'compiled' ? generate(hoisted) : null;
  return {
    run(limits) {
      return (
        (fast === null ? null : runFast(fast, hoisted, limits)) ?? runInterpreted(hoisted, limits)
      );
    },
  };
}

interface Generated {
  readonly call: CompiledFunction;
  readonly inputs: readonly Float64Array[];
}

/** `null` where the host forbids generated code. */
function generate(expression: Expression): Generated | null {
  const { source, inputs } = compile(expression);
  try {
    // The source holds generated names and numbers only.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- compiled formulas are functions
    const call = new Function('rt', 'data', source) as CompiledFunction;
    return { call, inputs };
  } catch (error) {
    if (error instanceof EvalError) return null;
    throw error;
  }
}

/** `null` where the interpreter has to look closer. */
function runFast(generated: Generated, expression: Expression, limits: Limits): Outcome | null {
  const runtime = runtimeFor(limits);
  try {
    const value = generated.call(runtime, generated.inputs);
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

function runInterpreted(expression: Expression, limits: Limits): Outcome {
  const arithmetic = new PlainArithmetic();
  const used = { steps: 0 };
  const result = attempt(() => {
    const value = interpret(expression, arithmetic, limits, used);
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
