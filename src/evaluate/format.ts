// Values as people and programs read them.
import type { Value } from './result.js';

/** A value as JSON can hold it: what is infinite is a string. */
export type JsonValue = number | string | readonly JsonValue[];

const mostEntries = 8;

/** `digits` significant digits; a vector of more than 8 entries is cut and its shape is named. */
export function formatValue(value: Value, digits = 6): string {
  if (typeof value === 'number') return formatNumber(value, digits);
  const entries = value.slice(0, mostEntries).map((entry) => formatValue(entry, digits));
  if (value.length <= mostEntries) return `[${entries.join(', ')}]`;
  return `[${entries.join(', ')}, …] (${shapeOf(value).join(' × ')})`;
}

/** The shortest text that has the value's first `digits` digits: no trailing zeros, integers whole. */
export function formatNumber(value: number, digits = 6): string {
  if (value === Infinity) return '∞';
  if (value === -Infinity) return '-∞';
  if (Number.isSafeInteger(value)) return String(value);
  return String(Number(value.toPrecision(digits)));
}

export function toJsonValue(value: Value): JsonValue {
  if (typeof value !== 'number') return value.map(toJsonValue);
  if (value === Infinity) return 'Infinity';
  if (value === -Infinity) return '-Infinity';
  return value;
}

/** The lengths of a nested array, outermost first. */
export function shapeOf(value: Value): readonly number[] {
  if (typeof value === 'number') return [];
  const [first] = value;
  return [value.length, ...(first === undefined ? [] : shapeOf(first))];
}
