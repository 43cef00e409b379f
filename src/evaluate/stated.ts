// A number as a person stated it, and whether a computed value agrees with it.

/** What a literal says: its value, and the half unit of its last digit that it leaves open. */
export interface StatedNumber {
  readonly value: number;
  /** 0 for an integer, which is exact. */
  readonly halfUnit: number;
}

const literal = /^[-+]?(?:\d+(?:\{,\}\d{3})*)(?:\.(\d+))?$/;

/** Reads a literal such as `-1.1083`, `1{,}000` or `3`; `null` for anything else. */
export function readStated(text: string): StatedNumber | null {
  const trimmed = text.trim();
  const found = literal.exec(trimmed);
  if (found === null) return null;
  const decimals = found[1]?.length ?? 0;
  return {
    value: Number(trimmed.replaceAll('{,}', '')),
    halfUnit: decimals === 0 ? 0 : 0.5 * 10 ** -decimals,
  };
}

/** Half a unit of the last digit decides; the rounding of the computation itself is allowed on top. */
export function agreesWithStated(value: number, stated: StatedNumber): boolean {
  if (!Number.isFinite(value)) return false;
  const rounding = 4 * Number.EPSILON * Math.max(Math.abs(value), Math.abs(stated.value));
  return Math.abs(value - stated.value) <= stated.halfUnit + rounding;
}

/** The value written with as many decimals as `text` has; 6 significant digits where it has none. */
export function writeAsStated(value: number, text: string): string {
  const decimals = literal.exec(text.trim())?.[1]?.length;
  return decimals === undefined ? String(Number(value.toPrecision(6))) : value.toFixed(decimals);
}
