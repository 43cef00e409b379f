// Values as people and programs read them.
import type { Shape } from './expression.js';
import type { Value } from './result.js';

/** A value as JSON can hold it: what is infinite is a string. */
export type JsonValue = number | string | readonly JsonValue[];

const mostEntries = 8;

/** `digits` significant digits; a vector of more than 8 entries is cut and its shape is named. */
export function formatValue(value: Value, digits = 6): string {
  if (typeof value === 'number') return formatNumber(value, digits);
  const entry = (at: number): string => formatValue(value[at] ?? 0, digits);
  return cutList(value.length, entry, shapeOf(value));
}

/** Its first entries, and its shape where there are more. */
function cutList(length: number, entry: (at: number) => string, shape: readonly number[]): string {
  const shown = Array.from({ length: Math.min(length, mostEntries) }, (_, at) => entry(at));
  if (length <= mostEntries) return `[${shown.join(', ')}]`;
  return `[${shown.join(', ')}, …] (${shape.join(' × ')})`;
}

/** The same of entries that are asked for by their places, row by row: data may be long. */
export function arrayText(shape: Shape, entry: (at: number) => string): string {
  if (shape.rank === 0) return entry(0);
  if (shape.rank === 1) return cutList(shape.length, entry, [shape.length]);
  const { rows, columns } = shape;
  const row = (at: number): string =>
    cutList(columns, (column) => entry(at * columns + column), [columns]);
  return cutList(rows, row, [rows, columns]);
}

/**
 * Whole numbers in full, as far as doubles hold them. Anything else with `digits` significant
 * digits, and never so that it looks whole: where these end before the decimal point, or are 0
 * behind it, the power of ten or the zeros say that digits were left out.
 */
export function formatNumber(value: number, digits = 6): string {
  if (value === Infinity) return '∞';
  if (value === -Infinity) return '-∞';
  if (Number.isSafeInteger(value)) return String(value);
  const [mantissa = '', power = '0'] = value.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  const decimals = digits - 1 - exponent;
  if (decimals <= 0 || exponent < SMALLEST_POWER) {
    const short = mantissa.replace(/\.?0+$/, '');
    return exponent === 0 ? short : `${short}×10^${exponent}`;
  }
  const fixed = value.toFixed(decimals);
  return /\.0+$/.test(fixed) ? fixed : fixed.replace(/0+$/, '');
}

/** Two numbers with as many digits as it takes to tell them apart, at least 6. */
export function formatApart(left: number, right: number): readonly [string, string] {
  for (let digits = 6; digits < MOST_DIGITS; digits++) {
    const [first, second] = [formatNumber(left, digits), formatNumber(right, digits)];
    if (left === right || first !== second) return [first, second];
  }
  return [formatNumber(left, MOST_DIGITS), formatNumber(right, MOST_DIGITS)];
}

/** Doubles that differ differ in so many. */
const MOST_DIGITS = 17;

/** Smaller numbers are written with a power of ten. */
const SMALLEST_POWER = -6;

export function toJsonValue(value: Value): JsonValue {
  if (typeof value !== 'number') return value.map(toJsonValue);
  if (value === Infinity) return 'Infinity';
  if (value === -Infinity) return '-Infinity';
  return value;
}

/** The lengths of a nested array, outermost first. */
function shapeOf(value: Value): readonly number[] {
  if (typeof value === 'number') return [];
  const [first] = value;
  return [value.length, ...(first === undefined ? [] : shapeOf(first))];
}
