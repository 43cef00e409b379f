// Formulas as programs for NumPy, as Copy as Python writes them.
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { postForQuestion, resultsOfQuestion } from '../../src/evaluate/question.js';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import { formulaInQuestion } from '../../src/language/formulaInQuestion.js';
import { postOf } from './worksheets.js';

/** The result of the last of the lines, with its program where it has a value. */
export function withPython(lines: string): EvaluationResult | undefined {
  const text = postOf(lines);
  const snapshot = openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite });
  const at = text.lastIndexOf('\n```') - 1;
  const formula = formulaInQuestion(snapshot, { start: at, end: at });
  if (formula === null) return undefined;
  const question = { about: 'python', formula, at, given: [] } as const;
  const results = evaluatePost(postForQuestion(snapshot, question));
  return resultsOfQuestion(question, results).asked.find(({ kind }) => kind === 'value');
}

export function programOf(lines: string): string {
  const { python, problems } = withPython(lines) ?? {};
  if (python?.ok === true) return python.text;
  return python?.problem.code ?? problems?.map(({ code }) => code).join() ?? 'nothing';
}
