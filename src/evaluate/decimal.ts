// How a number in a formula reads as a plain decimal.
import type { NumberSyntax } from './syntax.js';

/** The number as a plain decimal: `50\%` is `50e-2`. */
export function decimalText({ text, percent }: NumberSyntax): string {
  if (!percent) return text;
  const [mantissa = text, exponent = '0'] = text.split(/[eE]/);
  return `${mantissa}e${Number(exponent) - 2}`;
}
