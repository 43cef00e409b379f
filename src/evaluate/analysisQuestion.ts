// A question about what a formula is: the same post, with an analysis of the formula for its only result.
import type { Snapshot } from '../core/post/facts.js';
import type { FormulaText } from './formulaText.js';
import { postForQuestion } from './question.js';
import type { EvaluationChoices, PostForEvaluation } from './postInput.js';
import type { EvaluationResult } from './result.js';
import type { AnalysedAs } from './worksheet/analyses.js';

export interface AnalysisQuestion {
  readonly wanted: AnalysedAs;
  readonly formula: FormulaText;
  /** Lines of a worksheet that comes before those of the post. */
  readonly given: readonly string[];
}

/** No post has a display of this label. */
const LABEL = 'postulate analysed';

export function postForAnalysis(
  snapshot: Snapshot,
  { wanted, formula, given }: AnalysisQuestion,
  choices: EvaluationChoices = {},
): PostForEvaluation {
  const at = formula.span.start;
  const line = `analyse[${wanted}] \\eqref{${LABEL}}`;
  const question = { about: 'value', formula, at, given: [...given, line] } as const;
  const post = postForQuestion(snapshot, question, choices);
  return { ...post, marks: [], displays: [{ labels: [LABEL], formula }, ...post.displays] };
}

export function analysisIn(results: readonly EvaluationResult[]): EvaluationResult | null {
  return results.find(({ kind }) => kind === 'analysis') ?? null;
}
