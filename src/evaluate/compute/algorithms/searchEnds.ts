// What values come to on the way to an end that does not belong to the range.
import type { SearchRange } from './searchGrid.js';

export interface EndLimit {
  readonly kind: 'settled' | 'unbounded' | 'unsettled';
  /** The end itself. */
  readonly place: number;
  /** The place nearest to it that was looked at. */
  readonly near: number;
  readonly value: number;
  readonly error: number;
}

/** How many of the places nearest to the end tell. */
const WATCHED = 8;
/** By which part at least the differences have to shrink from place to place. */
const SHRINKING = 0.9;
/** Where they do not shrink at all, the values grow without end. */
const GROWING = 0.999;
const TINY = 1e-13;

/** `null` where the values fall towards the end, so that nothing is lost there. */
export function endOf(
  side: 'from' | 'to',
  range: SearchRange,
  places: readonly number[],
  values: readonly number[],
): EndLimit | null {
  const isFrom = side === 'from';
  const place = isFrom ? range.from : range.to;
  const near = (isFrom ? places[0] : places[places.length - 1]) ?? NaN;
  if (near === place) return null;
  const seen = isFrom ? values.slice(0, WATCHED).reverse() : values.slice(-WATCHED);
  const last = seen[seen.length - 1] ?? NaN;
  const limit = (kind: EndLimit['kind'], value: number, error: number): EndLimit => ({
    kind,
    place,
    near,
    value,
    error,
  });
  if (last === Infinity) return limit('unbounded', Infinity, 0);
  if (last === -Infinity) return null;
  const steps = seen.slice(1).map((value, at) => value - (seen[at] ?? NaN));
  const scale = TINY * Math.max(Math.abs(last), 1e-3);
  const lastStep = steps[steps.length - 1] ?? 0;
  if (lastStep < -scale) return null;
  if (Math.abs(lastStep) <= scale) return limit('settled', last, Math.abs(lastStep) + scale);
  const ratios = steps.slice(1).map((step, at) => step / (steps[at] ?? NaN));
  const ratio = Math.max(...ratios);
  if (Math.min(...ratios) >= GROWING) return limit('unbounded', Infinity, 0);
  if (!(ratio >= 0 && ratio <= SHRINKING)) return limit('unsettled', Infinity, 0);
  const rest = (lastStep * ratio) / (1 - ratio);
  return limit('settled', last + rest, Math.abs(rest) + scale);
}
