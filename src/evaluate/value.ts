// Values as results hold them: numbers and nested arrays.
import type { Computed } from './compute/runtime.js';
import type { Shape } from './expression.js';
import type { Value } from './result.js';

/** Minus zero is shown as zero. */
export function valueOf(computed: Computed, shape: Shape): Value {
  if (typeof computed === 'number') return computed + 0;
  const entries = Array.from(computed, (entry) => entry + 0);
  if (shape.rank !== 2) return entries;
  const { rows, columns } = shape;
  return Array.from({ length: rows }, (_, row) =>
    entries.slice(row * columns, (row + 1) * columns),
  );
}
