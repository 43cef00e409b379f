// How a value is written where a post states it: with as many digits as stood there, so that it holds.
import type { EvaluationResult, FullValue, StatedPlace, Value } from './result.js';

/** Of a value that was not stated before. */
const NEW_DIGITS = 6;

type Kind = StatedPlace['kind'];

/** `null` where the value cannot be stated: not computed, or with fewer certain digits than that takes. */
export function restated(
  { value, full }: Pick<EvaluationResult, 'value' | 'full'>,
  before: string,
  kind: Kind,
): string | null {
  if (value === null || full === null) return null;
  const numbers = before.match(NUMBER) ?? [];
  const isList = typeof value !== 'number';
  const own = isList && numbers.length === value.length;
  const most = Math.max(0, ...numbers.map(significantDigits));
  const digitsAt = (at: number): number => {
    const stated = own ? significantDigits(numbers[at] ?? '') : most;
    return stated === 0 ? NEW_DIGITS : stated;
  };
  const text = isList
    ? listText(value, (entry, at) => numberText(entry, digitsAt(at), full, kind))
    : numberText(value, digitsAt(0), full, kind);
  return text !== null && kind === 'empty' ? ` ${text} ` : text;
}

/** A literal, with its power of ten. */
const NUMBER =
  /(?:\d+(?:\{,\}\d+)*(?:\.\d+)?|\.\d+)(?:\s*\\(?:times|cdot)\s*10\^(?:\{[-+]?\d+\}|\d))?/g;

function significantDigits(number: string): number {
  const [mantissa = ''] = number.split('\\');
  return mantissa.replace(/\D/g, '').replace(/^0+/, '').length;
}

function listText(
  value: readonly Value[],
  write: (entry: number, at: number) => string | null,
): string | null {
  const entries = value.map((entry, at) => (typeof entry === 'number' ? write(entry, at) : null));
  return entries.includes(null) ? null : `[${entries.join(', ')}]`;
}

function numberText(
  value: number,
  wanted: number,
  { isWhole, certainDigits }: FullValue,
  kind: Kind,
): string | null {
  if (!Number.isFinite(value)) return kind === 'prose' ? null : value > 0 ? '\\infty' : '-\\infty';
  // A whole number without a point is exact: only one that is may be stated so.
  if (Number.isSafeInteger(value) && (isWhole || value === 0)) return String(value);
  const size = Math.floor(Math.log10(Math.abs(value)));
  const isPlain = size >= SMALLEST_POWER && size <= LARGEST_POWER;
  const least = isPlain ? Math.max(1, size + 2) : 2;
  const digits = Math.max(Math.min(wanted, certainDigits), least);
  if (digits > certainDigits) return null;
  if (isPlain) return value.toFixed(digits - 1 - size);
  if (kind === 'prose') return null;
  const [mantissa = '', power = '0'] = value.toExponential(digits - 1).split('e');
  return `${mantissa}\\times10^{${Number(power)}}`;
}

/** The powers of ten of the first digits of numbers that are written out. */
const SMALLEST_POWER = -6;
const LARGEST_POWER = 14;
