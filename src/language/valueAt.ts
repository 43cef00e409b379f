// The results at a place of the post: on a formula, on its mark, or on a worksheet line.
import type { Span } from '../core/text/span.js';
import { touches } from '../core/text/span.js';
import { toJsonValue } from '../evaluate/format.js';
import type { EvaluationResult } from '../evaluate/result.js';

/** Values first: they are what a reader asks about. */
export function resultsAt(
  results: readonly EvaluationResult[],
  place: Span,
): readonly EvaluationResult[] {
  return results
    .filter((result) => touches(placeOf(result), place))
    .sort((left, right) => Number(left.kind !== 'value') - Number(right.kind !== 'value'));
}

/** With the mark behind it. */
function placeOf({ span, stated }: EvaluationResult): Span {
  return { start: span.start, end: Math.max(span.end, stated?.span.end ?? 0) };
}

/** What Copy Value writes to the clipboard: as programs read it. */
export function copiedValue({ full, value }: EvaluationResult): string | null {
  if (value === null) return null;
  const whole = JSON.stringify(toJsonValue(value));
  const digits = full?.digits ?? whole;
  return digits.includes('…') ? whole : digits.replace(/×10\^(-?\d+)/g, 'e$1');
}
