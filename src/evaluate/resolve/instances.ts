// Functions of a post for the shapes of what they are called with.
import type { Span } from '../../core/text/span.js';
import { axesOf, shapeOf, type Expression, type Instance } from '../expression.js';
import { callOf } from '../library/entry.js';
import type { MetNote } from '../notes.js';
import { showName } from '../read/names.js';
import { refuse } from '../refusal.js';
import type { GroupSyntax, Name, NameSyntax, Syntax } from '../syntax.js';
import { partsOf } from '../syntaxChildren.js';
import {
  freshLocal,
  otherLetter,
  type Context,
  type FunctionDefinition,
  type KnownInstance,
  type Meaning,
  type Scope,
} from './context.js';
import { resolveWithSizes } from './dimensions.js';
import { resolveVector } from './lists.js';

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
    const own = new Set<MetNote>();
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
  const scope = definition.library?.scope ?? context.scope;
  const parameters = values.map((value) => freshLocal(context, shapeOf(value)));
  const locals = new Map<string, Meaning>();
  const sizes = new Map<string, number>();
  const vectors: Name[] = [];
  definition.parameters.forEach((name, at) => {
    const local = parameters[at];
    if (local === undefined) return;
    const expression: Expression = { kind: 'local', local, span: definition.body.span };
    for (const key of keysOf(name, definition, context.scope))
      locals.set(key, { kind: 'value', expression });
    if (local.shape.rank === 1) vectors.push(name);
    for (const [size, value] of scope.dimensionsFor(name, local.shape)) sizes.set(size, value);
  });
  const inside: Context = {
    ...context,
    scope,
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
  const written = {
    name: definition.name.key,
    parameters: definition.parameters.map(({ key }) => key),
  };
  return { id: context.shared.instances.nextId++, written, parameters, body };
}

/**
 * `S(\\boldsymbol x) = \\sum_i |x_i|`: the parameter is meant by the other letter too, whatever that is bound
 * to elsewhere, unless the body tells the two letters apart, or the post binds both.
 */
function keysOf(
  name: Name,
  { parameters, body }: FunctionDefinition,
  scope: Scope,
): readonly string[] {
  const other = otherLetter(name);
  const isOther = scope.has(name.key) || parameters.some(({ key }) => key === other);
  const areTwo = isOther || (standsAlone(name.key, body) && standsAlone(other, body));
  return areTwo ? [name.key] : [name.key, other];
}

/** Whether a letter stands somewhere without an index. */
function standsAlone(key: string, syntax: Syntax): boolean {
  if (syntax.kind === 'name') return syntax.name.key === key;
  const isEntry = syntax.kind === 'indexed' && syntax.base.kind === 'name';
  return partsOf(syntax).some(
    (part) => !(isEntry && part === syntax.base) && standsAlone(key, part),
  );
}

export function checkArguments(
  { parameters, bar, name, library }: FunctionDefinition,
  group: GroupSyntax,
  callee: NameSyntax,
): void {
  const [wanted, found] = [bar, group.bar].map((one) => `${one?.text ?? ''}${one?.before ?? 0}`);
  const fits = wanted === found && group.items.length === parameters.length;
  if (!fits && library !== undefined)
    refuse('library.arguments', group.span, {
      name: showName(name),
      call: callOf(library.entry),
    });
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
