// Checks against relations that are known to be true or false: none that is true is called false.
import { expect, it } from 'vitest';
import { drawPoint, chanceFrom, readDomains } from './domains.js';
import { judgeMutants, judgeTruth } from './judged.js';
import { readStatement } from './language.js';
import { mutantsOf, witnessAgainst } from './mutants.js';
import { slackOf } from './plainValue.js';
import { TRUTHS } from './truths.js';

/** So that the test stays short: the benchmark `derivations` tries all. */
const SOME = TRUTHS.filter((_, at) => at % 5 === 2);
/** Integrals and series take long to check: of what CALCULUS_LINES holds, some. */
const CHECKED = TRUTHS.filter((truth, at) => !truth.isCalculus || at % 8 === 2);

it('has 200 truths with their sources, 60 of them hard', () => {
  expect(TRUTHS.length).toBeGreaterThanOrEqual(200);
  expect(TRUTHS.filter(({ isHard }) => isHard).length).toBeGreaterThanOrEqual(60);
  expect(TRUTHS.filter(({ source }) => source === '')).toEqual([]);
  expect(new Set(TRUTHS.map(({ relation }) => relation)).size).toBe(TRUTHS.length);
});

it('finds them true in plain doubles, and has values', () => {
  for (const { relation, domains } of TRUTHS) {
    const [statement, declared] = [readStatement(relation), readDomains(domains)];
    expect([relation, witnessAgainst(statement, declared)]).toEqual([relation, null]);
    const chance = chanceFrom(3);
    const slacks = Array.from({ length: 50 }, () =>
      slackOf(statement, drawPoint(declared, chance)),
    );
    expect(slacks.filter((slack) => !Number.isNaN(slack)).length, relation).toBeGreaterThan(10);
  }
});

it('has 600 mutants that are false at a point', () => {
  let count = 0;
  for (const { relation, domains } of CHECKED) {
    for (const { statement, witness } of mutantsOf(
      readStatement(relation),
      readDomains(domains),
      5,
    )) {
      expect(slackOf(statement, witness), relation).toBeLessThan(0);
      count++;
    }
  }
  expect(count).toBeGreaterThanOrEqual(600);
});

it('calls no truth false, and says of nine in ten that they hold', () => {
  const judged = CHECKED.map((truth) => judgeTruth(truth, 1));
  expect(judged.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
  const held = judged.filter(({ verdict }) => verdict === 'holds');
  expect(held.length).toBeGreaterThanOrEqual(0.9 * CHECKED.length);
});

it('calls no truth false with other seeds', () => {
  for (const seed of [2, 3, 4, 5])
    for (const truth of SOME.filter(({ isCalculus }) => !isCalculus))
      expect([truth.relation, judgeTruth(truth, seed).verdict]).not.toEqual([
        truth.relation,
        'fails',
      ]);
});

it('refutes 95 of 100 mutants, and says of none that it holds', () => {
  const judged = CHECKED.flatMap((truth) => judgeMutants(truth, 1, 3));
  expect(judged.filter(({ verdict }) => verdict === 'holds')).toEqual([]);
  const refuted = judged.filter(({ verdict }) => verdict === 'fails');
  expect(refuted.length).toBeGreaterThanOrEqual(0.95 * judged.length);
});
