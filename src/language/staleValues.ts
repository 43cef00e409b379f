// Stated values that the post has outgrown, and what would stand there today.
import type { Snapshot } from '../core/post/facts.js';
import { restated } from '../evaluate/restate.js';
import { resultsIn, type EvaluationResult } from '../evaluate/result.js';
import type { Change } from './change.js';
import { sourceText } from './sourceText.js';

export interface StaleValue {
  readonly result: EvaluationResult;
  readonly before: string;
  readonly change: Change;
}

export function staleValues(
  post: Snapshot,
  results: readonly EvaluationResult[],
): readonly StaleValue[] {
  return resultsIn('post', results).flatMap((result) =>
    result.verdict === 'fails' ? (statedChange(post, result) ?? []) : [],
  );
}

/** What states the value of a mark that states another, or none. */
export function statedChange(post: Snapshot, result: EvaluationResult): StaleValue | null {
  const { stated, kind } = result;
  if (stated === null || kind !== 'value') return null;
  const before = sourceText(post, stated.span);
  const text = restated(result, before, stated.kind);
  return text === null ? null : { result, before, change: { span: stated.span, text } };
}
