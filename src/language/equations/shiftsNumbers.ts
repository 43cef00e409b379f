// Whether an edit gives equations other numbers than they had.
import type { Snapshot } from '../../core/post/facts.js';

/** The rows are the same, but for one that got a number. */
export function shiftsNumbers(before: Snapshot, after: Snapshot): boolean {
  return before.facts.displays.some(({ rows }, display) =>
    rows.some(
      ({ number }, row) =>
        number !== null && number !== after.facts.displays[display]?.rows[row]?.number,
    ),
  );
}
