// Which points of a space are tried: the notable ones, together and against one another, then random ones.
import type { Random } from './random.js';
import { FEW_VALUES } from './ranges.js';
import type { Parameters, Sampler } from './sampler.js';

/** Parameters of each free symbol. */
export type Place = readonly Parameters[];

/** All points, where there are few; else so many. */
export function placesOf(
  samplers: readonly Sampler[],
  count: number,
  random: Random,
): readonly Place[] {
  const all = samplers.reduce((product, sampler) => product * sampler.count, 1);
  if (all <= FEW_VALUES && samplers.every(isListed)) return everyPlace(samplers);
  const places: Place[] = [...notablePlaces(samplers, Math.ceil(count / 2))];
  while (places.length < count) places.push(randomPlace(samplers, random));
  return places;
}

function everyTuple(length: number, side: number): readonly (readonly number[])[] {
  let tuples: readonly (readonly number[])[] = [[]];
  for (let at = 0; at < length; at++)
    tuples = tuples.flatMap((tuple) => Array.from({ length: side }, (_, rank) => [...tuple, rank]));
  return tuples;
}

/** Whether the notable parameters are all that there are. */
function isListed({ specials, count }: Sampler): boolean {
  return specials.length >= count;
}

export function isWhole(samplers: readonly Sampler[]): boolean {
  const all = samplers.reduce((product, sampler) => product * sampler.count, 1);
  return all <= FEW_VALUES && samplers.every(isListed);
}

function everyPlace(samplers: readonly Sampler[]): readonly Place[] {
  return samplers.reduce<readonly Place[]>(
    (places, { specials }) => places.flatMap((place) => specials.map((own) => [...place, own])),
    [[]],
  );
}

/** So many places of whole numbers there are for all sizes together; fewer where other symbols vary beside them. */
const WHOLE_PLACES = 1000;
const WHOLE_PLACES_BESIDE = 240;

export interface WholePlace {
  readonly place: Place;
  /** At which place of the listed numbers the farthest stands; ∞ for one that does not meet all of the others. */
  readonly rank: number;
}

/** Whole numbers of ordinary size, each with each, the smallest first; then each alone beside small ones. */
export function wholePlacesOf(
  samplers: readonly Sampler[],
  spaces: number,
  random: Random,
): readonly WholePlace[] {
  const known = samplers.filter(({ wholes }) => wholes !== null).length;
  if (known === 0) return [];
  const most = known === samplers.length ? WHOLE_PLACES : WHOLE_PLACES_BESIDE;
  const side = Math.floor((most / spaces) ** (1 / known) + 1e-9);
  const placeOf = (ranks: readonly number[]): Place => {
    const place = randomPlace(samplers, random);
    let next = 0;
    return place.map((own, at) => {
      const wholes = samplers[at]?.wholes;
      if (wholes == null) return own;
      return [wholes[Math.min(ranks[next++] ?? 0, wholes.length - 1)] ?? 0];
    });
  };
  const longest = Math.max(...samplers.map(({ wholes }) => wholes?.length ?? 0));
  const tuples = everyTuple(known, Math.min(side, longest));
  const cube = tuples.map((ranks) => ({ rank: Math.max(...ranks), place: placeOf(ranks) }));
  const lines: WholePlace[] = [];
  for (let rank = side; rank < longest && lines.length < most / spaces; rank++)
    for (let at = 0; at < known; at++) {
      const ranks = Array.from({ length: known }, (_, each) => (each === at ? rank : 1));
      lines.push({ rank: Infinity, place: placeOf(ranks) });
    }
  return [...cube.sort((left, right) => left.rank - right.rank), ...lines];
}

/** First the same kind for all symbols, then each kind against others. */
function notablePlaces(samplers: readonly Sampler[], most: number): readonly Place[] {
  const longest = Math.max(0, ...samplers.map(({ specials }) => specials.length));
  const places: Place[] = [];
  for (let round = 0; places.length < most && round < longest; round++) {
    for (let at = 0; at < longest && places.length < most; at++) {
      if (round > 0 && samplers.length < 2) return places;
      places.push(
        samplers.map(
          ({ specials }, symbol) => specials[(at + round * symbol) % specials.length] ?? [],
        ),
      );
    }
  }
  return places;
}

function randomPlace(samplers: readonly Sampler[], random: Random): Place {
  const place: Parameters[] = [];
  samplers.forEach((sampler, at) => {
    const { specials } = sampler;
    const likeness = random.below(8);
    const other = place[at - 1];
    const isAlike =
      other !== undefined && samplers[at - 1]?.specials[0]?.length === specials[0]?.length;
    if (isAlike && likeness < 2) place.push(related(other, likeness, random));
    else if (likeness === 2 && specials.length > 0)
      place.push(specials[random.below(specials.length)] ?? sampler.random(random));
    else place.push(sampler.random(random));
  });
  return place;
}

/** Inequalities are tight where one symbol is a multiple of another, or close to it. */
function related(other: Parameters, likeness: number, random: Random): Parameters {
  const factor = random.pick([1, 1, -1, 2, 0.5]);
  if (likeness === 0) return other.map((each) => each * factor);
  return other.map((each) => each * (1 + (random.below(21) - 10) / 1000));
}
