// One formula with bindings given as data: the evaluators without a post.
import type { Span } from '../core/text/span.js';
import { parseTex } from '../tex/parse.js';
import type { TexMacros } from '../tex/tree.js';
import { DEFAULT_LIMITS, type Limits } from './compute/limits.js';
import { prepare, type Mode, type Outcome, type Program } from './compute/run.js';
import type { Expression, InputExpression, Shape } from './expression.js';
import { problemOf } from './messages.js';
import { readSyntax } from './read/read.js';
import { showName } from './read/names.js';
import { attempt, refuse, type Refusal } from './refusal.js';
import { newContext } from './resolve/begin.js';
import {
  DEFAULT_CONVENTIONS,
  foundFor,
  type Meaning,
  type VaryingScope,
} from './resolve/context.js';
import { resolveWithSizes } from './resolve/dimensions.js';
import { resolveVector } from './resolve/lists.js';
import type { EvaluationProblem, Value } from './result.js';
import type { Name, Syntax } from './syntax.js';
import { valueOf } from './value.js';

/** Numbers, vectors and matrices by their TeX names. */
export type Bindings = Readonly<
  Record<string, number | readonly number[] | readonly (readonly number[])[] | Float64Array>
>;

export interface FormulaResult {
  readonly value: Value | null;
  readonly problems: readonly EvaluationProblem[];
}

/** The value of a formula, or the problem that kept it from having one. */
export function evaluateFormula(
  tex: string,
  bindings: Bindings = {},
  { limits = DEFAULT_LIMITS, mode = 'compiled', macros = {} }: FormulaOptions = {},
): FormulaResult {
  const prepared = prepareFormula(tex, bindings, { mode, macros });
  if (!prepared.ok) return { value: null, problems: [problemOf(prepared.refusal)] };
  const outcome: Outcome = prepared.value.run(limits);
  if (!outcome.ok) return { value: null, problems: [problemOf(outcome.refusal)] };
  return { value: valueOf(outcome.value, outcome.shape), problems: [] };
}

export interface FormulaOptions {
  readonly limits?: Limits;
  readonly mode?: Mode;
  readonly macros?: TexMacros;
}

/** A formula compiled once, to run often. */
export function prepareFormula(
  tex: string,
  bindings: Bindings,
  { mode = 'compiled', macros = {} }: FormulaOptions = {},
):
  | { readonly ok: true; readonly value: Program }
  | { readonly ok: false; readonly refusal: Refusal } {
  const whole = { start: 0, end: tex.length };
  return attempt(() => {
    const syntax = parseSyntax(tex, macros);
    const context = newContext(scopeOf(bindings));
    const expression = resolveWithSizes([syntax], context, (sized) => resolveVector(syntax, sized));
    return prepare(expression, context.shared.instances.nextLocal, mode);
  }, whole);
}

function parseSyntax(tex: string, macros: TexMacros): Syntax {
  const whole: Span = { start: 0, end: tex.length };
  const { tree, problems } = parseTex(tex, macros);
  const [problem] = problems;
  if (problem !== undefined) refuse(problem.code, problem.span, { detail: problem.detail });
  return readSyntax(tree, whole);
}

function scopeOf(bindings: Bindings): VaryingScope {
  const meanings = new Map<string, Meaning>();
  const vectors: Name[] = [];
  for (const [tex, value] of Object.entries(bindings)) {
    const name = nameOf(parseSyntax(tex, {}));
    meanings.set(name.key, { kind: 'value', expression: inputOf(value) });
    if (typeof value !== 'number' && !Array.isArray(value[0])) vectors.push(name);
  }
  return scopeOfMeanings(meanings, vectors);
}

function scopeOfMeanings(
  meanings: ReadonlyMap<string, Meaning>,
  vectors: readonly Name[],
): VaryingScope {
  return {
    conventions: DEFAULT_CONVENTIONS,
    find: (name) => foundFor(name, meanings) ?? null,
    has: (key) => meanings.has(key),
    families: () => [],
    dimension: () => null,
    dimensionsFor: () => new Map(),
    randoms: () => [],
    conditionals: () => [],
    isRandom: () => false,
    isAxisElsewhere: () => false,
    declaredVectors: () => vectors,
    varying: (names) => scopeOfMeanings(new Map([...meanings, ...names]), vectors),
    // Data depends on nothing that varies.
    close: (expression) => expression,
  };
}

function nameOf(syntax: Syntax): Name {
  if (syntax.kind === 'name') return syntax.name;
  if (syntax.kind === 'indexed' && syntax.full !== null) return syntax.full;
  return refuse('definition.left-side', syntax.span, { name: showName({ key: '', plain: '' }) });
}

const NOWHERE: Span = { start: 0, end: 0 };

function inputOf(value: Bindings[string]): Expression {
  if (typeof value === 'number')
    return { kind: 'constant', value, truth: 'nearest', span: NOWHERE };
  if (value instanceof Float64Array) return inputOfShape(value, { rank: 1, length: value.length });
  const [first] = value;
  const shape: Exclude<Shape, { rank: 0 }> = Array.isArray(first)
    ? { rank: 2, rows: value.length, columns: first.length }
    : { rank: 1, length: value.length };
  return inputOfShape(Float64Array.from(value.flat()), shape);
}

function inputOfShape(data: Float64Array, shape: InputExpression['shape']): Expression {
  return { kind: 'input', data, truth: 'nearest', shape, span: NOWHERE };
}
