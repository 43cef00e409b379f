// What names mean while a formula is resolved: the post's definitions, and what the formula itself binds.
import type { Span } from '../../core/text/span.js';
import {
  describeShape,
  SCALAR,
  shapeOf,
  type ElementSet,
  type Expression,
  type Instance,
  type Local,
  type Shape,
} from '../expression.js';
import type { LibraryEntry } from '../library/entry.js';
import type { MetNote } from '../notes.js';
import { refuse } from '../refusal.js';
import type { Name, Syntax } from '../syntax.js';
import type { Law } from './law.js';

/** What a name stands for. */
export type Meaning =
  | { readonly kind: 'value'; readonly expression: Expression }
  | { readonly kind: 'index'; readonly local: Local; readonly open: OpenRange | null }
  | { readonly kind: 'set'; readonly elements: ElementSet }
  | { readonly kind: 'law' | 'random'; readonly law: Law }
  | { readonly kind: 'function'; readonly definition: FunctionDefinition }
  | { readonly kind: 'families'; readonly families: readonly Family[] };

export interface FunctionDefinition {
  readonly name: Name;
  readonly parameters: readonly Name[];
  readonly bar: { readonly text: '|' | '\\|' | ';'; readonly before: number } | null;
  readonly body: Syntax;
  /** Where it stands in the post: names are looked up from there. */
  readonly position: number;
  /** Of a function of the library: the names that it knows, which are none of the post. */
  readonly library?: { readonly entry: LibraryEntry; readonly scope: Scope };
}

/** `p_i = …`: `null` in the pattern is a parameter, else a number that the index must be. */
export interface Family {
  readonly definition: FunctionDefinition;
  readonly pattern: readonly (number | null)[];
  /** Its entries, where what its indices index gives their range. */
  readonly array: Expression | null;
}

/** A name and the law that it was drawn from. */
export interface RandomVariable {
  readonly name: Name;
  readonly law: Law;
}

/** The definitions of a post. Finding one throws the refusal that it is in error. */
export interface Scope {
  readonly conventions: Conventions;
  /** Adds to `notes` the conventions that its value rests on. */
  find(name: Name, position: number, notes: Set<MetNote>): Meaning | null;
  /** Whether the post defines this very name, bold or plain. */
  has(key: string): boolean;
  /** The families whose members a name with indices can be. */
  families(name: Name, notes: Set<MetNote>): readonly Family[];
  /** The size that domains give to a name: n of `x \in \mathbb{R}^n`. */
  dimension(name: Name): number | null;
  /** What the domain of a parameter of this shape says about sizes. */
  dimensionsFor(parameter: Name, shape: Shape): ReadonlyMap<string, number>;
  /** The random variables of the post, but those whose law is in error. */
  randoms(): readonly RandomVariable[];
  /** The functions that are written `p(x|y)` with these two names, as they are known from a place. */
  conditionals(of: Name, given: Name, position: number): readonly FunctionDefinition[];
  /** Whether a name is a random variable, or its definition speaks of one. */
  isRandom(name: Name, position: number): boolean;
  /** Whether a name is bound by a table, a plot or what varies at another place, and by nothing else. */
  isAxisElsewhere(name: Name, position: number): boolean;
  /** Vectors given as data or by a domain. */
  declaredVectors(): readonly Name[];
  /** The same definitions where names, by their keys, stand for something that the formula at this place binds. */
  varying(names: ReadonlyMap<string, Meaning>, position: number): VaryingScope;
}

export interface VaryingScope extends Scope {
  /** Binds the definitions that depend on what varies and were asked for: they are part of a formula then. */
  close(expression: Expression): Expression;
}

/** A context in which names vary: what is resolved in it is closed by its scope. */
export function varyingContext(
  context: Context,
  names: ReadonlyMap<string, Meaning>,
): Context & { readonly scope: VaryingScope } {
  return { ...context, scope: context.scope.varying(names, context.position) };
}

export interface Conventions {
  /** Base of `\log`; `null` is e. */
  readonly logBase: number | null;
  readonly firstIndex: 0 | 1;
  readonly digits: number;
  /** Of the samples of checks. */
  readonly seed: number;
}

export const DEFAULT_CONVENTIONS: Conventions = {
  logBase: null,
  firstIndex: 1,
  digits: 6,
  seed: 1,
};

/** An index whose range comes from the arrays that it stands on. */
export interface OpenRange {
  readonly lengths: { readonly length: number; readonly span: Span }[];
}

/** Sizes that ranges `1..n` give within one statement. */
export interface Dimensions {
  readonly known: ReadonlyMap<string, number>;
  /** Names that are the upper end of a range somewhere in the statement. */
  readonly upperEnds: ReadonlySet<string>;
  readonly derived: Map<string, number>;
  readonly pending: Map<string, Span>;
}

/** `\mathbb{E}`: what is a vector outside is its entry inside. */
export interface Entries {
  readonly local: Local;
  readonly range: OpenRange;
  /** Whether a matrix stands for its row, so that a vector is what is meant over. */
  readonly rows: { taken: boolean };
}

/** `\max|x_i|`: the one index that nothing binds is bound here. */
export interface ImplicitIndices {
  readonly found: Map<string, { readonly local: Local; readonly range: OpenRange }>;
}

/** Shared by all that is resolved for one statement. */
export interface Shared {
  readonly resolve: (syntax: Syntax, context: Context) => Expression;
  readonly instances: Instances;
  readonly notes: Set<MetNote>;
  /** What indices and sizes of the statement itself came to: `i = 1..3`, `n = 3`. */
  readonly ranges: Map<string, string>;
  /** How many more nodes may be resolved. */
  readonly room: { nodes: number };
}

export interface Instances {
  readonly byDefinition: Map<FunctionDefinition, Map<string, KnownInstance | 'open'>>;
  nextId: number;
  /** Locals of instances and of what calls them are told apart by their ids. */
  nextLocal: number;
}

/** A function for some shapes, and the conventions met in its body. */
export interface KnownInstance {
  readonly instance: Instance;
  readonly notes: ReadonlySet<MetNote>;
}

export interface Context {
  readonly shared: Shared;
  readonly scope: Scope;
  readonly position: number;
  readonly locals: ReadonlyMap<string, Meaning>;
  readonly dimensions: Dimensions;
  readonly entries: Entries | null;
  readonly implicit: ImplicitIndices | null;
  /** The shape of what stands beside: that of `I`, `\mathbf 1` and `\mathbf 0` without a length. */
  readonly fits: Shape | null;
  /** Indices of loops that have ended, for the message where one is used behind its sum. */
  readonly ended: Set<string>;
  /** Vectors among the parameters of the function being resolved. */
  readonly vectorParameters: readonly Name[];
}

export function resolveIn(context: Context, syntax: Syntax): Expression {
  return context.shared.resolve(syntax, context);
}

export function freshLocal(context: Context, shape: Shape, range: Local['range'] = null): Local {
  return { id: context.shared.instances.nextLocal++, shape, range };
}

/** A whole number, the variable of a loop. */
export function freshIndex(context: Context, range: Local['range'] = null): Local {
  return freshLocal(context, SCALAR, range);
}

export function withLocal(context: Context, name: Name, meaning: Meaning): Context {
  const locals = new Map(context.locals);
  locals.set(name.key, meaning);
  return { ...context, locals };
}

/**
 * The meaning of a name, `null` where nothing binds it. Bold and plain letters are one symbol unless
 * both are bound.
 */
export function findMeaning(context: Context, name: Name): Meaning | null {
  const local = foundFor(name, context.locals);
  if (local !== undefined) return local;
  const implicit = context.implicit?.found.get(name.key);
  if (implicit !== undefined) return { kind: 'index', local: implicit.local, open: implicit.range };
  const global = context.scope.find(name, context.position, context.shared.notes);
  if (global !== null) return global;
  const size = sizeOfName(context, name);
  return size === null ? null : numberMeaning(size);
}

/**
 * Whether binding a name anew would hide what it stands for. The letter of a table or plot says nothing to the
 * definitions that are asked for there: their own indices are theirs.
 */
export function isCaptured(context: Context, name: Name): boolean {
  if (findMeaning(context, name) === null) return false;
  return isLocal(context, name) || !context.scope.isAxisElsewhere(name, context.position);
}

/** Whether the formula itself binds a name: a parameter or an index. */
export function isLocal(context: Context, name: Name): boolean {
  return foundFor(name, context.locals) !== undefined;
}

/** A name may be bound bold and asked for plain, and the other way round; this very name goes before. */
export function foundFor<T>(name: Name, byKey: ReadonlyMap<string, T>): T | undefined {
  return byKey.get(name.key) ?? byKey.get(otherLetter(name));
}

/** The key of the same letter, bold where the name is plain and plain where it is bold. */
export function otherLetter({ key, plain }: Name): string {
  if (key !== plain) return plain;
  return plain.replace(/^([^_^]*)/, (letter) => `\\mathbf{${letter}}`);
}

/**
 * The n of a function of vectors, which is not yet known: it is that of each call, whatever n is bound to
 * elsewhere. Other letters keep their values: `\\sum_{i=1}^k x_i` sums the first k.
 */
export function isOwnSize(name: Name, context: Context): boolean {
  const { vectorParameters, dimensions } = context;
  return (
    name.plain === 'n' &&
    vectorParameters.length > 0 &&
    !isLocal(context, name) &&
    !dimensions.known.has(name.key)
  );
}

/** In a function of vectors, n is fresh: that of another vector is not that of its argument. */
function sizeOfName(context: Context, name: Name): number | null {
  const own = context.dimensions.known.get(name.key);
  if (own !== undefined) return own;
  return context.vectorParameters.length > 0 ? null : context.scope.dimension(name);
}

function numberMeaning(value: number): Meaning {
  return {
    kind: 'value',
    expression: { kind: 'constant', value, truth: 'nearest', span: { start: 0, end: 0 } },
  };
}

/** The one length that the arrays under an index agree on. */
export function agreedLength(range: OpenRange, index: string, span: Span): number {
  const [first] = range.lengths;
  if (first === undefined) refuse('binder.no-range', span, { index });
  for (const { length, span: place } of range.lengths) {
    if (length !== first.length)
      refuse('shape.lengths-differ', place, {
        index,
        expected: String(first.length),
        found: String(length),
      });
  }
  return first.length;
}

export function requireScalar(expression: Expression): Expression {
  const shape = shapeOf(expression);
  if (shape.rank !== 0)
    refuse('shape.number-expected', expression.span, { found: describeShape(shape) });
  return expression;
}
