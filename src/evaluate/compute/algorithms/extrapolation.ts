// What a sequence of numbers comes to: by itself, by Richardson's extrapolation and by Wynn's epsilon algorithm, whichever is surest.

/** A number, and how far off rounding may have put it. */
export interface Sample {
  readonly value: number;
  readonly error: number;
}

/** Columns of the tables; more of them only carry rounding. */
const MOST_COLUMNS = 12;
/** By what part of a step the true limit may lie beyond the estimate of the error. */
const CAUTION = 2;

/** The limit of samples whose distance to it shrinks by `ratio` from one to the next, or by powers of it. */
export function limitOf(samples: readonly Sample[], ratio: number): Sample | null {
  const tables = [richardson(samples, ratio), epsilon(samples)];
  let best: Estimate | null = null;
  for (const entry of tables.flat()) {
    if (best !== null && !(entry.error < best.error)) continue;
    if (isContradicted(entry, samples) || !isApproached(entry.value, samples)) continue;
    best = entry;
  }
  return best;
}

/** An estimate, and the last sample that it rests on. */
type Estimate = Sample & { readonly behind: number };

/** The table of Richardson (1911) for powers of the step; its first column is the samples. */
function richardson(samples: readonly Sample[], ratio: number): readonly Estimate[] {
  const found: Estimate[] = [];
  let above: readonly Sample[] = [];
  samples.forEach((sample, at) => {
    const row: Sample[] = [sample];
    for (let column = 1; column <= Math.min(at, MOST_COLUMNS); column++) {
      const [left, corner] = [row[column - 1], above[column - 1]];
      if (left === undefined || corner === undefined) break;
      const growth = ratio ** column;
      const value = left.value + (left.value - corner.value) / (growth - 1);
      const noise = (growth * left.error + corner.error) / (growth - 1);
      row.push({ value, error: noise });
      const change = Math.max(Math.abs(value - left.value), Math.abs(value - corner.value));
      found.push({ value, error: CAUTION * change + noise, behind: at });
    }
    const before = above[0];
    if (before !== undefined) {
      const change = Math.abs(sample.value - before.value);
      // Two equal samples say nothing of those to come.
      const earlier = samples[at - 2];
      const previous = earlier === undefined ? Infinity : Math.abs(before.value - earlier.value);
      const isShrinking = change <= 0.75 * previous || (change === 0 && previous === 0);
      if (isShrinking)
        found.push({ ...sample, error: 2 * CAUTION * change + sample.error, behind: at });
    }
    above = row;
  });
  return found;
}

/** Wynn (1956), for what shrinks by a part of its own. */
function epsilon(samples: readonly Sample[]): readonly Estimate[] {
  const found: Estimate[] = [];
  let before = samples.map(() => 0);
  let current = samples.map(({ value }) => value);
  for (let column = 1; column <= MOST_COLUMNS && current.length > 2; column++) {
    const next: number[] = [];
    for (let at = 0; at + 1 < current.length; at++) {
      const difference = (current[at + 1] ?? NaN) - (current[at] ?? NaN);
      next.push((before[at + 1] ?? NaN) + 1 / difference);
    }
    [before, current] = [current, next];
    if (column % 2 === 1) continue;
    for (let at = 2; at < current.length; at++) {
      const [first = NaN, second = NaN, value = NaN] = current.slice(at - 2, at + 1);
      const change = Math.max(Math.abs(value - second), Math.abs(second - first));
      const behind = at + column;
      const noise = (samples[behind]?.error ?? Infinity) * 10 * column;
      if (Number.isFinite(value))
        found.push({ value, error: 4 * CAUTION * change + noise, behind });
    }
  }
  return found;
}

/** By what part at least each sample is nearer to a limit than the one before. */
const COMING = 0.99;

/** Whether the samples beyond those that it rests on come no nearer to it: then they come to something else. */
function isContradicted({ value, error, behind }: Estimate, samples: readonly Sample[]): boolean {
  const distances = samples.map((sample) => Math.abs(sample.value - value));
  return samples.some((sample, at) => {
    const [before = NaN, distance = NaN] = distances.slice(at - 1, at + 1);
    return at > behind && distance > error + 4 * sample.error && distance > COMING * before;
  });
}

/** By which part at least the last quarter of the samples is nearer than those before. */
const NEARER = 0.75;

/** Whether samples come nearer at all: of what goes round a number for ever, that number is no limit. */
export function isApproached(value: number, samples: readonly Sample[]): boolean {
  const distances = samples.map((sample) =>
    Math.max(0, Math.abs(sample.value - value) - 4 * sample.error),
  );
  const last = Math.ceil(distances.length * NEARER);
  const [before, behind] = [distances.slice(0, last), distances.slice(last)].map((part) =>
    Math.max(0, ...part),
  );
  return (behind ?? Infinity) <= NEARER * (before ?? 0) && isWithinReach(value, samples);
}

/** How many times what the last samples still change by may be left. */
const REACH = 100;

function isWithinReach(value: number, samples: readonly Sample[]): boolean {
  const [earlier, last] = [samples[samples.length - 4], samples[samples.length - 1]];
  if (earlier === undefined || last === undefined) return true;
  const noise = 4 * (earlier.error + last.error);
  return Math.abs(value - last.value) <= REACH * Math.abs(last.value - earlier.value) + noise;
}

/** Whether samples grow without end: by steps of one sign that do not shrink. */
export function growthOf(samples: readonly Sample[]): 1 | -1 | null {
  const clear = samples.filter(
    ({ value, error }) => error <= 1e-3 * Math.abs(value) || Math.abs(value) === Infinity,
  );
  const last = clear.slice(-WATCHED);
  const end = last[last.length - 1]?.value ?? NaN;
  if (last.length < WATCHED || clear.length < samples.length / 2) return null;
  if (clear[clear.length - 1] !== samples[samples.length - 1]) return null;
  const sign = Math.sign(end) === 1 ? 1 : -1;
  const finite = last.filter(({ value }) => Number.isFinite(value));
  if (last.some(({ value }) => Math.sign(value) !== sign)) return null;
  if (finite.length < 3) return sign;
  const steps = finite.slice(1).map(({ value }, at) => sign * (value - (finite[at]?.value ?? NaN)));
  const grows = steps.every((step, at) => step > 0 && step >= 0.999 * (steps[at - 1] ?? 0));
  return grows ? sign : null;
}

const WATCHED = 8;
