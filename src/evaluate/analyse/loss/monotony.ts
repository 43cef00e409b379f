// Whether a loss falls as the probability of the true class grows.
import { certainOrder, orderOf } from '../known.js';
import type { BinaryLoss } from './binaryLoss.js';
import { GRID } from './grid.js';
import type { Found } from './property.js';

export function monotony({ right }: BinaryLoss): Found {
  let count = 0;
  for (let at = 1; at < GRID.length; at++) {
    const [lower, upper] = [GRID[at - 1], GRID[at]];
    if (lower === undefined || upper === undefined) continue;
    const [before, after] = [right(lower), right(upper)];
    const order = orderOf(after, before) === 'less' ? 'less' : certainOrder(after, before);
    if (order === 'less') count++;
    else if (order !== null)
      return {
        verdict: 'fails',
        code: 'analyse.loss-rises',
        points: [
          { p: lower, value: before },
          { p: upper, value: after },
        ],
      };
  }
  return { verdict: 'holds', count };
}
