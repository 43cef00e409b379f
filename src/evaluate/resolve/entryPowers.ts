// `A^{-1}_{12}` and `A_{12}^{-1}` look the same: an entry of the inverse, or the inverse of an entry.
import { shapeOf } from '../expression.js';
import { refuse } from '../refusal.js';
import type { IndexedSyntax, PowerSyntax } from '../syntax.js';
import { findMeaning, type Context } from './context.js';

/**
 * Powers that matrices have too. The square of an entry, its exponent written last, is what everyone reads.
 */
export function refuseUnclearPower(
  { base, exponent, span }: PowerSyntax,
  power: number | null,
  context: Context,
): void {
  if (base.kind !== 'indexed' || power === null || !Number.isInteger(2 * power)) return;
  const isPlain = Number.isInteger(power) && power >= 0;
  const first = base.indices?.[0];
  const isWrittenFirst = first !== undefined && exponent.span.start < first.span.start;
  if ((!isPlain || isWrittenFirst) && isMatrixEntry(base, context))
    refuse('ambiguous.entry-power', span);
}

function isMatrixEntry({ base, full, indices }: IndexedSyntax, context: Context): boolean {
  if (base.kind !== 'name' || indices === null) return false;
  if (full !== null && findMeaning(context, full) !== null) return false;
  const meaning = findMeaning(context, base.name);
  return meaning?.kind === 'value' && shapeOf(meaning.expression).rank === 2;
}
