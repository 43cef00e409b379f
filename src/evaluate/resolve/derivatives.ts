// Derivatives: what varies becomes a parameter, and what depends on it is part of the function.
import type { Span } from '../../core/text/span.js';
import { SCALAR, shapeOf, type Expression, type Local } from '../expression.js';
import { refuse } from '../refusal.js';
import { showName } from '../read/names.js';
import type {
  DerivativeSyntax,
  Factor,
  IndexedSyntax,
  Name,
  NameSyntax,
  Syntax,
  Variable,
} from '../syntax.js';
import { visitSyntax } from '../syntaxChildren.js';
import { choose, compare, constant, entryOf, localExpression } from './construct.js';
import {
  findMeaning,
  freshIndex,
  freshLocal,
  resolveIn,
  type Context,
  type Meaning,
} from './context.js';
import { gradientOfCall } from './derivedCalls.js';
import { derivativeAt } from './derivativeOf.js';
import { takeEntry } from './entries.js';
import { place, splitIndices } from './indices.js';
import { resolveIndexed } from './names.js';
import { refuseUnbound } from './unbound.js';
import { resolveVarying } from './varying.js';

export function resolveDerivative(syntax: DerivativeSyntax, context: Context): Expression {
  const { body, span } = syntax;
  const outside = { ...context, entries: null };
  const isAtValue = syntax.variables === null && argumentsOf(body, context).length === 0;
  const gradient = isAtValue ? gradientOfCall(body, syntax.times, outside) : null;
  const variables = gradient === null ? variablesOf(syntax, context) : [];
  const value =
    gradient ?? derive(variables, withArguments(body, variables, context), span, outside);
  if (syntax.times === 2 && shapeOf(value).rank === 2)
    context.shared.notes.add('derivative.hessian');
  return context.entries === null ? value : takeEntry(value, context);
}

function variablesOf(
  { variables, times, body, span }: DerivativeSyntax,
  context: Context,
): readonly Variable[] {
  const once =
    variables === null
      ? [argumentOf(body, span, context)]
      : variables.map((variable) => memberFor(variable, body, context) ?? variable);
  return Array.from({ length: times }, () => once).flat();
}

/** `\frac{df}{dx}` of f(x): where a function stands alone, its parameters are its arguments. */
function withArguments(body: Syntax, variables: readonly Variable[], context: Context): Syntax {
  const meaning = body.kind === 'name' ? findMeaning(context, body.name) : null;
  if (meaning?.kind !== 'function' || meaning.definition.bar !== null) return body;
  const { parameters } = meaning.definition;
  const isOf = (variable: Variable): boolean =>
    variable.kind === 'name' && parameters.some(({ plain }) => plain === variable.name.plain);
  if (!variables.every(isOf)) return body;
  const { span } = body;
  const items = parameters.map((name): NameSyntax => ({ kind: 'name', name, span }));
  const group: Syntax = { kind: 'group', open: '(', close: ')', items, bar: null, span };
  const factors = [body, group].map((each): Factor => ({ operator: 'juxtaposed', body: each }));
  return { kind: 'product', factors, span };
}

function derive(
  variables: readonly Variable[],
  body: Syntax,
  span: Span,
  context: Context,
): Expression {
  const [first, ...rest] = variables;
  if (first === undefined) return resolveIn(context, body);
  const { parameter, point, name, meaning } = variation(first, context);
  const value = resolveVarying(name, meaning, context, (inside) =>
    derive(rest, body, span, inside),
  );
  return derivativeAt(point, parameter, value, span);
}

interface Variation {
  readonly parameter: Local;
  /** Where the derivative is taken. */
  readonly point: Expression;
  readonly name: Name;
  /** What the name stands for while it varies. */
  readonly meaning: Meaning;
}

function variation(variable: Variable, context: Context): Variation {
  if (variable.kind === 'name') return variationOfName(variable, context);
  const { full, base } = variable;
  if (full !== null && findMeaning(context, full) !== null)
    return variationOfName({ kind: 'name', name: full, span: variable.span }, context);
  if (base.kind !== 'name') return refuse('derivative.variable', variable.span);
  return variationOfEntry(variable, base, context);
}

function variationOfName({ name, span }: NameSyntax, context: Context): Variation {
  const point = pointOf(findMeaning(context, name), name, span, context);
  const parameter = freshLocal(context, shapeOf(point));
  const expression = localExpression(parameter, span);
  return { parameter, point, name, meaning: { kind: 'value', expression } };
}

function pointOf(meaning: Meaning | null, name: Name, span: Span, context: Context): Expression {
  switch (meaning?.kind) {
    case undefined:
      return refuseUnbound(name, span, context);
    case 'value':
      return { ...meaning.expression, span };
    case 'families': {
      const array = meaning.families.map((family) => family.array).find((found) => found !== null);
      return array ?? refuse('derivative.variable', span);
    }
    default:
      return refuse('derivative.variable', span);
  }
}

/** By one entry: the others stay. */
function variationOfEntry(
  variable: IndexedSyntax,
  { name, span }: NameSyntax,
  context: Context,
): Variation {
  const array = pointOf(findMeaning(context, name), name, span, context);
  const shape = shapeOf(array);
  if (shape.rank === 0) return refuse('index.of-number', variable.span, { name: showName(name) });
  const axes = shape.rank === 1 ? [shape.length] : [shape.rows, shape.columns];
  const indices = splitIndices(variable.indices ?? [], axes.length);
  if (indices === null) return refuse('derivative.variable', variable.span);
  const wanted = indices.map((index, axis) => place(index, axes[axis] ?? 0, context));
  const parameter = freshLocal(context, SCALAR);
  const locals = axes.map((length) => freshIndex(context, { from: 1, to: length }));
  const places = locals.map((local) => localExpression(local, span));
  const conditions = places.map((at, axis) =>
    compare('=', at, wanted[axis] ?? constant(NaN, span)),
  );
  const entry = entryOf(context, array, places);
  const body = choose(conditions, localExpression(parameter, span), entry, span);
  const expression: Expression = { kind: 'build', indices: locals, shape, body, span };
  const point = resolveIndexed(variable, context);
  return { parameter, point, name, meaning: { kind: 'value', expression } };
}

/** `\nabla f(x)`, `\nabla\log p(x_t)`: by the one name that stands alone as an argument. */
function argumentOf(body: Syntax, span: Span, context: Context): Variable {
  const [first, second] = argumentsOf(body, context);
  if (first === undefined || second !== undefined) return refuse('derivative.by-what', span);
  return first;
}

function argumentsOf(body: Syntax, context: Context): readonly Variable[] {
  const found = new Map<string, Variable>();
  visitSyntax(body, (node) => {
    if (node.kind !== 'group' || node.items.length !== 1) return;
    const [only] = node.items;
    const name = only?.kind === 'name' ? only.name : only?.kind === 'indexed' ? only.full : null;
    if (name === null || (only?.kind !== 'name' && only?.kind !== 'indexed')) return;
    if (findMeaning(context, name)?.kind === 'value') found.set(name.plain, only);
  });
  return [...found.values()];
}

/** `\nabla_x f(x_t)`: where x is a sequence, or nothing by itself, its member stands for it. */
function memberFor(variable: Variable, body: Syntax, context: Context): Variable | null {
  if (variable.kind !== 'name') return null;
  const meaning = findMeaning(context, variable.name);
  if (meaning?.kind === 'families' && meaning.families.some(({ array }) => array !== null))
    return null;
  if (meaning !== null && meaning.kind !== 'families') return null;
  const members = argumentsOf(body, context).filter(
    (each) =>
      each.kind === 'indexed' &&
      each.base.kind === 'name' &&
      each.base.name.plain === variable.name.plain,
  );
  const [only, second] = members;
  return second === undefined ? (only ?? null) : null;
}
