// Whether a loss is proper: its mean is least where the model gives the true probability (Gneiting & Raftery 2007, section 2).
import type { Fraction } from '../../compute/fraction.js';
import { certainOrder, orderOf, type Known } from '../known.js';
import { fraction } from '../fractions.js';
import { expectedLoss, type BinaryLoss } from './binaryLoss.js';
import { GRID } from './grid.js';
import type { Found } from './property.js';

/** True probabilities of the first class. */
const SHARES = [7, 5, 9, 6, 8, 3, 1, 2, 4].map((tenths) => fraction(tenths, 10));

/** How near to the true probability others are tried too. */
const STEPS = [1, -1].flatMap((sign) => [1000, 10000].map((over) => fraction(sign, over)));

export function properness(loss: BinaryLoss): Found {
  if (loss.stopsGradient) return { verdict: 'unknown', code: 'analyse.stop-gradient' };
  let count = 0;
  for (const share of SHARES) {
    const atTruth = expectedLoss(loss, share, share);
    let best: { readonly p: Fraction; readonly value: Known } | null = null;
    for (const p of [...GRID, ...beside(share)]) {
      const value = expectedLoss(loss, share, p);
      const order = orderOf(value, atTruth);
      if (order === 'greater' || order === 'same') count++;
      if (order === 'less' && (best === null || orderOf(value, best.value) === 'less'))
        best = { p, value };
    }
    if (best !== null && certainOrder(best.value, atTruth) === 'less')
      return {
        verdict: 'fails',
        code: 'analyse.loss-improper',
        share,
        points: [{ p: share, value: atTruth }, best],
      };
  }
  return { verdict: 'holds', count };
}

function beside({ numerator, denominator }: Fraction): readonly Fraction[] {
  return STEPS.map((step) => ({
    numerator: numerator * step.denominator + step.numerator * denominator,
    denominator: denominator * step.denominator,
  }));
}
