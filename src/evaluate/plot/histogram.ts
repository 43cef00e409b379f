// The bars of a histogram: as many as NumPy's `histogram(x, 'auto')` makes.

export interface Bars {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** More cannot be told apart. */
const MOST_BARS = 200;

/** Of finite numbers; at least one. */
export function barsOf(data: readonly number[]): Bars {
  const sorted = Float64Array.from(data).sort();
  let [from, to] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const count = countOf(sorted, to - from);
  if (from === to) [from, to] = [from - 0.5, to + 0.5];
  const width = (to - from) / count;
  const edges = Array.from({ length: count + 1 }, (_, at) =>
    at === count ? to : from + at * width,
  );
  const counts = new Array<number>(count).fill(0);
  for (const value of sorted) {
    let at = Math.min(count - 1, Math.floor((value - from) / width));
    // What lies on an edge belongs to the bar at its right, whatever the quotient was rounded to.
    while (at > 0 && value < (edges[at] ?? 0)) at--;
    while (at < count - 1 && value >= (edges[at + 1] ?? 0)) at++;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { edges, counts };
}

/** The narrower of the bars of Freedman and Diaconis and of Sturges; of whole numbers none below 1. */
function countOf(sorted: Float64Array, range: number): number {
  if (range === 0) return 1;
  const sturges = range / (Math.log2(sorted.length) + 1);
  const quartiles = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  const freedman = (2 * quartiles) / Math.cbrt(sorted.length);
  const narrow = freedman > 0 ? Math.min(freedman, sturges) : sturges;
  const width = sorted.every(Number.isInteger) ? Math.max(1, narrow) : narrow;
  return Math.min(MOST_BARS, Math.max(1, Math.ceil(range / width)));
}

function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}
