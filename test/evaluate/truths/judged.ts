// What our checks say of truths and of their false neighbours.
import { evaluateSheet } from '../../support/worksheets.js';
import { readDomains, writeDomains } from './domains.js';
import { readStatement, type Statement } from './language.js';
import { mutantsOf } from './mutants.js';
import type { Truth } from './truths.js';
import { writeDefinitions, writeStatement } from './writeTex.js';

export interface Judged {
  readonly lines: string;
  readonly verdict: string;
  /** A note or a problem, where it is not what was expected. */
  readonly reason: string;
}

export function judgeTruth(truth: Truth, seed: number): Judged {
  return judge(truth, readStatement(truth.relation), seed);
}

/** Of at most so many mutants of a truth. */
export function judgeMutants(truth: Truth, seed: number, most: number): readonly Judged[] {
  const mutants = mutantsOf(readStatement(truth.relation), readDomains(truth.domains), most);
  return mutants.map(({ statement }) => judge(truth, statement, seed));
}

function judge({ domains }: Truth, statement: Statement, seed: number): Judged {
  const lines = [
    writeDomains(readDomains(domains)),
    ...writeDefinitions(statement),
    `check ${writeStatement(statement)}`,
  ].join('\n');
  const [result] = evaluateSheet(`set seed ${seed}\n${lines}`).slice(-1);
  const codes = [...(result?.problems ?? []), ...(result?.notes ?? [])].map(({ code }) => code);
  return { lines, verdict: result?.verdict ?? 'none', reason: codes.join() };
}
