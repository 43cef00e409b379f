// What the formulas of a post came to, as far as an answer may wait for it.
import type { Snapshot } from '../core/post/facts.js';
import type { EvaluationResult } from '../evaluate/result.js';
import type { Server } from './serverParts.js';

/** In milliseconds. */
const patience = 300;

/** Values that came a moment later would make hints flicker; those that take longer come later. */
export async function promptResults(
  { evaluation, settings }: Server,
  uri: string,
  post: Snapshot,
): Promise<readonly EvaluationResult[]> {
  const known = evaluation.resultsOf(uri, post);
  if (known.length > 0 || !settings.current.evaluateWhileTyping) return known;
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
  return (await Promise.race([evaluation.evaluate(uri, post), late])) ?? [];
}
