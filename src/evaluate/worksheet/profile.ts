// Profiles: a formula of one index that nothing else binds, at every place of what it indexes (`S(A_i)`).
import { wholeNumber } from '../compute/bounds.js';
import type { Expression } from '../expression.js';
import { attempt, refuse } from '../refusal.js';
import { agreedLength, resolveIn, type Context, type ImplicitIndices } from '../resolve/context.js';
import { resolveWithSizes } from '../resolve/dimensions.js';
import { resolveVector } from '../resolve/lists.js';
import { partsOf } from '../syntaxChildren.js';
import type { NameSyntax, Syntax } from '../syntax.js';
import { occursFree } from './forms.js';
import { entriesOf } from './family.js';
import type { IndexRange } from './indexRanges.js';
import type { PointsAxis } from './plotAxes.js';
import type { TableAxis, TableColumn } from './tables.js';

/** The places of the one index that the expressions leave open; `null` where there is none. */
export function openAxis(columns: readonly TableColumn[], context: Context): PointsAxis | null {
  const found = openIndex(columns, context);
  if (found === null) return null;
  const { name, length } = found;
  return axisOver(name, name.name.key, length, context);
}

/** `i \in 1..n`, where n is how much i indexes; `null` where the set is another. */
export function axisToSize(
  { name, label, set }: TableAxis,
  columns: readonly TableColumn[],
  context: Context,
): PointsAxis | null {
  const ends = endsOf(set);
  if (ends?.to.kind !== 'name') return null;
  const { to } = ends;
  if (attempt(() => resolveIn(context, to), set.span).ok) return null;
  const { from } = ends;
  const start = from === null ? 1 : from.kind === 'number' ? from.value : null;
  const found = start === context.scope.conventions.firstIndex ? openIndex(columns, context) : null;
  if (found?.name.name.plain !== name.name.plain) return null;
  return axisOver(name, label, found.length, context);
}

function axisOver(name: NameSyntax, label: string, length: number, context: Context): PointsAxis {
  const { firstIndex } = context.scope.conventions;
  const at = Array.from({ length }, (_, place) => wholeNumber(place + firstIndex));
  return { kind: 'points', name, label, at };
}

interface OpenIndex {
  readonly name: NameSyntax;
  readonly length: number;
}

/** Of arrays of different lengths there is no one range. */
function openIndex(columns: readonly TableColumn[], context: Context): OpenIndex | null {
  const implicit: ImplicitIndices = { found: new Map() };
  const syntaxes = columns.map(({ syntax }) => syntax);
  // What else keeps it from being understood is told where it is computed.
  const read = attempt(() => {
    for (const syntax of syntaxes)
      resolveWithSizes([syntax], { ...context, implicit }, (sized) => resolveVector(syntax, sized));
  }, NOWHERE);
  const [first, second] = implicit.found;
  if (!read.ok || first === undefined) return null;
  const span = syntaxes[0]?.span ?? NOWHERE;
  const [key, { range }] = first;
  if (second !== undefined) refuse('binder.several-open', span, { first: key, second: second[0] });
  const length = agreedLength(range, key, span);
  return { name: { kind: 'name', name: { key, plain: key }, span }, length };
}

const NOWHERE = { start: 0, end: 0 };

/** Of `1..n` and `[n]`. */
function endsOf(set: Syntax): { readonly from: Syntax | null; readonly to: Syntax } | null {
  if (set.kind === 'group' && set.open === '[' && set.close === ']') {
    const [size, second] = set.items;
    return size === undefined || second !== undefined ? null : { from: null, to: size };
  }
  if (set.kind !== 'set' || set.conditions !== null) return null;
  const [from, dots, to, more] = set.items;
  if (from === undefined || to === undefined || more !== undefined) return null;
  return dots?.kind === 'dots' ? { from, to } : null;
}

/** Whether these letters stand as indices in a formula, so that ranges behind it are theirs. */
export function hasIndices(syntax: Syntax, letters: readonly NameSyntax[]): boolean {
  const indices = indexLetters(syntax).map(({ name }) => name.plain);
  return letters.every(({ name }) => indices.includes(name.plain) && occursFree(name, syntax));
}

function indexLetters(syntax: Syntax): readonly NameSyntax[] {
  const indices = syntax.kind === 'indexed' ? (syntax.indices ?? []) : [];
  const own = indices.flatMap((index) => (index.kind === 'slice' ? [] : lettersOf(index.body)));
  return [...own, ...partsOf(syntax).flatMap(indexLetters)];
}

/** Of `i` and of `ij`. */
function lettersOf(index: Syntax): readonly NameSyntax[] {
  if (index.kind === 'product') return index.factors.flatMap(({ body }) => lettersOf(body));
  return index.kind === 'name' ? [index] : [];
}

/** The vector, or with two ranges the matrix, of a formula and the ranges behind it. */
export function profileOf(
  syntax: Syntax,
  ranges: readonly IndexRange[],
  context: Context,
): Expression {
  const parameters = ranges.map(({ index }) => index.name);
  const entries = resolveWithSizes(
    [syntax],
    context,
    (sized) => entriesOf({ parameters, ranges, body: syntax, span: syntax.span }, sized),
    ranges,
  );
  return entries ?? refuse('query.range', ranges[0]?.span ?? syntax.span);
}
