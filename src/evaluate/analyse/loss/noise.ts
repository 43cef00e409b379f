// How a loss bears labels that are flipped at random: it is tolerant where its values for both labels add up to a constant.
import type { Fraction } from '../../compute/fraction.js';
import { agree, certainOrder, orderOf, type Known } from '../known.js';
import { fraction } from '../fractions.js';
import { expectedLoss, weighted, type BinaryLoss } from './binaryLoss.js';
import { GRID } from './grid.js';
import type { Found } from './property.js';

const HALF = fraction(1, 2);

/** Ghosh, Kumar & Sastry 2017, arXiv 1712.09482, theorem 1: a symmetric loss, here of two classes. */
export function symmetry({ right, wrong }: BinaryLoss): Found {
  const mean = (p: Fraction): Known => weighted(HALF, right(p), wrong(p));
  const middle = mean(HALF);
  let count = 0;
  // From the middle outwards: there the numbers are simple.
  for (const p of [...GRID].sort(byDistance)) {
    const value = mean(p);
    if (agree(value, middle) || orderOf(value, middle) === 'same') {
      count++;
      continue;
    }
    const order = certainOrder(value, middle);
    if (order === 'less' || order === 'greater')
      return {
        verdict: 'fails',
        code: 'analyse.loss-asymmetric',
        factor: 2,
        points: [
          { p: HALF, value: middle },
          { p, value },
        ],
      };
  }
  return { verdict: 'holds', count };
}

/** Round numbers first. */
function byDistance(left: Fraction, right: Fraction): number {
  return roughness(left) - roughness(right);
}

function roughness({ numerator, denominator }: Fraction): number {
  const isTenth = (numerator * 10n) % denominator === 0n;
  return (isTenth ? 0 : 1e9) + Math.abs(Number(denominator) / 2 - Number(numerator));
}

/** Of a label that is right four times out of five. */
const NOISY_SHARE = fraction(4, 5);

const STEPS = 1000;

/** The probability at which the mean loss of such labels is least, among the thousandths; `null` where it has none. */
export function leastUnderNoise(loss: BinaryLoss): number | null {
  let best: { readonly p: number; readonly value: number } | null = null;
  for (let at = 1; at < STEPS; at++) {
    const known = expectedLoss(loss, NOISY_SHARE, fraction(at, STEPS));
    if (known.kind === 'none') return null;
    const { value } = known.bounded;
    if (best === null || value < best.value) best = { p: at / STEPS, value };
  }
  return best?.p ?? null;
}
