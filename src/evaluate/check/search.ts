// Looks for a point at which a relation fails: samples of each size, then descent, then the smallest such point.
import type { Random } from './random.js';
import { isWhole, placesOf, type Place } from './points.js';
import { pointAt, type Budgeted, type Space } from './space.js';
import type { Doubt, Judgement, Point } from './sides.js';
import { descend } from './descent.js';
import { shrink } from './shrink.js';

export type Search =
  | {
      readonly kind: 'fails';
      readonly space: number;
      readonly point: Point;
      readonly judgement: Disagreement;
    }
  | {
      readonly kind: 'differs';
      readonly space: number;
      readonly point: Point;
      readonly without: 'left' | 'right';
    }
  | { readonly kind: 'agrees'; readonly points: number; readonly isWhole: boolean }
  | { readonly kind: 'unknown'; readonly points: number; readonly doubt: Doubt | 'nothing' };

type Disagreement = Extract<Judgement, { kind: 'disagrees' }>;

/** Points for all sizes together, and at least for each. */
const POINTS = 240;
const LEAST_POINTS = 24;
/** Fewer points that agree say nothing. */
const ENOUGH = 50;
/** Digits of the parameters of samples. */
const SAMPLE_DIGITS = 6;

export function search(spaces: readonly Space[], random: Random, budget: Budgeted): Search {
  const tally = new Tally();
  const each = Math.max(LEAST_POINTS, Math.ceil(POINTS / Math.max(1, spaces.length)));
  for (const [at, space] of spaces.entries()) {
    const found = searchSpace(space, each, random, budget, tally);
    if (found === null) continue;
    if (found.judgement.kind === 'disagrees') {
      const smallest = shrink(space, found.place, found.digits, budget);
      return { kind: 'fails', space: at, ...smallest };
    }
    tally.differ(at, found);
  }
  tally.lookCloser(budget);
  return tally.outcome(spaces.every(({ samplers }) => isWhole(samplers)));
}

interface Found {
  readonly place: Place;
  readonly digits: number;
  readonly judgement: Judgement;
}

/** What was seen at all points. */
class Tally {
  #agree = 0;
  readonly #undecided: { readonly doubt: Doubt; readonly agrees: () => boolean }[] = [];
  readonly #seen = new Set<string>();
  readonly #doubts = new Map<Doubt, number>();
  #differs: Extract<Search, { kind: 'differs' }> | null = null;
  stopped = false;

  isNew(space: Space, point: Point): boolean {
    const key = `${space.samplers.map(({ shape }) => JSON.stringify(shape)).join('')}${point
      .map((entries) =>
        entries.map(({ numerator, denominator }) => `${numerator}/${denominator}`).join(),
      )
      .join(';')}`;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }

  count(judgement: Judgement, { sides }: Space, point: Point): void {
    if (judgement.kind === 'agrees') this.#agree++;
    if (judgement.kind !== 'undecided') return;
    this.#undecided.push({ doubt: judgement.doubt, agrees: () => sides.agreesPrecisely(point) });
  }

  /** Looks closer at what doubles left open, where too few points agree so far. */
  lookCloser(budget: Budgeted): void {
    for (const { doubt, agrees } of this.#undecided) {
      if (this.#agree < ENOUGH && budget.hasSteps() && agrees()) this.#agree++;
      else this.#doubts.set(doubt, (this.#doubts.get(doubt) ?? 0) + 1);
    }
  }

  differ(space: number, { judgement, point }: Found & { readonly point?: Point }): void {
    if (judgement.kind !== 'differs' || point === undefined) return;
    this.#differs ??= { kind: 'differs', space, point, without: judgement.without };
  }

  outcome(isWhole: boolean): Search {
    if (this.#differs !== null) return this.#differs;
    const points = this.#agree;
    const isAll = isWhole && this.#doubts.size === 0 && points > 0;
    if (this.stopped) return { kind: 'unknown', points, doubt: 'stopped' };
    if (points >= ENOUGH || isAll) return { kind: 'agrees', points, isWhole: isAll };
    const [most] = [...this.#doubts].sort((left, right) => right[1] - left[1]);
    return { kind: 'unknown', points, doubt: most?.[0] ?? 'nothing' };
  }
}

function searchSpace(
  space: Space,
  count: number,
  random: Random,
  budget: Budgeted,
  tally: Tally,
): (Found & { readonly point: Point }) | null {
  let differs: (Found & { readonly point: Point }) | null = null;
  const starts: { readonly place: Place; readonly slack: number }[] = [];
  for (const place of placesOf(space.samplers, count, random)) {
    if (!budget.hasSteps()) {
      tally.stopped = true;
      return differs;
    }
    const point = pointAt(space, place, SAMPLE_DIGITS);
    if (point === null || !tally.isNew(space, point)) continue;
    const judgement = space.sides.judge(point);
    tally.count(judgement, space, point);
    const found = { place, digits: SAMPLE_DIGITS, judgement, point };
    if (judgement.kind === 'disagrees' && space.sides.confirms(point)) return found;
    if (judgement.kind === 'differs') differs ??= found;
    if (!space.isOrder) continue;
    const slack = slackAt(space, place);
    if (slack !== null) starts.push({ place, slack });
  }
  if (!space.isOrder) return differs;
  return descendFrom(space, starts, budget) ?? differs;
}

/** From how many points the slack is followed down. */
const LOWEST_STARTS = 3;
const OTHER_STARTS = 2;
/** Rounded to so many digits, a point is tried. */
const DIGITS = [3, 6, 10, 17] as const;
/** Slacks closer to 0 may be rounding: they are looked at with bounds. */
const SUSPICIOUS = 1e-9;

function descendFrom(
  space: Space,
  starts: readonly { readonly place: Place; readonly slack: number }[],
  budget: Budgeted,
): (Found & { readonly point: Point }) | null {
  const best = [...starts].sort((left, right) => left.slack - right.slack);
  const others = best.filter((_, at) => at % 20 === 10);
  const chosen = [...best.slice(0, LOWEST_STARTS), ...others.slice(0, OTHER_STARTS)];
  for (const { place } of chosen) {
    if (!budget.hasSteps()) return null;
    const lowest = descend(place, (moved) => slackAt(space, moved));
    if (lowest.slack > SUSPICIOUS) continue;
    for (const digits of DIGITS) {
      const point = pointAt(space, lowest.place, digits);
      if (point === null) continue;
      const judgement = space.sides.judge(point);
      if (judgement.kind === 'disagrees' && space.sides.confirms(point))
        return { place: lowest.place, digits, judgement, point };
    }
  }
  return null;
}

function slackAt({ samplers, sides }: Space, place: Place): number | null {
  const values = samplers.map((sampler, at) => sampler.values(place[at] ?? []));
  return values.every((entries) => entries !== null) ? sides.slack(values) : null;
}
