// Whether only one solution passes a step: the right side changes no faster than in proportion to the unknowns (Picard–Lindelöf) or, along one that does not stand still, to the others and the time.
import { attempt } from '../../refusal.js';
import type { AlgorithmCall, Interpreted } from '../arithmetic.js';
import { interval, isBounded, type Enclosure } from '../enclosure.js';
import { EnclosureArithmetic } from '../enclosing.js';
import { steady, type Jet } from '../jets.js';
import { RateArithmetic } from '../rates.js';

/** The state of the unknowns, as each is shaped. */
export type Shaped<T> = (entries: readonly T[]) => readonly Interpreted<T>[];

export type IsUnique = (time: Enclosure, state: readonly Enclosure[]) => boolean;

/** All directions at once. */
const ANY = interval(-1, 1);

export function uniquenessOf<T>(
  { within, arithmetic, count, span }: AlgorithmCall<T>,
  shaped: Shaped<Jet<Enclosure>>,
): IsUnique {
  const enclosing = new EnclosureArithmetic();
  const slopes = within(new RateArithmetic(enclosing), (number) =>
    steady(enclosing.exactly(arithmetic.valueOf(number))),
  );
  const rates = (time: Jet<Enclosure>, state: readonly Jet<Enclosure>[]) => {
    count(1);
    const found = attempt(() => slopes.flatMap((slope) => slope(time, ...shaped(state))), span);
    if (found.ok) return found.value.every(isBoundedJet) ? found.value : null;
    if (found.refusal.code.startsWith('limit.')) throw found.refusal;
    return null;
  };
  return (time, state) => {
    const moving = state.map((value) => ({ value, slope: ANY }));
    if (rates(steady(time), moving) !== null) return true;
    return state.some((value, own) => {
      const others = moving.map((each, at) => (at === own ? steady(value) : each));
      const along = rates({ value: time, slope: ANY }, others)?.[own]?.value;
      return along !== undefined && (along.low > 0 || along.high < 0);
    });
  };
}

function isBoundedJet({ value, slope }: Jet<Enclosure>): boolean {
  return isBounded(value) && (slope === null || isBounded(slope));
}
