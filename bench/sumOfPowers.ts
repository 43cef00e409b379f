// Σ|x_i|^p over a million numbers: the compiled formula against a loop written by hand.
import { performance } from 'node:perf_hooks';
import { prepareFormula } from '../src/evaluate/formula.js';
import { compare, inTurn, type Benchmark, type Measure } from './measure.js';
import { DEFAULT_LIMITS } from '../src/evaluate/compute/limits.js';
import type { Outcome } from '../src/evaluate/compute/run.js';

export const sumOfPowers: Benchmark = {
  name: 'sumOfPowers',
  title: 'A sum over a million numbers',
  run: measureSums,
};

const budget = 1.3;

async function measureSums(): Promise<readonly Measure[]> {
  const x = Float64Array.from({ length: 1e6 }, (_, index) => Math.sin(index + 1));
  return [
    await measure('\\sum_i |x_i|^{1.5}', x, sumOfPowersByHand),
    await measure('\\sum_i |x_i|', x, sumByHand),
  ];
}

async function measure(
  tex: string,
  x: Float64Array,
  byHand: (x: Float64Array) => number,
): Promise<Measure> {
  const prepared = prepareFormula(tex, { x });
  if (!prepared.ok) throw new Error(`${tex} is refused: ${prepared.refusal.code}`);
  const { value: program } = prepared;
  const expected = byHand(x);
  const pair = await inTurn(
    21,
    () => timeOf(() => checkOutcome(program.run(DEFAULT_LIMITS), expected)),
    () => timeOf(() => byHand(x)),
  );
  return compare(tex, pair, budget);
}

/** Written out twice, as a person would, so that the engine can inline each. */
function sumOfPowersByHand(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += Math.pow(Math.abs(x[i] ?? 0), 1.5);
  return sum;
}

function sumByHand(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += Math.abs(x[i] ?? 0);
  return sum;
}

function checkOutcome(outcome: Outcome, expected: number): void {
  const value = outcome.ok ? Number(outcome.value) : NaN;
  if (!(Math.abs(value - expected) <= 1e-9 * expected)) {
    throw new Error(`The compiled sum is ${value}, by hand it is ${expected}.`);
  }
}

function timeOf(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}
