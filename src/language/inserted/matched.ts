// Which results an inserted table or picture shows: those of the statements that its comment names.
import {
  insertedResultsOf,
  statementKey,
  type InsertedResult,
} from '../../core/post/insertedResults.js';
import type { Snapshot } from '../../core/post/facts.js';
import { insertedFaultOf } from '../../evaluate/messages/inserted.js';
import type { EvaluationResult } from '../../evaluate/result.js';
import { isTabular } from './resultTable.js';

export interface MatchedResult {
  readonly inserted: InsertedResult;
  /** `null` where no worksheet says what the comment names. */
  readonly results: readonly EvaluationResult[] | null;
  /** Whether the results are of a statement that took the place of the one that the comment names. */
  readonly isRenamed: boolean;
}

export function matchedResults(
  post: Snapshot,
  results: readonly EvaluationResult[],
): readonly MatchedResult[] {
  const inserted = insertedResultsOf(post);
  if (inserted.length === 0) return [];
  const byName = new Map<string, EvaluationResult>();
  for (const result of results) {
    const name = statementKey(result.source);
    if (mayBeShown(result) && !byName.has(name)) byName.set(name, result);
  }
  const named = new Set(inserted.flatMap(({ statements }) => statements.map(statementKey)));
  return inserted.map((one) => {
    const found = one.statements.flatMap((statement) => byName.get(statementKey(statement)) ?? []);
    if (found.length === one.statements.length)
      return { inserted: one, results: found, isRenamed: false };
    const free = [...byName].flatMap(([name, result]) => (named.has(name) ? [] : [result]));
    const successor = successorOf(one, free);
    return { inserted: one, results: successor && [successor], isRenamed: successor !== null };
  });
}

/** What cannot be computed may be shown as well: its own problem tells why it is not. */
function mayBeShown(result: EvaluationResult): boolean {
  const { kind, informative, value } = result;
  return (
    insertedFaultOf(result) === null &&
    !informative &&
    (kind === 'plot' || kind === 'table' || value === null || isTabular(result))
  );
}

/** The one statement of the same form that nothing else shows: with several, nobody knows which was meant. */
function successorOf(
  { statements: [statement = '', ...others] }: InsertedResult,
  free: readonly EvaluationResult[],
): EvaluationResult | null {
  const form = formOf(statement);
  if (form === null || others.length > 0) return null;
  const [only, ...more] = free.filter(({ source }) => formOf(source) === form);
  return more.length === 0 ? (only ?? null) : null;
}

function formOf(statement: string): string | null {
  return /^(plot|histogram|heat|table)\b/.exec(statement.trimStart())?.[1] ?? null;
}
