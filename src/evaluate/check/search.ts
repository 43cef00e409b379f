// Looks for a point at which a relation fails: samples of each size, then descent, then the smallest such point.
import { descend } from './descent.js';
import { isWhole, placesOf, wholePlacesOf, type Place } from './points.js';
import type { Random } from './random.js';
import { shrink } from './shrink.js';
import { pointAt, type Budgeted, type Space } from './space.js';
import { Tally, type Found, type Search } from './tally.js';

/** Points for all sizes together, and at least for each. */
const POINTS = 240;
const LEAST_POINTS = 24;
/** Digits of the parameters of samples. */
const SAMPLE_DIGITS = 6;

export function search(spaces: readonly Space[], random: Random, budget: Budgeted): Search {
  const tally = new Tally();
  const found =
    sampleWholes(spaces, random, budget, tally) ??
    sampleAll(spaces, random, budget, tally) ??
    // No size takes the steps that the samples of another need.
    descendAll(spaces, budget, tally);
  const space = spaces[found?.space ?? 0];
  if (found !== null && space !== undefined) {
    const smallest = shrink(space, found.place, found.digits, budget);
    return { kind: 'fails', space: found.space, ...smallest };
  }
  tally.lookAtSuspects();
  tally.lookCloser(budget);
  return tally.outcome(spaces.every(({ samplers }) => isWhole(samplers)));
}

/** The steps that whole numbers of ordinary size may take. */
const PART = 0.5;

function sampleWholes(
  spaces: readonly Space[],
  random: Random,
  budget: Budgeted,
  tally: Tally,
): Found | null {
  const shapes = new Set(spaces.map(shapesOf));
  for (const [at, space] of spaces.entries()) {
    if (isWhole(space.samplers)) continue;
    const places = wholePlacesOf(space.samplers, shapes.size, random);
    let reached = 0;
    for (const { place, rank } of places) {
      if (!budget.hasSteps((PART * (at + 1)) / spaces.length)) break;
      const found = tried(place, at, space, tally);
      if (found !== null) return found;
      if (rank < Infinity) reached = rank;
    }
    for (const { wholes } of space.samplers) tally.reached(wholes, reached);
  }
  return null;
}

function shapesOf({ samplers }: Space): string {
  return JSON.stringify(samplers.map(({ shape }) => shape));
}

/** The place, if the relation fails there. */
function tried(place: Place, at: number, space: Space, tally: Tally): Found | null {
  const point = pointAt(space, place, SAMPLE_DIGITS);
  if (point === null || !tally.isNew(space, point)) return null;
  const judgement = space.sides.judge(point);
  const found: Found = { space: at, place, digits: SAMPLE_DIGITS, judgement, point };
  tally.count(found, space);
  return tally.isRefuted(found, space) ? found : null;
}

function sampleAll(
  spaces: readonly Space[],
  random: Random,
  budget: Budgeted,
  tally: Tally,
): Found | null {
  const count = Math.max(LEAST_POINTS, Math.ceil(POINTS / Math.max(1, spaces.length)));
  for (const [at, space] of spaces.entries()) {
    for (const [tries, place] of placesOf(space.samplers, count, random).entries()) {
      if (!budget.hasSteps()) {
        if (tries < count && !tally.hasEnoughOf(space)) tally.stopped = true;
        else tally.isCut = true;
        break;
      }
      const found = tried(place, at, space, tally);
      if (found !== null) return found;
    }
  }
  return null;
}

/** From how many points of a size the slack is followed down. */
const LOWEST_STARTS = 3;
const OTHER_STARTS = 2;
/** Rounded to so many digits, a point is tried. */
const DIGITS = [3, 6, 10, 17] as const;
/** Slacks closer to 0 may be rounding: they are looked at with bounds. */
const SUSPICIOUS = 1e-9;

/** One start of each size after another. */
function descendAll(spaces: readonly Space[], budget: Budgeted, tally: Tally): Found | null {
  const starts = spaces.map((space) =>
    space.isOrder ? startsOf(tally.placesIn(space), space) : [],
  );
  for (let round = 0; round < LOWEST_STARTS + OTHER_STARTS; round++)
    for (const [at, space] of spaces.entries()) {
      const start = starts[at]?.[round];
      if (start === undefined || !budget.hasSteps()) continue;
      const found = descendFrom(start, space, at, tally);
      if (found !== null) return found;
    }
  return null;
}

function startsOf(places: readonly Place[], space: Space): readonly Place[] {
  const known = places.flatMap((place) => {
    const slack = slackAt(space, place);
    return slack === null ? [] : [{ place, slack }];
  });
  const best = known.sort((left, right) => left.slack - right.slack).map(({ place }) => place);
  const others = best.filter((_, at) => at % 20 === 10);
  return [...best.slice(0, LOWEST_STARTS), ...others.slice(0, OTHER_STARTS)];
}

function descendFrom(start: Place, space: Space, at: number, tally: Tally): Found | null {
  const { place, slack } = descend(start, (moved) => slackAt(space, moved));
  if (slack > SUSPICIOUS) return null;
  for (const digits of DIGITS) {
    const point = pointAt(space, place, digits);
    if (point === null) continue;
    const judgement = space.sides.judge(point);
    if (judgement.kind !== 'disagrees') continue;
    const found: Found = { space: at, place, digits, point, judgement };
    tally.count(found, space);
    if (tally.isRefuted(found, space)) return found;
  }
  return null;
}

function slackAt({ samplers, sides }: Space, place: Place): number | null {
  const values = samplers.map((sampler, at) => sampler.values(place[at] ?? []));
  return values.every((entries) => entries !== null) ? sides.slack(values) : null;
}
