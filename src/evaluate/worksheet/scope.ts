// The definitions of a post as names: each is computed when it is first asked for, whatever the order of lines.
import type { Span } from '../../core/text/span.js';
import type { Budget, Result } from '../compute/budget.js';
import { axesOf, shapeOf, type Expression, type Shape } from '../expression.js';
import type { NoteCode } from '../messages.js';
import { showName } from '../read/names.js';
import { attempt, refuse, type Attempt } from '../refusal.js';
import { newContext } from '../resolve/begin.js';
import {
  boldOf,
  freshIndex,
  withLocal,
  type Context,
  type Conventions,
  type Family,
  type FunctionDefinition,
  type Instances,
  type Meaning,
  type OpenRange,
  type Scope,
} from '../resolve/context.js';
import { constant } from '../resolve/construct.js';
import { resolveWithSizes } from '../resolve/dimensions.js';
import { resolveVector } from '../resolve/lists.js';
import { resolveSet } from '../resolve/sets.js';
import type { Name, Syntax } from '../syntax.js';
import type { Domain, Size } from './domains.js';
import type { Definition, Registry } from './registry.js';
import { addTraceNotes } from './results.js';

type Known =
  { readonly state: 'running' } | { readonly state: 'done'; readonly result: Attempt<Meaning> };

export class PostScope implements Scope {
  readonly conventions: Conventions;
  readonly instances: Instances = { byDefinition: new Map(), nextId: 0, nextLocal: 0 };
  readonly #registry: Registry;
  readonly #budget: Budget;
  readonly #known = new Map<Definition, Known>();
  readonly #notes = new Map<Definition, ReadonlySet<NoteCode>>();
  readonly #sizes = new Map<string, number | null>();

  constructor(registry: Registry, conventions: Conventions, budget: Budget) {
    this.#registry = registry;
    this.conventions = conventions;
    this.#budget = budget;
  }

  /** The same definitions under other conventions. */
  under(conventions: Conventions): PostScope {
    return new PostScope(this.#registry, conventions, this.#budget);
  }

  find(name: Name, position: number, notes: Set<NoteCode>): Meaning | null {
    const keys = [name.key, otherLetter(name)];
    for (const key of keys) {
      const versions = this.#registry.byKey.get(key);
      const definition = versions === undefined ? undefined : versionAt(versions, position);
      if (definition !== undefined) return this.#demand(definition, notes);
    }
    const families = this.families(name, notes);
    return families.length === 0 ? null : { kind: 'families', families };
  }

  has(key: string): boolean {
    return this.#registry.byKey.has(key) || this.#registry.families.has(key);
  }

  families(name: Name, notes: Set<NoteCode>): readonly Family[] {
    const { families } = this.#registry;
    const found = families.get(name.key) ?? families.get(otherLetter(name)) ?? [];
    return found.flatMap((definition) => {
      const meaning = this.#demand(definition, notes);
      return meaning.kind === 'families' ? meaning.families : [];
    });
  }

  /** What a definition comes to, or why it does not. */
  outcome(definition: Definition): Attempt<Meaning> {
    const known = this.#known.get(definition);
    if (known?.state === 'done') return known.result;
    if (known?.state === 'running') {
      const data = { name: showName(definition.name) };
      return attempt(() => refuse('definition.circle', definition.span, data), definition.span);
    }
    this.#known.set(definition, { state: 'running' });
    const result = attempt(() => this.#meaningOf(definition), definition.span);
    this.#known.set(definition, { state: 'done', result });
    return result;
  }

  dimension(name: Name): number | null {
    const known = this.#sizes.get(name.key);
    if (known !== undefined) return known;
    // While its vectors are computed, a size is not known from them.
    this.#sizes.set(name.key, null);
    let size: number | null = null;
    try {
      size = this.#dimension(name);
      return size;
    } finally {
      if (size === null) this.#sizes.delete(name.key);
      else this.#sizes.set(name.key, size);
    }
  }

  dimensionsFor(parameter: Name, shape: Shape): ReadonlyMap<string, number> {
    const sizes = new Map<string, number>();
    for (const { name, set } of this.#registry.domains) {
      if (name.name.plain !== parameter.plain) continue;
      for (const [size, length] of pairSizes(set, shape)) {
        if (size.kind === 'name') sizes.set(size.name.key, length - size.offset);
      }
    }
    return sizes;
  }

  declaredVectors(): readonly Name[] {
    const names = new Map<string, Name>();
    for (const definitions of this.#registry.byKey.values()) {
      for (const { form, name, body } of definitions) {
        if (form === 'value' && isVectorLiteral(body)) names.set(name.plain, name);
      }
    }
    for (const { name, set } of this.#registry.domains) {
      const vector = set.kind === 'simplex' || (set.kind === 'reals' && set.sizes.length === 1);
      if (vector) names.set(name.name.plain, name.name);
    }
    return [...names.values()];
  }

  /** Whether a domain speaks of a name. */
  isDeclared(wanted: Name): boolean {
    return this.#registry.domains.some(({ name }) => name.name.plain === wanted.plain);
  }

  #demand(definition: Definition, notes: Set<NoteCode>): Meaning {
    const outcome = this.outcome(definition);
    for (const note of this.#notes.get(definition) ?? []) notes.add(note);
    if (outcome.ok) return outcome.value;
    const { refusal } = outcome;
    if (refusal.code === 'definition.circle') throw refusal;
    return refuse('name.in-error', refusal.span, { name: showName(definition.name) });
  }

  #meaningOf(definition: Definition): Meaning {
    switch (definition.form) {
      case 'function':
        return { kind: 'function', definition: functionOf(definition) };
      case 'family':
        return { kind: 'families', families: [this.#family(definition)] };
      case 'value':
        return this.#value(definition);
    }
  }

  #value(definition: Definition): Meaning {
    const { body, position, span } = definition;
    const context = this.context(position);
    this.#notes.set(definition, context.shared.notes);
    if (body.kind === 'set' && body.conditions === null) {
      const set = resolveSet(body, context);
      if (set.kind !== 'elements') refuse('definition.set', body.span);
      return { kind: 'set', elements: set.elements };
    }
    const expression = resolveWithSizes([body], context, (sized) =>
      resolveVector(body, sized, true),
    );
    const result = this.#budget.compute(expression, context.shared.instances);
    addTraceNotes(context.shared.notes, result.trace);
    return { kind: 'value', expression: inputOf(result, span) };
  }

  /** With its entries, where what its indices index gives their range. */
  #family(definition: Definition): Family {
    const { pattern } = definition;
    const family = { definition: functionOf(definition), pattern };
    if (pattern.some((part) => part !== null)) return { ...family, array: null };
    const context = this.context(definition.position);
    this.#notes.set(definition, context.shared.notes);
    this.#refuseSecondArray(definition, context);
    const entries = resolveWithSizes([definition.body], context, (sized) =>
      entriesOf(definition, sized),
    );
    if (entries === null) return { ...family, array: null };
    const result = this.#budget.compute(entries, context.shared.instances);
    addTraceNotes(context.shared.notes, result.trace);
    return { ...family, array: inputOf(result, definition.span) };
  }

  /** `p_i = …` where p is a vector already says something of that vector. */
  #refuseSecondArray({ name, span }: Definition, { shared }: Context): void {
    if (!this.#registry.byKey.has(name.key) && !this.#registry.byKey.has(otherLetter(name))) return;
    const meaning = this.find(name, Infinity, shared.notes);
    if (meaning?.kind === 'value' && shapeOf(meaning.expression).rank > 0)
      refuse('definition.family-of-array', span, { name: showName(name) });
  }

  context(position: number): Context {
    return newContext(this, position, this.instances);
  }

  #dimension(name: Name): number | null {
    let found: number | null = null;
    for (const domain of this.#registry.domains) {
      const length = this.#sizeFrom(domain, name);
      if (length === null) continue;
      if (found !== null && found !== length)
        refuse('shape.size-differs', domain.name.span, {
          name: showName(name),
          expected: String(found),
          found: String(length),
        });
      found = length;
    }
    return found;
  }

  #sizeFrom({ name, set }: Domain, wanted: Name): number | null {
    if (!mentions(set, wanted)) return null;
    const meaning = this.find(name.name, Infinity, new Set());
    if (meaning?.kind !== 'value' && meaning?.kind !== 'families') return null;
    const array = meaning.kind === 'value' ? meaning.expression : meaning.families[0]?.array;
    if (array === null || array === undefined) return null;
    for (const [size, length] of pairSizes(set, shapeOf(array))) {
      if (size.kind === 'name' && size.name.key === wanted.key) return length - size.offset;
    }
    return null;
  }
}

function mentions(set: Domain['set'], wanted: Name): boolean {
  return sizesOf(set).some((size) => size.kind === 'name' && size.name.key === wanted.key);
}

export function sizesOf(set: Domain['set']): readonly Size[] {
  if (set.kind === 'reals') return set.sizes;
  return set.kind === 'simplex' ? [set.size] : [];
}

/** Each size of a domain with the length of that axis. */
export function pairSizes(set: Domain['set'], shape: Shape): readonly (readonly [Size, number])[] {
  const axes = axesOf(shape);
  const sizes = sizesOf(set);
  if (sizes.length !== axes.length) return [];
  return sizes.map((size, axis) => [size, axes[axis] ?? 0] as const);
}

/** Bold for plain and plain for bold. */
function otherLetter(name: Name): string {
  return name.key === name.plain ? boldOf(name) : name.plain;
}

/** The last one before a place; before the first, the first. */
function versionAt(versions: readonly Definition[], position: number): Definition | undefined {
  let found = versions[0];
  for (const version of versions) if (version.position < position) found = version;
  return found;
}

function functionOf({ name, parameters, bar, body, position }: Definition): FunctionDefinition {
  return { name, parameters, bar, body, position };
}

function entriesOf({ parameters, body, span }: Definition, context: Context): Expression | null {
  const ranges: OpenRange[] = [];
  let inside = context;
  const locals = parameters.map((name) => {
    const local = freshIndex(context);
    const open: OpenRange = { lengths: [] };
    ranges.push(open);
    inside = withLocal(inside, name, { kind: 'index', local, open });
    return local;
  });
  const value = resolveVector(body, inside);
  if (shapeOf(value).rank !== 0 || parameters.length > 2) return null;
  const lengths = ranges.map((range, at) => lengthOf(range, parameters[at]));
  if (!lengths.every((length) => length !== null)) return null;
  const [rows = 0, columns = 0] = lengths;
  const shape =
    parameters.length === 1
      ? ({ rank: 1, length: rows } as const)
      : ({ rank: 2, rows, columns } as const);
  return { kind: 'build', indices: locals, shape, body: value, span };
}

function lengthOf({ lengths }: OpenRange, name: Name | undefined): number | null {
  const [first] = lengths;
  if (first === undefined) return null;
  for (const { length, span } of lengths) {
    if (length !== first.length)
      refuse('shape.lengths-differ', span, {
        index: name === undefined ? '' : showName(name),
        expected: String(first.length),
        found: String(length),
      });
  }
  return first.length;
}

/** What a definition came to, with what is known of its rounding. */
function inputOf({ value, shape, bounds }: Result, span: Span): Expression {
  if (typeof value === 'object' && shape.rank !== 0)
    return { kind: 'input', data: value, truth: bounds, shape, span };
  const number = typeof value === 'number' ? value : (value[0] ?? NaN);
  return constant(
    number,
    span,
    () => bounds()[0] ?? { value: number, error: Infinity, exact: null },
  );
}

function isVectorLiteral(body: Syntax): boolean {
  if (body.kind === 'group')
    return body.bar === null && (body.items.length > 1 || body.open === '[');
  if (body.kind !== 'matrix') return false;
  return body.rows.length === 1 || body.rows.every((row) => row.length === 1);
}
