// Follows a slack down, one parameter at a time, with steps that become shorter.
import type { Place } from './points.js';

/** How often the slack is asked for. */
const MOST_VALUES = 250;
const SHORTEST = 1e-7;

export interface Lowest {
  readonly place: Place;
  readonly slack: number;
}

/** `slackOf` gives `null` outside of the domain. */
export function descend(start: Place, slackOf: (place: Place) => number | null): Lowest {
  let best: Lowest = { place: start, slack: slackOf(start) ?? Infinity };
  let asked = 0;
  const attemptMove = (place: Place): boolean => {
    asked++;
    const slack = slackOf(place);
    if (slack === null || !(slack < best.slack)) return false;
    best = { place, slack };
    return true;
  };
  for (let step = 0.5; step > SHORTEST && asked < MOST_VALUES && best.slack > -0.5;) {
    if (!moveOnce(best.place, step, attemptMove)) step /= 4;
  }
  return best;
}

/** Tries each parameter once; whether one of them led down. */
function moveOnce(from: Place, step: number, attemptMove: (place: Place) => boolean): boolean {
  let place = from;
  let moved = false;
  place.forEach((parameters, symbol) => {
    const scale = Math.max(1e-3, ...parameters.map(Math.abs));
    parameters.forEach((_, at) => {
      const value = place[symbol]?.[at] ?? 0;
      const targets = [
        value * (1 + step),
        value * (1 - step),
        value + step * scale,
        value - step * scale,
        ...(step === 0.5 ? [0, -value, value + 1, value - 1] : []),
      ];
      for (const target of targets) {
        const next = replaced(place, symbol, at, target);
        if (!attemptMove(next)) continue;
        place = next;
        moved = true;
        break;
      }
    });
  });
  return moved;
}

export function replaced(place: Place, symbol: number, at: number, value: number): Place {
  return place.map((parameters, index) =>
    index === symbol ? parameters.map((own, inner) => (inner === at ? value : own)) : parameters,
  );
}
