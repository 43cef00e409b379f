// Seeded random numbers, in whole-number arithmetic alone: the same on every machine.

export interface Random {
  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number;
  /** One of several. */
  pick<T>(items: readonly [T, ...T[]]): T;
  /** Whether one of `count` equal chances came. */
  oneIn(count: number): boolean;
}

/** The generator mulberry32, by Tommy Ettinger (public domain). */
export function seededRandom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (count: number): number => next() % count;
  return {
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    oneIn: (count) => below(count) === 0,
  };
}

/** Powers of ten from thousandths to ten thousand. */
const SCALES = ['e-5', 'e-4', 'e-3', 'e-2', 'e-1', 'e0', 'e1', 'e2'] as const;

/** A positive number of two digits, its scale log-uniform: from 1e-4 to 1e4. */
export function positiveNumber(random: Random): number {
  return Number(`${10 + random.below(90)}${random.pick(SCALES)}`);
}

/** About 1: where most formulas are at home. */
export function moderateNumber(random: Random): number {
  return Number(`${1 + random.below(400)}e-2`);
}

export function signedNumber(random: Random): number {
  const size = random.oneIn(2) ? moderateNumber(random) : positiveNumber(random);
  return random.oneIn(2) ? -size : size;
}
