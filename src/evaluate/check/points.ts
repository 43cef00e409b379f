// Which points of a space are tried: the notable ones, together and against one another, then random ones.
import type { Random } from './random.js';
import type { Parameters, Sampler } from './sampler.js';

/** Parameters of each free symbol. */
export type Place = readonly Parameters[];

/** Spaces of so few points are gone through as a whole. */
const FEW_POINTS = 200;

/** All points, where there are few; else so many. */
export function placesOf(
  samplers: readonly Sampler[],
  count: number,
  random: Random,
): readonly Place[] {
  const all = samplers.reduce((product, sampler) => product * sampler.count, 1);
  if (all <= FEW_POINTS && samplers.every(isListed)) return everyPlace(samplers);
  const places: Place[] = [...notablePlaces(samplers, Math.ceil(count / 2))];
  while (places.length < count) places.push(randomPlace(samplers, random));
  return places;
}

/** Whether the notable parameters are all that there are. */
function isListed({ specials, count }: Sampler): boolean {
  return specials.length >= count;
}

export function isWhole(samplers: readonly Sampler[]): boolean {
  const all = samplers.reduce((product, sampler) => product * sampler.count, 1);
  return all <= FEW_POINTS && samplers.every(isListed);
}

function everyPlace(samplers: readonly Sampler[]): readonly Place[] {
  return samplers.reduce<readonly Place[]>(
    (places, { specials }) => places.flatMap((place) => specials.map((own) => [...place, own])),
    [[]],
  );
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
