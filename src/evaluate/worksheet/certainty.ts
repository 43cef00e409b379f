// How much of a value may be shown: no digit that rounding may have made.
import type { Span } from '../../core/text/span.js';
import type { Bounded } from '../expression.js';
import { refuse } from '../refusal.js';

export interface Certain {
  readonly values: readonly number[];
  readonly digits: number;
  /** How far from 0 what is shown as 0 may be, where something is. */
  readonly nearZero: number | null;
}

/** What cannot be told from 0 is shown as 0 where it is at most so far from it. */
const NEAR_ZERO = 1e-9;

/** Refuses a value of which no digit is certain. */
export function certainOf(bounds: readonly Bounded[], digits: number, span: Span): Certain {
  let shown = digits;
  let nearZero: number | null = null;
  const values = bounds.map(({ value, error, exact }) => {
    if (exact !== null || error === 0 || !Number.isFinite(value)) return value;
    if (Math.abs(value) <= error && error <= NEAR_ZERO) {
      nearZero = Math.max(nearZero ?? 0, error);
      return 0;
    }
    const certain = Math.floor(-Math.log10((2 * error) / Math.abs(value)));
    if (!(certain >= 1)) refuse('value.uncertain', span, { error: error.toPrecision(2) });
    shown = Math.min(shown, certain);
    return value;
  });
  return { values, digits: shown, nearZero };
}
