// A function or an expression of a post as analyses ask for it: with locals for its arguments.
import type { Span } from '../../core/text/span.js';
import { identityText } from '../../core/text/mapped.js';
import { parseMappedTex } from '../../tex/parse.js';
import { readSyntax } from '../read/read.js';
import { fraction } from '../analyse/fractions.js';
import { Probe } from '../analyse/probe.js';
import type { Analysed, ProbeForm } from '../analyse/analysed.js';
import type { Budget } from '../compute/budget.js';
import { somePart } from '../children.js';
import { shapeOf, SCALAR, type Expression, type Local, type Shape } from '../expression.js';
import { showName } from '../read/names.js';
import { attempt, refuse, type Refusal } from '../refusal.js';
import { divide, entryOf, exactConstant, localExpression, subtract } from '../resolve/construct.js';
import { sumOver } from '../resolve/entries.js';
import {
  findMeaning,
  freshLocal,
  varyingContext,
  type Context,
  type FunctionDefinition,
  type Meaning,
} from '../resolve/context.js';
import { derivativeOf } from '../resolve/derivativeOf.js';
import { resolveWithSizes } from '../resolve/dimensions.js';
import { callFunction } from '../resolve/instances.js';
import { resolveVector } from '../resolve/lists.js';
import type { Name, NameSyntax, Syntax } from '../syntax.js';
import { partsOf } from '../syntaxChildren.js';
import { numbersIn } from './analysedNumbers.js';
import type { Analysis } from './analyses.js';
import type { PostScope } from './scope.js';

/** Where an analysis stands, and what it may cost. */
export interface Place {
  readonly scope: PostScope;
  readonly budget: Budget;
  readonly position: number;
}

export function analysedFunction({ subject, label }: Analysis, place: Place): Analysed {
  const { scope, position } = place;
  if (subject.kind === 'name') {
    const meaning = findMeaning(scope.context(position), subject.name);
    if (meaning?.kind === 'function') return ofFunction(meaning.definition, subject, label, place);
  }
  return ofExpression(subject, label, place);
}

/** A function by its name. What stands behind its semicolon takes the values that the post gives to these names, or usual ones. */
export function ofFunction(
  definition: FunctionDefinition,
  { span }: NameSyntax,
  label: string,
  place: Place,
): Analysed {
  const { parameters, bar, body } = definition;
  const fixed = fixedParameters(definition, span, place);
  const count = parameters.length - fixed.length;
  const separators = parameters.map((_, at) => (bar?.before === at + 1 ? bar.text : ','));
  return {
    count,
    probe: (shapes, form = {}) => {
      const context = place.scope.context(place.position);
      const locals = shapes.map((shape) => freshLocal(context, shape));
      const behind = fixed.map(({ syntax }) => resolveVector(syntax, context));
      const expression = formed(form, locals, span, context, (values) =>
        callFunction(definition, [...values, ...behind], span, context),
      );
      return probeOf(expression, locals, span, place);
    },
    call: (values) => {
      const all = [...values, ...fixed.map(({ text }) => text)];
      const written = all.map((value, at) => value + (separators[at] ?? ''));
      return `${label}(${written.join(' ').slice(0, -1)})`;
    },
    variables: parameters.slice(0, count).map(showName),
    numbers: numbersIn(
      [body, ...fixed.map(({ syntax }) => syntax)],
      place.scope.context(place.position),
    ),
  };
}

interface Fixed {
  readonly syntax: Syntax;
  readonly text: string;
}

function fixedParameters(
  { parameters, bar, library }: FunctionDefinition,
  span: Span,
  { scope, position }: Place,
): readonly Fixed[] {
  if (bar?.text !== ';') return [];
  const behind = parameters.slice(bar.before);
  if (library !== undefined)
    return library.entry.usual.map((text) => ({ text, syntax: literal(text, span) }));
  const bound = behind.filter((name) => findMeaning(scope.context(position), name) !== null);
  if (bound.length < behind.length) return [];
  return behind.map((name) => ({ text: showName(name), syntax: { kind: 'name', name, span } }));
}

/** A usual value of the library, as the post would write it. */
function literal(text: string, { start }: Span): Syntax {
  const { tree } = parseMappedTex(identityText(text, start), {});
  return readSyntax(tree, { start, end: start + text.length });
}

/** An expression with one symbol that has no value: its argument. */
function ofExpression(syntax: Syntax, label: string, place: Place): Analysed {
  if (
    syntax.kind === 'name' &&
    findMeaning(place.scope.context(place.position), syntax.name) === null
  )
    refuse('name.unbound', syntax.span, { name: showName(syntax.name) });
  const open = openNames(syntax, place);
  const argument = argumentAmong(open, syntax);
  const rest = open.find((name) => name !== argument);
  if (rest !== undefined) refuse('name.unbound', rest.span, { name: showName(rest.name) });
  return {
    count: 1,
    probe: (shapes, form) => probeOfExpression(syntax, [argument], shapes, place, form),
    call: () => null,
    variables: [showName(argument.name)],
    numbers: numbersIn([syntax], place.scope.context(place.position)),
  };
}

function probeOfExpression(
  syntax: Syntax,
  names: readonly NameSyntax[],
  shapes: readonly Shape[],
  place: Place,
  form: ProbeForm = {},
): Probe {
  const context = place.scope.context(place.position);
  const locals = shapes.map((shape) => freshLocal(context, shape));
  const expression = formed(form, locals, syntax.span, context, (values) => {
    const meanings = new Map<string, Meaning>();
    names.forEach(({ name }, at) => {
      const value = values[at];
      if (value !== undefined) meanings.set(name.key, { kind: 'value', expression: value });
    });
    const inside = varyingContext(context, meanings);
    const resolved = resolveWithSizes([syntax], inside, (sized) => resolveVector(syntax, sized));
    return inside.scope.close(resolved);
  });
  return probeOf(expression, locals, syntax.span, place);
}

/** A function of locals, or its derivative by the only one. */
function formed(
  { arrange = (given) => given, derived = false, weighted = false }: ProbeForm,
  locals: readonly Local[],
  span: Span,
  context: Context,
  apply: (values: readonly Expression[]) => Expression,
): Expression {
  const given = locals.map((local) => localExpression(local, span));
  const [only] = given;
  if (weighted) return weightedSum(apply(arrange(given)), span, context);
  if (!derived || only === undefined) return apply(arrange(given));
  return derivativeOf(context, only, span, (inner) => apply(arrange([inner])));
}

/** Weights without any order in which entries could be exchanged. */
function weightedSum(vector: Expression, span: Span, context: Context): Expression {
  const shape = shapeOf(vector);
  if (shape.rank !== 1) refuse('analyse.neither', span);
  return sumOver(context, shape.length, span, (place) => {
    const weight = subtract(place, exactConstant(fraction(1, 3), span), span);
    return divide(entryOf(context, vector, [place]), weight, span);
  });
}

function probeOf(
  expression: Expression,
  locals: readonly Local[],
  span: Syntax['span'],
  { scope, budget }: Place,
): Probe {
  const shape = shapeOf(expression);
  if (shape.rank !== 0) refuse('analyse.neither', span);
  const trial = budget.trial(expression, scope.instances, locals, { steps: 0 });
  const refuseOver = (): void => {
    if (budget.remaining <= 0) refuse('limit.steps', span, { limit: String(budget.steps) });
  };
  const isStop = (part: Expression): boolean =>
    part.kind === 'unary' && part.operator === 'stopGradient';
  return new Probe(trial, locals, refuseOver, somePart(expression, isStop));
}

/** Shapes of which an argument has one where a formula means anything. */
export const SHAPES_TRIED: readonly Shape[] = [{ rank: 1, length: 4 }, SCALAR];

/** More are not asked for one after the other. */
const MOST_NAMES = 6;

/** The symbols that what resolves an expression misses, in the order in which it meets them. */
function openNames(syntax: Syntax, place: Place): readonly NameSyntax[] {
  const found: NameSyntax[] = [];
  for (let round = 0; round < MOST_NAMES; round++) {
    const missing = SHAPES_TRIED.map((shape) => {
      const read = attempt(
        () => probeOfExpression(syntax, found, shapesFor(found, shape, syntax), place),
        syntax.span,
      );
      return read.ok ? null : missed(read.refusal, syntax);
    });
    const next = missing.find((name) => name !== null) ?? null;
    if (next === null || missing.includes(null)) return found;
    found.push(next);
  }
  return found;
}

function shapesFor(names: readonly NameSyntax[], shape: Shape, syntax: Syntax): readonly Shape[] {
  if (names.length === 0) return [];
  const argument = argumentAmong(names, syntax);
  return names.map((name) => (name === argument ? shape : SCALAR));
}

const UNBOUND: ReadonlySet<string> = new Set(['name.unbound', 'name.unbound-vector']);

function missed({ code, span }: Refusal, syntax: Syntax): NameSyntax | null {
  return UNBOUND.has(code) ? nameAt(syntax, span) : null;
}

function nameAt(syntax: Syntax, span: Syntax['span']): NameSyntax | null {
  if (syntax.kind === 'name')
    return syntax.span.start === span.start && syntax.span.end === span.end ? syntax : null;
  for (const part of partsOf(syntax)) {
    const found = nameAt(part, span);
    if (found !== null) return found;
  }
  return null;
}

/** Of several the one that writers use: a formula of p and γ is one of p. */
const USUAL = ['x', 'p', 'c', 'z', 'w', 's', 'v', 'a', 'u', 'y', 'q'];

function argumentAmong(names: readonly NameSyntax[], { span }: Syntax): NameSyntax {
  const usual = USUAL.flatMap((letter) => names.filter(({ name }) => baseOf(name) === letter));
  return usual[0] ?? names[0] ?? refuse('analyse.argument', span);
}

/** What stands before an index: p of `p_\theta`. */
function baseOf({ plain }: Name): string {
  return plain.split('_')[0] ?? plain;
}
