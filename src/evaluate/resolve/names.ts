// What a symbol with or without indices stands for: a number, an entry, a row, a member of a family, a norm.
import {
  type Shape,
  describeShape,
  SCALAR,
  shapeOf,
  type Expression,
  type Local,
} from '../expression.js';
import { refuse } from '../refusal.js';
import type { Index, IndexedSyntax, Name, NameSyntax, Syntax } from '../syntax.js';
import { showName } from '../read/names.js';
import { callFunction } from './calls.js';
import { addTerms, constant, entryOf, localExpression, staticNumber } from './construct.js';
import { rowOf, takeEntry, vectorFrom } from './entries.js';
import {
  findMeaning,
  freshIndex,
  freshLocal,
  isLocal,
  requireScalar,
  resolveIn,
  type Context,
  type Family,
  type Meaning,
  type OpenRange,
} from './context.js';
import { builtInWithIndex, kroneckerDelta } from './indexedBuiltIns.js';
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

/** `\bar x` is the mean of a vector x. */
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
  return /^\\bar\{(.*)\}$/.exec(key)?.[1] ?? null;
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
  if (base.name.plain === '\\delta') {
    const pair = indices === null ? null : splitIndices(indices, 2);
    if (pair !== null) return kroneckerDelta(pair, syntax, context);
  }
  if (hasRunningIndex(syntax, context) && !context.ended.has(base.name.key))
    refuse('name.unbound-vector', base.span, { name: showName(base.name) });
  return refuseUnbound(full ?? base.name, span, context);
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

/** Entries, rows and columns of an array. */
function entriesAt(
  array: Expression,
  given: readonly Index[],
  syntax: IndexedSyntax,
  context: Context,
): Expression {
  const shape = shapeOf(array);
  const { span } = syntax;
  const name = syntax.full?.key ?? '(…)';
  if (shape.rank === 0) refuse('index.of-number', span, { name });
  const indices = splitIndices(given, shape.rank) ?? given;
  if (shape.rank === 1) refuseLetters(indices, name, shape);
  if (indices.length > shape.rank)
    refuse('index.too-many', span, { name, shape: describeShape(shape) });
  const [first, second] = indices;
  if (first === undefined) refuse('index.unclear', span);
  if (shape.rank === 1) return vectorEntry(array, first, shape.length, context);
  if (second === undefined) return rowOf(context, array, place(first, shape.rows, context));
  return matrixEntry(array, first, second, [shape.rows, shape.columns], context);
}

/** `x_{ij}` has two indices, never their product. */
function refuseLetters(indices: readonly Index[], name: string, shape: Shape): void {
  for (const index of indices) {
    if (
      splitIndices([index], 2) !== null &&
      index.kind === 'expression' &&
      index.body.kind === 'product'
    )
      refuse('index.too-many', index.span, { name, shape: describeShape(shape) });
  }
}

function vectorEntry(
  array: Expression,
  index: Index,
  length: number,
  context: Context,
): Expression {
  if (index.kind === 'slice') return array;
  const at = place(index, length, context);
  if (index.kind === 'expression') return entryOf(context, array, [at]);
  context.shared.notes.add('index.order');
  const sorted: Expression = { kind: 'sorted', array, span: array.span };
  return { kind: 'element', array: sorted, indices: [at], span: index.span };
}

function matrixEntry(
  array: Expression,
  first: Index,
  second: Index,
  [rows, columns]: readonly [number, number],
  context: Context,
): Expression {
  if (first.kind === 'slice' && second.kind === 'slice') return array;
  if (second.kind === 'slice') return rowOf(context, array, place(first, rows, context));
  const column = place(second, columns, context);
  if (first.kind !== 'slice') return entryOf(context, array, [place(first, rows, context), column]);
  return vectorFrom(context, rows, array.span, (row) => entryOf(context, array, [row, column]));
}

/** `_{ij}` and `_{12}` are two indices where the array has two axes. */
export function splitIndices<Count extends 2>(
  indices: readonly Index[],
  count: Count,
): readonly [Index, Index] | null;
export function splitIndices(indices: readonly Index[], count: number): readonly Index[] | null;
export function splitIndices(indices: readonly Index[], count: number): readonly Index[] | null {
  if (indices.length === count) return indices;
  const [only] = indices;
  if (count !== 2 || indices.length !== 1 || only?.kind !== 'expression') return null;
  const { body, span } = only;
  if (body.kind === 'number' && /^[1-9]{2}$/.test(body.text)) {
    return [...body.text].map((digit) => ({
      kind: 'expression',
      body: { ...body, value: Number(digit), text: digit },
      span,
    }));
  }
  if (body.kind !== 'product' || body.factors.length !== 2) return null;
  const letters = body.factors.every(
    (factor) => factor.operator === 'juxtaposed' && isIndexLike(factor.body),
  );
  return letters
    ? body.factors.map((factor) => ({
        kind: 'expression',
        body: factor.body,
        span: factor.body.span,
      }))
    : null;
}

function isIndexLike(syntax: Syntax): boolean {
  return syntax.kind === 'name' || syntax.kind === 'number';
}

/** An index as a number from 1 to `length`; an open index learns its range here. */
export function place(index: Index, length: number, context: Context): Expression {
  if (index.kind === 'slice') return refuse('index.unclear', index.span);
  const { body, span } = index;
  const offset = 1 - context.scope.conventions.firstIndex;
  const open = openIndex(body, context);
  if (open !== null) {
    open.range.lengths.push({ length, span });
    return shifted(localExpression(open.local, span), offset);
  }
  const given = requireScalar(resolveIn({ ...context, entries: null }, body));
  const value = shifted(given, offset);
  return inRange(value, length, span, context);
}

function shifted(index: Expression, by: number): Expression {
  if (by === 0) return index;
  const one = constant(by, index.span);
  return addTerms(
    [
      { negative: false, body: index },
      { negative: false, body: one },
    ],
    index.span,
  );
}

function inRange(
  value: Expression,
  length: number,
  span: Expression['span'],
  context: Context,
): Expression {
  const known = staticNumber(value);
  if (known !== null) {
    if (Number.isInteger(known) && known >= 1 && known <= length) return constant(known, span);
    return refuseOutOfRange(known, length, span, context);
  }
  const range = value.kind === 'local' ? value.local.range : null;
  if (range !== null) {
    if (range.from >= 1 && range.to <= length) return value;
    if (range.from > range.to) return { kind: 'checkedIndex', body: value, length, span };
    return refuseOutOfRange(range.from < 1 ? range.from : range.to, length, span, context);
  }
  return { kind: 'checkedIndex', body: value, length, span };
}

function refuseOutOfRange(
  found: number,
  length: number,
  span: Expression['span'],
  context: Context,
): never {
  const { firstIndex } = context.scope.conventions;
  const index = String(found - 1 + firstIndex);
  const data = { index, first: String(firstIndex), last: String(length - 1 + firstIndex) };
  if (found === 0 && firstIndex === 1) refuse('index.zero', span, data);
  return refuse('index.out-of-range', span, data);
}

interface OpenIndex {
  readonly local: Local;
  readonly range: OpenRange;
}

/** A bare index whose range is not known yet, or one that the surrounding maximum or mean is to bind. */
function openIndex(body: Syntax, context: Context): OpenIndex | null {
  const { name, key } = bareName(body);
  if (name === null) return null;
  const meaning = findMeaning(context, name);
  if (meaning?.kind === 'index')
    return meaning.open === null ? null : { local: meaning.local, range: meaning.open };
  if (meaning !== null || context.implicit === null || context.dimensions.upperEnds.has(key))
    return null;
  const found = { local: freshIndex(context), range: { lengths: [] } };
  context.implicit.found.set(key, found);
  return found;
}

function bareName(body: Syntax): { readonly name: Name | null; readonly key: string } {
  return body.kind === 'name' ? { name: body.name, key: body.name.key } : { name: null, key: '' };
}
