// The mean of what random draws gave, and how far the expectation may be from it.
import { refuse } from '../../refusal.js';
import { arrayIn, type Algorithm, type AlgorithmCall } from '../arithmetic.js';
import { JetArithmetic } from '../jets.js';

/** A normal number is farther from its mean than so many standard deviations with probability 8e-11. */
const DEVIATIONS = 6.5;

/** The greatest hundredth of the deviations may make up this part of them all: more, and their mean is not about normal. */
const GREATEST_PART = 0.2;

export const meanOfDraws: Algorithm = {
  // So that the error is always computed.
  jumps: true,
  run<T>({ operands, arithmetic, count, span }: AlgorithmCall<T>): T {
    if (arithmetic instanceof JetArithmetic) refuse('expectation.derivative-of-draws', span);
    const draws = arrayIn(operands[0]);
    count(draws.length);
    const size = arithmetic.of(draws.length, span);
    const total = draws.reduce((sum, draw) => arithmetic.add(sum, draw, span));
    const mean = arithmetic.divide(total, size, span);
    const middle = arithmetic.valueOf(mean);
    const deviations = draws.map((draw) => Math.abs(arithmetic.valueOf(draw) - middle));
    if (hasHeavyTail(deviations)) refuse('expectation.heavy-tail', span);
    const squares = deviations.reduce((sum, each) => sum + each * each, 0);
    const error = (DEVIATIONS * Math.sqrt(squares / (draws.length - 1))) / Math.sqrt(draws.length);
    return arithmetic.reconciled(mean, arithmetic.exactly(middle + error));
  },
};

function hasHeavyTail(deviations: readonly number[]): boolean {
  const sorted = [...deviations].sort((left, right) => right - left);
  const sum = (values: readonly number[]): number =>
    values.reduce((total, value) => total + value, 0);
  const greatest = sorted.slice(0, Math.ceil(sorted.length / 100));
  return sum(greatest) > GREATEST_PART * sum(sorted);
}
