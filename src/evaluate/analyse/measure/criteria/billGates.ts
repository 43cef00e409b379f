// P1, Bill Gates: from some size on, an entry that grows makes the vector sparser (Hurley & Rickard 2009).
import { compareFractions } from '../../../compute/fraction.js';
import type { Criterion } from '../criterion.js';
import type { Judge, Judgement } from '../measure.js';
import { fraction, plus, times } from '../../fractions.js';
import { withEntry, type Vector } from '../vectors.js';

/**
 * The paper claims of every entry: there is a β > 0 such that for every α > 0 adding α to it once β is added
 * makes the vector sparser. Here β is one of these multiples of the largest entry, or one of these numbers,
 * and α one of its multiples: the claim fails where none of the β does for all of the α.
 */
const BETAS = [1, 2, 4, 8, 16].map((multiple) => fraction(multiple));
const OWN_BETAS = [fraction(1), fraction(16)];
const ALPHAS = [1, 2, 8].map((multiple) => fraction(multiple));

/** Larger ones are beyond 50 digits for what has a limit. */
const LARGEST = fraction(4);

export const BILL_GATES: Criterion = {
  name: 'bill-gates',
  *judge(vector, judge) {
    const largest = vector.reduce((most, entry) =>
      compareFractions(entry, most) > 0 ? entry : most,
    );
    if (compareFractions(largest, LARGEST) > 0) return;
    for (let at = 0; at < vector.length; at++) yield atEntry(vector, at, largest, judge);
  },
};

/** Agrees with the first β that does; fails where all do. */
function atEntry(vector: Vector, at: number, largest: Vector[number], judge: Judge): Judgement {
  let worst: Judgement = { kind: 'undecided' };
  let isClear = true;
  for (const beta of [...BETAS.map((multiple) => times(multiple, largest)), ...OWN_BETAS]) {
    const before = raised(vector, at, beta);
    const found = firstOf(
      ALPHAS.map(
        (alpha) => (): Judgement => judge.rises(before, raised(before, at, times(alpha, largest))),
      ),
    );
    if (found.kind === 'agrees') return found;
    if (found.kind === 'undecided') isClear = false;
    else worst = found;
  }
  return isClear ? worst : { kind: 'undecided' };
}

function raised(vector: Vector, at: number, by: Vector[number]): Vector {
  return withEntry(vector, at, plus(vector[at] ?? by, by));
}

/** One that fails decides; else one that is undecided. */
function firstOf(judgements: readonly (() => Judgement)[]): Judgement {
  let undecided: Judgement | null = null;
  for (const next of judgements) {
    const judgement = next();
    if (judgement.kind === 'fails') return judgement;
    if (judgement.kind === 'undecided') undecided = judgement;
  }
  return undecided ?? { kind: 'agrees' };
}
