// Numbers as a person states them: a decimal leaves half a unit of its last digit open, an integer is exact.
import { decimalText } from '../decimal.js';
import type { Factor, NumberSyntax, Syntax } from '../syntax.js';

export interface Stated {
  readonly value: number;
  /** The power of ten of its last digit, half of which is open; `null` where it is exact. */
  readonly unit: number | null;
  /** The same under ≈, where the trailing zeros of an integer are free. */
  readonly roughUnit: number | null;
}

/** Half of the unit with this power of ten. */
export function halfUnit(unit: number | null): number {
  return unit === null ? 0 : Number(`5e${unit - 1}`);
}

/** A literal, or a list of literals (with as many levels as a vector has), else `null`. */
export type StatedValue = Stated | readonly Stated[];

export function statedOf(syntax: Syntax): StatedValue | null {
  const number = statedNumber(syntax);
  if (number !== null) return number;
  if (syntax.kind !== 'group' || syntax.bar !== null) return null;
  if (syntax.items.length === 1 && syntax.open !== '[') {
    const [only] = syntax.items;
    return only === undefined ? null : statedOf(only);
  }
  const entries = syntax.items.map(statedNumber);
  return entries.every((entry) => entry !== null) ? entries : null;
}

export function isList(stated: StatedValue): stated is readonly Stated[] {
  return Array.isArray(stated);
}

/** `1.1083`, `-3`, `1.5\times10^{6}`. */
function statedNumber(syntax: Syntax): Stated | null {
  if (syntax.kind === 'number') return ofNumber(syntax);
  if (syntax.kind === 'constant' && syntax.constant === 'infinity') return exactly(Infinity);
  if (syntax.kind === 'sum' && syntax.terms.length === 1) {
    const [only] = syntax.terms;
    const inner = only === undefined ? null : statedNumber(only.body);
    return inner === null ? null : only?.negative ? { ...inner, value: -inner.value } : inner;
  }
  return syntax.kind === 'product' ? scientific(syntax.factors) : null;
}

function exactly(value: number): Stated {
  return { value, unit: null, roughUnit: null };
}

function ofNumber(number: NumberSyntax): Stated {
  const [mantissa = '', exponent = '0'] = decimalText(number).split(/[eE]/);
  const scale = Number(exponent);
  const { value, decimals } = number;
  if (decimals !== null) return { value, unit: scale - decimals, roughUnit: scale - decimals };
  const zeros = /0*$/.exec(mantissa)?.[0].length ?? 0;
  return { value, unit: null, roughUnit: scale + zeros };
}

function scientific(factors: readonly Factor[]): Stated | null {
  const [mantissa, power] = factors;
  if (factors.length !== 2 || mantissa === undefined || power === undefined) return null;
  if (power.operator !== 'times' && power.operator !== 'cdot') return null;
  const exponent = powerOfTen(power.body);
  const stated = statedNumber(mantissa.body);
  if (stated === null || exponent === null) return null;
  const shifted = (unit: number | null): number | null => (unit === null ? null : unit + exponent);
  return {
    value: stated.value * 10 ** exponent,
    unit: shifted(stated.unit),
    roughUnit: shifted(stated.roughUnit),
  };
}

/** The exponent of `10^{k}` standing alone, else `null`. */
export function powerOfTen(syntax: Syntax): number | null {
  if (syntax.kind !== 'power' || syntax.base.kind !== 'number' || syntax.base.text !== '10')
    return null;
  const stated = statedNumber(syntax.exponent);
  return stated !== null && Number.isInteger(stated.value) ? stated.value : null;
}
