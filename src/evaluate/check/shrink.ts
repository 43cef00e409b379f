// Makes a counterexample small: zeros, whole numbers and few digits, as long as the relation fails.
import { replaced } from './descent.js';
import type { Place } from './points.js';
import { pointAt, type Budgeted, type Space } from './space.js';
import type { Judgement, Point } from './sides.js';

type Disagreement = Extract<Judgement, { kind: 'disagrees' }>;

export interface Smallest {
  readonly point: Point;
  readonly judgement: Disagreement;
}

/** How many points are tried. */
const MOST_TRIALS = 300;

export function shrink(space: Space, start: Place, digits: number, budget: Budgeted): Smallest {
  const shrinker = new Shrinker(space, budget);
  shrinker.try(start, digits);
  for (const fewer of [1, 2, 3]) if (fewer < digits && shrinker.try(start, fewer)) break;
  for (let changed = true; changed;) changed = shrinker.round();
  return shrinker.smallest;
}

class Shrinker {
  readonly #space: Space;
  readonly #budget: Budgeted;
  #place: Place = [];
  #digits = 0;
  #trials = 0;
  #smallest: Smallest | null = null;

  constructor(space: Space, budget: Budgeted) {
    this.#space = space;
    this.#budget = budget;
  }

  get smallest(): Smallest {
    if (this.#smallest === null) throw new Error('A counterexample is shrunk that is none');
    return this.#smallest;
  }

  /** Takes a place if the relation fails there, in doubles and to 50 digits. */
  try(place: Place, digits: number): boolean {
    const { sides } = this.#space;
    const point = pointAt(this.#space, place, digits);
    if (point === null) return false;
    const judgement = sides.judge(point);
    if (judgement.kind !== 'disagrees' || !sides.confirms(point)) return false;
    this.#place = place;
    this.#digits = digits;
    this.#smallest = { point, judgement };
    return true;
  }

  /** Each parameter once; whether one became simpler. */
  round(): boolean {
    let changed = false;
    this.#place.forEach((parameters, symbol) => {
      parameters.forEach((_, at) => {
        const value = this.#place[symbol]?.[at] ?? 0;
        for (const simpler of simplerThan(value)) {
          if (++this.#trials > MOST_TRIALS || !this.#budget.hasSteps()) return;
          if (!this.try(replaced(this.#place, symbol, at, simpler), this.#digits)) continue;
          changed = true;
          return;
        }
      });
    });
    return changed && this.#trials < MOST_TRIALS;
  }
}

/** From the simplest. */
function simplerThan(value: number): readonly number[] {
  const size = Math.abs(value);
  const candidates = [
    0,
    1,
    -1,
    2,
    -2,
    Math.round(value),
    Number(value.toPrecision(1)),
    Number(value.toPrecision(2)),
    Number(value.toPrecision(3)),
    size,
  ];
  const own = complexity(value);
  return [...new Set(candidates)]
    .map((each) => (Object.is(each, -0) ? 0 : each))
    .filter((each) => complexity(each) < own)
    .sort((left, right) => complexity(left) - complexity(right));
}

function complexity(value: number): number {
  if (value === 0) return 0;
  const text = String(Math.abs(value)).replace(/^0\.|\.|e.*$/g, '');
  const digits = text.replace(/0+$/, '').length;
  const whole = Number.isInteger(value) ? 0 : 3;
  return 10 * digits + whole + (value < 0 ? 1 : 0) + Math.abs(Math.log10(Math.abs(value))) * 4 + 1;
}
