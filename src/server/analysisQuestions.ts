// What is asked about the formula at the caret as a measure of sparsity or as a loss. The post stays as it is.
import type { CancellationToken } from 'vscode-languageserver';
import type { Translations } from '../checks/messages.js';
import type { Snapshot } from '../core/post/facts.js';
import { analysisIn, postForAnalysis } from '../evaluate/analysisQuestion.js';
import { analysisSummary, analysisTable, type TextOf } from '../evaluate/describeAnalysis.js';
import { evaluationText } from '../evaluate/messages.js';
import { faultIn } from '../evaluate/question.js';
import type { EvaluationResult } from '../evaluate/result.js';
import type { AnalysedAs } from '../evaluate/worksheet/analyses.js';
import { analysableFunctions } from '../language/analysableFunctions.js';
import { analysisRequests, type AnalysisChoice } from '../protocol/analysis.js';
import {
  isQuestionRequest,
  type QuestionAnswer,
  type QuestionRequest,
} from '../protocol/server.js';
import { answerRequest } from './answered.js';
import { askFormula } from './askFormula.js';
import { toRange } from './convert.js';
import { unansweredFor } from './formulaQuestions.js';
import type { Server } from './serverParts.js';

export function registerAnalysisQuestions(server: Server): void {
  const ask = (method: string, doing: string, wanted: AnalysedAs): void =>
    answerRequest(server, method, doing, isQuestionRequest, (request, token) =>
      answerTo(server, wanted, request, token),
    );
  ask(analysisRequests.measure, 'Analysing a measure', 'measure');
  ask(analysisRequests.loss, 'Analysing a loss', 'loss');
}

function answerTo(
  server: Server,
  wanted: AnalysedAs,
  request: QuestionRequest,
  token: CancellationToken,
): Promise<QuestionAnswer> {
  const { given } = request;
  return askFormula(server, request, token, {
    elsewhere: choiceIn,
    postFor: ({ post, formula }, choices) =>
      postForAnalysis(post, { wanted, formula, given }, choices),
    answer: ({ post, formula }, results, translations) => {
      const answer = answerOf(post, given, results, translations);
      // It was asked about by a label that no post has.
      return answer.kind === 'analysis' ? { ...answer, source: formula.tex.text.trim() } : answer;
    },
  });
}

function choiceIn(post: Snapshot): AnalysisChoice | { readonly kind: 'none' } {
  const functions = analysableFunctions(post).map(({ source, span }) => ({
    source,
    ...toRange(post.lines, span),
  }));
  return functions.length === 0 ? { kind: 'none' } : { kind: 'choose', functions };
}

function answerOf(
  post: Snapshot,
  given: readonly string[],
  results: readonly EvaluationResult[],
  translations: Translations,
): QuestionAnswer {
  const found = analysisIn(results);
  const before = results.filter((result) => result !== found);
  // A line that was given may be at fault; the last one is the question.
  const fault = faultIn(before);
  const isGiven = fault !== null && fault.line < given.length;
  const asked = found === null ? before : [found];
  const missing = unansweredFor(
    post,
    given,
    { asked, fault: isGiven ? fault : null },
    'value',
    translations,
  );
  if (missing !== null) return missing;
  if (found?.analysis != null) return analysisAnswer(found, translations);
  const problem = asked.flatMap(({ problems }) => problems)[0];
  if (problem === undefined) return { kind: 'none' };
  const message = evaluationText(problem.code, problem.data, translations);
  return { kind: 'problem', message };
}

function analysisAnswer(
  { analysis, source, plot }: EvaluationResult,
  translations: Translations,
): QuestionAnswer {
  if (analysis === null) return { kind: 'none' };
  const inWords: TextOf = ({ code, data }) => evaluationText(code, data, translations);
  const findings = analysis.rows;
  const skipped = analysis.same.length;
  const rows = analysisTable(analysis, source, inWords).rows.map(({ heading, cells }, at) => {
    const row = findings[at - skipped];
    return {
      heading,
      finding: cells.join(' '),
      verdict: row?.verdict ?? null,
      paste: row?.paste ?? null,
    };
  });
  const summary = analysisSummary(analysis, inWords);
  return { kind: 'analysis', source, summary, rows, svg: plot?.picture ?? null };
}
