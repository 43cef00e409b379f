// True relations of machine learning and their false neighbours: how many hold, how many are refuted, and none accused.
import { judgeMutants, judgeTruth, type Judged } from '../test/evaluate/truths/judged.js';
import { TRUTHS } from '../test/evaluate/truths/truths.js';
import type { Benchmark, Measure } from './measure.js';

export const derivations: Benchmark = {
  name: 'derivations',
  title: 'Checks of true and false relations',
  run: () => Promise.resolve(measureChecks()),
};

const MUTANTS = 5;
const SEEDS = 20;

function measureChecks(): readonly Measure[] {
  const truths = TRUTHS.map((truth) => judgeTruth(truth, 1));
  const mutants = TRUTHS.flatMap((truth) => judgeMutants(truth, 1, MUTANTS));
  const accused: Judged[] = [];
  for (let seed = 1; seed <= SEEDS; seed++)
    accused.push(...TRUTHS.map((truth) => judgeTruth(truth, seed)).filter(isRefuted));
  list(
    'truths that do not hold',
    truths.filter(({ verdict }) => verdict !== 'holds'),
  );
  list(
    'mutants that are not refuted',
    mutants.filter((mutant) => !isRefuted(mutant)),
  );
  list('truths that are called false', accused);
  const held = truths.filter(({ verdict }) => verdict === 'holds');
  const wronged = mutants.filter(({ verdict }) => verdict === 'holds');
  return [
    share('truths that hold', held.length, truths.length, 0.9),
    share('mutants that are refuted', mutants.filter(isRefuted).length, mutants.length, 0.95),
    share(
      'mutants that are not said to hold',
      mutants.length - wronged.length,
      mutants.length,
      0.95,
    ),
    {
      what: `truths called false, over ${SEEDS} seeds`,
      ours: String(accused.length),
      reference: '',
      ratio: null,
      budget: '0',
      within: accused.length === 0,
    },
  ];
}

function isRefuted({ verdict }: Judged): boolean {
  return verdict === 'fails';
}

function share(what: string, count: number, all: number, budget: number): Measure {
  return {
    what,
    ours: `${count} of ${all} (${((100 * count) / all).toFixed(1)} %)`,
    reference: '',
    ratio: null,
    budget: `≥ ${100 * budget} %`,
    within: count >= budget * all,
  };
}

function list(title: string, judged: readonly Judged[]): void {
  if (judged.length === 0) return;
  console.log(`${title}:`);
  for (const { lines, verdict, reason } of judged)
    console.log(`  ${verdict} (${reason})  ${lines.replace('\n', '   ')}`);
}
