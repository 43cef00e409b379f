// `I`, `\mathbf 1` and `\mathbf 0` without a length: they have the size that fits what they stand beside.
import type { Span } from '../../core/text/span.js';
import { axesOf, shapeOf, type Expression, type Shape } from '../expression.js';
import { attempt, refuse } from '../refusal.js';
import type { Name, OnesSyntax, Syntax } from '../syntax.js';
import { compare, constant, indicatorOf, mapArrays, staticNumber } from './construct.js';
import { findMeaning, requireScalar, resolveIn, type Context } from './context.js';
import { matrixFrom, takeEntry, vectorFrom } from './entries.js';
import { nucleusOf } from '../syntaxNucleus.js';

/** Whether the size of an operand, or of part of it, has to come from outside. */
export function hasOpenSize(syntax: Syntax, context: Context): boolean {
  switch (syntax.kind) {
    case 'name':
      return isIdentity(syntax.name) && findMeaning(context, syntax.name) === null;
    case 'ones':
      return syntax.length === null;
    case 'sum':
      return syntax.terms.some(({ body }) => hasOpenSize(body, context));
    case 'product':
      return syntax.factors.some(({ body }) => hasOpenSize(body, context));
    case 'group':
      return syntax.items.length === 1 && syntax.items.some((item) => hasOpenSize(item, context));
    case 'quotient':
      return hasOpenSize(syntax.numerator, context);
    case 'transpose':
    case 'power':
      return hasOpenSize(syntax.base, context);
    default:
      return false;
  }
}

export function isIdentity({ plain }: Name): boolean {
  return plain === 'I';
}

/** What passes on the size that fits to its parts. */
export const PASSES_SIZE: ReadonlySet<Syntax['kind']> = new Set([
  'name',
  'ones',
  'sum',
  'product',
  'group',
  'quotient',
  'transpose',
  'power',
]);

export function withFit(context: Context, fits: Shape | null): Context {
  return { ...context, fits };
}

/** Operands that have to have one shape: those of open size take that of the first other array. */
export function resolveAlike(
  operands: readonly Syntax[],
  context: Context,
  resolve: (operand: Syntax, context: Context) => Expression = (operand, inside) =>
    resolveIn(inside, operand),
): readonly Expression[] {
  const values = operands.map((operand) =>
    hasOpenSize(operand, context) ? null : resolve(operand, context),
  );
  const found =
    values.find((value) => value !== null && shapeOf(value).rank > 0) ??
    closedByItself(operands, context, resolve);
  const inside = found === null ? context : withFit(context, shapeOf(found));
  return values.map((value, at) => {
    const operand = operands[at];
    if (value !== null || operand === undefined)
      return value ?? constant(NaN, { start: 0, end: 0 });
    return resolve(operand, inside);
  });
}

/** `I - (I + R)^{-1}R`: the size of an open operand may be given within another one. */
function closedByItself(
  operands: readonly Syntax[],
  context: Context,
  resolve: (operand: Syntax, context: Context) => Expression,
): Expression | null {
  for (const operand of operands) {
    // A bare I, or 1, has no size within.
    if (nucleusOf(operand).kind === 'name' || !hasOpenSize(operand, context)) continue;
    const found = attempt(() => resolve(operand, context), operand.span);
    if (found.ok && shapeOf(found.value).rank > 0) return found.value;
  }
  return null;
}

/** A factor of a product: its rows are as many as the columns before it, its columns as the rows behind it. */
export interface PlacedFactor {
  readonly body: Syntax;
  readonly row: boolean;
  /** The nearest arrays before and behind it, and whether they lie down. */
  readonly before: PlacedArray | null;
  readonly behind: PlacedArray | null;
}

export interface PlacedArray {
  readonly shape: Shape;
  readonly row: boolean;
}

/** The shape that fits a factor whose size is open. */
export function fitOf({ body, row, before, behind }: PlacedFactor, context: Context): Shape | null {
  const size = sizeBefore(before) ?? sizeBehind(behind);
  const isVector = nucleusOf(body).kind === 'ones';
  if (size !== null)
    return isVector ? { rank: 1, length: size } : { rank: 2, rows: size, columns: size };
  const { fits } = context;
  if (!isVector || fits?.rank !== 2 || (before === null && behind === null)) return fits;
  return { rank: 1, length: row ? fits.columns : fits.rows };
}

function sizeBefore(array: PlacedArray | null): number | null {
  if (array === null) return null;
  const { shape, row } = array;
  if (shape.rank === 2) return shape.columns;
  return shape.rank === 1 && row ? shape.length : null;
}

function sizeBehind(array: PlacedArray | null): number | null {
  if (array === null) return null;
  const { shape, row } = array;
  if (shape.rank === 2) return shape.rows;
  return shape.rank === 1 && !row ? shape.length : null;
}

/** I where nothing binds it. */
export function fittingIdentity(span: Span, context: Context): Expression {
  const { fits } = context;
  if (fits?.rank !== 2 || fits.rows !== fits.columns)
    return refuse('shape.size-open', span, { name: 'I' });
  return identityOf(fits.rows, span, context);
}

/** The identity matrix of a size. */
export function identityOf(size: number, span: Span, context: Context): Expression {
  return matrixFrom(context, [size, size], span, (row, column) =>
    indicatorOf([compare('=', row, column)], span),
  );
}

/** `\mathbf 1_n`, `\mathbf 1`. */
export function resolveOnes({ value, length, span }: OnesSyntax, context: Context): Expression {
  if (length === null) return fittingOnes(value, span, context);
  const size = sizeOfLength(length, context);
  return takeEntry(
    vectorFrom(context, size, span, () => constant(value, span)),
    context,
  );
}

/** A length that is known before computing. */
export function sizeOfLength(length: Syntax, context: Context): number {
  const size = staticNumber(requireScalar(resolveIn({ ...context, entries: null }, length)));
  if (size === null) refuse('shape.length-unknown', length.span);
  if (!Number.isInteger(size) || size < 0)
    refuse('shape.length-invalid', length.span, { found: String(size) });
  return size;
}

function fittingOnes(value: 0 | 1, span: Span, context: Context): Expression {
  const { fits } = context;
  if (fits === null || fits.rank === 0) return refuse('syntax.ones-without-length', span);
  const [rows = 0, columns = null] = axesOf(fits);
  if (columns === null) return vectorFrom(context, rows, span, () => constant(value, span));
  const shaped = identityOf(rows, span, context);
  const entries = mapArrays(context, [shaped], span, () => constant(value, span));
  return entries.kind === 'build' && fits.rank === 2 ? { ...entries, shape: fits } : entries;
}
