// Calls: a name before parentheses is a call of a function, or a factor; what it is bound to decides.
import type { Span } from '../../core/text/span.js';
import { axesOf, shapeOf, type Expression, type Instance } from '../expression.js';
import type { NoteCode } from '../notes.js';
import { refuse } from '../refusal.js';
import { showName } from '../read/names.js';
import {
  type CallSyntax,
  type Factor,
  type GroupSyntax,
  type IndexedSyntax,
  type Name,
  type NameSyntax,
  type Syntax,
} from '../syntax.js';
import { mapNucleus, nucleusOf } from '../syntaxNucleus.js';
import type { BuiltIn } from './builtIn.js';
import { builtInFor, KL } from './builtIns.js';
import {
  findMeaning,
  freshLocal,
  resolveIn,
  type Context,
  type FunctionDefinition,
  type KnownInstance,
  type Meaning,
} from './context.js';
import { derivativeOf, entriesDerived } from './derivativeOf.js';
import { resolveWithSizes } from './dimensions.js';
import { divergenceOfLaws } from './densities.js';
import { callDensity, densityAt, isDensity, probabilityAt } from './lawCalls.js';
import { namesLaw } from './lawFamilies.js';
import { isLaw, resolveLaw } from './lawReading.js';
import { resolveVector } from './lists.js';
import { spectralValue } from './spectra.js';

/** Joins each name of a function with the group behind it. */
export function joinCalls(factors: readonly Factor[], context: Context): readonly Factor[] {
  const joined: Factor[] = [];
  for (let at = 0; at < factors.length; at++) {
    const factor = factors[at];
    if (factor === undefined) break;
    const call = callAt(factors, at, context);
    if (call === null) joined.push(factor);
    else joined.push({ operator: factor.operator, body: call.body });
    if (call !== null) at += call.extra;
  }
  return joined;
}

function callAt(
  factors: readonly Factor[],
  at: number,
  context: Context,
): { readonly body: Syntax; readonly extra: number } | null {
  const factor = factors[at];
  const next = factors[at + 1];
  if (factor === undefined || next?.operator !== 'juxtaposed') return null;
  const divergence = divergenceAt(factors, at, context);
  if (divergence !== null) return { body: divergence, extra: 2 };
  const group = nucleusOf(next.body);
  if (group.kind !== 'group') return null;
  const event = probabilityAt(factor.body, next.body, context);
  if (event !== null) return { body: event, extra: 1 };
  const spectral = spectralValue(factor.body, next.body, group, context);
  if (spectral !== null) return { body: spectral, extra: 1 };
  const callee = calleeOf(factor.body, group, context);
  if (callee === null) return null;
  const member = factor.body.kind === 'indexed' ? factor.body : null;
  return { body: asCall(callee, member, next.body), extra: 1 };
}

function asCall(callee: NameSyntax, member: IndexedSyntax | null, scripted: Syntax): Syntax {
  return mapNucleus(scripted, (group) => {
    if (group.kind !== 'group') return group;
    const span = { start: callee.span.start, end: group.span.end };
    return { kind: 'call', callee, member, group, span };
  });
}

/** `KL(p\|q)` written with two italic letters. */
function divergenceAt(factors: readonly Factor[], at: number, context: Context): Syntax | null {
  const third = factors[at + 2];
  const first = freeLetter(factors[at], 'K', context);
  const second = freeLetter(factors[at + 1], 'L', context);
  if (first === null || second === null || third?.operator !== 'juxtaposed') return null;
  const group = nucleusOf(third.body);
  if (group.kind !== 'group') return null;
  if (group.items.length === 2 && group.bar === null)
    refuse('call.missing-bar', group.span, { name: 'KL', bar: '\\|' });
  if (group.bar?.text !== '\\|') return null;
  const span = { start: first.start, end: second.end };
  return asCall({ kind: 'name', name: KL, span }, null, third.body);
}

function freeLetter(factor: Factor | undefined, letter: string, context: Context): Span | null {
  const body = factor?.body;
  if (body?.kind !== 'name' || body.name.key !== letter) return null;
  const bound =
    findMeaning(context, KL) !== null ? false : findMeaning(context, body.name) !== null;
  return bound ? null : body.span;
}

/** The function that a factor before a group names, `null` where it is multiplied. */
function calleeOf(factor: Syntax, group: GroupSyntax, context: Context): NameSyntax | null {
  if (factor.kind === 'power' || factor.kind === 'transpose') {
    if (factor.base.kind === 'name' && isFunction(factor.base.name, context))
      refuse(isInverse(factor) ? 'function.inverse' : 'ambiguous.function-power', factor.span, {
        name: showName(factor.base.name),
      });
    return null;
  }
  if (factor.kind === 'indexed') {
    if (factor.full === null) return null;
    const named: NameSyntax = { kind: 'name', name: factor.full, span: factor.span };
    return isFunction(factor.full, context, group) || isLaw(factor, context) ? named : null;
  }
  if (factor.kind !== 'name') return null;
  const meaning = findMeaning(context, factor.name);
  if (meaning === null) return unboundCallee(factor, group, context);
  return callsMeaning(meaning, factor) ? factor : null;
}

function isInverse(factor: Syntax): boolean {
  const exponent = factor.kind === 'power' ? factor.exponent : null;
  return exponent?.kind === 'sum' && exponent.terms.some(({ negative }) => negative);
}

function isFunction(name: Name, context: Context, group: GroupSyntax | null = null): boolean {
  const meaning = findMeaning(context, name);
  if (meaning !== null) return meaning.kind === 'function' || meaning.kind === 'law';
  return builtInFor(name, group) !== null;
}

function unboundCallee(
  factor: NameSyntax,
  group: GroupSyntax,
  context: Context,
): NameSyntax | null {
  const { name, span } = factor;
  if (builtInFor(name, group) !== null || derivedFrom(name, context) !== null) return factor;
  if (namesLaw(name) && isDensity(group)) return factor;
  if (namesLaw(name) && group.items.length === 2)
    refuse('law.no-value', span, { name: showName(name) });
  if (name.key === 'e' || name.key === '\\pi' || context.dimensions.upperEnds.has(name.key))
    return null;
  refuseWithoutBar(name, group);
  const code = WORD.test(name.key) ? 'call.unknown-word' : 'call.unbound';
  return refuse(code, span, { name: showName(name) });
}

/** A word in upright letters names a function, if anything. */
const WORD = /^\\text\{[a-zA-Z]{2,}\}$/;

function refuseWithoutBar(name: Name, { bar, span }: GroupSyntax): void {
  const wanted = builtInFor(name, null)?.bar ?? null;
  if (wanted !== null && bar === null)
    refuse('call.missing-bar', span, { name: showName(name), bar: wanted });
}

function callsMeaning(meaning: Meaning, { name, span }: NameSyntax): boolean {
  switch (meaning.kind) {
    case 'function':
    case 'law':
      return true;
    case 'random':
      return refuse('law.alone', span, { name: showName(name) });
    case 'index':
      return false;
    case 'value':
      if (shapeOf(meaning.expression).rank !== 1) return false;
      return refuse('call.vector', span, { name: showName(name) });
    case 'families':
    case 'set':
      return refuse('call.vector', span, { name: showName(name) });
  }
}

/** A word that is read as a function of what follows, but that the post defines. */
export function callOrProduct(
  callee: NameSyntax,
  body: Syntax,
  span: Span,
  context: Context,
): Expression {
  const group: GroupSyntax =
    body.kind === 'group'
      ? body
      : { kind: 'group', open: '(', close: ')', items: [body], bar: null, span: body.span };
  const factors: readonly Factor[] = [
    { operator: 'juxtaposed', body: callee },
    { operator: 'juxtaposed', body: group },
  ];
  return resolveIn(context, { kind: 'product', factors, span });
}

export function resolveCall(syntax: CallSyntax, context: Context): Expression {
  const { callee, member, group, span } = syntax;
  const meaning = findMeaning(context, callee.name);
  const sole = group.items.length === 1;
  if (meaning === null) {
    if (member !== null && isLaw(member, context))
      return densityAt(resolveLaw(member, null, context), group, span, context);
    const derived = derivedFrom(callee.name, context);
    if (derived !== null) return callDerivative(derived, callee, group, context);
    if (namesLaw(callee.name) && isDensity(group)) return callDensity(callee, group, context);
    const builtIn = builtInFor(callee.name, group);
    if (builtIn === null) refuse('call.unbound', callee.span, { name: showName(callee.name) });
    return callBuiltIn(builtIn, callee, group, context);
  }
  if (meaning.kind === 'law') return densityAt(meaning.law, group, span, context);
  if (meaning.kind !== 'function')
    refuse('call.vector', callee.span, { name: showName(callee.name) });
  const { definition } = meaning;
  checkArguments(definition, group, callee);
  const values = group.items.map((item) => resolveVector(item, context, sole));
  return callFunction(definition, values, span, context);
}

/** `\nabla f(3)`, where no name says what f is derived by. */
export function gradientOfCall(body: Syntax, context: Context): Expression | null {
  const [callee, group] = body.kind === 'product' ? body.factors.map((each) => each.body) : [];
  if (callee?.kind !== 'name' || group?.kind !== 'group') return null;
  const meaning = findMeaning(context, callee.name);
  if (meaning?.kind !== 'function' || meaning.definition.parameters.length !== 1) return null;
  return callDerivative({ function: meaning.definition, order: 1 }, callee, group, context);
}

/** `f'`, `f^{(2)}` of a function f of one argument, and of which order. */
function derivedFrom(name: Name, context: Context): Derived | null {
  const [, letter, marks, order] = /^(.*)\^\{(?:((?:\\prime ?)+)|\((\d)\))\}$/.exec(name.key) ?? [];
  if (letter === undefined) return null;
  const known = { key: letter, plain: letter };
  const orders = (marks?.match(/\\prime/g)?.length ?? 0) + Number(order ?? 0);
  const meaning = findMeaning(context, known);
  if (meaning === null) {
    const builtIn = builtInFor(known, null);
    return builtIn?.arguments === 1 ? { function: builtIn, order: orders } : null;
  }
  if (meaning.kind !== 'function' || meaning.definition.parameters.length !== 1) return null;
  return { function: meaning.definition, order: orders };
}

interface Derived {
  readonly function: FunctionDefinition | BuiltIn;
  readonly order: number;
}

function callDerivative(
  { function: derived, order }: Derived,
  callee: NameSyntax,
  group: GroupSyntax,
  context: Context,
): Expression {
  if ('parameters' in derived) checkArguments(derived, group, callee);
  const [item, second] = group.items;
  if (item === undefined || second !== undefined)
    return refuse('function.arguments', group.span, {
      name: showName(callee.name),
      found: String(group.items.length),
    });
  const span = { start: callee.span.start, end: group.span.end };
  const value = resolveVector(item, context, true);
  if (!('parameters' in derived))
    return entriesDerived(context, value, order, span, (entry) =>
      derived.resolve([entry], span, context),
    );
  const derive = (point: Expression, left: number): Expression =>
    left === 0
      ? callFunction(derived, [point], span, context)
      : derivativeOf(context, point, span, (inner) => derive(inner, left - 1));
  const result = derive(value, order);
  // A matrix with these entries in its diagonal, or the vector of them?
  if (order > 0 && shapeOf(value).rank === 1 && shapeOf(result).rank === 2)
    refuse('derivative.entries', span, { name: showName(callee.name) });
  return result;
}

function callBuiltIn(
  builtIn: BuiltIn,
  { name, span: place }: NameSyntax,
  { items, span: groupSpan }: GroupSyntax,
  context: Context,
): Expression {
  if (builtIn.arguments !== null && items.length !== builtIn.arguments)
    refuse(builtIn.arguments === 1 ? 'function.arguments' : 'call.arguments', groupSpan, {
      name: showName(name),
      expected: String(builtIn.arguments),
      found: String(items.length),
    });
  const span = { start: place.start, end: groupSpan.end };
  const [first, second] = items;
  const areLaws = builtIn.bar !== null && items.every((item) => isLaw(item, context));
  if (areLaws && first !== undefined && second !== undefined)
    return divergenceOfLaws(
      resolveLaw(first, null, context),
      resolveLaw(second, null, context),
      span,
      context,
    );
  const values = items.map((item) => resolveVector(item, context, items.length === 1));
  return builtIn.resolve(values, span, context);
}

function checkArguments(
  { parameters, bar, name }: FunctionDefinition,
  group: GroupSyntax,
  callee: NameSyntax,
): void {
  const [wanted, found] = [bar, group.bar].map((one) => `${one?.text ?? ''}${one?.before ?? 0}`);
  if (bar === null && group.bar?.text === ';') refuse('syntax.semicolon', group.bar.span);
  if (wanted !== found)
    refuse('call.bar', group.span, {
      name: showName(callee.name),
      bar: bar?.text ?? group.bar?.text ?? '',
    });
  if (group.items.length === parameters.length) return;
  refuse(parameters.length === 1 ? 'call.vector-argument' : 'call.arguments', group.span, {
    name: showName(name),
    expected: String(parameters.length),
    found: String(group.items.length),
  });
}

/** A function for the shapes of these arguments; the same shapes share one instance. */
export function callFunction(
  definition: FunctionDefinition,
  values: readonly Expression[],
  span: Span,
  context: Context,
): Expression {
  const { instances, notes } = context.shared;
  const known = instances.byDefinition.get(definition) ?? new Map<string, KnownInstance | 'open'>();
  instances.byDefinition.set(definition, known);
  const key = values.map((value) => axesOf(shapeOf(value)).join('×')).join(',');
  const existing = known.get(key);
  if (existing === 'open') refuse('definition.circle', span, { name: showName(definition.name) });
  const ready = existing ?? instantiateOnce(definition, values, context, known, key);
  for (const note of ready.notes) notes.add(note);
  return { kind: 'call', instance: ready.instance, arguments: values, span };
}

/** While a body is resolved its function is open: calling it then is a circle. */
function instantiateOnce(
  definition: FunctionDefinition,
  values: readonly Expression[],
  context: Context,
  known: Map<string, KnownInstance | 'open'>,
  key: string,
): KnownInstance {
  known.set(key, 'open');
  try {
    const own = new Set<NoteCode>();
    const shared = { ...context.shared, notes: own, ranges: new Map() };
    const instance = instantiate(definition, values, { ...context, shared });
    const ready = { instance, notes: own };
    known.set(key, ready);
    return ready;
  } finally {
    if (known.get(key) === 'open') known.delete(key);
  }
}

function instantiate(
  definition: FunctionDefinition,
  values: readonly Expression[],
  context: Context,
): Instance {
  const parameters = values.map((value) => freshLocal(context, shapeOf(value)));
  const locals = new Map<string, Meaning>();
  const sizes = new Map<string, number>();
  const vectors: Name[] = [];
  definition.parameters.forEach((name, at) => {
    const local = parameters[at];
    if (local === undefined) return;
    const expression: Expression = { kind: 'local', local, span: definition.body.span };
    locals.set(name.key, { kind: 'value', expression });
    if (local.shape.rank === 1) vectors.push(name);
    for (const [size, value] of context.scope.dimensionsFor(name, local.shape))
      sizes.set(size, value);
  });
  const inside: Context = {
    ...context,
    position: definition.position,
    locals,
    dimensions: { known: sizes, upperEnds: new Set(), derived: new Map(), pending: new Map() },
    entries: null,
    implicit: null,
    fits: null,
    ended: new Set(),
    vectorParameters: vectors,
  };
  const body = resolveWithSizes([definition.body], inside, (sized) =>
    resolveVector(definition.body, sized, true),
  );
  return { id: context.shared.instances.nextId++, parameters, body };
}
