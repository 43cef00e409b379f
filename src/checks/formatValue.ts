// A value as text, for messages and hints: six digits, long arrays cut with their shape.
import type { Value } from '../evaluate/result.js';

const digits = 6;
const shownEntries = 8;

export function formatValue(value: Value): string {
  return typeof value === 'number' ? formatNumber(value) : formatArray(value);
}

function formatNumber(value: number): string {
  if (value === Infinity) return '∞';
  if (value === -Infinity) return '−∞';
  if (Number.isSafeInteger(value)) return String(value);
  return String(Number(value.toPrecision(digits)));
}

function formatArray(value: readonly Value[]): string {
  const shown = value.slice(0, shownEntries).map(formatValue).join(', ');
  return value.length <= shownEntries ? `[${shown}]` : `[${shown}, …] (${shapeOf(value)})`;
}

function shapeOf(value: readonly Value[]): string {
  const [first] = value;
  return typeof first === 'object' ? `${value.length} × ${shapeOf(first)}` : String(value.length);
}
