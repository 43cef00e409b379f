// What a symbol with or without indices stands for: a number, an array, a member of a family, a mean.
import { SCALAR, shapeOf, type Expression } from '../expression.js';
import { showName } from '../read/names.js';
import { refuse } from '../refusal.js';
import type { IndexedSyntax, Name, NameSyntax, Syntax } from '../syntax.js';
import { constant, localExpression, staticNumber } from './construct.js';
import {
  findMeaning,
  freshLocal,
  isLocal,
  resolveIn,
  type Context,
  type Family,
  type Meaning,
} from './context.js';
import { takeEntry } from './entries.js';
import { builtInWithIndex, kroneckerDelta } from './indexedBuiltIns.js';
import { entriesAt, splitIndices } from './indices.js';
import { callFunction } from './instances.js';
import { meanOf } from './means.js';
import { fittingIdentity, isIdentity } from './openSizes.js';
import { hasRunningIndex, refuseUnbound } from './unbound.js';

/** A name alone. */
export function resolveName(syntax: NameSyntax, context: Context): Expression {
  refuseBothLetters(syntax, context);
  const meaning = findMeaning(context, syntax.name) ?? pendingSize(syntax, context);
  if (meaning === null) return builtInConstant(syntax, context);
  const value = { ...valueOf(meaning, syntax), span: syntax.span };
  return context.entries === null ? value : takeEntry(value, context);
}

/** A parameter in bold beside a plain name that is bound too: which one is meant? */
function refuseBothLetters({ name, span }: NameSyntax, context: Context): void {
  const own = context.locals.has(name.key);
  if (!own && isLocal(context, name) && context.scope.has(name.key))
    refuse('name.both-letters', span, { name: showName(name) });
}

function valueOf(meaning: Meaning, { name, span }: NameSyntax): Expression {
  switch (meaning.kind) {
    case 'value':
      return meaning.expression;
    case 'index':
      return localExpression(meaning.local, span);
    case 'families': {
      const array = meaning.families.map((family) => family.array).find((found) => found !== null);
      return array ?? refuse('name.family-alone', span, { name: showName(name) });
    }
    case 'random':
      return refuse('law.alone', span, { name: showName(name) });
    case 'law':
      return refuse('law.no-value', span, { name: showName(name) });
    case 'function':
      return refuse('name.function-alone', span, { name: showName(name) });
    case 'set':
      return refuse('name.set-alone', span, { name: showName(name) });
  }
}

/** A name that is the upper end of a range whose arrays will give its value. */
function pendingSize({ name, span }: NameSyntax, context: Context): Meaning | null {
  const { dimensions } = context;
  if (!dimensions.upperEnds.has(name.key)) return null;
  dimensions.pending.set(name.key, span);
  const local = freshLocal(context, SCALAR);
  return { kind: 'index', local, open: null };
}

function builtInConstant({ name, span }: NameSyntax, context: Context): Expression {
  if (name.key === 'e') return constant(Math.E, span);
  if (name.key === '\\pi') return constant(Math.PI, span);
  if (isIdentity(name)) return fittingIdentity(span, context);
  const mean = meanOfBar({ kind: 'name', name, span }, context);
  if (mean !== null) return mean;
  return refuseUnbound(name, span, context);
}

/** `\bar x` is the mean of a vector x, `\bar x^{(1)}` that of x^{(1)}. */
function meanOfBar({ name, span }: NameSyntax, context: Context): Expression | null {
  const [key, plain] = [underBar(name.key), underBar(name.plain)];
  if (key === null || plain === null) return null;
  const letter: NameSyntax = { kind: 'name', name: { key, plain }, span };
  const meaning = findMeaning(context, letter.name);
  if (meaning?.kind !== 'value' && meaning?.kind !== 'families') return null;
  const vector = { ...valueOf(meaning, letter), span };
  if (shapeOf(vector).rank !== 1) return null;
  context.shared.notes.add('statistic.bar');
  return meanOf(vector, span, context);
}

function underBar(key: string): string | null {
  const [, letter, mark = ''] = /^\\bar\{([^{}]*(?:\{[^{}]*\})?)\}(\^\{\(.*\)\})?$/.exec(key) ?? [];
  return letter === undefined ? null : letter + mark;
}

/** A name with a subscript. */
export function resolveIndexed(syntax: IndexedSyntax, context: Context): Expression {
  const { base, full, indices, span } = syntax;
  if (full !== null && base.kind === 'name') {
    const own = findMeaning(context, full);
    if (own !== null) return resolveName({ kind: 'name', name: full, span }, context);
    refuseBothLetters(base, context);
    const families = familiesOf(base.name, context);
    if (families.length > 0) return resolveMember(families, syntax, context);
    const meaning = findMeaning(context, base.name);
    if (meaning === null) return resolveUnboundBase(base, syntax, context);
  }
  if (indices === null) refuseUnbound(full ?? { key: '', plain: '' }, span, context);
  const array = resolveIn({ ...context, entries: null }, base);
  return entriesAt(array, indices, syntax, context);
}

/** A parameter or index of the same letter hides a family. */
function familiesOf(name: Name, context: Context): readonly Family[] {
  return isLocal(context, name) ? [] : context.scope.families(name, context.shared.notes);
}

function resolveUnboundBase(base: NameSyntax, syntax: IndexedSyntax, context: Context): Expression {
  const { indices, span, full } = syntax;
  const only = indices?.length === 1 ? indices[0] : undefined;
  if (only?.kind === 'expression') {
    const known = builtInWithIndex(base, only.body, syntax, context);
    if (known !== null) return known;
  }
  if (only?.kind === 'expression') refuseIdentity(syntax, base, only.body, context);
  if (base.name.plain === '\\delta') {
    const pair = indices === null ? null : splitIndices(indices, 2);
    if (pair !== null) return kroneckerDelta(pair, syntax, context);
  }
  if (hasRunningIndex(syntax, context) && !context.ended.has(base.name.key))
    refuse('name.unbound-vector', base.span, { name: showName(base.name) });
  return refuseUnbound(full ?? base.name, span, context);
}

/** `I_d` with a d that has no value. */
function refuseIdentity(
  { full, span }: IndexedSyntax,
  { name }: NameSyntax,
  size: Syntax,
  context: Context,
): void {
  if (!isIdentity(name) || size.kind !== 'name' || findMeaning(context, size.name) !== null) return;
  refuse('name.unbound-identity', span, {
    name: showName(full ?? name),
    size: showName(size.name),
  });
}

/** `p_k` is the right side of `p_i = …` at i = k. */
function resolveMember(
  families: readonly Family[],
  syntax: IndexedSyntax,
  context: Context,
): Expression {
  const { span } = syntax;
  for (const family of families) {
    const indices =
      syntax.indices === null ? null : splitIndices(syntax.indices, family.pattern.length);
    if (indices === null) continue;
    if (family.array !== null)
      return entriesAt(family.array, syntax.indices ?? [], syntax, context);
    const places = indices.map((index) =>
      index.kind === 'expression'
        ? resolveIn(context, index.body)
        : refuse('index.unclear', index.span),
    );
    const matches = family.pattern.every(
      (wanted, axis) => wanted === null || isNumber(places[axis], wanted),
    );
    if (!matches) continue;
    const arguments_ = places.filter((_, axis) => family.pattern[axis] === null);
    return callFunction(family.definition, arguments_, span, context);
  }
  const name = syntax.full?.key ?? '';
  return refuse('name.no-such-member', span, { name });
}

function isNumber(expression: Expression | undefined, wanted: number): boolean {
  return expression !== undefined && staticNumber(expression) === wanted;
}
