// The error that a display is for what is wrong in its TeX, whatever its numbers and labels are.
import type { DisplayError, Row } from './display.js';
import type { NumberingMacros } from './macros.js';
import { isInPlace, scanTex } from './texScan.js';

/** Engines stop there: rows before it have taken their numbers, and nobody sees them. */
export function faultInPlace(
  tex: string,
  macros: NumberingMacros,
  rows: readonly Row[],
): DisplayError | null {
  const matters = rows.some(
    ({ numbering, labels }) => numbering.kind !== 'none' || labels.length > 0,
  );
  const fault = matters ? scanTex(tex, (name) => macros.commands.has(name)) : null;
  if (!fault || !isInPlace(fault.code)) return null;
  const { code, subject, span } = fault;
  const rowsBefore = rows.filter((row) => row.span.end <= span.start).length;
  return { code, subject, span, at: span.start, rowsBefore };
}

export function firstError(
  left: DisplayError | null,
  right: DisplayError | null,
): DisplayError | null {
  if (left === null || right === null) return left ?? right;
  return left.at < right.at ? left : right;
}
