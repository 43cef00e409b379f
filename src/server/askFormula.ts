// What all questions about one formula of a post have in common: it is found, evaluated, and answered for.
import type { CancellationToken } from 'vscode-languageserver';
import type { Translations } from '../checks/messages.js';
import type { Snapshot } from '../core/post/facts.js';
import type { FormulaText } from '../evaluate/formulaText.js';
import type { EvaluationChoices, PostForEvaluation } from '../evaluate/postInput.js';
import type { EvaluationResult } from '../evaluate/result.js';
import { formulaInQuestion } from '../language/formulaInQuestion.js';
import type { QuestionAnswer, QuestionRequest } from '../protocol/server.js';
import { toSpan } from './convert.js';
import type { Server } from './serverParts.js';
import { text } from './texts.js';

interface AskedFormula {
  readonly post: Snapshot;
  readonly formula: FormulaText;
  /** Where the question stands, in the post. */
  readonly at: number;
}

interface Asking {
  /** Where the place is in no formula. */
  readonly elsewhere: (post: Snapshot) => QuestionAnswer;
  readonly postFor: (asked: AskedFormula, choices: EvaluationChoices) => PostForEvaluation;
  readonly answer: (
    asked: AskedFormula,
    results: readonly EvaluationResult[],
    translations: Translations,
  ) => QuestionAnswer;
}

export async function askFormula(
  { store, evaluation, options }: Server,
  { uri, start, end }: QuestionRequest,
  token: CancellationToken,
  { elsewhere, postFor, answer }: Asking,
): Promise<QuestionAnswer> {
  const post = store.get(uri)?.snapshot;
  if (!post) return { kind: 'none' };
  const place = toSpan(post.lines, { start, end });
  const formula = formulaInQuestion(post, place);
  if (!formula) return elsewhere(post);
  const asked = { post, formula, at: place.start };
  const choices = await evaluation.choicesFor(uri, post);
  const results = await evaluation.ask(postFor(asked, choices), token);
  const { translations } = options();
  if (results === null) return { kind: 'problem', message: text('stopped', {}, translations) };
  return answer(asked, results, translations);
}
