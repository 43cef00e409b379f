// Samples a curve over an interval: denser where it bends, and parted where it jumps, runs to infinity or has no value.
import type { PlotPoint } from './plot.js';

/** A number, and how far the true one may be. */
export interface Height {
  readonly value: number;
  readonly error: number;
}

export interface Curve {
  /** The place at a share of the axis, 0 at its start and 1 at its end. */
  readonly placeAt: (share: number) => number;
  /** `null` where there is none. */
  readonly heightAt: (place: number) => Height | null;
  readonly logY: boolean;
  readonly openFrom: boolean;
  readonly openTo: boolean;
}

export interface SampledCurve {
  readonly pieces: readonly (readonly PlotPoint[])[];
  /** What is worth being seen; `null` where the curve has no value. */
  readonly view: { readonly from: number; readonly to: number } | null;
}

interface Sample {
  readonly share: number;
  readonly point: PlotPoint;
  /** Its height as it is drawn; `null` where there is none. */
  readonly height: number | null;
  readonly error: number;
}

/** A place that is drawn. */
type Seen = Sample & { readonly height: number };

/** Where neighbours are not joined. */
const BREAK = null;
type Joined = readonly (Seen | typeof BREAK)[];

const GRID = 200;

/** Of the height of the picture: less is not seen. */
const TOLERANCE = 0.001;

/** How much of that a number may be off. */
const DOUBTFUL = 5;

/** How often the distance of the grid is halved where a curve bends, and how often in all. */
const DEEPEST = 8;
const MOST_POINTS = 1600;

/** Halvings that lead to a jump, an end or a peak, as near as doubles tell places apart. */
const HALVINGS = 50;
const MOST_PEAKS = 32;

/** How near to an end that does not belong to the interval. */
const NEAR_END = 2 ** -30;

export function sampleCurve(curve: Curve): SampledCurve {
  return new Sampler(curve).sample();
}

class Sampler {
  readonly #curve: Curve;
  #usual: UsualRange = { low: 0, high: 0, scale: Infinity };
  #scale = Infinity;
  #room = MOST_POINTS;

  constructor(curve: Curve) {
    this.#curve = curve;
  }

  sample(): SampledCurve {
    const { openFrom, openTo } = this.#curve;
    const first = Array.from({ length: GRID + 1 }, (_, at) => {
      if (at === 0 && openFrom) return this.#take(NEAR_END);
      return this.#take(at === GRID && openTo ? 1 - NEAR_END : at / GRID);
    });
    const clear = first.filter(isClear);
    const heights = heightsOf(clear);
    if (heights.length === 0) return { pieces: [], view: null };
    this.#usual = usualRange(heights);
    // What differs by rounding alone is flat.
    this.#scale = Math.max(this.#usual.scale, usualError(clear) / (DOUBTFUL * TOLERANCE));
    const grid = first.map((sample) => this.#withoutDoubt(sample));
    const joined: (Seen | typeof BREAK)[] = [];
    grid.forEach((sample, at) => {
      const before = grid[at - 1];
      if (before !== undefined) joined.push(...this.#between(before, sample, 0));
      joined.push(isSeen(sample) ? sample : BREAK);
    });
    const { parted, hasPole } = this.#partAtPoles(joined);
    return { pieces: piecesOf(parted), view: this.#view(parted, heights, hasPole) };
  }

  #take(share: number): Sample {
    const { placeAt, heightAt, logY } = this.#curve;
    const place = placeAt(share);
    const found = heightAt(place);
    const point: PlotPoint = [place, found?.value ?? 0];
    const none: Sample = { share, point, height: null, error: 0 };
    if (found === null || !Number.isFinite(found.value)) return none;
    const { value, error } = found;
    if (!logY) return this.#withoutDoubt({ share, point, height: value, error });
    if (value <= 0) return none;
    const drawn = error < value ? -Math.log10(1 - error / value) : Infinity;
    return this.#withoutDoubt({ share, point, height: Math.log10(value), error: drawn });
  }

  /** What rounding may have moved so far that it is seen has no place. */
  #withoutDoubt(sample: Sample): Sample {
    return sample.error > DOUBTFUL * TOLERANCE * this.#scale ? { ...sample, height: null } : sample;
  }

  /** What stands between two samples. */
  #between(left: Sample, right: Sample, depth: number): Joined {
    const middle = this.#take((left.share + right.share) / 2);
    if (!isSeen(left) || !isSeen(right)) {
      if (isSeen(left)) return this.#toEnd(left, right, depth);
      if (isSeen(right)) return [...this.#toEnd(right, left, depth)].reverse();
      if (depth > 0 || !isSeen(middle)) return [];
      return this.#halves(left, middle, right, DEEPEST - 1);
    }
    if (!isSeen(middle)) {
      if (depth >= DEEPEST) return [BREAK];
      return this.#halves(left, middle, right, depth);
    }
    const bend = Math.abs(middle.height - (left.height + right.height) / 2);
    if (bend <= TOLERANCE * this.#scale) return [];
    if (depth < DEEPEST && this.#room-- > 0) return this.#halves(left, middle, right, depth);
    return this.#leap(left, right);
  }

  #halves(left: Sample, middle: Sample, right: Sample, depth: number): Joined {
    return [
      ...this.#between(left, middle, depth + 1),
      isSeen(middle) ? middle : BREAK,
      ...this.#between(middle, right, depth + 1),
    ];
  }

  /** From a place with a value to the last one towards a place without. */
  #toEnd(inside: Seen, outside: Sample, depth: number): Joined {
    let [last, without] = [inside, outside];
    for (let at = 0; at < HALVINGS; at++) {
      const middle = this.#take((last.share + without.share) / 2);
      if (middle.share === last.share || middle.share === without.share) break;
      if (isSeen(middle)) last = middle;
      else without = middle;
    }
    if (last === inside) return [BREAK];
    const [left, right] = inside.share < last.share ? [inside, last] : [last, inside];
    const joined = this.#between(left, right, Math.max(depth, 1));
    return [...(left === inside ? joined : [...joined].reverse()), last, BREAK];
  }

  /** Whether what differs much between near places jumps there, or is steep. */
  #leap(left: Seen, right: Seen): Joined {
    // What lies far outside of what is seen may be steeper than doubles can follow.
    if (this.#isFar(left) !== 0 && this.#isFar(left) === this.#isFar(right)) return [];
    let [low, high] = [left, right];
    for (let at = 0; at < HALVINGS; at++) {
      const middle = this.#take((low.share + high.share) / 2);
      if (middle.share === low.share || middle.share === high.share) break;
      if (!isSeen(middle)) return this.#parted(left, low, high, right);
      const isLeft = Math.abs(middle.height - low.height) > Math.abs(high.height - middle.height);
      if (isLeft) high = middle;
      else low = middle;
    }
    const jumps = Math.abs(high.height - low.height) > TOLERANCE * this.#scale;
    const parted = this.#parted(left, low, high, right);
    return jumps ? parted : parted.filter((sample) => sample !== BREAK);
  }

  /** On which side of what is seen. */
  #isFar({ height }: Seen): -1 | 0 | 1 {
    const { low, high, scale } = this.#usual;
    if (height > high + 2 * scale) return 1;
    return height < low - 2 * scale ? -1 : 0;
  }

  #parted(left: Seen, low: Seen, high: Seen, right: Seen): Joined {
    return [...(low === left ? [] : [low]), BREAK, ...(high === right ? [] : [high])];
  }

  /** A peak that grows however near one comes is none. */
  #partAtPoles(joined: Joined): { readonly parted: Joined; readonly hasPole: boolean } {
    let room = MOST_PEAKS;
    let hasPole = false;
    const parted = joined.map((peak, at) => {
      const [before, after] = [joined[at - 1], joined[at + 1]];
      if (!peak || !before || !after) return peak;
      const sign = this.#isFar(peak);
      const isPeak = [before, after].every((beside) => sign * (peak.height - beside.height) >= 0);
      if (sign === 0 || !isPeak || room-- <= 0) return peak;
      if (!this.#grows(before, peak, after, sign)) return peak;
      hasPole = true;
      return BREAK;
    });
    return { parted, hasPole };
  }

  #grows(before: Seen, peak: Seen, after: Seen, sign: number): boolean {
    let [left, best, right] = [before, peak, after];
    let earlier = best.height;
    for (let at = 0; at < HALVINGS; at++) {
      if (at === HALVINGS - 20) earlier = best.height;
      for (const side of [left, right]) {
        const middle = this.#take((side.share + best.share) / 2);
        if (!isSeen(middle)) return true;
        if (sign * (middle.height - best.height) > 0) {
          if (side === left) right = best;
          else left = best;
          best = middle;
          break;
        }
        if (side === left) left = middle;
        else right = middle;
      }
    }
    return Math.abs(best.height - earlier) > TOLERANCE * this.#scale;
  }

  /** All of it; of what runs to infinity, what is usual. */
  #view(joined: Joined, grid: readonly number[], hasPole: boolean): SampledCurve['view'] {
    const all = joined.flatMap((sample) => (sample ? [sample.height] : []));
    const [least, most] = rangeOf(all.length === 0 ? grid : all);
    const [lower, upper] = rangeOf(grid);
    const span = upper - lower;
    const runsOff = hasPole || least < lower - span || most > upper + span;
    const { low, high, scale } = this.#usual;
    const beyond = (high > low ? high - low : scale) / 4;
    const middle = (least + most) / 2;
    const flat = Math.min(this.#scale, Math.abs(middle)) / 2;
    const from = runsOff ? Math.max(least, low - beyond) : Math.min(least, middle - flat);
    const to = runsOff ? Math.min(most, high + beyond) : Math.max(most, middle + flat);
    const { logY } = this.#curve;
    return { from: logY ? 10 ** from : from, to: logY ? 10 ** to : to };
  }
}

interface UsualRange {
  /** Between which nine of ten heights lie. */
  readonly low: number;
  readonly high: number;
  readonly scale: number;
}

function usualRange(heights: readonly number[]): UsualRange {
  const sorted = Float64Array.from(heights).sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const [low, high] = [at(0.05), at(0.95)];
  const whole = at(1) - at(0);
  const isUsual = high > low && whole > 20 * (high - low);
  const scale = isUsual ? high - low : whole;
  return { low, high, scale: scale > 0 ? scale : Math.max(Math.abs(at(0)), Number.MIN_VALUE) };
}

/** That of all but the worst tenth. */
function usualError(samples: readonly Sample[]): number {
  const sorted = Float64Array.from(samples, ({ error }) => error).sort();
  return sorted[Math.floor(0.9 * (sorted.length - 1))] ?? 0;
}

function rangeOf(heights: readonly number[]): readonly [number, number] {
  return heights.reduce<readonly [number, number]>(
    ([least, most], height) => [Math.min(least, height), Math.max(most, height)],
    [Infinity, -Infinity],
  );
}

function heightsOf(samples: readonly Sample[]): readonly number[] {
  return samples.flatMap(({ height }) => (height === null ? [] : [height]));
}

function isClear({ height, error }: Sample): boolean {
  return height !== null && error <= TOLERANCE * Math.max(Math.abs(height), Number.MIN_VALUE);
}

function isSeen(sample: Sample): sample is Seen {
  return sample.height !== null;
}

function piecesOf(joined: Joined): readonly (readonly PlotPoint[])[] {
  const pieces: PlotPoint[][] = [[]];
  for (const sample of joined) {
    if (sample) pieces.at(-1)?.push(sample.point);
    else pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 0);
}
