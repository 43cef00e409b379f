// A criterion tried on the test vectors: the first that fails, in order of simplicity, decides.
import { FEWEST_CASES } from '../rows.js';
import type { Criterion } from './criterion.js';
import type { Counter, Judge } from './measure.js';
import { TEST_VECTORS } from './vectors.js';

export type Tried =
  /** At so many places, and nowhere else. */
  | { readonly verdict: 'holds'; readonly count: number }
  | { readonly verdict: 'fails'; readonly counter: Counter }
  | { readonly verdict: 'unknown'; readonly count: number };

export function tried(criterion: Criterion, judge: Judge): Tried {
  let count = 0;
  for (const vector of TEST_VECTORS)
    for (const judgement of criterion.judge(vector, judge)) {
      if (judgement.kind === 'fails') return { verdict: 'fails', counter: judgement.counter };
      if (judgement.kind === 'agrees') count++;
    }
  return { verdict: count < FEWEST_CASES ? 'unknown' : 'holds', count };
}
