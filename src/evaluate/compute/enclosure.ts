// Rectangles of complex numbers, and what sums, products and powers make of them: a real one is an interval.

/** All numbers whose real part lies between `low` and `high` and whose imaginary part between `below` and `above`. */
export interface Enclosure {
  readonly low: number;
  readonly high: number;
  readonly below: number;
  readonly above: number;
}

export type Interval = readonly [low: number, high: number];

export function interval(low: number, high: number): Enclosure {
  return { low, high, below: 0, above: 0 };
}

export function rectangle([low, high]: Interval, [below, above]: Interval): Enclosure {
  return { low, high, below, above };
}

export function isReal({ below, above }: Enclosure): boolean {
  return below === 0 && above === 0;
}

export function isPoint({ low, high, below, above }: Enclosure): boolean {
  return low === high && below === above;
}

export function isBounded({ low, high, below, above }: Enclosure): boolean {
  return [low, high, below, above].every(Number.isFinite);
}

export function plus(left: Enclosure, right: Enclosure): Enclosure {
  return {
    low: left.low + right.low,
    high: left.high + right.high,
    below: left.below + right.below,
    above: left.above + right.above,
  };
}

export function opposite({ low, high, below, above }: Enclosure): Enclosure {
  return { low: 0 - high, high: 0 - low, below: 0 - above, above: 0 - below };
}

export function hull(left: Enclosure, right: Enclosure): Enclosure {
  return {
    low: Math.min(left.low, right.low),
    high: Math.max(left.high, right.high),
    below: Math.min(left.below, right.below),
    above: Math.max(left.above, right.above),
  };
}

export function scaled(enclosure: Enclosure, factor: number): Enclosure {
  return times(enclosure, interval(factor, factor));
}

export function times(left: Enclosure, right: Enclosure): Enclosure {
  const re = product([left.low, left.high], [right.low, right.high]);
  if (isReal(left) && isReal(right)) return rectangle(re, [0, 0]);
  const both = product([left.below, left.above], [right.below, right.above]);
  const first = product([left.low, left.high], [right.below, right.above]);
  const second = product([left.below, left.above], [right.low, right.high]);
  return rectangle(
    [re[0] - both[1], re[1] - both[0]],
    [first[0] + second[0], first[1] + second[1]],
  );
}

export function product([a, b]: Interval, [c, d]: Interval): Interval {
  const corners = [a * c, a * d, b * c, b * d];
  return [Math.min(...corners), Math.max(...corners)];
}

export function squareOf(enclosure: Enclosure): Enclosure {
  const { low, high, below, above } = enclosure;
  const re = squares([low, high]);
  if (isReal(enclosure)) return rectangle(re, [0, 0]);
  const im = squares([below, above]);
  const mixed = product([low, high], [below, above]);
  return rectangle([re[0] - im[1], re[1] - im[0]], [2 * mixed[0], 2 * mixed[1]]);
}

function squares([low, high]: Interval): Interval {
  const most = Math.max(low * low, high * high);
  return [low <= 0 && high >= 0 ? 0 : Math.min(low * low, high * high), most];
}

/** `null` where 0 may be in it. */
export function reciprocal(enclosure: Enclosure): Enclosure | null {
  const { low, high, below, above } = enclosure;
  const least = nearestToZero(enclosure);
  if (!(least > 0)) return null;
  if (isReal(enclosure)) return interval(1 / high, 1 / low);
  const [re, im] = [squares([low, high]), squares([below, above])];
  const inverse: Interval = [1 / (re[1] + im[1]), 1 / (re[0] + im[0])];
  const within = ([from, to]: Interval): Interval => [
    Math.max(from, -1 / least),
    Math.min(to, 1 / least),
  ];
  return rectangle(
    within(product([low, high], inverse)),
    within(product([0 - above, 0 - below], inverse)),
  );
}

export function wholePower(base: Enclosure, exponent: number): Enclosure | null {
  if (exponent < 0) {
    const inverse = reciprocal(base);
    return inverse === null ? null : wholePower(inverse, -exponent);
  }
  if (isReal(base)) {
    const [first, last] = [base.low ** exponent, base.high ** exponent];
    const isAcross = exponent % 2 === 0 && base.low < 0 && base.high > 0;
    return interval(isAcross ? 0 : Math.min(first, last), Math.max(first, last));
  }
  if (exponent === 0) return interval(1, 1);
  const half = wholePower(base, Math.floor(exponent / 2));
  if (half === null) return null;
  const even = squareOf(half);
  return exponent % 2 === 0 ? even : times(even, base);
}

export function nearestToZero({ low, high, below, above }: Enclosure): number {
  return Math.hypot(gap(low, high), gap(below, above));
}

function gap(low: number, high: number): number {
  return Math.max(low, -high, 0);
}

/** No number in it is larger. */
export function greatestSize({ low, high, below, above }: Enclosure): number {
  return Math.hypot(Math.max(-low, high), Math.max(-below, above));
}
